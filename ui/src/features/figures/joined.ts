// Which points of a quantity follow each other: the same outlet later, or what a finding calls an update.
import type { EvidenceView } from "../../generated/EvidenceView";
import type { PointView } from "../../generated/PointView";
import type { SeriesView } from "../../generated/SeriesView";
import type { StoryView } from "../../generated/StoryView";
import { overlap } from "../evidence/overlap";

/** Pairs of indices of points, the earlier first. */
export function joined(story: StoryView, series: SeriesView): [number, number][] {
  const updates = updatedWords(story, series);
  const own = steps(series.points, (a, b) => outletOf(story, a) === outletOf(story, b));
  const found = updates.flatMap((words) => {
    const isOf = (point: PointView) => words.some((evidence) => overlap(evidence, point.evidence));
    return steps(series.points, (a, b) => isOf(a) && isOf(b));
  });
  const pairs = [...own, ...found].map((pair) => [pair.join(), pair] as const);
  return [...new Map(pairs).values()];
}

/** From each point to the next later one of its kin that gives another value. */
function steps(points: readonly PointView[], kin: (a: PointView, b: PointView) => boolean): [number, number][] {
  return points.flatMap((point, at) => {
    const next = points.findIndex((later, index) => index > at && kin(point, later) && (later.as_of ?? "") > (point.as_of ?? ""));
    const later = points[next];
    if (!later || (later.low === point.low && later.high === point.high)) return [];
    const isLast = !points.some((other, index) => index > at && index < next && kin(point, other) && same(other, point));
    return isLast ? [[at, next] as [number, number]] : [];
  });
}

const same = (a: PointView, b: PointView) => a.low === b.low && a.high === b.high;

const outletOf = (story: StoryView, point: PointView) => story.articles[point.article]?.outlet;

function updatedWords(story: StoryView, series: SeriesView): EvidenceView[][] {
  return story.divergences
    .filter((found) => found.kind === "figure" && found.relation === "update" && series.rows.includes(found.row))
    .map((found) => found.readings.flatMap((reading) => reading.evidence));
}
