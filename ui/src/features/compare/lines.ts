// The lines of the table: the rows of a story that are shown, in their order.
import type { StoryView } from "../../generated/StoryView";
import type { Column } from "./columns";
import { passes, type CarriedBy, type Decisions, type Filters } from "./filters";

/** A claim group, or a claim that no other article has. */
export interface Line {
  /** The id of the row or claim. */
  id: string;
  /** Index of the row; `null` where the claim stands alone. */
  row: number | null;
  /** Indices of claims, one list an article. */
  cells: readonly (readonly number[])[];
  /** Indices of the divergences that are shown. */
  divergences: readonly number[];
}

const nothing: readonly number[] = [];

/** What is shown of `story`, in order. `columns` are those that are shown, the base first if there is one. */
export function linesOf(story: StoryView, filters: Filters, decisions: Decisions, columns: readonly Column[]): Line[] {
  const all = filters.carried === "one" ? [...rows(story, filters, decisions), ...alone(story)] : rows(story, filters, decisions);
  const shown = all.filter((line) => isCarried(story, line, filters.carried, columns));
  return ordered(story, shown, filters, columns);
}

function rows(story: StoryView, filters: Filters, decisions: Decisions): Line[] {
  return story.rows.map(({ id, cells, divergences }, row) => {
    const shown = divergences.filter((at) => {
      const divergence = story.divergences[at];
      return divergence && passes(divergence, at, filters, decisions);
    });
    return { id, row, cells, divergences: shown };
  });
}

function alone(story: StoryView): Line[] {
  return story.claims.flatMap((claim, at) => {
    if (claim.rows.length > 0) return [];
    const cells = story.articles.map((_, article) => (article === claim.article ? [at] : nothing));
    return [{ id: claim.id, row: null, cells, divergences: nothing }];
  });
}

/** Whether a line belongs to those asked for; one that no column in sight has never does. */
function isCarried(story: StoryView, line: Line, carried: CarriedBy, columns: readonly Column[]): boolean {
  const carrying = columns.filter(({ at }) => line.cells[at]?.length);
  if (carrying.length === 0) return false;
  if (carried === "divergent") return line.divergences.length > 0;
  if (carried === "one") return line.row === null || story.rows[line.row]?.outlets === 1;
  if (carried === "agreed") return carrying.length === columns.length && line.divergences.length === 0;
  return true;
}

function ordered(story: StoryView, lines: Line[], filters: Filters, columns: readonly Column[]): Line[] {
  const byPlace = (line: Line) => place(story, line, columns);
  if (filters.order === "base") return sorted(lines, byPlace);
  if (filters.order === "coverage") return sorted(lines, (line) => -(line.row === null ? 1 : (story.rows[line.row]?.outlets ?? 0)));
  return sorted(lines, (line) => -line.divergences.reduce((top, at) => Math.max(top, story.divergences[at]?.weight ?? 0), 0));
}

/** Where the first column that has the claim puts it; those that the base lacks stand after those that it has. */
function place(story: StoryView, line: Line, columns: readonly Column[]): number {
  if (!columns[0]?.base) return line.row ?? line.cells.findIndex((cell) => cell.length > 0) * story.claims.length + first(line);
  const inBase = line.cells[columns[0].at]?.[0];
  return inBase ?? story.claims.length + (line.row ?? first(line));
}

function first(line: Line): number {
  return line.cells.find((cell) => cell.length > 0)?.[0] ?? 0;
}

/** Lowest first; what is alike stays as it was. */
function sorted(lines: Line[], rank: (line: Line) => number): Line[] {
  const ranked = lines.map((line) => ({ line, at: rank(line) }));
  return ranked.sort((a, b) => a.at - b.at).map(({ line }) => line);
}
