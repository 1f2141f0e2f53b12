// What happens when the window opens.
import { ask } from "../../lib/ask";
import { route } from "../../lib/route.svelte";
import type { StartView } from "../../generated/StartView";
import { importing } from "../imports/importing.svelte";
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
    if (told.sample) await this.openSample();
  }

  openSample = async () => {
    const { story } = await importing.begin({ is: "sample" });
    if (story) route.go({ is: "story", story, tab: "compare" });
  };
}

export const starting = new Starting();
