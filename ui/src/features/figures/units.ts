// Numbers of an axis with their unit.

const larger: Record<string, { unit: string; size: number }> = {
  m: { unit: "km", size: 1000 },
  kg: { unit: "t", size: 1000 },
  s: { unit: "h", size: 3600 },
};

export interface Shown {
  unit: string;
  /** A value of the host as a number of that unit, grouped or short. */
  number: (value: number) => string;
  /** How many of the host's units make one. */
  size: number;
}

/** How values up to `most` are shown. */
export function shownIn(unit: string, most: number): Shown {
  const next = larger[unit];
  const fits = next && most >= 2 * next.size;
  const size = fits ? next.size : 1;
  const format = new Intl.NumberFormat("en", { notation: most / size >= 100_000 ? "compact" : "standard", maximumFractionDigits: 2 });
  return { unit: fits ? next.unit : unit, number: (value) => format.format(value / size), size };
}
