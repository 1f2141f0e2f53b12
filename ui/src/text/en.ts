// Every sentence shown, in English.

export const en = {
  appName: "Rashomon",
  empty: {
    title: "See where accounts part ways",
    body: "Drop what several outlets published about one event anywhere on this window.",
    sample: "Open the sample story",
  },
  dropHere: "Drop to compare these files as one story",
  working: "Comparing …",
  failed: "This could not be compared",
  back: "Back",
  absent: "not found in this outlet",
  counted: (outlets: number, origins: number) => `${count(outlets, "outlet")}, ${count(origins, "origin")}`,
  summary: (articles: number, rows: number, divergences: number) =>
    `${count(articles, "article")} · ${count(rows, "shared claim")} · ${count(divergences, "divergence")}`,
  oddities: (n: number) => `${count(n, "file note")}`,
  claims: "Claims",
  kinds: {
    figure: "figure",
    time: "time",
    place: "place",
    actor: "actor",
    source: "source",
    certainty: "certainty",
    polarity: "polarity",
    quote: "quote",
    wording: "wording",
  } as Record<string, string>,
  relations: { conflict: "conflict", differs: "differs", update: "update" } as Record<string, string>,
  onlyDivergent: "Only divergent claims",
};

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
