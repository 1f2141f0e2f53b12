// The search across the library.
import { count } from "./words";

export const search = {
  field: "Search all articles",
  hits: "Articles found",
  filters: "Filters",
  outlet: "Outlet",
  anyOutlet: "any",
  noOutlet: "No outlet has such a name.",
  from: "From",
  until: "Until",
  kind: "Diverges in",
  anyKind: "anything or nothing",
  clear: "Take the filters away",
  inNoStory: "in no story",
  total: (n: number) => count(n, "article"),
  syntax: { phrase: "\"exact words\"", phraseSays: "words in this order", prefix: "begin*", prefixSays: "words that begin so" },
  syntaxLabel: "How to write it",
  failed: "The search could not be made",
  none: "Nothing found",
  tryLess: "Try fewer words, the beginning of a word with a star (explo*), or another spelling.",
  tryFilters: "The filters may hide what you look for.",
  nothingYet: "There is nothing to search yet",
  nothingYetHint: "Articles that you import can be found here by any of their words.",
};
