// Which series come first: those over which the accounts part most.
import type { DivergenceView } from "../../generated/DivergenceView";
import type { EvidenceView } from "../../generated/EvidenceView";
import type { StoryView } from "../../generated/StoryView";
import { overlap } from "../evidence/overlap";

const ranks: Record<string, number> = { conflict: 3, differs: 2, update: 1 };

/** The gravest relation of the findings of that kind to which these words belong; empty where there is none. */
export function relationOf(story: StoryView, kind: string, words: readonly EvidenceView[]): string {
  const bears = (found: DivergenceView) =>
    found.readings.filter((reading) => reading.evidence.some((evidence) => words.some((own) => overlap(own, evidence))));
  const relations = story.divergences
    .filter((found) => found.kind === kind && bears(found).length > 1)
    .map((found) => found.relation);
  return relations.toSorted((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0))[0] ?? "";
}

export interface Ranked<Of> {
  one: Of;
  relation: string;
}

/** Gravest first, then by how far the values lie apart, then as the host told them. */
export function byDispute<Of extends { points: { evidence: EvidenceView }[] }>(
  story: StoryView,
  kind: string,
  all: readonly Of[],
  spread: (one: Of) => number,
): Ranked<Of>[] {
  return all
    .map((one) => ({ one, relation: relationOf(story, kind, one.points.map((point) => point.evidence)) }))
    .toSorted((a, b) => (ranks[b.relation] ?? 0) - (ranks[a.relation] ?? 0) || spread(b.one) - spread(a.one));
}
