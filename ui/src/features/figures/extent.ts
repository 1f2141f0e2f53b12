// How far the axis of a quantity reaches, and whether it must be logarithmic.
import { extent } from "d3-array";
import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from "d3-scale";
import type { PointView } from "../../generated/PointView";

/** Beyond two orders of magnitude a linear axis hides the small values. */
const orders = 100;

export function isLogarithmic(points: readonly PointView[]): boolean {
  const [least, most] = reach(points);
  return least > 0 && most / least > orders;
}

/** From values to `0..width`, at round bounds; with zero where that is not far off. */
export function scaleOf(points: readonly PointView[], width: number): ScaleContinuousNumeric<number, number> {
  const [least, most] = reach(points);
  if (isLogarithmic(points)) return scaleLog([least, most], [0, width]).nice();
  const from = least >= 0 && least < most / 2 ? 0 : least;
  const pad = most === from ? Math.max(1, Math.abs(most) * 0.1) : 0;
  return scaleLinear([from - pad, most + pad], [0, width]).nice(5);
}

function reach(points: readonly PointView[]): [number, number] {
  const ends = points.flatMap((point) => [point.low, point.high]).filter(Number.isFinite);
  const [least, most] = extent(ends);
  return [least ?? 0, most ?? 1];
}
