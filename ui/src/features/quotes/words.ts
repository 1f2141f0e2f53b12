// A text as words with what stands before each; what is compared leaves out case and typesetting.

export interface Word {
  /** Spaces and punctuation before it. */
  before: string;
  text: string;
  /** What is compared. */
  same: string;
}

export interface Words {
  words: Word[];
  /** What stands after the last. */
  rest: string;
}

/** Joined, `before` and `text` of all and `rest` are the text again. */
export function words(text: string, language: string): Words {
  const found: Word[] = [];
  let before = "";
  for (const { segment, isWordLike } of segmenter(language).segment(text)) {
    if (isWordLike) {
      found.push({ before, text: segment, same: plain(segment) });
      before = "";
    } else before += segment;
  }
  return { words: found, rest: before };
}

function segmenter(language: string): Intl.Segmenter {
  return new Intl.Segmenter(language === "und" ? "en" : language, { granularity: "word" });
}

function plain(word: string): string {
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\uff07]/g, "'");
}
