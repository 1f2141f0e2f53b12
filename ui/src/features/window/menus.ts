// The native menus, made from the registry of actions.
import type { Menu } from "../../generated/Menu";
import type { MenuItem } from "../../generated/MenuItem";
import { isEnabled, menus, type Action, type MenuName } from "../../lib/actions.svelte";
import { ask } from "../../lib/ask";
import { en } from "../../text/en";

/** The menus that hold something, in their order; the shell does what the text items of `edit` say. */
export function nativeMenus(actions: readonly Action[]): Menu[] {
  return menus
    .map((name) => ({ title: en.window.menus[name] ?? name, items: items(name, actions) }))
    .filter(({ items }) => items.length > 0);
}

function items(menu: MenuName, actions: readonly Action[]): MenuItem[] {
  const items = actions.filter((action) => action.menu === menu && !action.unlisted).map(item);
  return menu === "edit" ? [...items, { is: "separator" }, ...texts] : items;
}

function item(action: Action): MenuItem {
  return { is: "action", id: action.id, label: action.title, keys: accelerator(action.keys), enabled: isEnabled(action) };
}

const texts: MenuItem[] = (["cut", "copy", "paste", "select_all"] as const).map((act) => ({ is: "text", act, label: en.window.texts[act] }));

const named: Record<string, string> = { mod: "CmdOrCtrl", shift: "Shift", alt: "Alt", plus: "=" };

/** As Tauri writes it, for keys that a menu can hold: those with `mod`, and function keys. */
export function accelerator(keys: string | undefined): string | null {
  if (!keys || keys.includes(" ") || !/^(mod\+|.*\bF\d+$)/.test(keys)) return null;
  return keys
    .split("+")
    .map((key) => named[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join("+");
}

/** How long the menus wait for further changes, ms: they are built anew by the system each time. */
const wait = 120;

/** Sends menus when they are others than those that it sent before. What is still waiting is held back by the answer. */
export function menuSender(): (menus: Menu[]) => () => void {
  let sent = "";
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (menus) => {
    clearTimeout(waiting);
    const now = JSON.stringify(menus);
    if (now !== sent) {
      waiting = setTimeout(() => {
        sent = now;
        void ask("set_menus", { menus });
      }, wait);
    }
    return () => clearTimeout(waiting);
  };
}
