// The report as it will look, made anew whenever something else is chosen.
import type { Report } from "../../generated/Report";
import { ask, asFailure, newJob } from "../../lib/ask";

/** How long nothing else is chosen before it is made, ms. */
const REST = 250;

class Preview {
  /** Where it is told; `null` before the first is made. */
  address: string | null = $state(null);
  pages: number | null = $state(null);
  failure: string | null = $state(null);
  /** The job that is making the next. */
  job: number | null = $state(null);
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** Makes it of this, in place of what is being made. */
  of = (report: Report) => {
    this.#giveUp();
    this.#waiting = setTimeout(() => void this.#make(report), REST);
  };

  close = () => {
    this.#giveUp();
    this.address = this.pages = this.failure = null;
    void ask("close_preview", {});
  };

  #giveUp() {
    clearTimeout(this.#waiting);
    if (this.job !== null) void ask("cancel_job", { job: this.job });
    this.job = null;
  }

  async #make(report: Report) {
    const job = (this.job = newJob());
    const isWanted = () => this.job === job;
    try {
      const made = await ask("preview_report", { job, report });
      if (isWanted()) Object.assign(this, { ...made, failure: null });
    } catch (thrown) {
      if (isWanted()) this.failure = asFailure(thrown).message;
    } finally {
      if (isWanted()) this.job = null;
    }
  }
}

export const preview = new Preview();
