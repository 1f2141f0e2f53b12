// An invented library for tests: two stories, one of them suggested.
import type { CardView } from "../generated/CardView";
import type { LibraryView } from "../generated/LibraryView";
import type { StoryCardView } from "../generated/StoryCardView";
import type { UndoView } from "../generated/UndoView";

export const nothing: UndoView = { undo: null, redo: null, story: null };

export function story(id: string, more: Partial<StoryCardView> = {}): StoryCardView {
  return {
    id,
    title: `Story of ${id}`,
    suggested: false,
    outlets: ["Harbour Radio", "Northern Post"],
    articles: 2,
    from: "2031-05-02",
    until: "2031-05-04",
    origins: 2,
    divergences: [
      { kind: "figure", count: 3 },
      { kind: "quote", count: 1 },
    ],
    reviewed: 1,
    ...more,
  };
}

export function card(id: string, of: string | null): CardView {
  return { id, outlet: "Northern Post", title: `Article ${id}`, published: "2031-05-02", url: null, story: of, file: `press/${id}.html`, versions: 1 };
}

export function library(stories: StoryCardView[], more: Partial<LibraryView> = {}): LibraryView {
  return { stories, articles: 4, unsorted: 1, trashed: 1, undo: nothing, ...more };
}

export const mills = library([story("mill"), story("ferry", { suggested: true, title: "Ferry runs aground" })]);
export const empty = library([], { articles: 0, unsorted: 0, trashed: 0 });
