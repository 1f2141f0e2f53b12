// Quantities and times, as the outlets give them.
import { count } from "./words";

export const figures = {
  figures: "Figures",
  times: "Times",
  none: "No quantity and no time is given by two outlets.",
  noneWhy: "A figure stands here when two or more outlets count or measure the same thing, a time when they date the same event.",
  waiting: "Reading figures and times …",
  failed: "The figures could not be read",
  outlet: "Outlet",
  said: "As said",
  asOf: "As of",
  which: "Which is",
  published: (time: string) => `pub. ${time}`,
  logarithmic: "logarithmic scale",
  outlets: (n: number) => count(n, "outlet"),
  clock: (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`,
  rough: "about",
  to: (from: string, to: string) => `${from} to ${to}`,
  legend: "How it is drawn",
  signs: {
    exact: "exactly",
    hollow: "about, nearly; more or less than",
    range: "a range, or as vague as the words are",
    arrow: "at least, up to",
    joined: "a later account replaces an earlier",
  },
};
