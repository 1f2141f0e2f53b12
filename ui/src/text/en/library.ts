// The library: shelves of stories and articles, and what can be done to them.
import { count } from "./words";

export const library = {
  title: "Library",
  shelves: { stories: "Stories", unsorted: "Unsorted", trash: "Trash" },
  shelvesLabel: "Shelves",
  list: { stories: "Stories", unsorted: "Unsorted articles", trash: "Articles in the trash" },
  filter: "Filter by title",
  noMatch: (words: string) => `No title has “${words}” in it.`,
  clearFilter: "Clear the filter",
  sort: "Sort by",
  sorts: { newest: "Newest", divergent: "Most divergences", unreviewed: "Least reviewed", title: "Title" },
  suggested: "Suggested",
  suggestedWhy: "Found automatically: these articles seem to tell of one event.",
  accept: "Accept",
  reject: "Not a story",
  undated: "no date",
  notCompared: "not compared yet",
  agreed: "no divergences",
  outlets: (n: number) => count(n, "outlet"),
  more: (n: number) => `+${n}`,
  kindCount: (kind: string, n: number) => `${kind}: ${n}`,
  reviewed: (done: number, all: number) => `${done} of ${all} reviewed`,
  allReviewed: "all reviewed",
};
