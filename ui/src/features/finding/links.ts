// The links of a row, with what the user ruled of them.
import type { RowView } from "../../generated/RowView";
import type { StoryView } from "../../generated/StoryView";

export interface Linked {
  /** Indices of claims. */
  a: number;
  b: number;
  /** `null` where the comparison does not link the two. */
  score: number | null;
  /** `pinned` or `cut`. */
  ruling: string | null;
}

/** Those ruled by hand first, then the weakest. */
export function linksOf(story: StoryView, row: RowView): Linked[] {
  const rulings = new Map(story.decisions.links.flatMap((one) => (one.claims ? [[key(...one.claims), one] as const] : [])));
  const found = row.links.map(({ a, b, score }) => ({ a, b, score, ruling: rulings.get(key(a, b))?.ruling ?? null }));
  const there = new Set(found.map(({ a, b }) => key(a, b)));
  const claims = new Set(row.cells.flat());
  const others = [...rulings].flatMap(([name, { claims: pair, ruling }]) =>
    pair && !there.has(name) && pair.some((claim) => claims.has(claim)) ? [{ a: pair[0], b: pair[1], score: null, ruling }] : [],
  );
  const rank = (link: Linked) => (link.ruling ? -1 : (link.score ?? 0));
  return [...others, ...found].sort((a, b) => rank(a) - rank(b));
}

function key(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
