// The story that is open: its comparison, what is selected in it, and what the user rules.
import type { DivergenceView } from "../../generated/DivergenceView";
import type { Failure } from "../../generated/Failure";
import type { FindingDecisionView } from "../../generated/FindingDecisionView";
import type { FindingRuling } from "../../generated/FindingRuling";
import type { LinkRuling } from "../../generated/LinkRuling";
import type { ProgressView } from "../../generated/ProgressView";
import type { StoryView } from "../../generated/StoryView";
import { asFailure, ask, newJob, on } from "../../lib/ask";

class OpenStory {
  story: StoryView | null = $state.raw(null);
  /** While the story is compared. */
  progress: ProgressView | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  /** Index of the row in which the user is. */
  row: number | null = $state(null);
  /** Index of the divergence that the finding panel shows. */
  divergence: number | null = $state(null);
  /** Index of the article that is to be read. */
  article: number | null = $state(null);
  /** By divergence: what the user ruled. */
  decisions: Map<number, FindingDecisionView> = $derived(
    new Map((this.story?.decisions.findings ?? []).flatMap((one) => (one.divergence === null ? [] : [[one.divergence, one]]))),
  );
  #job = 0;
  #stop = () => {};

  open = async (id: string) => {
    if (this.story?.id === id && !this.failure) return;
    this.story = null;
    this.article = null;
    this.select(null, null);
    await this.#compare((job) => ask("compare_story", { job, story: id }));
  };

  /** Asks for the open story again: something in the library has changed. */
  refresh = async () => {
    const id = this.story?.id;
    if (id) await this.#compare((job) => ask("compare_story", { job, story: id }));
  };

  close = () => {
    this.cancel();
    this.story = null;
    this.failure = null;
    this.article = null;
    this.select(null, null);
  };

  cancel = () => {
    if (this.progress) void ask("cancel_job", { job: this.#job });
  };

  select = (row: number | null, divergence: number | null = null) => {
    this.row = row;
    this.divergence = divergence;
  };

  /** Shows a divergence, in its row. */
  show = (divergence: number) => {
    const found = this.story?.divergences[divergence];
    if (found) this.select(found.row, divergence);
  };

  /** Rules on a divergence, the selected one if none is named. */
  decide = async (ruling: FindingRuling, divergence = this.divergence) => {
    const found: DivergenceView | undefined = this.story?.divergences[divergence ?? -1];
    if (found) await this.rule(found.id, ruling);
  };

  /** Rules on a finding by its id: the comparison may no longer have it. */
  rule = async (divergence: string, ruling: FindingRuling) => {
    const story = this.story;
    if (!story) return;
    try {
      const decisions = await ask("decide", { story: story.id, divergence, ruling });
      if (this.story?.id === story.id) this.story = { ...this.story, decisions };
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  };

  relink = async (ruling: LinkRuling) => {
    const id = this.story?.id;
    if (id) await this.#compare((job) => ask("relink", { job, story: id, ruling }));
  };

  async #compare(work: (job: number) => Promise<StoryView>) {
    this.#stop();
    const job = (this.#job = newJob());
    this.#stop = on("progress", (progress) => {
      if (progress.job === job) this.progress = progress;
    });
    try {
      const story = await work(job);
      if (this.#job === job) this.#take(story);
    } catch (thrown) {
      if (this.#job === job) this.failure = asFailure(thrown);
    } finally {
      if (this.#job === job) {
        this.progress = null;
        this.#stop();
      }
    }
  }

  /** Keeps what was selected, by its id, where it is still there. */
  #take(story: StoryView) {
    const row = this.row === null ? undefined : this.story?.rows[this.row]?.id;
    const divergence = this.divergence === null ? undefined : this.story?.divergences[this.divergence]?.id;
    const article = this.article === null ? undefined : this.story?.articles[this.article];
    this.story = story;
    this.failure = null;
    const same = story.articles.findIndex((one) => one.id === article?.id);
    // Another version of it may have come in its place.
    const articleNow = same < 0 && article?.url ? story.articles.findIndex((one) => one.url === article.url) : same;
    this.article = articleNow < 0 ? null : articleNow;
    const rowNow = story.rows.findIndex((one) => one.id === row);
    const divergenceNow = story.divergences.findIndex((one) => one.id === divergence);
    this.divergence = divergenceNow < 0 ? null : divergenceNow;
    this.row = divergenceNow >= 0 ? (story.divergences[divergenceNow]?.row ?? null) : rowNow < 0 ? null : rowNow;
  }
}

export const openStory = new OpenStory();
