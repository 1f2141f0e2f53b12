// The utterances of the open story, and which version of each the others are laid beside.
import type { UtteranceView } from "../../generated/UtteranceView";
import { Facet } from "../story/facet.svelte";

class Quotes extends Facet<"show_quotes"> {
  /** By utterance. */
  #bases: Record<string, number> = $state.raw({});

  constructor() {
    super("show_quotes");
  }

  baseOf = (utterance: UtteranceView): number => this.#bases[utterance.id] ?? utterance.base;

  layBeside = (utterance: UtteranceView, version: number) => {
    this.#bases = { ...this.#bases, [utterance.id]: version };
  };
}

export const quotes = new Quotes();
