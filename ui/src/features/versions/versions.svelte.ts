// The versions of an article that the sheet shows, and which two of them are laid beside each other.
import type { CaptureView } from "../../generated/CaptureView";
import type { ChangesView } from "../../generated/ChangesView";
import type { Failure } from "../../generated/Failure";
import { asFailure, ask, pickPlace } from "../../lib/ask";
import { en } from "../../text/en";
import { shelves } from "../library/shelves.svelte";
import { notices } from "../undo/notices.svelte";

class Versions {
  open = $state(false);
  /** The latest first; `null` until they were told. */
  all: CaptureView[] | null = $state.raw(null);
  changes: ChangesView | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  /** Ids of the two that are laid beside each other. */
  before: string | null = $state(null);
  after: string | null = $state(null);
  /** Of the articles of the open story: how many versions they have. */
  counts: ReadonlyMap<string, number> = $state.raw(new Map());

  /** Opens the sheet with what changed last. */
  show = async (article: string) => {
    Object.assign(this, { open: true, all: null, changes: null, failure: null, before: null, after: null });
    await this.#read(article);
    const [latest, earlier] = this.all ?? [];
    if (latest && earlier) await this.lay(earlier.article.id, latest.article.id);
  };

  close = () => (this.open = false);

  /** Lays two versions beside each other; the earlier is the one before whatever was asked. */
  lay = async (before: string, after: string) => {
    const order = this.all?.map((version) => version.article.id) ?? [];
    if (order.indexOf(before) < order.indexOf(after)) [before, after] = [after, before];
    if (before === after) return;
    [this.before, this.after] = [before, after];
    try {
      const changes = await ask("show_changes", { from: before, to: after });
      if (this.before === before && this.after === after) [this.changes, this.failure] = [changes, null];
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  };

  /** From now on this version is compared. */
  choose = async (article: string) => {
    if (await shelves.edit({ is: "choose_version", article })) await this.#read(article);
  };

  /** Writes what the site sent to a file. */
  save = async (version: CaptureView) => {
    try {
      const path = await pickPlace(`${version.article.outlet} ${version.fetched?.at.slice(0, 10) ?? ""}.warc`.replace(/[\\/:*?"<>|]/g, "-"));
      if (path === null) return;
      await ask("save_response", { article: version.article.id, path });
      notices.say(en.versions.saved);
    } catch (thrown) {
      notices.fail(en.versions.notSaved, asFailure(thrown).message);
    }
  };

  /** Learns how many versions the articles of a story have. */
  count = async (story: string) => {
    try {
      const { articles } = await ask("list_articles", { shelf: { is: "story", story } });
      this.counts = new Map(articles.map((article) => [article.id, article.versions]));
    } catch {
      this.counts = new Map(); // what keeps the library from being read is said elsewhere
    }
  };

  async #read(article: string) {
    try {
      this.all = (await ask("show_versions", { article })).versions;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}

export const versions = new Versions();
