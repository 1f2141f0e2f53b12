// How a quantity is drawn that is exact, about, a range, or open on one side.
import type { PointView } from "../../generated/PointView";

export interface Drawn {
  /** Where the dot is; none for a range, which has no middle. */
  dot: number | null;
  /** Whether the value itself may not be it: about, more than, less than. */
  hollow: boolean;
  /** The bracket; none for a single value. */
  from: number | null;
  to: number | null;
  /** To which side it is open. */
  arrow: -1 | 0 | 1;
}

const arrows: Record<string, -1 | 1> = { at_least: 1, more_than: 1, up_to: -1, less_than: -1 };
const hollow = new Set(["about", "nearly", "more_than", "less_than"]);

export function drawn({ low, high, bound }: PointView): Drawn {
  const spread = low !== high;
  const arrow = arrows[bound] ?? 0;
  return {
    dot: !spread ? low : bound === "about" ? (low + high) / 2 : bound === "nearly" ? high : null,
    hollow: hollow.has(bound),
    from: spread ? low : null,
    to: spread ? high : null,
    arrow,
  };
}
