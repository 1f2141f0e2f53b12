// Who vouches for what, and who reprints whom.
import { count } from "./words";

export const sources = {
  none: "No source was found.",
  noneWhy: "Sources stand here when articles say who vouches for a claim.",
  waiting: "Reading sources …",
  failed: "The sources could not be read",
  vouching: "Who vouches",
  source: "Source",
  sorts: { named: "named", anonymous: "anonymous", outlet: "an outlet", own: "no source given" } as Record<string, string>,
  ownVoice: "In its own voice",
  cell: (n: number, source: string, outlet: string) => `${count(n, "claim")} by ${source} in ${outlet}`,
  in: (outlet: string) => `in ${outlet}`,
  loaded: "takes a side",
  legend: "Signs",
  nobody: "none",
  more: (n: number) => `Show ${count(n, "source")} that one outlet alone cites`,
  whole: "Sources that one outlet alone cites",
  fewer: "Show only sources that several outlets cite",
  chains: "Who passes on whom",
  chainsWhy: "The article first, then from whom it has it, to whoever first said it.",
  origins: "Where the texts come from",
  shared: (overlap: number) => `${Math.round(overlap * 100)} % the same text`,
  sharing: (labels: string[], overlap: number) => `${labels.join(", ")}: ${Math.round(overlap * 100)} % the same text`,
  alone: "shares no text with another",
  earlier: "published earlier",
  later: "later",
};
