// One import, from its place in the queue to its end, with what became of each file.
import type { ImportedFileView } from "../../generated/ImportedFileView";
import type { ImportStepView } from "../../generated/ImportStepView";
import type { ImportView } from "../../generated/ImportView";
import { newJob } from "../../lib/ask";

/** What is brought in. */
export type What =
  | { is: "files"; paths: string[] }
  | { is: "text"; name: string; text: string }
  /** Fetched from the web, because the user said so. */
  | { is: "pages"; addresses: string[] }
  | { is: "sample" }
  /** The import that was going on when the program last ended. */
  | { is: "rest"; files: number };

export type Stage = "waiting" | "going" | "done";

export class Import {
  readonly job = newJob();
  stage: Stage = $state("waiting");
  /** In the order of the import, as far as they were told. */
  files: ImportedFileView[] = $state.raw([]);
  done = $state(0);
  total = $state(0);
  /** Why the rest was not looked at, or why there is no result at all. */
  stopped: string | null = $state(null);
  /** The user wants no more of it. */
  cancelled = $state(false);
  story: string | null = $state(null);
  problems: ImportedFileView[] = $derived(this.files.filter(isProblem));
  failed: ImportedFileView[] = $derived(this.files.filter((file) => file.outcome.is === "left_out"));
  /** By number, with holes where nothing was told yet. */
  #told: ImportedFileView[] = [];

  constructor(readonly what: What) {
    this.total = size(what);
  }

  /** Takes some files' new state; `show` brings it to the window. */
  tell(step: ImportStepView) {
    this.#take(step.files);
    this.#count = [step.done, step.total];
  }

  show() {
    [this.done, this.total] = this.#count;
    this.files = this.#told.filter(() => true);
  }

  /** As the host says at the end, which holds whatever steps were told. */
  end(view: ImportView) {
    this.#told = [];
    this.#take(view.files);
    this.#count = [view.files.length, Math.max(this.total, view.files.length)];
    this.stopped = view.stopped;
    this.story = view.story;
    this.#close();
  }

  /** There is no result. */
  fail(reason: string) {
    this.stopped = reason;
    this.#close();
  }

  /** Lets go of files that are brought in anew by another import. */
  forget(files: readonly ImportedFileView[]) {
    this.#told = this.#told.filter((file) => !files.includes(file));
    this.show();
  }

  #count: [number, number] = [0, 0];

  #take(files: readonly ImportedFileView[]) {
    for (const file of files) this.#told[file.number] = file;
  }

  #close() {
    this.show();
    this.stage = "done";
  }
}

function size(what: What): number {
  if (what.is === "files") return what.paths.length;
  if (what.is === "pages") return what.addresses.length;
  return what.is === "rest" ? what.files : 1;
}

/** Whether somebody should look at it. */
export function isProblem(file: ImportedFileView): boolean {
  return file.outcome.is === "left_out" || file.notes.length > 0;
}
