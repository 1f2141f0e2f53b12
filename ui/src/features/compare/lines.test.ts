import { expect, test } from "vitest";
import type { FindingDecisionView } from "../../generated/FindingDecisionView";
import type { StoryView } from "../../generated/StoryView";
import { mill } from "../../testing/mill";
import { asPublished, columnsOf, moved, toggled, type Layout } from "./columns";
import { hiddenByScore, kindCounts, usual, type Decisions, type Filters } from "./filters";
import { hitsOf } from "./hits";
import { linesOf } from "./lines";
import { hitStrokes, strokes } from "./strip";

const kinds = ["figure", "time"];
const all = usual({ theme: "system", text_size: 1, kinds, minimum_score: 0, link_threshold: 0.25, author: "", affiliation: "" });
const none: Decisions = new Map();
const columns = (layout: Layout = asPublished) => columnsOf(mill.articles, layout).filter((column) => !column.hidden);
const ruled = (ruling: string | null): Decisions => {
  const decision: FindingDecisionView = { id: "d0", divergence: 0, ruling, note: "", at: "2031-05-20", kind: "figure", readings: [] };
  return new Map([[0, decision]]);
};

function check(some: Partial<Filters>, expected: string[], { story = mill, decisions = none, layout = asPublished } = {}) {
  const lines = linesOf(story, { ...all, ...some }, decisions, columns(layout));
  expect(lines.map((line) => line.id + line.divergences.map((at) => `/${at}`).join(""))).toEqual(expected);
}

test("a table opens with all claims that several articles carry", () => check({}, ["r0/0", "r1"]));
test("a kind that is not shown leaves its row", () => check({ kinds: ["time"] }, ["r0", "r1"]));
test("only divergent rows", () => check({ carried: "divergent" }, ["r0/0"]));
test("a score below the least is no divergence", () => check({ carried: "divergent", minimum: 0.95 }, []));
test("a relation asked for hides the others", () => check({ carried: "divergent", relation: "update" }, []));
test("what was reviewed is settled", () => check({ unreviewed: true }, ["r0", "r1"], { decisions: ruled("dismissed") }));
test("a note alone settles nothing", () => check({ unreviewed: true }, ["r0/0", "r1"], { decisions: ruled(null) }));
test("a claim that stands in no row is carried by one outlet", () => check({ carried: "one" }, ["a1-1"]));
test("what every shown outlet has without divergence is agreed", () => {
  check({ carried: "agreed" }, []);
  check({ carried: "agreed" }, ["r1"], { layout: { ...asPublished, hidden: ["a1"] } });
});
test("a row that no shown outlet has is not shown", () => check({}, ["r0/0"], { layout: { ...asPublished, hidden: ["a0", "a2"] } }));
test("what the base lacks follows what it has", () => {
  const story: StoryView = { ...mill, rows: [...mill.rows].reverse() };
  check({}, ["r1", "r0/0"], { story });
  check({}, ["r0/0", "r1"], { story, layout: { ...asPublished, base: "a1" } });
});
test("the surest divergence comes first", () => {
  const story: StoryView = { ...mill, rows: [...mill.rows].reverse() };
  check({ order: "divergence" }, ["r0/0", "r1"], { story });
});
test("what most outlets carry comes first", () => {
  const story: StoryView = { ...mill, rows: [...mill.rows].reverse() };
  check({ order: "coverage" }, ["r0/0", "r1"], { story });
});

test("a kind counts what would be shown of it", () => {
  expect(hiddenByScore(mill.divergences, { ...all, minimum: 0.95 }, none)).toBe(mill.divergences.length);
  expect(hiddenByScore(mill.divergences, all, none)).toBe(0);
  expect(kindCounts(mill.divergences, { ...all, kinds: [] }, none).get("figure")).toEqual({ all: 1, shown: 1 });
  expect(kindCounts(mill.divergences, { ...all, minimum: 0.95 }, none).get("figure")).toEqual({ all: 1, shown: 0 });
});

test("the base stands first, and a moved column stays where it was put", () => {
  const layout = moved(columns(), asPublished, "a2", "a0");
  expect(columns(layout).map((column) => column.article.id)).toEqual(["a2", "a0", "a1"]);
  expect(columns({ ...layout, base: "a1" }).map((column) => column.article.id)).toEqual(["a1", "a2", "a0"]);
});

test("the last column cannot be hidden", () => {
  const layout = ["a0", "a1", "a2"].reduce((layout, id) => toggled(columns(layout), layout, id), asPublished);
  expect(columns(layout).map((column) => column.article.id)).toEqual(["a2"]);
  expect(columns(toggled(columns(layout), layout, "a0"))).toHaveLength(2);
});

test("words are found whatever their capitals, and signs are only signs", () => {
  const lines = linesOf(mill, all, none, columns());
  const found = (words: string) => hitsOf(words, mill, lines, columns()).map(({ line, claim, start }) => [line, claim, start]);
  expect(found("MILL ")).toEqual([[0, 0, 37], [0, 2, 36], [1, 1, 4], [1, 5, 4]]);
  expect(found("(alert")).toEqual([]);
  expect(found("<script>")).toEqual([[1, 5, 26]]);
  expect(found(" ")).toEqual([]);
});

test("the strip shows each line once, and quietly what does not diverge", () => {
  const lines = linesOf(mill, all, none, columns());
  const names = (decisions: Decisions) => strokes(mill, lines, decisions, 0.75).map(({ name, path }) => `${name} ${path}`);
  expect(names(none)).toEqual(["quiet M0 1h1v0.75H0z", "figure M0 0h1v0.75H0z"]);
  expect(names(ruled("dismissed"))[1]).toBe("settled M0 0h1v0.75H0z");
  expect(hitStrokes(hitsOf("café", mill, lines, columns()), 0.75)).toBe("");
  expect(hitStrokes(hitsOf("mill", mill, lines, columns()), 0.75)).toBe("M0 0h1v0.75H0zM0 1h1v0.75H0z");
});

test("a line of two kinds is striped", () => {
  const divergences = [...mill.divergences, ...mill.divergences.map((one) => ({ ...one, id: "d1", kind: "time" }))];
  const story = { ...mill, divergences, rows: mill.rows.map((row, at) => (at === 0 ? { ...row, divergences: [0, 1] } : row)) };
  const drawn = strokes(story, linesOf(story, all, none, columns()), none, 0.75);
  expect(drawn.map(({ name, path }) => `${name} ${path}`)).toContain("time M0.5 0h0.5v0.75H0.5z");
});
