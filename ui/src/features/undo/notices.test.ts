import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { notices } from "./notices.svelte";

beforeEach(() => {
  vi.useFakeTimers();
  notices.all.forEach(({ id }) => notices.close(id));
});
afterEach(() => vi.useRealTimers());

const said = () => notices.all.map((one) => one.text);
const deed = { label: "Undo", run: () => {} };

test("what was done goes by itself, later if there is something to do about it", () => {
  notices.say("Renamed");
  notices.say("Moved to the trash", deed);
  vi.advanceTimersByTime(6_000);
  expect(said()).toEqual(["Moved to the trash"]);
  vi.advanceTimersByTime(4_000);
  expect(said()).toEqual([]);
});

test("what went wrong stays until it is closed, and is said once", () => {
  notices.fail("Not done", "The disk is full.");
  notices.fail("Not done", "The disk is full.");
  vi.advanceTimersByTime(60_000);
  expect(said()).toEqual(["Not done"]);
  notices.close(notices.all[0]?.id ?? 0);
  expect(said()).toEqual([]);
});

test("nothing goes while somebody reads", () => {
  notices.say("Renamed");
  notices.hold();
  vi.advanceTimersByTime(60_000);
  expect(said()).toEqual(["Renamed"]);
  notices.release();
  vi.advanceTimersByTime(6_000);
  expect(said()).toEqual([]);
});

test("only the last act can be undone from its notice", () => {
  notices.say("Renamed", deed);
  notices.say("Accepted as a story", deed);
  expect(said()).toEqual(["Accepted as a story"]);
});
