// Short sayings at the edge of the window: what was done, and what went wrong.

export interface Notice {
  id: number;
  text: string;
  /** Of the host or of a file: said below, as it is. */
  more?: string;
  /** What went wrong stays until it is closed. */
  wrong: boolean;
  deed?: Deed;
}

/** What can be done about it at once. */
export interface Deed {
  label: string;
  run: () => void;
  /** Whether it still means what it says; always, if it does not say. */
  holds?: () => boolean;
}

/** How long a notice stays that needs no answer, in milliseconds; longer with something to do. */
const short = 5_000;
const long = 9_000;

class Notices {
  all: Notice[] = $state.raw([]);
  #last = 0;
  #timers: { id: number; timer: ReturnType<typeof setTimeout> }[] = [];

  /** Says that something was done; of two with a deed only the later is shown. */
  say = (text: string, deed?: Deed) => {
    const kept = deed ? this.all.filter((one) => one.wrong || !one.deed) : this.all;
    this.#add(kept, { text, wrong: false, deed });
  };

  /** Says what went wrong, once, until somebody closes it. */
  fail = (text: string, more?: string, deed?: Deed) => {
    const kept = this.all.filter((one) => !(one.wrong && one.text === text && one.more === more));
    this.#add(kept, { text, more, wrong: true, deed });
  };

  close = (id: number) => {
    this.#hold(id);
    this.all = this.all.filter((one) => one.id !== id);
  };

  /** Somebody reads: nothing goes away. */
  hold = () => this.all.forEach((one) => this.#hold(one.id));

  /** Nobody reads any more. */
  release = () => this.all.forEach((one) => this.#wait(one));

  #add(kept: Notice[], said: Omit<Notice, "id">) {
    const notice = { ...said, id: ++this.#last };
    this.all = [...kept, notice].slice(-5);
    this.#wait(notice);
  }

  #wait({ id, wrong, deed }: Notice) {
    if (wrong) return;
    this.#hold(id);
    this.#timers.push({ id, timer: setTimeout(() => this.close(id), deed ? long : short) });
  }

  #hold(id: number) {
    this.#timers.filter((one) => one.id === id).forEach((one) => clearTimeout(one.timer));
    this.#timers = this.#timers.filter((one) => one.id !== id);
  }
}

export const notices = new Notices();
