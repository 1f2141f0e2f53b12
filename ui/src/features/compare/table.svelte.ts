// The table of one story: what is shown of it, where the user is in it. It outlasts its view.
import { preferences } from "../preferences/preferences.svelte";
import { openStory } from "../story/open-story.svelte";
import { asPublished, columnsOf, moved, toggled, type Column, type Layout } from "./columns";
import { hiddenByScore, kindCounts, usual, type Filters } from "./filters";
import { byLine, hitsOf, type Hit } from "./hits";
import { linesOf, type Line } from "./lines";

/** A cell: the head is line -1, the gutter column -1. */
export interface Cell {
  line: number;
  column: number;
}

export class Table {
  #chosen: Partial<Filters> = $state.raw({});
  #layout: Layout = $state.raw(asPublished);
  /** What is looked for. */
  words = $state("");
  /** Which of the hits the user is at; -1 before the first. */
  hit = $state(-1);
  #active: Cell = $state.raw({ line: 0, column: -1 });
  /** The hole whose nearest miss is shown: the id of its line and its article. */
  near: { line: string; article: number } | null = $state.raw(null);
  /** The first line in sight, for when the view comes back. */
  first = 0;
  /** Where in the findings the user was last, for when the one there is no longer shown. */
  #last = 0;

  filters: Filters = $derived({ ...usual(preferences.now), ...this.#chosen });
  counts = $derived(kindCounts(openStory.story?.divergences ?? [], this.filters, openStory.decisions));
  allColumns: Column[] = $derived(columnsOf(openStory.story?.articles ?? [], this.#layout));
  columns: Column[] = $derived(this.allColumns.filter((column) => !column.hidden));
  lines: Line[] = $derived(openStory.story ? linesOf(openStory.story, this.filters, openStory.decisions, this.columns) : []);
  /** The divergences in the order of the lines. */
  findings: number[] = $derived(this.lines.flatMap((line) => line.divergences));
  /** How many divergences only their score hides. */
  lessLikely: number = $derived(hiddenByScore(openStory.story?.divergences ?? [], this.filters, openStory.decisions));
  hits: Hit[] = $derived(openStory.story ? hitsOf(this.words, openStory.story, this.lines, this.columns) : []);
  hitsByLine: Map<number, Hit[]> = $derived(byLine(this.hits));
  isUsual = $derived(Object.keys(this.#chosen).length === 0 && this.#layout === asPublished && this.words === "");

  /** Where the keyboard is: a cell that is there, whatever was filtered away. */
  active: Cell = $derived({
    line: Math.min(this.#active.line, this.lines.length - 1),
    column: Math.min(this.#active.column, this.columns.length - 1),
  });

  enter = (cell: Cell) => {
    this.#active = cell;
  };

  filter = (some: Partial<Filters>) => {
    this.#chosen = { ...this.#chosen, ...some };
  };

  reset = () => {
    this.#chosen = {};
    this.#layout = asPublished;
    this.words = "";
    this.near = null;
  };

  look = (words: string) => {
    this.words = words;
    this.hit = -1;
  };

  /** The hit after the one the user is at, or before it. */
  toHit = (by: 1 | -1): Hit | undefined => {
    const count = this.hits.length;
    const at = this.hit < 0 && by < 0 ? count : this.hit;
    if (count > 0) this.hit = (at + by + count) % count;
    return this.hits[this.hit];
  };

  /** Shows or hides a kind; `alone` shows nothing else, and all again where it was alone. */
  toggleKind = (kind: string, alone = false) => {
    const { kinds } = this.filters;
    if (alone) this.filter({ kinds: kinds.length === 1 && kinds[0] === kind ? preferences.now.kinds : [kind] });
    else this.filter({ kinds: kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind] });
  };

  move = (id: string, to: string) => {
    this.#layout = moved(this.allColumns, this.#layout, id, to);
  };

  toggleColumn = (id: string) => {
    this.#layout = toggled(this.allColumns, this.#layout, id);
  };

  /** Makes an article the base, or takes that back. */
  pin = (id: string) => {
    const hidden = this.#layout.hidden.filter((other) => other !== id);
    this.#layout = { ...this.#layout, hidden, base: this.#layout.base === id ? null : id };
  };

  /** Shows what comes closest in an article that lacks the claim, or no longer. */
  toggleNear = (line: Line, article: number) => {
    const isThere = this.near?.line === line.id && this.near.article === article;
    this.near = isThere ? null : { line: line.id, article };
  };

  /** Whether a divergence is marked in an article's cell. */
  isMarked(line: Line, article: number, divergence: number): boolean {
    const claims = line.cells[article] ?? [];
    return claims.some((claim) => openStory.story?.claims[claim]?.marks.some((mark) => mark.divergence === divergence));
  }

  /** The first cell in which a divergence is marked; its gutter where none in sight is. */
  cellOf(divergence: number): Cell | null {
    const at = this.lineOf(openStory.story?.divergences[divergence]?.row ?? null);
    const line = this.lines[at];
    return line ? { line: at, column: this.columns.findIndex((column) => this.isMarked(line, column.at, divergence)) } : null;
  }

  /** The line of a row; -1 where it is not shown. */
  lineOf(row: number | null): number {
    return row === null ? -1 : this.lines.findIndex((line) => line.row === row);
  }

  /** Goes to the finding after the selected one, or before it; the answer is its divergence. */
  step = (by: 1 | -1): number | null => {
    const { findings } = this;
    const at = this.#next(by);
    const found = findings[Math.max(0, Math.min(at, findings.length - 1))];
    if (found === undefined) return null;
    this.show(found);
    return found;
  };

  show = (divergence: number) => {
    this.#last = Math.max(0, this.findings.indexOf(divergence));
    openStory.show(divergence);
  };

  #next(by: 1 | -1): number {
    const at = openStory.divergence === null ? -1 : this.findings.indexOf(openStory.divergence);
    if (at >= 0) return at + by;
    if (openStory.divergence !== null) return by === 1 ? this.#last : this.#last - 1;
    const before = this.lines.slice(0, this.active.line).reduce((sum, line) => sum + line.divergences.length, 0);
    return by === 1 ? before : before - 1;
  }
}

const tables: Record<string, Table> = {};

/** The table of a story, as it was left. */
export function tableOf(story: string): Table {
  return (tables[story] ??= new Table());
}
