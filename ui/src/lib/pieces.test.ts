import { expect, test } from "vitest";
import { pieces } from "./pieces";

function check(text: string, marks: { start: number; end: number; kind: string }[], expected: string[]) {
  const found = pieces(text, marks);
  expect(found.map((piece) => piece.text + piece.marks.map((mark) => `/${mark.kind}`).join(""))).toEqual(expected);
  expect(found.map((piece) => piece.text).join("")).toBe(text);
}

test("an unmarked text is one piece", () => check("three died", [], ["three died"]));

test("marks cut the text", () => check("at least three died", [{ start: 9, end: 14, kind: "figure" }], ["at least ", "three/figure", " died"]));

test("overlapping marks share a piece", () =>
  check(
    "police say three",
    [
      { start: 0, end: 10, kind: "source" },
      { start: 7, end: 16, kind: "figure" },
    ],
    ["police /source", "say/source/figure", " three/figure"],
  ));

test("an emoji before a mark does not move it", () => check("🔥 three", [{ start: 3, end: 8, kind: "figure" }], ["🔥 ", "three/figure"]));
