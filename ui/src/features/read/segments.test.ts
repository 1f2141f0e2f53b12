import { expect, test } from "vitest";
import type { ClaimView } from "../../generated/ClaimView";
import { segments } from "./segments";

const at = (start: number, end: number, marks: ClaimView["marks"] = []): ClaimView => ({ id: "", article: 0, paragraph: 0, start, end, text: "", marks, rows: [] });

test("the words between claims stay, and marks move with their claim", () => {
  const mark = { start: 1, end: 4, kind: "figure", divergence: 0 };
  expect(segments("– three –", [0], [at(2, 7, [mark])])).toEqual([
    { text: "– ", claim: null, marks: [] },
    { text: "three", claim: 0, marks: [mark] },
    { text: " –", claim: null, marks: [] },
  ]);
});

test("where claims overlap, words belong to the shorter one", () => {
  expect(segments("one twooo", [0, 1], [at(0, 9), at(4, 9)]).map(({ text, claim }) => [text, claim])).toEqual([
    ["one ", 0],
    ["twooo", 1],
  ]);
});
