// The table whose columns are being explained, and what the user has said of them so far.
import type { ColumnOf } from "../../generated/ColumnOf";
import type { ColumnsView } from "../../generated/ColumnsView";
import type { Failure } from "../../generated/Failure";
import { asFailure, ask } from "../../lib/ask";
import { en } from "../../text/en";
import { notices } from "../undo/notices.svelte";

class Mapping {
  path: string | null = $state(null);
  /** The table as it would be read by what was said last. */
  view: ColumnsView | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  /** Names of columns by field. */
  said: Readonly<Record<string, string>> = $state.raw({});
  ready: boolean = $derived(!!this.said["text"] && !!this.view?.first);
  #after: () => unknown = () => {};
  #asked = 0;

  /** Opens the sheet for a table; `after` is done once its columns are known. */
  show = async (path: string, after: () => unknown) => {
    Object.assign(this, { path, view: null, failure: null, said: {} });
    this.#after = after;
    await this.#look();
    const view: ColumnsView | null = this.view;
    if (!view) return;
    this.said = guessed(view);
    await this.#look();
  };

  close = () => {
    this.path = null;
    this.#asked += 1;
  };

  /** Says which column holds a field; empty for none. */
  say = async (field: string, column: string) => {
    const others = Object.entries(this.said).filter(([other]) => other !== field);
    this.said = Object.fromEntries(column ? [...others, [field, column]] : others);
    await this.#look();
  };

  /** Keeps what was said, and reads the table by it. */
  keep = async () => {
    if (!this.ready) return;
    try {
      await ask("set_columns", { columns: this.#columns() });
      this.close();
      this.#after();
    } catch (thrown) {
      notices.fail(en.columns.notKept, asFailure(thrown).message);
    }
  };

  #columns(): ColumnOf[] {
    return Object.entries(this.said).map(([field, column]) => ({ field, column }));
  }

  async #look() {
    const asked = ++this.#asked;
    if (this.path === null) return;
    try {
      const view = await ask("show_columns", { path: this.path, columns: this.#columns() });
      if (asked === this.#asked) [this.view, this.failure] = [view, null];
    } catch (thrown) {
      if (asked === this.#asked) this.failure = asFailure(thrown);
    }
  }
}

/** What usual names tell, and for the text the column with the most to read: to begin with, the user sees what comes of it. */
function guessed({ columns, rows, fields }: ColumnsView): Record<string, string> {
  const usual = fields.flatMap(({ name, column }) => (column === null ? [] : [[name, columns[column] ?? ""] as const]));
  const long = columns.map((_, at) => rows.reduce((sum, row) => sum + (row[at]?.length ?? 0), 0));
  const most = columns[long.indexOf(Math.max(...long))] ?? "";
  const taken = usual.map(([, column]) => column);
  return { ...(most && !taken.includes(most) ? { text: most } : {}), ...Object.fromEntries(usual) };
}

export const mapping = new Mapping();
