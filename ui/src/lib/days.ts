// Days and spans of days in words.

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** `12–16 May 2031` for the first and the last day, `2031-05-12`; as it stands where it is no full day; `null` for none. */
export function daySpan(from: string | null, until: string | null): string | null {
  const [first, last] = [from ?? until, until ?? from];
  if (first === null || last === null) return null;
  const [a, b] = [dayOf(first), dayOf(last)];
  if (a && b && a <= b) return day.formatRange(a, b);
  return first === last ? first : `${first} – ${last}`;
}

function dayOf(text: string): Date | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  const date = new Date(`${day}T00:00:00Z`);
  return day && !Number.isNaN(date.getTime()) ? date : null;
}
