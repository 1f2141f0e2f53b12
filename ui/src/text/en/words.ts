// The words that every part uses: kinds, relations, counted things.

export const words = {
  appName: "Rashomon",
  kinds: {
    figure: "Figure",
    time: "Time",
    place: "Place",
    actor: "Actor",
    source: "Source",
    certainty: "Certainty",
    polarity: "Polarity",
    quote: "Quote",
    wording: "Wording",
  } as Record<string, string>,
  relations: { conflict: "conflict", differs: "differs", update: "update" } as Record<string, string>,
  absent: "not found in this outlet",
  counted: (outlets: number, origins: number) => `${count(outlets, "outlet")}, ${count(origins, "origin")}`,
  articles: (n: number) => count(n, "article"),
  divergences: (n: number) => count(n, "divergence"),
  cancel: "Cancel",
  close: "Close",
  save: "Save",
};

/** `1 outlet`, `1,024 outlets`. */
export function count(n: number, noun: string): string {
  return `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;
}
