import { expect, test } from "vitest";
import type { PointView } from "../../generated/PointView";
import type { SeriesView } from "../../generated/SeriesView";
import { mill } from "../../testing/mill";
import { drawn } from "./bound";
import { byDispute } from "./dispute";
import { isLogarithmic, scaleOf } from "./extent";
import { joined } from "./joined";
import { spreadOf } from "./spread";
import { shownIn } from "./units";

function point(low: number, high = low, bound = "exactly", article = 0, as_of: string | null = null): PointView {
  const claim = article * 2;
  return { article, low, high, bound, as_of, evidence: { claim, start: 0, end: 5, text: "Three" } };
}

const series = (...points: PointView[]): SeriesView => ({ id: "s", measure: "people dead", unit: "", rows: [0], points });

test("an exact value is a full dot", () => {
  expect(drawn(point(3))).toEqual({ dot: 3, hollow: false, from: null, to: null, arrow: 0 });
});

test("about is a hollow dot in its bracket", () => {
  expect(drawn(point(180, 220, "about"))).toEqual({ dot: 200, hollow: true, from: 180, to: 220, arrow: 0 });
});

test("at least points on, less than points back and is hollow", () => {
  expect(drawn(point(3, 3, "at_least"))).toMatchObject({ arrow: 1, hollow: false });
  expect(drawn(point(3, 3, "less_than"))).toMatchObject({ arrow: -1, hollow: true });
});

test("a range has no middle", () => expect(drawn(point(3, 7)).dot).toBeNull());

test("an axis is logarithmic only beyond two orders of magnitude", () => {
  expect(isLogarithmic([point(10), point(1000)])).toBe(false);
  expect(isLogarithmic([point(10), point(1001)])).toBe(true);
  expect(isLogarithmic([point(0), point(1001)])).toBe(false);
});

test("an axis has zero where that is near, and room where all values are the same", () => {
  expect(scaleOf([point(3), point(11)], 100).domain()[0]).toBe(0);
  expect(scaleOf([point(900), point(1000)], 100).domain()[0]).toBeGreaterThan(0);
  expect(scaleOf([point(5), point(5)], 100)(5)).toBeCloseTo(50, -1);
});

test("an outlet's later value is joined to its earlier one", () => {
  expect(joined(mill, series(point(3, 3, "exactly", 0, "2031-05-02"), point(5, 5, "exactly", 0, "2031-05-03")))).toEqual([[0, 1]]);
});

test("outlets are joined only by a finding that calls it an update", () => {
  const points = series(point(3, 3, "exactly", 0, "2031-05-02"), point(5, 5, "exactly", 1, "2031-05-03"));
  const update = { ...mill, divergences: mill.divergences.map((found) => ({ ...found, relation: "update" })) };
  expect(joined(mill, points)).toEqual([]);
  expect(joined(update, points)).toEqual([[0, 1]]);
});

test("a conflict comes first, then what lies furthest apart", () => {
  const agreed = { ...series(point(3, 3, "exactly", 2), point(3, 3, "exactly", 2)), id: "agreed" };
  const apart = { ...series(point(1, 1, "exactly", 2), point(9, 9, "exactly", 2)), id: "apart" };
  const conflict = { ...series(point(3), point(5, 5, "exactly", 1)), id: "conflict" };
  const order = byDispute(mill, "figure", [agreed, apart, conflict], spreadOf);
  expect(order.map(({ one, relation }) => [one.id, relation])).toEqual([
    ["conflict", "conflict"],
    ["apart", ""],
    ["agreed", ""],
  ]);
});

test("ranges that meet lie not apart", () => expect(spreadOf(series(point(36, 44, "about"), point(42)))).toBe(0));

test("long ways are kilometres", () => {
  expect(shownIn("m", 40_000).unit).toBe("km");
  expect(shownIn("m", 40_000).number(2000)).toBe("2");
  expect(shownIn("", 3e8).number(3e8)).toBe("300M");
});
