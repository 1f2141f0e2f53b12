// Who vouches for what in the open story.
import type { SourceView } from "../../generated/SourceView";
import { pointed } from "../evidence/pointed.svelte";
import { Facet } from "../story/facet.svelte";

/** So many more rows do no harm. */
const few = 4;

class Sources extends Facet<"show_sources"> {
  constructor() {
    super("show_sources");
  }

  /** Whether those are shown too that one outlet alone cites. */
  whole = $state(false);
  shown: SourceView[] = $derived.by(() => {
    const all = this.now?.sources ?? [];
    const shared = all.filter((source) => source.vouched.filter((list) => list.length).length > 1);
    return this.whole || all.length - shared.length < few ? all : shared;
  });
  hidden: number = $derived((this.now?.sources.length ?? 0) - this.shown.length);

  /** The source and the article whose words are pointed at. */
  here: { source: SourceView; article: number } | null = $derived.by(() => {
    for (const source of this.now?.sources ?? []) {
      const article = source.vouched.findIndex((list) => list.some((one) => pointed.isAt(one.evidence)));
      if (article >= 0) return { source, article };
    }
    return null;
  });
}

export const sources = new Sources();
