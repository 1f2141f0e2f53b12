import { expect, test } from "vitest";
import { shownDay, shownShort, shownTime } from "./iso";

test("a time is shown as it was given, at its own precision", () => {
  expect(shownTime("2031-05-12T10:35:00+02:00")).toBe("12 May 2031, 10:35 (UTC+02:00)");
  expect(shownTime("2031-05-12T16:30:00Z")).toBe("12 May 2031, 16:30 (UTC)");
  expect(shownTime("2031-05-12T09:10")).toBe("12 May 2031, 09:10");
  expect(shownTime("2031-05-13")).toBe("13 May 2031");
  expect(shownTime("2031-05")).toBe("May 2031");
  expect(shownTime("2031")).toBe("2031");
});

test("what is no time is shown as it is", () => expect(shownTime("last Tuesday")).toBe("last Tuesday"));

test("a day is short where the year is plain", () => expect(shownDay("2031-05-12T09:10")).toBe("12 May"));

test("a short time has its clock where it has one", () => {
  expect(shownShort("2031-05-12T09:10")).toBe("12 May, 09:10");
  expect(shownShort("2031-05-12")).toBe("12 May");
});
