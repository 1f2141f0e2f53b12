// The library's shelves as last told, and the edits made to them.
import type { Edit } from "../../generated/Edit";
import type { Failure } from "../../generated/Failure";
import type { LibraryView } from "../../generated/LibraryView";
import { asFailure, ask, on } from "../../lib/ask";

class Shelves {
  library: LibraryView | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);

  /** Keeps up with the library until the answer is called. */
  follow(): () => void {
    void this.refresh();
    return on("library_changed", () => void this.refresh());
  }

  refresh = () => this.#try(async () => void (this.library = await ask("list_stories", {})));

  /** The host tells `library_changed` afterwards. */
  edit = (edit: Edit) => this.#try(async () => void (await ask("edit_library", { edit })));

  async #try(work: () => Promise<void>) {
    try {
      await work();
      this.failure = null;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}

export const shelves = new Shelves();
