// Words looked for in the table.
import type { StoryView } from "../../generated/StoryView";
import type { Mark } from "../../lib/pieces";
import type { Column } from "./columns";
import type { Line } from "./lines";

/** One place where the words stand. */
export interface Hit extends Mark {
  /** Index of the line. */
  line: number;
  /** Index of the claim. */
  claim: number;
}

/** Every place in the shown cells, from left to right and from above; capital letters are as good as small ones. */
export function hitsOf(words: string, story: StoryView, lines: readonly Line[], columns: readonly Column[]): Hit[] {
  const sought = matcher(words);
  if (!sought) return [];
  return lines.flatMap((line, at) =>
    columns.flatMap((column) =>
      (line.cells[column.at] ?? []).flatMap((claim) => {
        const found = [...(story.claims[claim]?.text ?? "").matchAll(sought)];
        return found.map(({ index, 0: text }) => ({ line: at, claim, start: index, end: index + text.length }));
      }),
    ),
  );
}

export function byLine(hits: readonly Hit[]): Map<number, Hit[]> {
  const lines = new Map<number, Hit[]>();
  for (const hit of hits) lines.set(hit.line, [...(lines.get(hit.line) ?? []), hit]);
  return lines;
}

function matcher(words: string): RegExp | null {
  const sought = words.trim().replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/g, "\\s+");
  return sought === "" ? null : new RegExp(sought, "giu");
}
