// The exact words to which a figure, a quotation or a source points, shown in their paragraph.
import type { EvidenceView } from "../../generated/EvidenceView";
import { route } from "../../lib/route.svelte";
import { reading } from "../read/reading.svelte";
import { openStory } from "../story/open-story.svelte";

class Pointed {
  #evidence: EvidenceView | null = $state.raw(null);
  /** The comparison in which the words stand: in another, indices mean others. */
  #rows: unknown = $state.raw(null);
  evidence: EvidenceView | null = $derived(this.#rows === openStory.story?.rows ? this.#evidence : null);

  at = (evidence: EvidenceView | null) => {
    this.#evidence = evidence;
    this.#rows = openStory.story?.rows ?? null;
    const rows = openStory.story?.claims[evidence?.claim ?? -1]?.rows ?? [];
    openStory.select(rows[0] ?? null);
  };

  isAt = (evidence: EvidenceView): boolean => {
    const here = this.evidence;
    return here?.claim === evidence.claim && here.start === evidence.start && here.end === evidence.end;
  };

  /** Points at the next or the previous of these. */
  step = (all: readonly EvidenceView[], by: number) => {
    const at = all.findIndex(this.isAt);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    if (next) this.at(next);
  };

  read = () => {
    const [story, evidence] = [openStory.story, this.evidence];
    if (!story || !evidence) return;
    reading.show(evidence.claim);
    route.go({ is: "story", story: story.id, tab: "read" });
  };

  compare = () => {
    if (openStory.story) route.go({ is: "story", story: openStory.story.id, tab: "compare" });
  };
}

export const pointed = new Pointed();
