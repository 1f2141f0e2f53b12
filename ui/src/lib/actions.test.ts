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

test("a dialog has all keys while it is open, and none once it is closed", () => {
  let done = 0;
  const stop = actions.offer(() => [{ id: "next", title: "next", menu: "file", keys: "j", run: () => (done += 1) }]);
  document.body.innerHTML = `<div aria-modal="true" data-state="open"><input type="text" /></div>`;
  const field = document.querySelector("input");
  const press = () => {
    field?.addEventListener("keydown", actions.press, { once: true });
    field?.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true, cancelable: true }));
  };
  press();
  expect(done).toBe(0);
  document.querySelector("div")?.setAttribute("data-state", "closed");
  press();
  expect(done).toBe(1);
  document.body.replaceChildren();
  stop();
});
