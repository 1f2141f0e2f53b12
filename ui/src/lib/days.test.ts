import { expect, test } from "vitest";
import { daySpan } from "./days";

const check = (from: string | null, until: string | null, expected: string | null) =>
  expect(daySpan(from, until)?.replace(/\s*–\s*/, "–") ?? null).toBe(expected);

test("a span names the month once", () => check("2031-05-12", "2031-05-16", "12–16 May 2031"));
test("a span over a year's end names both years", () => check("2030-12-30", "2031-01-02", "30 December 2030–2 January 2031"));
test("one day is one day", () => check("2031-05-12", "2031-05-12", "12 May 2031"));
test("one end that is known stands for both", () => check(null, "2031-05-12", "12 May 2031"));
test("no day is none", () => check(null, null, null));
test("what is no full day stands as it is", () => check("2031-05", "2031-05", "2031-05"));
test("a day that there is not stands as it is", () => check("2031-13-40", "2031-13-40", "2031-13-40"));
