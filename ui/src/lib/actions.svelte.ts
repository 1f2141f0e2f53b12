// Everything a user can do, with its key: the command palette, the sheet of shortcuts, the native menus and the
// keyboard all read this one list.
import { onDestroy } from "svelte";

/** The menus, in their order; the sheet of shortcuts groups by them too. */
export const menus = ["file", "edit", "view", "story", "finding", "go", "help"] as const;
export type MenuName = (typeof menus)[number];

export interface Action {
  /** Unique, such as `story.rename`. */
  id: string;
  /** As shown, from `text/`. */
  title: string;
  menu: MenuName;
  /** `j`, `?`, `mod+z`, `mod+shift+z`, `shift+j`, `Enter`, `mod+plus`, `g l` (one after the other). `mod` is ⌘ on macOS, else Ctrl. */
  keys?: string;
  /** Another key for the same. */
  also?: string;
  /** Only a key: in no menu and no palette, for steps such as those through a list. */
  unlisted?: boolean;
  /** Whether it can be done now; always, if it does not say. */
  enabled?: () => boolean;
  run: () => void;
}

class Actions {
  /** While a component goes, Svelte reads state as it was before: what is there is kept beside it. */
  #offered: (() => Action[])[] = [];
  #sources: (() => Action[])[] = $state.raw([]);
  /** All that can be done where the user is now; what was offered last comes first where keys are the same. */
  all: Action[] = $derived(this.#sources.toReversed().flatMap((source) => source()));
  /** The first key of two that were pressed. */
  #begun = "";

  /** Offers actions until the answer is called. */
  offer(source: () => Action[]): () => void {
    this.#sources = this.#offered = [...this.#offered, source];
    return () => {
      this.#sources = this.#offered = this.#offered.filter((other) => other !== source);
    };
  }

  run = (id: string) => {
    const action = this.all.find((action) => action.id === id);
    if (action && isEnabled(action)) action.run();
  };

  /** Does what the key stands for, unless what has the focus needs the key itself. */
  press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || ["Control", "Shift", "Alt", "Meta"].includes(event.key)) return;
    const key = keyOf(event);
    if (isOwn(key, event.target)) return;
    const wanted = this.#begun ? `${this.#begun} ${key}` : key;
    this.#begun = "";
    const action = this.all.find((action) => (action.keys === wanted || action.also === wanted) && isEnabled(action));
    if (action) {
      event.preventDefault();
      action.run();
    } else if (this.all.some((action) => action.keys?.startsWith(`${wanted} `))) {
      this.#begun = wanted;
    }
  };
}

export const actions = new Actions();

/** Offers actions for as long as the component is there. */
export function offer(source: () => Action[]) {
  onDestroy(actions.offer(source));
}

export function isEnabled(action: Action): boolean {
  return action.enabled?.() ?? true;
}

const onMac = typeof navigator !== "undefined" && navigator.platform.startsWith("Mac");

/** The key as a person reads it: `⌘Z` on macOS, `Ctrl+Z` elsewhere. */
export function shownKeys(keys: string): string {
  const names: Record<string, string> = onMac
    ? { mod: "⌘", shift: "⇧", alt: "⌥" }
    : { mod: "Ctrl+", shift: "Shift+", alt: "Alt+" };
  const signs: Record<string, string> = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc", plus: "+" };
  const one = (key: string) =>
    key
      .split("+")
      .map((part) => names[part] ?? signs[part] ?? (part.length === 1 && key.length > 1 ? part.toUpperCase() : part))
      .join("");
  return keys.split(" ").map(one).join(" ");
}

function keyOf(event: KeyboardEvent): string {
  const mod = onMac ? event.metaKey : event.ctrlKey;
  const letter = event.key.length === 1 && /[a-z]/i.test(event.key);
  const name = letter ? event.key.toLowerCase() : event.key === " " ? "Space" : event.key;
  if (mod && (name === "+" || name === "=")) return "mod+plus";
  // A sign such as "?" says by itself that Shift is down.
  const shift = event.shiftKey && (letter || event.key.length > 1);
  return `${mod ? "mod+" : ""}${event.altKey ? "alt+" : ""}${shift ? "shift+" : ""}${name}`;
}

/** Whether the key is the focused element's: a field's letters, a button's Enter, anything in a dialog. */
function isOwn(key: string, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const dialog = target.closest<HTMLElement>('[aria-modal="true"]');
  // One that was closed stays, with the focus in it, until it is taken away: under load longer than the next key takes.
  if (dialog) return dialog.dataset["state"] !== "closed";
  if (isTyping(target)) return key !== "Escape" && (!key.startsWith("mod+") || editing.includes(key));
  const presses = key === "Enter" || key === "Space";
  if (presses && target.matches("button, a, summary, select, [role='button']")) return true;
  return key.startsWith("Arrow") && target.matches("select, input");
}

/** What a field does with the text in it. */
const editing = ["mod+z", "mod+shift+z", "mod+y", "mod+a", "mod+x", "mod+c", "mod+v", "mod+Backspace", "mod+ArrowLeft", "mod+ArrowRight"];
const notTyped = ["checkbox", "radio", "range", "button", "submit", "color", "file"];

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !notTyped.includes(target.type);
  return target.isContentEditable || ["TEXTAREA", "SELECT"].includes(target.tagName);
}
