// Versions of an utterance that are word for word the same.
import type { StoryView } from "../../generated/StoryView";
import type { UtteranceView } from "../../generated/UtteranceView";
import type { VersionView } from "../../generated/VersionView";
import { words } from "./words";

export interface Alike {
  /** Indices of the versions; the first gives the words shown. */
  versions: number[];
  direct: boolean;
}

/** The base and what is like it first, then by publication. */
export function alike(story: StoryView, utterance: UtteranceView, base: number): Alike[] {
  const found = new Map<string, Alike>();
  utterance.versions.forEach((version, at) => {
    const key = JSON.stringify([version.direct, spoken(version, languageOf(story, version))]);
    const kin = found.get(key);
    if (kin) kin.versions.push(at);
    else found.set(key, { versions: [at], direct: version.direct });
  });
  const all = [...found.values()];
  return [...all.filter((one) => one.versions.includes(base)), ...all.filter((one) => !one.versions.includes(base))];
}

export function languageOf(story: StoryView, version: VersionView): string {
  return story.articles[version.article]?.language ?? "und";
}

function spoken(version: VersionView, language: string): string {
  return words(version.words, language)
    .words.map((word) => word.same)
    .join(" ");
}
