import { expect, test } from "vitest";
import type { StoryView } from "../../generated/StoryView";
import { mill } from "../../testing/mill";
import { linksOf } from "./links";

function check(ruled: { a: number; b: number; ruling: string }[], expected: string[]) {
  const links = ruled.map(({ a, b, ruling }) => ({
    a: mill.claims[a]?.id ?? "",
    b: mill.claims[b]?.id ?? "",
    ruling,
    at: "2031-05-20",
    claims: [a, b] as [number, number],
    texts: ["", ""] as [string, string],
  }));
  const story: StoryView = { ...mill, decisions: { ...mill.decisions, links } };
  const [row] = mill.rows;
  if (!row) throw new Error("the mill has rows");
  expect(linksOf(story, row).map(({ a, b, score, ruling }) => `${a}-${b} ${ruling ?? score}`)).toEqual(expected);
}

test("the weakest link comes first", () => check([], ["2-4 0.6", "0-2 0.9"]));
test("what was ruled by hand comes before it", () => check([{ a: 2, b: 0, ruling: "pinned" }], ["0-2 pinned", "2-4 0.6"]));
test("a link that was cut is listed, to be freed", () => check([{ a: 0, b: 4, ruling: "cut" }], ["0-4 cut", "2-4 0.6", "0-2 0.9"]));
test("links of other rows are theirs", () => check([{ a: 1, b: 3, ruling: "cut" }], ["2-4 0.6", "0-2 0.9"]));
