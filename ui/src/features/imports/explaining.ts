// Tables that were left out because nobody said what their columns hold.
import type { ImportedFileView } from "../../generated/ImportedFileView";
import { mapping } from "../columns/mapping.svelte";
import type { Import } from "./import.svelte";
import { canRetry, importing } from "./importing.svelte";

/** Asks what the columns of a table hold, then brings it in again. */
export function explain(one: Import, file: ImportedFileView) {
  void mapping.show(file.name, () => importing.retry(one, [file]));
}

/** The table of which that is asked next. */
export function unexplained(): { one: Import; file: ImportedFileView } | null {
  for (const one of importing.all.filter(canRetry).toReversed()) {
    const file = one.failed.find((file) => file.notes.some((note) => note.columns));
    if (file) return { one, file };
  }
  return null;
}
