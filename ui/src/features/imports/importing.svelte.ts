// The imports of this session, one after the other.
import type { ImportedFileView } from "../../generated/ImportedFileView";
import type { ImportStepView } from "../../generated/ImportStepView";
import type { ImportView } from "../../generated/ImportView";
import { asFailure, ask, on } from "../../lib/ask";
import { shelves } from "../library/shelves.svelte";
import { announce } from "./announcing";
import { Import, type What } from "./import.svelte";

/** How often the window shows what files became, ms: steps may come faster than anybody reads. */
const every = 80;

class Importing {
  /** The first begun first. */
  all: Import[] = $state.raw([]);
  /** Whether the panel shows its files. */
  unfolded = $state(true);
  going: Import | null = $derived(this.all.find((one) => one.stage === "going") ?? null);
  isIdle: boolean = $derived(this.all.every((one) => one.stage === "done"));
  #last: Promise<unknown> = Promise.resolve();
  #willShow = false;

  /** Hears of files until the answer is called. */
  follow(): () => void {
    return on("import_step", this.#hear);
  }

  /** Puts an import at the end of the queue; answers when it has ended. */
  begin = (what: What): Promise<Import> => {
    const one = new Import(what);
    if (this.isIdle) this.unfolded = true;
    this.all = [...this.all, one];
    const turn = this.#last.then(() => this.#go(one));
    this.#last = turn;
    return turn;
  };

  files = (paths: string[]) => (paths.length > 0 ? this.begin({ is: "files", paths }) : null);

  /** Stops it; what it has brought in stays. */
  cancel = (one: Import) => {
    one.cancelled = true;
    if (one.stage === "going") ask("cancel_job", { job: one.job }).catch(() => {});
    if (one.stage === "waiting") {
      if (one.what.is === "rest") ask("forget_import", {}).catch(() => {});
      one.fail("");
    }
  };

  /** Brings what failed in again: these files, or the whole import where nothing came of it. */
  retry = (one: Import, files: readonly ImportedFileView[] = one.failed) => {
    if (!canRetry(one)) return;
    if (files.length === 0 || one.what.is === "text" || one.what.is === "sample") {
      this.all = this.all.filter((other) => other !== one);
      void this.begin(one.what);
      return;
    }
    one.forget(files);
    const names = files.map((file) => file.name);
    void (one.what.is === "pages" ? this.begin({ is: "pages", addresses: names }) : this.files(names));
  };

  /** Lets go of the imports that have ended. */
  clear = () => {
    this.all = this.all.filter((one) => one.stage !== "done");
  };

  async #go(one: Import): Promise<Import> {
    if (one.stage === "done") return one;
    one.stage = "going";
    const before = (shelves.library?.stories ?? []).map((story) => story.id);
    try {
      one.end(await request(one));
    } catch (thrown) {
      one.fail(asFailure(thrown).message);
    }
    await announce(one, before);
    this.#tidy(one);
    return one;
  }

  /** What ended well needs no room: the sample leaves, the panel folds. */
  #tidy(one: Import) {
    if (one.problems.length > 0 || (one.stopped !== null && !one.cancelled)) return;
    if (one.what.is === "sample") this.all = this.all.filter((other) => other !== one);
    if (this.isIdle && this.all.every((one) => one.problems.length === 0)) this.unfolded = false;
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

/** Whether there is something to bring in again. */
export function canRetry(one: Import): boolean {
  return one.stage === "done" && !one.cancelled && (one.failed.length > 0 || one.stopped !== null);
}

function request({ job, what }: Import): Promise<ImportView> {
  if (what.is === "files") return ask("import_files", { job, paths: what.paths });
  if (what.is === "text") return ask("paste_text", { job, name: what.name, text: what.text });
  if (what.is === "pages") return ask("fetch_pages", { job, addresses: what.addresses });
  return what.is === "rest" ? ask("resume_import", { job }) : ask("open_sample", { job });
}

export const importing = new Importing();
