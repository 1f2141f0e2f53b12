// The lines of the import panel: imports, where there are several, and their files.
import type { ImportedFileView } from "../../generated/ImportedFileView";
import type { Import } from "./import.svelte";

export type PanelLine = { is: "import"; one: Import } | { is: "file"; one: Import; file: ImportedFileView };

/** The latest import first. An import that has something to say for itself always has its line. */
export function panelLines(all: readonly Import[], onlyProblems: boolean): PanelLine[] {
  return all.toReversed().flatMap((one): PanelLine[] => {
    const files = onlyProblems ? one.problems : one.files;
    const head: PanelLine[] = all.length > 1 || one.stopped || files.length === 0 ? [{ is: "import", one }] : [];
    return [...head, ...files.map((file): PanelLine => ({ is: "file", one, file }))];
  });
}

export function keyOf(line: PanelLine): string {
  return line.is === "import" ? `${line.one.job}` : `${line.one.job} ${line.file.number}`;
}
