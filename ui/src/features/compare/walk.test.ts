import { expect, test } from "vitest";
import { walk } from "./walk";

function check(key: string, from: [number, number], expected: [number, number] | null, mods: KeyboardEventInit = {}) {
  const to = walk(new KeyboardEvent("keydown", { key, ...mods }), { line: from[0], column: from[1] }, 9, 3, 4);
  expect(to && [to.line, to.column]).toEqual(expected);
}

test("arrows go a cell on", () => {
  check("ArrowDown", [0, 0], [1, 0]);
  check("ArrowRight", [0, 0], [0, 1]);
});
test("from the first cells the way leads to the head and the gutter, and no further", () => {
  check("ArrowUp", [0, 0], [-1, 0]);
  check("ArrowUp", [-1, 0], [-1, 0]);
  check("ArrowLeft", [0, 0], [0, -1]);
  check("ArrowLeft", [0, -1], [0, -1]);
});
test("the last cell is the last", () => check("PageDown", [7, 2], [8, 2]));
test("Home and End lead along the row, with Ctrl through the table", () => {
  check("End", [4, 0], [4, 2]);
  check("End", [4, 0], [8, 2], { ctrlKey: true });
  check("Home", [4, 1], [0, -1], { ctrlKey: true });
});
test("other keys are others' business", () => {
  check("j", [0, 0], null);
  check("ArrowLeft", [0, 0], null, { shiftKey: true });
});
