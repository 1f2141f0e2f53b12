// What the user set once: theme, text size, which divergences are shown.
import type { Preferences } from "../../generated/Preferences";
import { ask } from "../../lib/ask";

/** The kinds of divergence, in their order. */
export const kindNames = ["figure", "time", "place", "actor", "source", "certainty", "polarity", "quote", "wording"];

/** The steps of the text size; 1 is the usual one. */
export const textSizes = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];

class Kept {
  now: Preferences = $state.raw({
    theme: "system",
    text_size: 1,
    kinds: kindNames,
    minimum_score: 0,
    link_threshold: 0.25,
    author: "",
    affiliation: "",
  });

  /** As the host keeps them. */
  load(preferences: Preferences) {
    this.now = preferences;
    this.#show();
  }

  change = async (some: Partial<Preferences>) => {
    this.load({ ...this.now, ...some });
    this.load(await ask("set_preferences", { preferences: this.now }));
  };

  #show() {
    const root = document.documentElement;
    root.dataset.theme = this.now.theme;
    root.style.setProperty("--text-size", String(this.now.text_size));
  }
}

export const preferences = new Kept();
