// What the host tells of the open story beside its comparison: figures, quotes, sources.
import type { Commands } from "../../generated/commands";
import type { Failure } from "../../generated/Failure";
import type { StoryView } from "../../generated/StoryView";
import { asFailure, ask } from "../../lib/ask";

type Name = "show_figures" | "show_quotes" | "show_sources";

export class Facet<Of extends Name> {
  now: Commands[Of]["answer"] | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  #name: Of;
  /** A comparison made anew has other rows; a decision leaves them. */
  #rows: unknown = null;

  constructor(name: Of) {
    this.#name = name;
  }

  /** Asks anew where the story is another or was compared again. */
  show = async (story: StoryView) => {
    if (this.#rows === story.rows && !this.failure) return;
    this.#rows = story.rows;
    this.now = null;
    this.failure = null;
    try {
      const answer = await ask(this.#name, { story: story.id });
      if (this.#rows === story.rows) this.now = answer;
    } catch (thrown) {
      if (this.#rows === story.rows) this.failure = asFailure(thrown);
    }
  };
}
