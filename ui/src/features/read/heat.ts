// How much is disputed where in an article.
import type { StoryView } from "../../generated/StoryView";
import { divergencesByClaim } from "./margin";

export interface Warmth {
  claim: number;
  /** 0 where nobody differs, to 1. */
  heat: number;
}

const weights: Record<string, number> = { conflict: 1, differs: 0.5, update: 0.4 };

/** By claim of the article; a conflict that is sure warms most. */
export function heat(story: StoryView, base: number, shown: (divergence: number) => boolean): Warmth[] {
  const bears = divergencesByClaim(story, shown);
  const warmth = (index: number) => {
    const found = story.divergences[index];
    return found ? (weights[found.relation] ?? 0.5) * (0.4 + 0.6 * found.score) : 0;
  };
  return story.claims.flatMap((claim, index) => {
    if (claim.article !== base) return [];
    const sum = (bears.get(index) ?? []).reduce((sum, divergence) => sum + warmth(divergence), 0);
    return [{ claim: index, heat: Math.min(1, sum) }];
  });
}
