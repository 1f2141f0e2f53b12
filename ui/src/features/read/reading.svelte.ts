// What is being read: one article of the open story, and the words or the absence that is selected in it.
import type { StoryView } from "../../generated/StoryView";
import { openStory } from "../story/open-story.svelte";
import { isShown } from "../story/shown";
import { preferences } from "../preferences/preferences.svelte";
import { margin, type Note } from "./margin";
import { others, type Version } from "./others";

export type Selected = { is: "claim"; claim: number } | { is: "row"; row: number };

class Reading {
  // By id: indices move when the story is compared anew.
  #claim: string | null = $state(null);
  #absent: string | null = $state(null);

  /** Index of the article. */
  base: number = $derived(this.#story?.articles[openStory.article ?? -1] ? (openStory.article ?? 0) : 0);
  selected: Selected | null = $derived.by(() => {
    const claim = this.#story?.claims.findIndex((claim) => claim.id === this.#claim && claim.article === this.base) ?? -1;
    if (claim >= 0) return { is: "claim", claim };
    const row = this.#story?.rows.findIndex((row) => row.id === this.#absent) ?? -1;
    return row >= 0 ? { is: "row", row } : null;
  });
  /** The rows of what is selected. */
  rows: number[] = $derived.by(() => {
    if (this.selected?.is === "row") return [this.selected.row];
    return this.selected ? (this.#story?.claims[this.selected.claim]?.rows ?? []) : [];
  });
  notes: Note[] = $derived(this.#story ? margin(this.#story, this.base, (divergence) => this.isShown(divergence)) : []);
  others: Version[] = $derived(this.#story && this.selected ? others(this.#story, this.base, this.rows) : []);

  get #story(): StoryView | null {
    return openStory.story;
  }

  isShown = (divergence: number): boolean => {
    const found = this.#story?.divergences[divergence];
    return !!found && isShown(found, openStory.decisions.get(divergence)?.ruling, preferences.now);
  };

  /** Opens the article of a claim at that claim. */
  show = (claim: number) => {
    const found = this.#story?.claims[claim];
    if (!found) return;
    openStory.article = found.article;
    this.pick({ is: "claim", claim });
  };

  pick = (selected: Selected | null) => {
    this.#select(selected);
    openStory.select(this.rows.find((row) => this.#story?.rows[row]?.divergences.length) ?? this.rows[0] ?? null);
  };

  /** Opens the article of this id from its beginning. */
  begin = (article: string) => {
    const at = this.#story?.articles.findIndex((one) => one.id === article) ?? -1;
    if (at < 0 || at === openStory.article) return;
    openStory.article = at;
    this.pick(null);
  };

  /** Opens another article at the same matter. */
  open = (article: number) => {
    const rows = openStory.row === null ? this.rows : [openStory.row, ...this.rows];
    openStory.article = article;
    this.#turnTo(rows);
  };

  step = (by: number) => {
    const many = this.#story?.articles.length ?? 0;
    if (many) this.open((this.base + by + many) % many);
  };

  /** Goes where the row is that was selected elsewhere. */
  follow = (row: number | null) => {
    if (row !== null && !this.rows.includes(row)) this.#turnTo([row]);
  };

  /** The next or the previous note. */
  stepNote = (by: number) => {
    const at = this.notes.findIndex((note) => this.isAt(note));
    const note = this.notes[at < 0 ? this.#noteFrom(by) : at + by];
    if (note) this.pick(targetOf(note));
  };

  /** The next or the previous claim. */
  stepClaim = (by: number) => {
    const claims = this.#story?.claims ?? [];
    const here = this.selected?.is === "claim" ? this.selected.claim + by : claims.findIndex((claim) => claim.article === this.base);
    if (claims[here]?.article === this.base) this.pick({ is: "claim", claim: here });
  };

  isAt = (note: Note): boolean => {
    if (note.is === "absent") return this.selected?.is === "row" && this.selected.row === note.row;
    const claims = note.is === "coverage" ? note.claims : [note.claim];
    return this.selected?.is === "claim" && claims.includes(this.selected.claim);
  };

  /** The note that follows the selected claim, which has none, or the one before it. */
  #noteFrom(by: number): number {
    const claim = this.selected?.is === "claim" ? this.selected.claim : -1;
    const next = this.notes.findIndex((note) => (note.is === "absent" ? (note.after ?? -1) : note.claim) > claim);
    return by > 0 ? next : next - 1;
  }

  /** Selects what the article has of the first row of which it has anything; the finding that is open stays so. */
  #turnTo(rows: readonly number[]) {
    const row = rows.find((row) => this.#story?.rows[row]?.cells[this.base]?.length) ?? rows[0];
    const claim = row === undefined ? undefined : this.#story?.rows[row]?.cells[this.base]?.[0];
    this.#select(claim !== undefined ? { is: "claim", claim } : row !== undefined ? { is: "row", row } : null);
    if (row !== openStory.row) openStory.select(row ?? null);
  }

  #select(selected: Selected | null) {
    this.#claim = selected?.is === "claim" ? (this.#story?.claims[selected.claim]?.id ?? null) : null;
    this.#absent = selected?.is === "row" ? (this.#story?.rows[selected.row]?.id ?? null) : null;
  }
}

export function targetOf(note: Note): Selected {
  return note.is === "absent" ? { is: "row", row: note.row } : { is: "claim", claim: note.claim };
}

export const reading = new Reading();
