// The outlet that is being edited, as it would be from then on, and what is wrong with that.
import type { OutletView } from "../../generated/OutletView";
import { en } from "../../text/en";
import { shelves } from "../library/shelves.svelte";
import { outlets } from "./outlets.svelte";

export type Draft = Omit<OutletView, "articles">;

/** Characters of a short name, for narrow columns. */
export const shortest = 8;

class Editing {
  /** The name under which the library has it; `null` while none is edited. */
  name: string | null = $state(null);
  draft: Draft = $state.raw({ name: "", short: "", aliases: [], colour: 0, pattern: 0 });
  wrong = $derived(wrongWith(this.draft, outlets.all.filter((other) => other.name !== this.name)));
  isChanged = $derived(this.name !== null && JSON.stringify(this.draft) !== JSON.stringify(draftOf(outlets.named(this.name))));
  canSave = $derived(this.isChanged && !this.wrong.name && !this.wrong.short);

  open = (name: string | null) => {
    this.name = name;
    if (name !== null) this.draft = draftOf(outlets.named(name));
  };

  change = (some: Partial<Draft>) => {
    this.draft = { ...this.draft, ...some };
  };

  reset = () => this.open(this.name);

  /** The new name where it was saved, else `null`. */
  save = async (): Promise<string | null> => {
    if (this.name === null || !this.canSave) return null;
    const draft = { ...this.draft, name: this.draft.name.trim(), short: this.draft.short.trim() };
    const { name: new_name, ...rest } = draft;
    const saved = await shelves.edit({ is: "edit_outlet", name: this.name, new_name, ...rest });
    if (!saved) return null;
    await outlets.refresh();
    this.open(new_name);
    return new_name;
  };
}

export const editing = new Editing();

function draftOf({ name, short, aliases, colour, pattern }: OutletView): Draft {
  return { name, short, aliases, colour, pattern };
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** By field: what is wrong, in words; `null` where nothing is. `swallowed` are the outlets that go into this one. */
export function wrongWith({ name, short, aliases }: Draft, others: readonly OutletView[]) {
  const swallowed = others.filter((other) => [name, ...aliases].some((one) => same(other.name, one)));
  const twin = others.find((other) => same(other.short, short) && !swallowed.includes(other));
  return {
    name: name.trim() ? null : en.outlets.nameMissing,
    short: !short.trim() ? en.outlets.shortMissing : [...short.trim()].length > shortest ? en.outlets.shortLong(shortest) : null,
    shortTwin: twin ? en.outlets.shortTwin(twin.name) : null,
    swallowed: swallowed.map((other) => other.name),
  };
}
