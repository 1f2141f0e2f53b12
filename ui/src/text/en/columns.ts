// What the columns of a table hold.

export const columns = {
  say: "Say what the columns hold…",
  title: (file: string) => `What do the columns of “${file}” hold?`,
  explain: "Choose the column for each part of an article; a table needs one with the text. Tables with the same columns are read the same way from now on.",
  fields: {
    text: "Text",
    title: "Headline",
    outlet: "Outlet",
    date: "Published",
    modified: "Updated",
    url: "Address",
    byline: "Author",
    section: "Section",
    language: "Language",
  } as Record<string, string>,
  none: "not in the table",
  rows: "The first rows",
  parts: "Parts of an article",
  first: "The first article as it would be",
  nothing: "No article comes of this yet.",
  noHeadline: "No headline",
  undated: "No date",
  reading: "Reading the table…",
  failed: "The table could not be read",
  notKept: "What the columns hold could not be kept",
  read: "Read the table",
};
