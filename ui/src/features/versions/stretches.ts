// A changed text cut into what changed and what did not, for those who look for the changes alone.
import type { ChangeView } from "../../generated/ChangeView";
import { laid, type Laid } from "../quotes/laid";

export type Stretch =
  | { is: "same"; texts: string[] }
  | { is: "cut" | "added"; text: string; words: number }
  | { is: "changed"; laid: Laid; from: string; to: string };

/** Paragraphs in their order; neighbours that did not change stand together. */
export function stretches(paragraphs: readonly ChangeView[], language: string): Stretch[] {
  const found: Stretch[] = [];
  for (const change of paragraphs) {
    const last = found.at(-1);
    if (change.is === "same") {
      if (last?.is === "same") last.texts.push(change.text);
      else found.push({ is: "same", texts: [change.text] });
    } else if (change.is === "changed") {
      found.push({ is: "changed", laid: laid(change.from, change.to, language), from: change.from, to: change.to });
    } else found.push({ is: change.is, text: change.text, words: laid("", change.text, language).added });
  }
  return found;
}

/** How much changed, the headline with it; a paragraph that was cut counts as one of them. */
export function sum(all: readonly Stretch[]) {
  const total = { paragraphs: 0, of: 0, added: 0, cut: 0 };
  for (const one of all) {
    total.of += one.is === "same" ? one.texts.length : 1;
    if (one.is === "same") continue;
    total.paragraphs += 1;
    if (one.is === "changed") [total.added, total.cut] = [total.added + one.laid.added, total.cut + one.laid.cut];
    else total[one.is] += one.words;
  }
  return total;
}
