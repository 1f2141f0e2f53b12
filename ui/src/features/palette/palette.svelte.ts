// The command palette: what can be done and where one can go, found by a few letters.
import fuzzysort from "fuzzysort";
import { actions, isEnabled } from "../../lib/actions.svelte";
import type { Mark } from "../../lib/pieces";
import { route } from "../../lib/route.svelte";
import { en } from "../../text/en";
import { shelves } from "../library/shelves.svelte";
import { outlets } from "../outlets/outlets.svelte";

export interface Entry {
  id: string;
  title: string;
  sort: "action" | "story" | "outlet";
  /** What stands beside the title: the menu of an action, the size of a story. */
  beside: string;
  keys?: string;
  /** The letters that were looked for. */
  matches: Mark[];
  run: () => void;
}

/** As many as are drawn; who wants more types another letter. */
const most = 50;

class Palette {
  open = $state(false);
  words = $state("");
  /** Index of the entry that Enter takes. */
  at = $state(0);
  /** Ids of what was chosen, the latest first. */
  #recent: string[] = $state.raw([]);
  #all: Entry[] = $derived(this.open ? [...everyAction(), ...everyStory(), ...everyOutlet()] : []);
  entries: Entry[] = $derived(this.words.trim() ? found(this.words, this.#all) : recentFirst(this.#all, this.#recent));

  show = () => {
    this.words = "";
    this.at = 0;
    this.open = true;
  };

  close = () => {
    this.open = false;
  };

  type = (words: string) => {
    this.words = words;
    this.at = 0;
  };

  step = (by: number) => {
    const count = this.entries.length;
    if (count > 0) this.at = (this.at + by + count) % count;
  };

  choose = (entry: Entry | undefined = this.entries[this.at]) => {
    if (!entry) return;
    this.#recent = [entry.id, ...this.#recent.filter((id) => id !== entry.id)].slice(0, 12);
    this.close();
    entry.run();
  };
}

export const palette = new Palette();

function everyAction(): Entry[] {
  return actions.all
    .filter((action) => isEnabled(action) && !action.unlisted && action.id !== "go.palette")
    .map(({ id, title, menu, keys, run }) => ({
      id,
      title,
      sort: "action",
      beside: en.window.menus[menu] ?? "",
      ...(keys ? { keys } : {}),
      matches: [],
      run,
    }));
}

function everyStory(): Entry[] {
  return (shelves.library?.stories ?? []).map((story) => ({
    id: `story ${story.id}`,
    title: story.title,
    sort: "story",
    beside: en.articles(story.articles),
    matches: [],
    run: () => route.go({ is: "story", story: story.id, tab: "compare" }),
  }));
}

function everyOutlet(): Entry[] {
  return outlets.all.map((outlet) => ({
    id: `outlet ${outlet.name}`,
    title: outlet.name,
    sort: "outlet",
    beside: en.articles(outlet.articles),
    matches: [],
    run: () => route.go({ is: "outlets", outlet: outlet.name }),
  }));
}

function recentFirst(all: Entry[], recent: string[]): Entry[] {
  const latest = recent.flatMap((id) => all.find((entry) => entry.id === id) ?? []);
  return [...latest, ...all.filter((entry) => !recent.includes(entry.id))].slice(0, most);
}

function found(words: string, all: Entry[]): Entry[] {
  return fuzzysort
    .go(words, all, { key: "title", limit: most, threshold: 0.3 })
    .map((result) => ({ ...result.obj, matches: result.indexes.map((start) => ({ start, end: start + 1 })) }));
}
