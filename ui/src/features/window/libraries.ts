// The ways to another library, and to the logs.
import { asFailure, ask, pickLibrary, pickPlace } from "../../lib/ask";
import { en } from "../../text/en";
import { notices } from "../undo/notices.svelte";
import { starting } from "./starting.svelte";

export const openAnother = () => open(pickLibrary(en.settings.libraryKind));

export const makeNew = () => open(pickPlace(en.settings.newName));

async function open(picked: Promise<string | null>) {
  const path = await picked;
  if (path !== null) await starting.openLibrary(path);
}

export async function saveLogs() {
  const path = await pickPlace(en.settings.logsName);
  if (path === null) return;
  try {
    await ask("save_logs", { path });
    notices.say(en.settings.logsSaved(path));
  } catch (thrown) {
    notices.fail(en.settings.logsNotSaved, asFailure(thrown).message);
  }
}
