// Times of the articles on an axis: UTC milliseconds, only to place them; no time zone is meant.
import type { TimePointView } from "../../generated/TimePointView";
import { scaleUtc, type ScaleTime } from "d3-scale";

const minute = 60_000;
const day = 24 * 60 * minute;

export interface Stretch {
  from: number;
  to: number;
  /** Whether it is one moment of the clock. */
  moment: boolean;
}

/** From its first to its last minute; `null` where the days cannot be read. */
export function stretch({ first, last, clock }: TimePointView): Stretch | null {
  const [from, until] = [Date.parse(`${first}T00:00Z`), Date.parse(`${last}T00:00Z`)];
  if (Number.isNaN(from) || Number.isNaN(until)) return null;
  if (!clock) return { from, to: Math.max(from, until) + day, moment: false };
  const [start, end] = [from + clock[0] * minute, until + clock[1] * minute];
  return { from: start, to: Math.max(start, end), moment: start === end };
}

/** From moments to `0..width`, with some air at both ends. */
export function timeScale(stretches: readonly Stretch[], width: number): ScaleTime<number, number> {
  const from = Math.min(...stretches.map((one) => one.from));
  const to = Math.max(...stretches.map((one) => one.to));
  const air = Math.max((to - from) * 0.06, 5 * minute);
  return scaleUtc([from - air, to + air], [0, width]);
}

/** `06:45` where ticks are hours, `12 May` where they are days. */
export function tickWords(ticks: readonly Date[]): string[] {
  const isMidnight = (tick: Date) => tick.getUTCHours() === 0 && tick.getUTCMinutes() === 0;
  const shape = (tick: Date) => (isMidnight(tick) ? ({ day: "numeric", month: "short" } as const) : ({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const));
  return ticks.map((tick) => tick.toLocaleString("en-GB", { ...shape(tick), timeZone: "UTC" }));
}

/** The days on which the stretches lie, as `YYYY-MM-DD`. */
export function daysOf(points: readonly TimePointView[]): string[] {
  return [...new Set(points.flatMap((point) => [point.first, point.last]))].sort();
}
