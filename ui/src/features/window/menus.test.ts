import { expect, test } from "vitest";
import type { Action } from "../../lib/actions.svelte";
import { accelerator, nativeMenus } from "./menus";

test.each([
  ["mod+z", "CmdOrCtrl+Z"],
  ["mod+shift+z", "CmdOrCtrl+Shift+Z"],
  ["mod+plus", "CmdOrCtrl+="],
  ["mod+,", "CmdOrCtrl+,"],
  ["F1", "F1"],
  ["j", null],
  ["g l", null],
  ["alt+ArrowLeft", null],
  [undefined, null],
])("%s is %s in a menu", (keys, expected) => expect(accelerator(keys)).toBe(expected));

const action = (id: string, more: Partial<Action> = {}): Action => ({ id, title: id, menu: "edit", run: () => {}, ...more });

test("menus hold what is offered, in the order of menus, and the text items end the edit menu", () => {
  const menus = nativeMenus([action("help.about", { menu: "help" }), action("edit.undo", { keys: "mod+z", enabled: () => false })]);
  expect(menus.map((menu) => menu.title)).toEqual(["Edit", "Help"]);
  expect(menus[0]?.items[0]).toEqual({ is: "action", id: "edit.undo", label: "edit.undo", keys: "CmdOrCtrl+Z", enabled: false });
  expect(menus[0]?.items.slice(1).map((item) => (item.is === "text" ? item.act : item.is))).toEqual(["separator", "cut", "copy", "paste", "select_all"]);
});

test("what is only a key is in no menu", () => {
  expect(nativeMenus([action("step", { menu: "go", unlisted: true })]).map((menu) => menu.title)).toEqual(["Edit"]);
});
