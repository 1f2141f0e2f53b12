// What of a story the table shows: which divergences, which rows, in which order.
import type { DivergenceView } from "../../generated/DivergenceView";
import type { FindingDecisionView } from "../../generated/FindingDecisionView";
import type { Preferences } from "../../generated/Preferences";

/** Which rows: claims that several articles carry, those of them that diverge or that all carry alike, or the rest. */
export const carriedBy = ["several", "divergent", "agreed", "one"] as const;
export type CarriedBy = (typeof carriedBy)[number];

export const orders = ["base", "divergence", "coverage"] as const;
export type Order = (typeof orders)[number];

export interface Filters {
  kinds: readonly string[];
  /** `null` for any. */
  relation: string | null;
  /** 0 to 1. */
  minimum: number;
  /** Only what was neither confirmed nor dismissed. */
  unreviewed: boolean;
  carried: CarriedBy;
  order: Order;
}

export type Decisions = ReadonlyMap<number, FindingDecisionView>;

/** As the table opens. */
export function usual(preferences: Preferences): Filters {
  const { kinds, minimum_score: minimum } = preferences;
  return { kinds, relation: null, minimum, unreviewed: false, carried: "several", order: "base" };
}

/** Whether a divergence is shown. */
export function passes(divergence: DivergenceView, at: number, filters: Filters, decisions: Decisions): boolean {
  return filters.kinds.includes(divergence.kind) && passesButKind(divergence, at, filters, decisions);
}

/** By kind: how many divergences there are, and how many would be shown if their kind were. */
export function kindCounts(divergences: readonly DivergenceView[], filters: Filters, decisions: Decisions) {
  const counts = new Map<string, { all: number; shown: number }>();
  divergences.forEach((divergence, at) => {
    const { all, shown } = counts.get(divergence.kind) ?? { all: 0, shown: 0 };
    const more = passesButKind(divergence, at, filters, decisions) ? 1 : 0;
    counts.set(divergence.kind, { all: all + 1, shown: shown + more });
  });
  return counts;
}

/** How many divergences would be shown if no score were asked for. */
export function hiddenByScore(divergences: readonly DivergenceView[], filters: Filters, decisions: Decisions): number {
  const any = { ...filters, minimum: 0 };
  return divergences.filter((one, at) => passes(one, at, any, decisions) && !passes(one, at, filters, decisions)).length;
}

function passesButKind(divergence: DivergenceView, at: number, filters: Filters, decisions: Decisions): boolean {
  if (filters.relation !== null && divergence.relation !== filters.relation) return false;
  if (filters.unreviewed && decisions.get(at)?.ruling) return false;
  return divergence.score >= filters.minimum;
}
