// A finding on the clipboard, with what is needed to check it.
import { ask, asFailure } from "../../lib/ask";
import { en } from "../../text/en";
import { notices } from "../undo/notices.svelte";

/** With marks for programs that take them, unless `plain`. */
export async function copyFinding(story: string, finding: string, plain = false) {
  try {
    await ask("copy_finding", { story, finding, plain });
    notices.say(en.finding.copied);
  } catch (thrown) {
    notices.fail(en.finding.notCopied, asFailure(thrown).message);
  }
}
