import { expect, test } from "vitest";
import { story } from "../../testing/shelves";
import { sorted, type Sort } from "./sorting";

const stories = [
  story("new", { title: "Étude of a storm", divergences: null, reviewed: 0 }),
  story("middle", { title: "Article 10", reviewed: 4 }),
  story("old", { title: "Article 9", divergences: [{ kind: "time", count: 9 }], reviewed: 2 }),
];

function check(sort: Sort, words: string, expected: string[]) {
  expect(sorted(stories, sort, words).map((story) => story.id)).toEqual(expected);
}

test("the newest stay first", () => check("newest", "", ["new", "middle", "old"]));
test("the most divergent come first, those not compared last", () => check("divergent", "", ["old", "middle", "new"]));
test("those with the most left to review come first", () => check("unreviewed", "", ["old", "new", "middle"]));
test("titles sort as people count", () => check("title", "", ["old", "middle", "new"]));
test("a filter looks past case and accents", () => check("newest", "  etude ", ["new"]));
test("a filter that is no pattern is only text", () => check("newest", ".*", []));
