// The search that is going on: what is looked for, and the hits as far as they were asked for.
import type { Failure } from "../../generated/Failure";
import type { FoundView } from "../../generated/FoundView";
import type { HitView } from "../../generated/HitView";
import type { SearchLibrary } from "../../generated/SearchLibrary";
import { asFailure, ask, on } from "../../lib/ask";
import { route } from "../../lib/route.svelte";
import { shelf } from "../library/shelf.svelte";

export type Query = Pick<SearchLibrary, "words" | "outlet" | "from" | "until" | "kind">;

const nothing: Query = { words: "", outlet: null, from: null, until: null, kind: null };
/** How long the field waits for another letter, ms. */
const wait = 60;
const page = 50;

class Searching {
  query: Query = $state.raw(nothing);
  hits: HitView[] = $state.raw([]);
  /** `null` until there is an answer. */
  total: number | null = $state.raw(null);
  /** The words that `hits` were found for. */
  foundFor: string | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  /** Index of the hit in which the user is. */
  at = $state(0);
  /** Counts how often somebody came to search: the field takes the focus each time. */
  summoned = $state(0);
  isFiltered = $derived(!!(this.query.outlet || this.query.from || this.query.until || this.query.kind));
  /** Counts the searches: an answer to one before the latest is dropped. */
  #turn = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #isAskingMore = false;

  /** Keeps up with the library until the answer is called. */
  follow(): () => void {
    void this.#search();
    return on("library_changed", () => void this.#search());
  }

  summon = () => {
    route.go({ is: "search" });
    this.summoned += 1;
  };

  type = (words: string) => {
    this.query = { ...this.query, words };
    this.#begin(wait);
  };

  filter = (some: Partial<Query>) => {
    this.query = { ...this.query, ...some };
    this.#begin(0);
  };

  clearFilters = () => this.filter({ ...nothing, words: this.query.words });

  step = (by: number) => {
    this.at = Math.max(0, Math.min(this.hits.length - 1, this.at + by));
  };

  /** Opens the article in its story; one in no story lies on the shelf of those. */
  open = (at: number = this.at) => {
    this.at = at;
    const article = this.hits[at]?.article;
    if (article?.story) route.go({ is: "story", story: article.story, tab: "read", article: article.id });
    else if (article) {
      shelf.show("unsorted");
      route.go({ is: "library" });
    }
  };

  /** Asks for the next hits, where there are more. */
  more = async () => {
    if (this.#isAskingMore || this.total === null || this.hits.length >= this.total) return;
    this.#isAskingMore = true;
    const turn = this.#turn;
    const found = await this.#ask(page, this.hits.length);
    if (found && turn === this.#turn) this.hits = [...this.hits, ...found.hits];
    this.#isAskingMore = false;
  };

  #begin(after: number) {
    this.#turn += 1;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.at = 0;
      void this.#search();
    }, after);
  }

  async #search() {
    const turn = ++this.#turn;
    const { words } = this.query;
    const found = await this.#ask(Math.max(page, this.at + 1), 0);
    if (!found || turn !== this.#turn) return;
    this.hits = found.hits;
    this.total = found.total;
    this.foundFor = words;
    this.step(0);
  }

  async #ask(limit: number, offset: number): Promise<FoundView | null> {
    const turn = this.#turn;
    try {
      const found = await ask("search_library", { ...this.query, limit, offset });
      if (turn === this.#turn) this.failure = null;
      return found;
    } catch (thrown) {
      if (turn === this.#turn) this.failure = asFailure(thrown);
      return null;
    }
  }
}

export const searching = new Searching();
