// Times as the host tells them, ISO 8601 at their own precision, as a person reads them. No time zone is put on them.

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** `12 May 2031, 10:35 (UTC+02:00)`; the text itself where it is no time. */
export function shownTime(iso: string): string {
  const [, year, month, day, clock, zone] = shape.exec(iso) ?? [];
  if (!year) return iso;
  const date = [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(" ");
  const offset = zone ? ` (UTC${zone === "Z" ? "" : zone})` : "";
  return clock ? `${date}, ${clock}${offset}` : date;
}

/** `12 May`: the day alone, for places where the year is plain. */
export function shownDay(iso: string): string {
  const [, year, month, day] = shape.exec(iso) ?? [];
  if (!year || !month) return iso;
  return [day && String(Number(day)), months[Number(month) - 1]?.slice(0, 3)].filter(Boolean).join(" ");
}

/** `12 May, 10:35`. */
export function shownShort(iso: string): string {
  const clock = shape.exec(iso)?.[4];
  return clock ? `${shownDay(iso)}, ${clock}` : shownDay(iso);
}
