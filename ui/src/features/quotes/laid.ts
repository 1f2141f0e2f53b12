// One version of an utterance laid beside another, word by word.
import { diffArrays } from "diff";
import { words, type Word } from "./words";

export interface Run {
  is: "same" | "added" | "cut";
  /** Spaces and punctuation before it, which are not compared. */
  before: string;
  text: string;
  words: number;
}

export interface Laid {
  runs: Run[];
  cut: number;
  added: number;
  /** Whether so little is shared that word for word says nothing. */
  loose: boolean;
}

/** Below this share of the shorter version's words, the two are different sentences. */
const kinship = 0.34;

/** `version` as it differs from `base`. What was cut stands where it stood in the base. */
export function laid(base: string, version: string, language: string): Laid {
  const [from, to] = [words(base, language), words(version, language)];
  const changes = diffArrays(from.words, to.words, { comparator: (a, b) => a.same === b.same });
  const runs = changes.map(({ value, added, removed }) => runOf(value, added ? "added" : removed ? "cut" : "same"));
  const many = (is: Run["is"]) => runs.filter((run) => run.is === is).reduce((sum, run) => sum + run.words, 0);
  const loose = many("same") < kinship * Math.min(from.words.length, to.words.length);
  const whole: Run = { is: "same", before: "", text: version, words: to.words.length };
  return { runs: loose ? [whole] : closed(spaced(runs), to.rest), cut: many("cut"), added: many("added"), loose };
}

function runOf(value: readonly Word[], is: Run["is"]): Run {
  const text = value.map((word, at) => (at ? word.before : "") + word.text).join("");
  return { is, before: value[0]?.before ?? "", text, words: value.length };
}

/** Words that were cut bring spaces of another text: here they have one on either side. */
function spaced(runs: readonly Run[]): Run[] {
  return runs.map((run, at) => {
    if (run.is === "cut") return { ...run, before: at ? " " : "" };
    return { ...run, before: at && !run.before ? " " : run.before };
  });
}

function closed(runs: Run[], rest: string): Run[] {
  return rest ? [...runs, { is: "same", before: rest, text: "", words: 0 }] : runs;
}
