// Undo and redo, of everything: the host keeps one journal for the library and its stories.
import type { UndoView } from "../../generated/UndoView";
import { ask } from "../../lib/ask";
import { openStory } from "../story/open-story.svelte";

class Undoing {
  /** What was done last, for the notice: the name of the act and whether it was taken back or done again. */
  notice: { act: string; how: "undone" | "redone" } | null = $state.raw(null);

  undo = (can: UndoView | undefined) => this.#step("undo", can?.undo);

  redo = (can: UndoView | undefined) => this.#step("redo", can?.redo);

  async #step(name: "undo" | "redo", act: string | null | undefined) {
    if (!act) return;
    await ask(name, {});
    this.notice = { act, how: name === "undo" ? "undone" : "redone" };
    await openStory.refresh();
  }
}

export const undoing = new Undoing();
