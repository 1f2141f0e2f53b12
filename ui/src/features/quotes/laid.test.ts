import { expect, test } from "vitest";
import { laid } from "./laid";
import { words } from "./words";

/** `[-cut-]` and `{+added+}`. */
function check(base: string, version: string, expected: string, language = "en") {
  const shown = laid(base, version, language).runs.map(({ is, before, text }) => {
    return before + (is === "cut" ? `[-${text}-]` : is === "added" ? `{+${text}+}` : text);
  });
  expect(shown.join("")).toBe(expected);
}

test("the same words in other typesetting do not differ", () => {
  check("We won't guess", "We won’t guess", "We won’t guess");
  check("but every company", "Every company", "[-but-] Every company");
});

test("words that were cut stand where they stood", () =>
  check("every company was told last autumn that dust kills", "every company was told that dust kills", "every company was told [-last autumn-] that dust kills"));

test("words that were cut at the end stand there", () => check("I will not guess, now", "I will not guess", "I will not guess [-now-]"));

test("words that were put in stand with their punctuation", () => check("They run", "They, sadly, run.", "They, {+sadly+}, run."));

test("another word is one cut and one added", () => {
  expect(laid("this happened on the quay", "it happened on the quay", "en")).toMatchObject({ cut: 1, added: 1, loose: false });
});

test("where hardly a word is shared, the version is shown as it is", () => {
  const beside = laid("the cause was not yet known", "nobody can say why", "en");
  expect(beside).toMatchObject({ loose: true, runs: [{ is: "same", text: "nobody can say why" }] });
});

test("words are found where no space parts them, and right to left", () => {
  expect(words("我们不知道", "zh").words.length).toBeGreaterThan(1);
  check("قال خمسة أشخاص", "قال ستة أشخاص", "قال [-خمسة-] {+ستة+} أشخاص", "ar");
});

test("cut into words and joined, a text is itself", () => {
  const text = " “🔥 Run!”, she said … ";
  const { words: found, rest } = words(text, "en");
  expect(found.map((word) => word.before + word.text).join("") + rest).toBe(text);
});
