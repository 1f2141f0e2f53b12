// What happens when the window opens.
import { ask } from "../../lib/ask";
import type { StartView } from "../../generated/StartView";
import { importing } from "../imports/importing.svelte";
import { openSample } from "../imports/sample";
import { shelves } from "../library/shelves.svelte";
import { outlets } from "../outlets/outlets.svelte";
import { preferences } from "../preferences/preferences.svelte";

class Starting {
  /** What the host said; `null` until it did. */
  told: StartView | null = $state.raw(null);

  /** Begins to follow the library; the answer stops it. */
  start = () => {
    const stops = [shelves.follow(), outlets.follow(), importing.follow()];
    void this.#ask();
    return () => stops.forEach((stop) => stop());
  };

  async #ask() {
    const told = await ask("start", {});
    preferences.load(told.preferences);
    this.told = told;
    if (told.sample) await openSample();
  }
}

export const starting = new Starting();
