// The versions of one article, and what changed between them.
import { count } from "./words";

export const versions = {
  action: "Versions of this article…",
  many: (n: number) => count(n, "version"),
  title: (headline: string) => (headline ? `Versions of “${headline}”` : "Versions of this article"),
  list: "Versions, the latest first",
  before: "Before",
  after: "After",
  pick: { before: (version: string) => `Before: ${version}`, after: (version: string) => `After: ${version}` },
  published: (time: string) => `Published ${time}`,
  modified: (time: string) => `updated ${time}`,
  undated: "No date",
  came: (time: string, file: string) => `Came in ${time} from ${file}`,
  from: (file: string) => `From ${file}`,
  fetched: (time: string, address: string) => `Fetched ${time} from ${address}`,
  response: (status: string, size: string) => `${status}, ${size}`,
  save: "Save what the site sent…",
  saved: "Saved as a web archive record",
  notSaved: "It could not be saved",
  compared: "Compared",
  compare: "Compare this version",
  onlyOne: "This is the only version of this article in the library.",
  changes: "Changes",
  reading: "Reading the versions…",
  failed: "The versions could not be read",
  same: "Word for word the same.",
  sum: (paragraphs: number, of: number, added: number, cut: number) =>
    [
      paragraphs > 0 ? `${paragraphs.toLocaleString("en")} of ${count(of, "paragraph")} changed` : "The headline changed",
      added > 0 ? `${count(added, "word")} added` : "",
      cut > 0 ? `${count(cut, "word")} cut` : "",
    ]
      .filter(Boolean)
      .join(" · "),
  unchanged: (n: number) => `${count(n, "paragraph")} unchanged`,
  showAll: "Show the whole text",
  showChanges: "Show only what changed",
  paragraph: { cut: "Paragraph cut", added: "Paragraph added", rewritten: "Rewritten" },
  headline: "Headline",
};
