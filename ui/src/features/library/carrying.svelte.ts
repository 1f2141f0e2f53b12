// Lines that are dragged over the list, and where they would land. It listens to the pointer itself, since the web
// views of macOS and Windows give no drag events inside a window that takes dropped files.
import { deeds } from "./deeds.svelte";
import { parted, type Line } from "./lines";
import { shelf } from "./shelf.svelte";
import { shelves } from "./shelves.svelte";

/** How far the pointer goes with a button down before it drags, CSS pixels. */
const threshold = 6;
/** From the edge of a list where it scrolls while something is dragged there, CSS pixels. */
const edge = 48;

class Carrying {
  lines: readonly Line[] = $state.raw([]);
  x = $state(0);
  y = $state(0);
  /** The place under the pointer that takes what is carried: `story ID`, `unsorted`, `trash`, `restore`, `new`. */
  over: string | null = $state(null);
  carried = $derived(parted(this.lines));
  #from: { x: number; y: number; key: string; scroller: Element | null } | null = null;
  /** Whether the click that ends a drag is still to come. */
  #justDropped = false;

  get isOn(): boolean {
    return this.lines.length > 0;
  }

  /** The button went down on a line. */
  take = (event: PointerEvent, key: string, scroller: Element | null) => {
    this.#justDropped = false;
    if (event.button === 0 && event.pointerType !== "touch") this.#from = { x: event.clientX, y: event.clientY, key, scroller };
  };

  move = (event: PointerEvent) => {
    if (!this.#from) return;
    if (event.buttons === 0) return this.letGo();
    [this.x, this.y] = [event.clientX, event.clientY];
    if (!this.isOn && Math.hypot(this.x - this.#from.x, this.y - this.#from.y) > threshold) this.#begin(this.#from.key);
    if (!this.isOn) return;
    const place = document.elementFromPoint(this.x, this.y)?.closest<HTMLElement>("[data-takes]")?.dataset["takes"] ?? null;
    this.over = place !== null && this.takes(place) ? place : null;
    scrollAtEdge(this.#from.scroller, this.y);
  };

  drop = () => {
    if (this.isOn) {
      this.#justDropped = true;
      if (this.over !== null) this.#land(this.over);
    }
    this.letGo();
  };

  letGo = () => {
    this.lines = [];
    this.over = this.#from = null;
  };

  /** Whether a click belongs to the drag that has just ended. */
  hasDropped = (): boolean => {
    const dropped = this.#justDropped;
    this.#justDropped = false;
    return dropped;
  };

  /** Whether a place takes what is carried. */
  takes = (place: string): boolean => {
    const { stories, articles } = this.carried;
    const inTrash = shelf.name === "trash";
    if (!this.isOn) return false;
    if (place.startsWith("story ")) return !this.#isAtHome(place.slice(6)) && !inTrash;
    if (place === "restore") return inTrash;
    if (place === "trash") return !inTrash;
    return stories.length === 0 && !inTrash && (place === "new" || articles.some((article) => article.story !== null));
  };

  #begin(key: string) {
    shelf.picking.mean(key);
    this.lines = shelf.meant;
  }

  #isAtHome(story: string): boolean {
    const { stories, articles } = this.carried;
    return stories.every((one) => one.id === story) && articles.every((article) => article.story === story);
  }

  #land(place: string) {
    const { stories, articles } = this.carried;
    if (place === "trash") return void deeds.trash(stories, articles);
    if (place === "restore") return void deeds.restore(articles);
    if (place === "unsorted") return void deeds.unsort(articles);
    if (place === "new") return void deeds.begin(articles);
    const into = shelves.library?.stories.find((story) => `story ${story.id}` === place);
    if (into && stories.length > 0) void deeds.merge(stories, into);
    if (into && articles.length > 0) void deeds.move(articles, into.id);
  }
}

function scrollAtEdge(scroller: Element | null, y: number) {
  if (!scroller) return;
  const box = scroller.getBoundingClientRect();
  if (y < box.top + edge) scroller.scrollTop -= 12;
  if (y > box.bottom - edge) scroller.scrollTop += 12;
}

export const carrying = new Carrying();
