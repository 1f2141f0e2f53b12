// The imports of this session: one after the other, each file with what became of it.
import type { ImportedFileView } from "../../generated/ImportedFileView";
import type { ImportStepView } from "../../generated/ImportStepView";
import type { ImportView } from "../../generated/ImportView";
import { asFailure, ask, newJob, on } from "../../lib/ask";

/** What is brought in. */
export type What =
  | { is: "files"; paths: string[] }
  | { is: "text"; name: string; text: string }
  | { is: "sample" }
  /** The import that was going on when the program last ended. */
  | { is: "rest"; files: number };

export type Stage = "waiting" | "going" | "done";

/** One import, from its place in the queue to its end. */
export class Import {
  readonly job = newJob();
  stage: Stage = $state("waiting");
  /** In the order of the import, as far as they were told. */
  files: ImportedFileView[] = $state.raw([]);
  done = $state(0);
  total = $state(0);
  /** Why the rest was not looked at, or why there is no result at all. */
  stopped: string | null = $state(null);
  story: string | null = $state(null);
  cancelled = $state(false);
  /** By number, with holes where nothing was told yet. */
  #told: ImportedFileView[] = [];

  constructor(readonly what: What) {
    this.total = what.is === "files" ? what.paths.length : what.is === "rest" ? what.files : 1;
  }

  /** Takes some files' new state; `show` brings it to the window. */
  tell(step: ImportStepView) {
    for (const file of step.files) this.#told[file.number] = file;
    this.done = step.done;
    this.total = step.total;
  }

  show() {
    this.files = this.#told.filter(() => true);
  }

  /** As the host says at the end, which holds whatever steps were told. */
  end(view: ImportView) {
    for (const file of view.files) this.#told[file.number] = file;
    this.show();
    this.done = this.files.filter(isThrough).length;
    this.total = Math.max(this.total, this.files.length);
    this.stopped = view.stopped;
    this.story = view.story;
    this.stage = "done";
  }

  fail(message: string) {
    this.show();
    this.stopped = message;
    this.stage = "done";
  }
}

const isThrough = (file: ImportedFileView) => file.outcome.is !== "waiting" && file.outcome.is !== "reading";

/** How often the window shows what files became, in milliseconds: steps may come faster than anybody reads. */
const every = 80;

class Importing {
  /** The newest last. */
  all: Import[] = $state.raw([]);
  /** Whether the panel shows its files. */
  unfolded = $state(true);
  current: Import | null = $derived(this.all.find((one) => one.stage === "going") ?? null);
  #willShow = false;

  /** Hears of files until the answer is called. */
  follow(): () => void {
    return on("import_step", this.#hear);
  }

  /** Puts an import at the end of the queue; answers when it has ended. */
  begin = (what: What): Promise<Import> => {
    const one = new Import(what);
    this.all = [...this.all, one];
    this.unfolded = true;
    return this.#turn(one);
  };

  files = (paths: string[]) => (paths.length > 0 ? this.begin({ is: "files", paths }) : null);

  /** Stops it; what it has brought in stays. */
  cancel = (one: Import) => {
    one.cancelled = true;
    if (one.stage === "going") void ask("cancel_job", { job: one.job }).catch(() => {});
    if (one.stage === "waiting") one.fail("");
    if (one.what.is === "rest") void ask("forget_import", {}).catch(() => {});
  };

  #last: Promise<unknown> = Promise.resolve();

  #turn(one: Import): Promise<Import> {
    const turn = this.#last.then(() => this.#go(one));
    this.#last = turn;
    return turn;
  }

  async #go(one: Import): Promise<Import> {
    if (one.stage === "done") return one;
    one.stage = "going";
    // The list is raw: say that one of it has changed.
    this.all = [...this.all];
    try {
      one.end(await request(one));
    } catch (thrown) {
      one.fail(asFailure(thrown).message);
    }
    this.all = [...this.all];
    return one;
  }

  #hear = (step: ImportStepView) => {
    const one = this.all.find((one) => one.job === step.job);
    if (!one || one.stage === "done") return;
    one.tell(step);
    if (this.#willShow) return;
    this.#willShow = true;
    setTimeout(() => {
      this.#willShow = false;
      if (one.stage === "going") one.show();
    }, every);
  };
}

function request({ job, what }: Import): Promise<ImportView> {
  if (what.is === "files") return ask("import_files", { job, paths: what.paths });
  if (what.is === "text") return ask("paste_text", { job, name: what.name, text: what.text });
  return what.is === "rest" ? ask("resume_import", { job }) : ask("open_sample", { job });
}

export const importing = new Importing();
