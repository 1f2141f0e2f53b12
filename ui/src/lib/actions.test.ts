import { expect, test } from "vitest";
import { actions } from "./actions.svelte";

const offered = () => actions.all.map((action) => action.id);
const one = (id: string) => () => [{ id, title: id, menu: "file" as const, run: () => {} }];

test("what was offered last comes first, and goes when it is withdrawn", () => {
  const stops = [actions.offer(one("a")), actions.offer(one("b"))];
  expect(offered()).toEqual(["b", "a"]);
  stops[0]?.();
  expect(offered()).toEqual(["b"]);
  stops[1]?.();
  expect(offered()).toEqual([]);
});
