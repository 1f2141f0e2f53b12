// Utterances that several outlets carry.
import { count } from "./words";

export const quotes = {
  quotes: "Quotes",
  none: "No utterance is carried by two outlets.",
  noneWhy: "Words stand here when two or more outlets quote or report the same utterance.",
  waiting: "Reading quotations …",
  failed: "The quotations could not be read",
  direct: "direct quotation",
  indirect: "reported speech",
  unattributed: "attributed to nobody",
  wordForWord: (n: number) => `word for word in ${count(n, "outlet")}`,
  versions: (n: number) => count(n, "version"),
  outlets: (n: number) => count(n, "outlet"),
  cut: (n: number) => `cut: ${count(n, "word")}`,
  added: (n: number) => `added: ${count(n, "word")}`,
  same: "the same words",
  loose: "in other words",
  base: "the others are laid beside this",
  layBeside: "Lay the others beside this",
  speakersDiffer: "attributed to several",
  legend: "Differences",
  legendAdded: "added",
  legendCut: "cut",
};
