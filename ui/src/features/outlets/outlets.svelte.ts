// The outlets of the library: how each is named, coloured and patterned wherever it is shown.
import type { OutletView } from "../../generated/OutletView";
import { ask, on } from "../../lib/ask";

class Outlets {
  all: OutletView[] = $state.raw([]);
  #byName = $derived(new Map(this.all.map((outlet) => [outlet.name, outlet])));

  /** Keeps up with the library until the answer is called. */
  follow(): () => void {
    void this.refresh();
    return on("library_changed", () => void this.refresh());
  }

  refresh = async () => {
    this.all = (await ask("list_outlets", {})).outlets;
  };

  /** The outlet of this name; one that is not listed yet looks plain. */
  named(name: string): OutletView {
    return this.#byName.get(name) ?? { name, short: name.slice(0, 8), aliases: [], colour: 0, pattern: 0, articles: 0 };
  }
}

export const outlets = new Outlets();
