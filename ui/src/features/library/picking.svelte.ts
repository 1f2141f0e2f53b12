// Which lines of a list are picked, by mouse and by keyboard, and on which one the user is.

export class Picking {
  /** Keys in the order of the list. */
  #keys: () => readonly string[];
  /** The line on which the user is. */
  cursor: string | null = $state(null);
  #picked: Readonly<Record<string, true>> = $state.raw({});
  /** Where a range begins. */
  #anchor: string | null = null;

  constructor(keys: () => readonly string[]) {
    this.#keys = keys;
  }

  has = (key: string): boolean => this.#picked[key] === true;

  /** The picked lines that are still in the list, in its order. */
  all: string[] = $derived.by(() => this.#keys().filter(this.has));

  /** What an act is about: the picked lines, or else the one on which the user is. */
  meant: string[] = $derived.by(() => (this.all.length > 0 ? this.all : this.#keys().filter((key) => key === this.cursor)));

  /** Goes to a line and lets go of the others. */
  go = (key: string | null) => {
    this.cursor = this.#anchor = key;
    this.none();
  };

  /** Goes `by` lines on, or to the nearest end. */
  move = (by: number, extend = false) => {
    const keys = this.#keys();
    if (keys.length === 0) return;
    const at = this.cursor === null ? -1 : keys.indexOf(this.cursor);
    const next = at < 0 ? (by < 0 ? keys.length - 1 : 0) : Math.min(keys.length - 1, Math.max(0, at + by));
    this.#to(keys[next] ?? null, extend);
  };

  first = (extend = false) => this.#to(this.#keys()[0] ?? null, extend);

  last = (extend = false) => this.#to(this.#keys().at(-1) ?? null, extend);

  /** Picks it or lets it go. */
  toggle = (key: string | null = this.cursor) => {
    if (key === null) return;
    const others = Object.keys(this.#picked).filter((other) => other !== key);
    this.#pick(this.has(key) ? others : [...others, key]);
    this.cursor = this.#anchor = key;
  };

  /** Picks everything from where the range began to here. */
  reach = (key: string) => {
    const keys = this.#keys();
    const from = keys.indexOf(this.#anchor ?? this.cursor ?? key);
    const to = keys.indexOf(key);
    this.#pick(keys.slice(Math.min(Math.max(from, 0), to), Math.max(from, to) + 1));
    this.#anchor ??= this.cursor;
    this.cursor = key;
  };

  /** Makes a line what is meant, unless it is among what is picked. */
  mean = (key: string) => {
    if (this.has(key)) this.cursor = key;
    else this.go(key);
  };

  everything = () => this.#pick(this.#keys());

  none = () => this.#pick([]);

  #pick(keys: readonly string[]) {
    this.#picked = Object.fromEntries(keys.map((key) => [key, true] as const));
  }

  #to(key: string | null, extend: boolean) {
    if (key !== null && extend) this.reach(key);
    else this.go(key);
  }
}
