// Bringing files in.
import { count } from "./words";

export const imports = {
  explain: "Rashomon lines up what different outlets published about one event, claim by claim, and shows where their accounts part ways.",
  dropHere: "Drop files or folders here",
  dropAnywhere: "Drop to import",
  kindsOfFiles: "Web pages, text, Word, PDF and tables of articles. Nothing leaves this computer.",
  sample: "Open the sample story",
  chooseFiles: "Choose files…",
  chooseFolder: "Choose a folder…",
  paste: "Paste text or addresses…",
  or: "or",
  import: "Import",
  notPicked: "The system's dialog could not be shown",
  notSorted: "What was dropped could not be looked at",
  hint: "Drop files anywhere to add articles",
  pasteTitle: "Paste an article",
  pasteSays: "As it was copied from the page: title, date and text. What does not belong to it is taken out.",
  pasteText: "Text",
  pasteOutlet: "Outlet, if the text does not name it",
  bringIn: "Import",
  pasteAddresses: "Web addresses",
  fetchTitle: (pages: number) => (pages === 1 ? "Fetch this page?" : `Fetch these ${pages.toLocaleString("en")} pages?`),
  fetchSays: "Rashomon asks these sites for their pages, as a browser would, and keeps what they answer as evidence. Nothing is fetched until you say so, and nothing else leaves this computer.",
  fetch: (pages: number) => (pages === 1 ? "Fetch the page" : `Fetch ${pages.toLocaleString("en")} pages`),
  pasted: (outlet: string) => (outlet ? `Pasted text, ${outlet}` : "Pasted text"),
  files: (n: number) => count(n, "file"),

  panel: "Imports",
  fold: "Hide the files",
  unfold: "Show the files",
  what: { files: "Files", text: "Pasted text", pages: "Web pages", sample: "The sample story", rest: "What the last import left" },
  waits: "waits its turn",
  going: (done: number, total: number) => `Importing ${done.toLocaleString("en")} of ${count(total, "file")}`,
  looking: "Finding what belongs together…",
  ended: (files: number) => `Imported ${count(files, "file")}`,
  more: (n: number) => `${count(n, "more import")} after this`,
  progress: "Files that are through",
  sums: { articles: (n: number) => count(n, "article"), known: (n: number) => `${n} known`, leftOut: (n: number) => `${n} left out` },
  outcome: {
    waiting: "waiting",
    reading: "reading",
    fetching: "fetching",
    kept: (articles: number, known: number) =>
      [articles > 0 || known === 0 ? count(articles, "article") : "", known > 0 ? `${known} known` : ""].filter(Boolean).join(", "),
    duplicate: (of: string) => `same as ${of}`,
    left_out: "left out",
  },
  entry: (n: number, member: string | null) => `${member ?? `Entry ${n}`}: `,
  onlyProblems: (n: number) => `Only problems (${n})`,
  retry: "Try again",
  retryAll: (n: number) => `Try ${count(n, "file")} again`,
  showStory: "Show story",
  stopped: "The import has stopped",
  cancelledAfter: (articles: number) => (articles > 0 ? `Import cancelled; ${count(articles, "article")} came in before` : "Import cancelled"),
  brought,

  closing: "An import is going on",
  closingSays: "Close now and go on at the next start? What has come in stays; nothing is lost.",
  keepOpen: "Keep open",
  closeNow: "Close now",
  notClosed: "The window could not be closed",
  notStarted: "Rashomon could not start properly",
  libraryNotOpened: "The library that you wanted is not open",
};

interface Brought {
  kept: number;
  known: number;
  /** Stories that were suggested now. */
  found: number;
  /** Of the story in which most of it is. */
  title: string | undefined;
  failed: number;
}

/** `3 articles in 1 suggested story; 1 file left out`. */
function brought({ kept, known, found, title, failed }: Brought): string {
  const out = failed > 0 ? `; ${count(failed, "file")} left out` : "";
  if (kept === 0) return (known > 0 ? "Nothing new: all of it was in the library already" : "No article came in") + out;
  const where = found > 0 ? ` in ${found} suggested ${found === 1 ? "story" : "stories"}` : title ? ` in “${title}”` : ", unsorted";
  return `${count(kept, "article")}${where}${out}`;
}
