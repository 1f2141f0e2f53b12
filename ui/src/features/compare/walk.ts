// Where a key leads in the table.
import type { Cell } from "./table.svelte";

/** The cell to go to; `null` where the key leads nowhere. The head is line -1, the gutter column -1. */
export function walk(event: KeyboardEvent, from: Cell, lines: number, columns: number, page: number): Cell | null {
  if (event.altKey || event.shiftKey) return null;
  const whole = event.ctrlKey || event.metaKey;
  const { line, column } = from;
  const rtl = typeof document !== "undefined" && document.dir === "rtl";
  const to = {
    ArrowDown: { line: line + 1, column },
    ArrowUp: { line: line - 1, column },
    ArrowRight: { line, column: column + (rtl ? -1 : 1) },
    ArrowLeft: { line, column: column - (rtl ? -1 : 1) },
    PageDown: { line: line + page, column },
    PageUp: { line: Math.max(0, line - page), column },
    Home: { line: whole ? 0 : line, column: -1 },
    End: { line: whole ? lines - 1 : line, column: columns - 1 },
  }[event.key];
  if (!to) return null;
  return { line: within(to.line, lines), column: within(to.column, columns) };
}

function within(at: number, count: number): number {
  return Math.max(-1, Math.min(at, count - 1));
}
