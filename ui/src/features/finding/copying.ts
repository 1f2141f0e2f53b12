// A finding on the clipboard, with what is needed to check it.
import type { CopyForm } from "../../generated/CopyForm";
import { ask, asFailure } from "../../lib/ask";
import { en } from "../../text/en";
import { notices } from "../undo/notices.svelte";

export async function copyFinding(story: string, finding: string, form: CopyForm) {
  try {
    await ask("copy_finding", { story, finding, form });
    notices.say(en.finding.copied[form]);
  } catch (thrown) {
    notices.fail(en.finding.notCopied, asFailure(thrown).message);
  }
}
