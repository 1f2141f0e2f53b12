// The shelf before which the user stands: its lines as sorted, filtered and unfolded, and what is picked of them.
import type { CardView } from "../../generated/CardView";
import type { Failure } from "../../generated/Failure";
import type { Shelf as Asked } from "../../generated/Shelf";
import { asFailure, ask } from "../../lib/ask";
import { articleLine, storyLines, titleOf, type Line } from "./lines";
import { Picking } from "./picking.svelte";
import { shelves } from "./shelves.svelte";
import { hasWords, sorted, type Sort } from "./sorting";

export const names = ["stories", "unsorted", "trash"] as const;
export type Name = (typeof names)[number];

class Shelf {
  name: Name = $state("stories");
  sort: Sort = $state("newest");
  words = $state("");
  /** The story whose title is being changed. */
  renaming: string | null = $state(null);
  failure: Failure | null = $state.raw(null);
  #unfolded: ReadonlySet<string> = $state.raw(new Set());
  /** Articles by shelf: a story's id, `unsorted` or `trash`. */
  #articles: Readonly<Record<string, readonly CardView[]>> = $state.raw({});

  lines: Line[] = $derived.by(() => this.#lines());
  byKey: ReadonlyMap<string, Line> = $derived(new Map(this.lines.map((line) => [line.key, line])));
  picking = new Picking(() => [...this.byKey.keys()]);
  meant: Line[] = $derived(this.picking.meant.flatMap((key) => this.byKey.get(key) ?? []));
  /** Index of the line on which the user is. */
  at: number = $derived(this.lines.findIndex((line) => line.key === this.picking.cursor));
  /** Whether the articles of this shelf were told yet. */
  isRead: boolean = $derived(this.name === "stories" ? shelves.library !== null : this.#articles[this.name] !== undefined);

  show = (name: Name) => {
    this.name = name;
    this.words = "";
    this.picking.go(null);
    void this.refresh();
  };

  /** The shelves are those of another library now. */
  leave = () => {
    this.#unfolded = new Set();
    this.#articles = {};
    this.show("stories");
  };

  isUnfolded = (story: string) => this.#unfolded.has(story);

  unfold = (story: string, open: boolean) => {
    const others = [...this.#unfolded].filter((other) => other !== story);
    this.#unfolded = new Set(open ? [...others, story] : others);
    if (open) void this.#read(story, { is: "story", story });
  };

  /** Reads again what is shown: the library has changed. */
  refresh = async () => {
    const wanted = [...this.#unfolded].map((story) => this.#read(story, { is: "story", story }));
    if (this.name !== "stories") wanted.push(this.#read(this.name, { is: this.name }));
    await Promise.all(wanted);
  };

  #lines(): Line[] {
    const articles = this.#articles;
    if (this.name === "stories") {
      const stories = sorted(shelves.library?.stories ?? [], this.sort, this.words);
      return storyLines(stories, (story) => (this.#unfolded.has(story) ? (articles[story] ?? []) : []));
    }
    const lines = (articles[this.name] ?? []).map((article) => articleLine(article, 1));
    return lines.filter((line) => hasWords(titleOf(line), this.words));
  }

  async #read(name: string, shelf: Asked) {
    try {
      const { articles } = await ask("list_articles", { shelf });
      this.#articles = { ...this.#articles, [name]: articles };
      this.failure = null;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}

export const shelf = new Shelf();
