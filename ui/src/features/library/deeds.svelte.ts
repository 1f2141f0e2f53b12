// What can be done with the lines that are meant: for the keyboard, the menus, the context menu and the bar alike.
import type { CardView } from "../../generated/CardView";
import type { StoryCardView } from "../../generated/StoryCardView";
import type { Action } from "../../lib/actions.svelte";
import { asFailure, ask } from "../../lib/ask";
import { route } from "../../lib/route.svelte";
import { en } from "../../text/en";
import { notices } from "../undo/notices.svelte";
import { versions } from "../versions/versions.svelte";
import { parted, type Line } from "./lines";
import { shelf } from "./shelf.svelte";
import { shelves } from "./shelves.svelte";

class Deeds {
  /** Articles for which a story is being chosen. */
  moving: CardView[] | null = $state.raw(null);
  #meant = $derived(parted(shelf.meant));

  /** Every deed, possible now or not, in the order of the menus. */
  get all(): Action[] {
    const { stories, articles } = this.#meant;
    const [only] = stories.length === 1 && articles.length === 0 ? stories : [];
    const suggested = stories.filter((story) => story.suggested);
    const [history] = articles.length === 1 && stories.length === 0 ? articles.filter((article) => article.versions > 1) : [];
    const inTrash = shelf.name === "trash";
    const sorted = articles.filter((article) => article.story !== null);
    const target = whereTo(shelf.meant);
    const deed = (name: string, title: string, keys: string, can: boolean, run: () => unknown): Action => {
      const also = keys === "Delete" ? "Backspace" : undefined;
      return { id: `library.${name}`, title, menu: "story", keys, ...(also && { also }), enabled: () => can, run: () => void run() };
    };
    return [
      deed("open", en.library.openStory, "Enter", target !== null && !inTrash, () => this.open(target)),
      deed("versions", en.versions.action, "h", history !== undefined, () => history && versions.show(history.id)),
      deed("rename", en.library.rename, "F2", only !== undefined, () => (shelf.renaming = only?.id ?? null)),
      deed("accept", en.library.acceptLong, "a", suggested.length > 0, () => this.accept(suggested)),
      deed("reject", en.library.reject, "n", suggested.length > 0, () => this.reject(suggested)),
      deed("merge", en.library.merge, "m", stories.length > 1, () => this.merge(stories)),
      deed("begin", en.library.begin, "s", articles.length > 0 && stories.length === 0 && !inTrash, () => this.begin(articles)),
      deed("move", en.library.move, "v", articles.length > 0 && stories.length === 0 && !inTrash, () => (this.moving = articles)),
      deed("unsort", en.library.unsort, "u", sorted.length > 0 && stories.length === 0 && !inTrash, () => this.unsort(sorted)),
      deed("trash", en.library.trash, "Delete", shelf.meant.length > 0 && !inTrash, () => this.trash(stories, articles)),
      deed("restore", en.library.restore, "r", articles.length > 0 && inTrash, () => this.restore(articles)),
    ];
  }

  open = (story: string | null) => {
    if (story) route.go({ is: "story", story, tab: "compare" });
  };

  rename = async (story: StoryCardView, title: string) => {
    shelf.renaming = null;
    const clean = title.trim().replace(/\s+/g, " ");
    if (clean && clean !== story.title) await shelves.edit({ is: "rename_story", story: story.id, title: clean });
  };

  accept = async (stories: readonly StoryCardView[]) => {
    for (const { id } of stories) await shelves.edit({ is: "accept_story", story: id });
  };

  /** What was suggested is no story: its articles stand alone again. */
  reject = async (stories: readonly StoryCardView[]) => {
    const articles = await articlesOf(stories);
    if (articles) await this.#edit({ is: "unsort_articles", articles });
  };

  /** Into the first that was accepted, or else the first. */
  merge = async (stories: readonly StoryCardView[], into = stories.find((story) => !story.suggested) ?? stories[0]) => {
    const others = stories.filter((story) => story.id !== into?.id).map((story) => story.id);
    if (into && others.length > 0) await this.#edit({ is: "merge_stories", into: into.id, stories: others });
  };

  begin = async (articles: readonly CardView[]) => {
    const [first] = articles;
    if (!first) return;
    const done = await this.#edit({ is: "begin_story", articles: ids(articles), title: first.title });
    if (!done) return;
    shelf.name = "stories";
    shelf.renaming = done.story;
  };

  move = async (articles: readonly CardView[], story: string) => {
    this.moving = null;
    const others = articles.filter((article) => article.story !== story);
    if (others.length > 0) await this.#edit({ is: "move_articles", articles: ids(others), story });
  };

  unsort = (articles: readonly CardView[]) => this.#edit({ is: "unsort_articles", articles: ids(articles) });

  /** One story goes as a story; whatever else goes as one act too, so that one undo brings it back. */
  trash = async (stories: readonly StoryCardView[], articles: readonly CardView[]) => {
    const [only] = stories;
    if (only && stories.length === 1 && articles.length === 0) return void (await this.#edit({ is: "trash_story", story: only.id }));
    const whole = await articlesOf(stories);
    if (whole) await this.#edit({ is: "trash_articles", articles: [...whole, ...ids(articles)] });
  };

  restore = (articles: readonly CardView[]) => this.#edit({ is: "restore_articles", articles: ids(articles) });

  async #edit(edit: Parameters<typeof shelves.edit>[0]) {
    const done = await shelves.edit(edit);
    if (done) shelf.picking.none();
    return done;
  }
}

const ids = (articles: readonly CardView[]) => articles.map((article) => article.id);

/** The story that opening these lines would show. */
function whereTo([line, other]: readonly Line[]): string | null {
  if (!line || other) return null;
  return line.is === "story" ? line.story.id : line.article.story;
}

/** Ids of all articles of these stories; `null` where they could not be read. */
async function articlesOf(stories: readonly StoryCardView[]): Promise<string[] | null> {
  try {
    const read = stories.map(({ id }) => ask("list_articles", { shelf: { is: "story", story: id } }));
    return (await Promise.all(read)).flatMap(({ articles }) => ids(articles));
  } catch (thrown) {
    notices.fail(en.library.notDone, asFailure(thrown).message);
    return null;
  }
}

export const deeds = new Deeds();
