// Where in the program the user is, with the way back.

export const tabs = ["compare", "read", "figures", "quotes", "sources"] as const;
export type Tab = (typeof tabs)[number];

export type Place =
  | { is: "library" }
  /** `article`: the id of the article to be shown, in the tab `read`. */
  | { is: "story"; story: string; tab: Tab; article?: string }
  | { is: "search" }
  | { is: "outlets"; outlet?: string }
  | { is: "settings" };

class Route {
  here: Place = $state.raw({ is: "library" });
  #back: Place[] = [];
  #forward: Place[] = [];

  go = (place: Place) => {
    if (JSON.stringify(place) === JSON.stringify(this.here)) return;
    this.#back.push(this.here);
    this.#forward = [];
    this.here = place;
  };

  back = () => this.#step(this.#back, this.#forward);

  forward = () => this.#step(this.#forward, this.#back);

  #step(from: Place[], to: Place[]) {
    const place = from.pop();
    if (!place) return;
    to.push(this.here);
    this.here = place;
  }
}

export const route = new Route();
