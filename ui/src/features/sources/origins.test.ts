import { expect, test } from "vitest";
import { mill } from "../../testing/mill";
import { fitting, lanes } from "./origins";

test("articles that share a text share a lane, and there are as many lanes as origins", () => {
  expect(lanes(mill)).toEqual([
    { articles: [0, 2], overlap: 0.4 },
    { articles: [1], overlap: null },
  ]);
  expect(lanes(mill)).toHaveLength(mill.independent);
});

test("a label that is too long is cut between letters", () => {
  expect(fitting("Harbour Radio", 200, 7)).toBe("Harbour Radio");
  expect(fitting("Harbour Radio", 60, 7)).toBe("Harbour…");
  expect(fitting("🔥🔥🔥🔥🔥", 21, 7)).toBe("🔥🔥…");
});
