// The report that is being saved, and what the user wants in it.
import type { ReportedFindings } from "../../generated/ReportedFindings";
import type { ReportFormat } from "../../generated/ReportFormat";
import { ask, asFailure, newJob, pickPlace } from "../../lib/ask";
import { en } from "../../text/en";
import { preferences } from "../preferences/preferences.svelte";
import { openStory } from "../story/open-story.svelte";
import { notices } from "../undo/notices.svelte";
import { fileName } from "./names";

class Saving {
  open = $state(false);
  format: ReportFormat = $state("html");
  findings: ReportedFindings = $state("not_dismissed");
  minScore = $state(0);
  agreed = $state(true);
  notes = $state(true);
  /** The job that is writing, if one is. */
  job: number | null = $state(null);

  show = () => {
    this.minScore = preferences.now.minimum_score;
    this.open = true;
  };

  /** Closes the sheet; what is being written is given up. */
  close = () => {
    if (this.job !== null) void ask("cancel_job", { job: this.job });
    this.open = false;
  };

  save = async (story: string) => {
    const { format, findings, agreed, notes, minScore } = this;
    const path = await pickPlace(fileName(openStory.story?.title ?? "", format));
    if (path === null) return;
    const job = (this.job = newJob());
    try {
      await ask("save_report", { job, story, path, format, findings, agreed, notes, min_score: minScore });
      this.open = false;
      notices.say(en.report.saved(path.split(/[\\/]/).findLast(Boolean) ?? path));
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.kind !== "cancelled") notices.fail(en.report.failed, failure.message);
    } finally {
      this.job = null;
    }
  };
}

export const saving = new Saving();
