// Undo and redo, of everything: the host keeps one journal for the library and its stories.
import type { UndoView } from "../../generated/UndoView";
import { asFailure, ask } from "../../lib/ask";
import { en } from "../../text/en";
import { keepUp } from "../story/keeping-up";
import { notices } from "./notices.svelte";

class Undoing {
  undo = (can: UndoView | undefined) => this.#step("undo", can?.undo, en.window.undone);

  redo = (can: UndoView | undefined) => this.#step("redo", can?.redo, en.window.redone);

  async #step(name: "undo" | "redo", act: string | null | undefined, said: (act: string) => string) {
    if (!act) return;
    try {
      await ask(name, {});
      notices.say(said(actName(act)));
      await keepUp();
    } catch (thrown) {
      notices.fail(en.window.stepFailed[name], asFailure(thrown).message);
    }
  }
}

/** An act of the journal in the interface's words. */
export function actName(act: string): string {
  return en.window.acts[act] ?? act;
}

export const undoing = new Undoing();
