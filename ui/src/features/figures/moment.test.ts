import { expect, test } from "vitest";
import { daysOf, stretch, tickWords, timeScale } from "./moment";

const time = (first: string, clock: [number, number] | null = null, last = first) => ({
  article: 0,
  first,
  last,
  clock,
  rough: false,
  evidence: { claim: 0, start: 0, end: 5, text: "Three" },
});
const at = (iso: string) => Date.parse(iso);

test("a day reaches to its end", () => {
  expect(stretch(time("2031-05-12"))).toEqual({ from: at("2031-05-12T00:00Z"), to: at("2031-05-13T00:00Z"), moment: false });
});

test("a time of the clock is a moment", () => {
  expect(stretch(time("2031-05-12", [402, 402]))).toEqual({ from: at("2031-05-12T06:42Z"), to: at("2031-05-12T06:42Z"), moment: true });
});

test("a part of a day lies within it", () => {
  expect(stretch(time("2031-05-12", [1080, 1440]))?.to).toBe(at("2031-05-13T00:00Z"));
});

test("what is no day is not drawn", () => expect(stretch(time("some day"))).toBeNull());

test("a single moment still has room on both sides", () => {
  const one = { from: at("2031-05-12T06:42Z"), to: at("2031-05-12T06:42Z"), moment: true };
  expect(timeScale([one], 100)(one.from)).toBeCloseTo(50);
});

test("midnight is a day, all else an hour", () => {
  expect(tickWords([new Date("2031-05-12T00:00Z"), new Date("2031-05-12T06:30Z")])).toEqual(["12 May", "06:30"]);
});

test("the days are told once, in order", () => {
  expect(daysOf([time("2031-05-13"), time("2031-05-12")])).toEqual(["2031-05-12", "2031-05-13"]);
});
