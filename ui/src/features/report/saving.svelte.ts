// The report that is being saved, and what the user wants in it.
import type { Paper } from "../../generated/Paper";
import type { Report } from "../../generated/Report";
import type { ReportCover } from "../../generated/ReportCover";
import type { ReportedFindings } from "../../generated/ReportedFindings";
import type { ReportFormat } from "../../generated/ReportFormat";
import type { ReportLanguage } from "../../generated/ReportLanguage";
import { ask, asFailure, newJob, pickPlace } from "../../lib/ask";
import { en } from "../../text/en";
import { preferences } from "../preferences/preferences.svelte";
import { openStory } from "../story/open-story.svelte";
import { notices } from "../undo/notices.svelte";
import { fileName } from "./names";

class Saving {
  open = $state(false);
  format: ReportFormat = $state("html");
  findings: ReportedFindings | "chosen" = $state("not_dismissed");
  /** Ids of the findings that it is on, where these are chosen one by one. */
  chosen: string[] = $state.raw([]);
  minScore = $state(0);
  agreed = $state(true);
  notes = $state(true);
  wholeTexts = $state(false);
  anonymous = $state(false);
  paper: Paper = $state("a4");
  language: ReportLanguage = $state("en");
  hasCover = $state(false);
  cover: ReportCover = $state({ author: "", affiliation: "", date: "" });
  /** The job that is writing, if one is. */
  job: number | null = $state(null);
  isPreviewed = $state(true);

  /** Opens the sheet for the whole story, or for these findings. */
  show = (chosen: string[] = []) => {
    if (chosen.length) this.findings = "chosen";
    else if (this.findings === "chosen") this.findings = "not_dismissed";
    this.chosen = chosen;
    this.minScore = preferences.now.minimum_score;
    const { author, affiliation } = preferences.now;
    this.cover = { author, affiliation, date: today() };
    this.open = true;
  };

  /** Closes the sheet; what is being written is given up. */
  close = () => {
    if (this.job !== null) void ask("cancel_job", { job: this.job });
    this.open = false;
  };

  /**
   * What is chosen. A finding that was chosen by name is told whatever its score and whatever was ruled of it;
   * `null` where none is.
   */
  report(story: string): Report | null {
    const { format, findings, chosen, notes, anonymous, paper, language } = this;
    const isChosen = findings === "chosen";
    if (isChosen && !chosen.length) return null;
    return {
      story,
      format,
      notes,
      anonymous,
      paper,
      language,
      only: isChosen ? chosen : [],
      findings: isChosen ? "all" : findings,
      agreed: !isChosen && this.agreed,
      min_score: isChosen ? 0 : this.minScore,
      whole_texts: this.wholeTexts,
      cover: this.hasCover ? { ...this.cover } : null,
    };
  }

  save = async (report: Report) => {
    const path = await pickPlace(fileName(openStory.story?.title ?? "", report.format));
    if (path === null) return;
    const job = (this.job = newJob());
    try {
      await ask("save_report", { job, path, report });
      this.open = false;
      notices.say(en.report.saved(path.split(/[\\/]/).findLast(Boolean) ?? path), { label: en.report.reveal, run: () => void reveal() });
      await this.#remember();
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.kind !== "cancelled") notices.fail(en.report.failed, failure.message);
    } finally {
      this.job = null;
    }
  };

  /** Who makes the reports stays the same. */
  async #remember() {
    const { author, affiliation } = this.cover;
    const isNew = author !== preferences.now.author || affiliation !== preferences.now.affiliation;
    if (this.hasCover && isNew) await preferences.change({ author, affiliation });
  }
}

async function reveal() {
  try {
    await ask("reveal_report", {});
  } catch (thrown) {
    notices.fail(en.report.notRevealed, asFailure(thrown).message);
  }
}

/** As the system's language writes days. */
function today(): string {
  return new Date().toLocaleDateString(undefined, { day: "numeric", month: "long", year: "numeric" });
}

export const saving = new Saving();
