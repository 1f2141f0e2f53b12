// What stands in the margin of one article: where others differ, what few have, what others have and it has not.
import type { ReadingView } from "../../generated/ReadingView";
import type { StoryView } from "../../generated/StoryView";
import { shownShort } from "../../lib/iso";

export type Note =
  /** Others give another reading than this claim. */
  | { is: "differs"; claim: number; divergences: number[]; outlets: number }
  /** Not every outlet has these claims, which follow each other in a paragraph. */
  | { is: "coverage"; claim: number; claims: number[]; outlets: number }
  /** Outlets have a row that this article lacks; it would stand after the claim, or before all. */
  | { is: "absent"; after: number | null; row: number; outlets: number };

/** The notes of the article, in the order of its text. */
export function margin(story: StoryView, base: number, shown: (divergence: number) => boolean): Note[] {
  const bears = divergencesByClaim(story, shown);
  const claims = story.claims.flatMap((claim, index) => (claim.article === base ? [index] : []));
  const beside = claims.map((claim) => noteOf(story, claim, bears.get(claim) ?? []));
  const absent = absences(story, base);
  const after = (claim: number | null) => absent.filter((note) => note.after === claim);
  return merged(story, [...after(null), ...beside.flatMap((note, at) => [...(note ? [note] : []), ...after(claims[at] ?? null)])]);
}

/** How many outlets have a claim of these rows. */
export function outletsOf(story: StoryView, rows: readonly number[]): Set<string> {
  const has = (article: number) => rows.some((row) => story.rows[row]?.cells[article]?.length);
  return new Set(story.articles.filter((_, article) => has(article)).map((article) => article.outlet));
}

export function outletsOfStory(story: StoryView): number {
  return new Set(story.articles.map((article) => article.outlet)).size;
}

/** By claim: the divergences of which it bears a reading. */
export function divergencesByClaim(story: StoryView, shown: (divergence: number) => boolean): Map<number, number[]> {
  const found = new Map<number, number[]>();
  story.divergences.forEach((divergence, index) => {
    if (!shown(index)) return;
    const claims = divergence.readings.flatMap((reading) => reading.evidence.map((evidence) => evidence.claim));
    for (const claim of new Set(claims)) found.set(claim, [...(found.get(claim) ?? []), index]);
  });
  return found;
}

export interface Line {
  kind: string;
  conflict: boolean;
  values: string;
}

/** What others give instead of what the article has: a line a kind and its readings, each once. */
export function linesOf(story: StoryView, base: number, divergences: readonly number[]): Line[] {
  const isOwn = (reading: ReadingView) => reading.evidence.some((evidence) => story.claims[evidence.claim]?.article === base);
  const lines = divergences.flatMap((index) => {
    const found = story.divergences[index];
    if (!found) return [];
    const values = found.readings.filter((reading) => !isOwn(reading)).map((reading) => shownValue(found.kind, reading.value));
    return [{ kind: found.kind, conflict: found.relation === "conflict", values: values.join(" · ") }];
  });
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}

const shownValue = (kind: string, value: string) => (kind === "time" ? shownShort(value) : value);

function noteOf(story: StoryView, claim: number, divergences: number[]): Note | null {
  const outlets = Math.max(1, outletsOf(story, story.claims[claim]?.rows ?? []).size);
  if (divergences.length) return { is: "differs", claim, divergences, outlets };
  return outlets < outletsOfStory(story) ? { is: "coverage", claim, claims: [claim], outlets } : null;
}

function absences(story: StoryView, base: number): (Note & { is: "absent" })[] {
  const own = story.articles[base]?.outlet ?? "";
  return story.rows.flatMap((row, index) => {
    const outlets = outletsOf(story, [index]);
    if (row.cells[base]?.length || outlets.has(own) || outlets.size < 2) return [];
    return [{ is: "absent" as const, after: neighbour(story, base, index), row: index, outlets: outlets.size }];
  });
}

/** The claim of the article after whose counterparts most others put the row; of several the last. */
function neighbour(story: StoryView, base: number, row: number): number | null {
  const votes = new Map<number, number>();
  for (const cell of story.rows[row]?.cells ?? []) {
    const before = cell[0] === undefined ? null : counterpartBefore(story, base, cell[0]);
    if (before !== null) votes.set(before, (votes.get(before) ?? 0) + 1);
  }
  const best = [...votes].sort(([a, m], [b, n]) => n - m || b - a)[0];
  return best?.[0] ?? null;
}

/** Going back from a claim in its own article: the article's claim that shares a row with what stands there. */
function counterpartBefore(story: StoryView, base: number, claim: number): number | null {
  const article = story.claims[claim]?.article;
  for (let at = claim - 1; story.claims[at]?.article === article && at >= 0; at--) {
    const same = (story.claims[at]?.rows ?? []).flatMap((row) => story.rows[row]?.cells[base] ?? []);
    if (same.length) return Math.max(...same);
  }
  return null;
}

/** Notes that say the same of neighbours in one paragraph become one. */
function merged(story: StoryView, notes: Note[]): Note[] {
  const whole: Note[] = [];
  for (const note of notes) {
    const last = whole.at(-1);
    const joins =
      note.is === "coverage" &&
      last?.is === "coverage" &&
      last.outlets === note.outlets &&
      story.claims[last.claim]?.paragraph === story.claims[note.claim]?.paragraph;
    if (joins) last.claims.push(note.claim);
    else whole.push(note);
  }
  return whole;
}
