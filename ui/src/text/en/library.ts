// The library: shelves of stories and articles, and what can be done to them.
import type { Edit } from "../../generated/Edit";
import { count } from "./words";

export const library = {
  title: "Library",
  shelves: { stories: "Stories", unsorted: "Unsorted", trash: "Trash" },
  shelvesLabel: "Shelves",
  list: { stories: "Stories", unsorted: "Unsorted articles", trash: "Articles in the trash" },
  filter: "Filter by title",
  noMatch: (words: string) => `No title has “${words}” in it.`,
  clearFilter: "Clear the filter",
  nothing: {
    stories: "No stories yet: articles of one event make one.",
    unsorted: "Every article is in a story.",
    trash: "The trash is empty.",
  },
  sort: "Sort by",
  sorts: { newest: "Newest", divergent: "Most divergences", unreviewed: "Least reviewed", title: "Title" },
  total: (articles: number, stories: number) => `${count(articles, "article")}, ${stories.toLocaleString("en")} ${stories === 1 ? "story" : "stories"}`,
  suggested: "Suggested",
  suggestedWhy: "Found automatically: these articles seem to tell of one event.",
  undated: "no date",
  notCompared: "not compared yet",
  agreed: "no divergences",
  outlets: (n: number) => count(n, "outlet"),
  more: (n: number) => `+${n}`,
  kindCount: (kind: string, n: number) => `${kind}: ${n}`,
  reviewed: (done: number, all: number) => `${done} of ${all} reviewed`,
  allReviewed: "all reviewed",
  select: (title: string) => `Select “${title}”`,
  unfold: (title: string) => `Show the articles of “${title}”`,
  fold: (title: string) => `Hide the articles of “${title}”`,
  newTitle: "New title",

  next: "Next",
  previous: "Previous",
  openStory: "Open the story",
  rename: "Rename",
  accept: "Accept",
  acceptLong: "Accept as a story",
  reject: "Not a story",
  merge: "Merge",
  begin: "Make a story of these",
  move: "Move to story…",
  unsort: "Take out of the story",
  trash: "Move to trash",
  restore: "Restore",
  pickAll: "Select all",
  pickNone: "Select nothing",
  showShelf: { stories: "Show stories", unsorted: "Show unsorted articles", trash: "Show the trash" },
  goFilter: "Filter by title",

  picked: (stories: number, articles: number) =>
    [stories > 0 ? `${stories} ${stories === 1 ? "story" : "stories"}` : "", articles > 0 ? count(articles, "article") : ""]
      .filter(Boolean)
      .join(", ") + " selected",
  pickedActions: "What to do with the selection",
  moveTitle: "Move to which story?",
  moveFilter: "Title of the story",
  moveNone: "No story has that in its title.",
  carried: (stories: number, articles: number) =>
    stories > 0 ? `${stories} ${stories === 1 ? "story" : "stories"}` : count(articles, "article"),
  dropNew: "Drop here to make a story of these",

  notDone: "The library was not changed",
  failed: (reason: string) => `The library could not be read; what is shown may be of before.\n${reason}`,
  did: (edit: Edit): string => did(edit),
};

function did(edit: Edit): string {
  switch (edit.is) {
    case "rename_story":
      return "Renamed";
    case "accept_story":
      return "Accepted as a story";
    case "merge_stories":
      return `Merged ${edit.stories.length + (edit.stories.includes(edit.into) ? 0 : 1)} stories`;
    case "begin_story":
      return `A story of ${count(edit.articles.length, "article")}`;
    case "move_articles":
      return `Moved ${count(edit.articles.length, "article")}`;
    case "unsort_articles":
      return `${count(edit.articles.length, "article")} taken out, now unsorted`;
    case "trash_articles":
      return `Moved ${count(edit.articles.length, "article")} to the trash`;
    case "trash_story":
      return "Moved to the trash";
    case "restore_articles":
      return `Restored ${count(edit.articles.length, "article")}`;
    case "choose_version":
      return "This version is compared from now on";
    case "edit_outlet":
      return "Outlet changed";
  }
}
