// The text or the addresses that are being pasted, and what the user says about them.
import { en } from "../../text/en";
import { addressesIn } from "./addresses";
import { importing } from "./importing.svelte";

class Pasting {
  open = $state(false);
  text = $state("");
  outlet = $state("");
  /** Where the text is nothing but addresses: they are fetched when the user says so, and not before. */
  addresses: string[] = $derived(addressesIn(this.text));
  /** Whether there is anything to bring in. */
  ready: boolean = $derived(this.text.trim() !== "");

  show = (text = "") => {
    this.text = text;
    this.outlet = "";
    this.open = true;
  };

  /** Text pasted outside a field opens the sheet with it. */
  hear = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (event.defaultPrevented || this.open || text.trim() === "" || isField(event.target)) return;
    event.preventDefault();
    this.show(text);
  };

  bringIn = () => {
    if (!this.ready) return;
    this.open = false;
    if (this.addresses.length > 0) return void importing.begin({ is: "pages", addresses: this.addresses });
    void importing.begin({ is: "text", name: en.imports.pasted(this.outlet.trim()), text: headed(this.text, this.outlet) });
  };
}

/** The outlet as a line above the text, as files give it. */
function headed(text: string, outlet: string): string {
  const name = outlet.trim().replace(/\s+/g, " ");
  return name ? `Outlet: ${name}\n\n${text}` : text;
}

/** Whether what is pasted there is none of ours. */
export function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest("input, textarea:not([data-catches]), [aria-modal]") !== null);
}

export const pasting = new Pasting();
