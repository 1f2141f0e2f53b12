// Bringing files in.
import { count } from "./words";

export const imports = {
  explain: "Rashomon lines up what different outlets published about one event, claim by claim, and shows where their accounts part ways.",
  dropHere: "Drop files or folders here",
  dropAnywhere: "Drop to import",
  kindsOfFiles: "Web pages, text, Word, PDF, tables and feeds. Nothing leaves this computer.",
  sample: "Open the sample story",
  chooseFiles: "Choose files…",
  chooseFolder: "Choose a folder…",
  paste: "Paste text…",
  or: "or",
  import: "Import",
  notPicked: "The system's dialog could not be shown",
  hint: "Drop files anywhere to add articles",
  panel: "Imports",
  pasteTitle: "Paste an article",
  pasteSays: "As it was copied from the page: title, date and text. What does not belong to it is taken out.",
  pasteText: "Text",
  pasteOutlet: "Outlet, if the text does not name it",
  bringIn: "Import",
  pasted: (outlet: string) => (outlet ? `Pasted text, ${outlet}` : "Pasted text"),
  files: (n: number) => count(n, "file"),
};
