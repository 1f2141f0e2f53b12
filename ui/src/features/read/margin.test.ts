import { expect, test } from "vitest";
import { mill } from "../../testing/mill";
import { heat } from "./heat";
import { linesOf, margin } from "./margin";
import { stack } from "./stack";

const all = () => true;

test("a claim of which others give another reading has a note", () => {
  expect(margin(mill, 0, all)[0]).toEqual({ is: "differs", claim: 0, divergences: [0], outlets: 3 });
  expect(linesOf(mill, 0, [0])).toEqual([{ kind: "figure", conflict: true, values: "5 dead" }]);
});

test("a finding that is hidden makes no note", () => {
  expect(margin(mill, 0, () => false).map((note) => note.is)).toEqual(["coverage"]);
});

test("a claim that no other outlet has is only here", () => {
  expect(margin(mill, 1, all)).toContainEqual({ is: "coverage", claim: 3, claims: [3], outlets: 1 });
});

test("what two others have and the article lacks stands after what they have in common", () => {
  expect(margin(mill, 1, all)).toContainEqual({ is: "absent", after: 2, row: 1, outlets: 2 });
});

test("what one other alone has is no absence", () => {
  const lone = { ...mill, rows: mill.rows.map((row, at) => (at === 1 ? { ...row, cells: [[1], [], []] } : row)) };
  expect(margin(lone, 1, all).some((note) => note.is === "absent")).toBe(false);
});

test("a conflict warms more than nothing, and no more than all", () => {
  expect(heat(mill, 0, all).map((one) => one.heat > 0)).toEqual([true, false]);
  expect(Math.max(...heat(mill, 0, all).map((one) => one.heat))).toBeLessThanOrEqual(1);
});

test("a note stands at its words, or below the note before it", () => {
  expect(stack([0, 10, 300], [40, 20, 20], 6)).toEqual([0, 46, 300]);
});
