// The library's shelves as last told, and the edits made to them.
import type { Edit } from "../../generated/Edit";
import type { Failure } from "../../generated/Failure";
import type { LibraryView } from "../../generated/LibraryView";
import type { UndoView } from "../../generated/UndoView";
import { asFailure, ask, on } from "../../lib/ask";
import { en } from "../../text/en";
import { keepUp } from "../story/keeping-up";
import { notices } from "../undo/notices.svelte";
import { undoing } from "../undo/undoing.svelte";

class Shelves {
  library: LibraryView | null = $state.raw(null);
  /** Why the shelves as shown may not be those of the library. */
  failure: Failure | null = $state.raw(null);
  #asked = 0;

  /** Keeps up with the library until the answer is called. */
  follow(): () => void {
    void this.refresh();
    return on("library_changed", () => void this.refresh());
  }

  refresh = async () => {
    const asked = ++this.#asked;
    try {
      const library = await ask("list_stories", {});
      // An answer that was overtaken by a later one is of yesterday.
      if (asked === this.#asked) [this.library, this.failure] = [library, null];
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  };

  /** Makes the edit and says so with its undo; `null` where it could not be made. The host tells `library_changed`. */
  edit = async (edit: Edit): Promise<UndoView | null> => {
    try {
      const undo = await ask("edit_library", { edit });
      void keepUp();
      if (this.library) this.library = { ...this.library, undo };
      notices.say(en.library.did(edit), {
        label: en.window.undo,
        run: () => void undoing.undo(this.library?.undo),
        holds: () => this.library?.undo.undo === undo.undo,
      });
      return undo;
    } catch (thrown) {
      notices.fail(en.library.notDone, asFailure(thrown).message);
      return null;
    }
  };
}

export const shelves = new Shelves();
