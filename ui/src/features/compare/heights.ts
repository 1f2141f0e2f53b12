// How high a line will be, before it is drawn.
import type { StoryView } from "../../generated/StoryView";
import type { Column } from "./columns";
import type { Line } from "./lines";

/** Claims of more UTF-16 units are cut short. */
export const longest = 480;

/** Pixels; `width` is a column's, `size` the text size where 1 is usual. */
export function heightOf(line: Line, story: StoryView, columns: readonly Column[], width: number, size: number): number {
  const letters = columns.map(({ at }) => (line.cells[at] ?? []).reduce((sum, claim) => sum + Math.min(longest, story.claims[claim]?.text.length ?? 0), 0));
  const tallest = Math.max(0, ...letters) / Math.max(8, (width - 24) / (7.1 * size));
  const text = Math.ceil(tallest) * 21.75 * size + 16 * size;
  const gutter = line.divergences.length * 27 * size + 22 * size;
  return Math.round(Math.max(text, gutter) + 25);
}
