// What happens when the window opens, and when files or a library are opened with the program while it runs.
import type { OpenedView } from "../../generated/OpenedView";
import type { StartView } from "../../generated/StartView";
import { asFailure, ask, on } from "../../lib/ask";
import { route } from "../../lib/route.svelte";
import { en } from "../../text/en";
import { arrive } from "../imports/arriving";
import { importing } from "../imports/importing.svelte";
import { openSample } from "../imports/sample";
import { shelf } from "../library/shelf.svelte";
import { shelves } from "../library/shelves.svelte";
import { outlets } from "../outlets/outlets.svelte";
import { preferences } from "../preferences/preferences.svelte";
import { openStory } from "../story/open-story.svelte";
import { notices } from "../undo/notices.svelte";

class Starting {
  /** What the host said; `null` until it did. */
  told: StartView | null = $state.raw(null);

  /** Begins to follow the library; the answer stops it. */
  start = () => {
    const opened = on("opened", (told) => void this.#open(told));
    const stops = [opened, shelves.follow(), outlets.follow(), importing.follow()];
    void this.#ask();
    return () => stops.forEach((stop) => stop());
  };

  /** Shows this library from now on. */
  openLibrary = async (path: string) => {
    try {
      const told = await ask("open_library", { path });
      openStory.close();
      shelf.leave();
      route.go({ is: "library" });
      this.#take(told);
      await Promise.all([shelves.refresh(), outlets.refresh()]);
    } catch (thrown) {
      notices.fail(en.imports.libraryNotOpened, asFailure(thrown).message);
    }
  };

  async #ask() {
    try {
      const told = await ask("start", {});
      preferences.load(told.preferences);
      this.#take(told);
      if (told.sample) await openSample();
    } catch (thrown) {
      notices.fail(en.imports.notStarted, asFailure(thrown).message);
    }
  }

  /** An interrupted import goes on by itself; then come the files that the program was opened with. */
  #take(told: StartView) {
    this.told = told;
    if (told.library_failure !== null) notices.fail(en.imports.libraryNotOpened, told.library_failure);
    if (told.interrupted > 0) void importing.begin({ is: "rest", files: told.interrupted });
    void arrive(told.files);
  }

  async #open({ library, files }: OpenedView) {
    if (library !== null) await this.openLibrary(library);
    void arrive(files);
  }
}

export const starting = new Starting();
