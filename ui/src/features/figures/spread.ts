// How far apart the values of a series lie.
import type { SeriesView } from "../../generated/SeriesView";
import type { TimesView } from "../../generated/TimesView";
import { stretch } from "./moment";

/** 0 where all can be the same, to 1. */
export function spreadOf({ points }: SeriesView): number {
  const lows = Math.max(...points.map((point) => point.low));
  const highs = Math.min(...points.map((point) => point.high));
  return lows <= highs ? 0 : (lows - highs) / Math.max(Math.abs(lows), Math.abs(highs), Number.MIN_VALUE);
}

/** Milliseconds between the first and the last time; 0 where all can be the same. */
export function spreadOfTimes({ points }: TimesView): number {
  const stretches = points.map(stretch).filter((one) => one !== null);
  return Math.max(0, Math.max(...stretches.map((one) => one.from)) - Math.min(...stretches.map((one) => one.to)));
}
