// The keys of a list, as every list has them; what is news has its keys in the registry of actions.
import { carrying } from "./carrying.svelte";
import { shelf } from "./shelf.svelte";

/** Lines of a page. */
const page = 8;

const keys: Record<string, (extend: boolean) => void> = {
  ArrowDown: (extend) => shelf.picking.move(1, extend),
  ArrowUp: (extend) => shelf.picking.move(-1, extend),
  PageDown: (extend) => shelf.picking.move(page, extend),
  PageUp: (extend) => shelf.picking.move(-page, extend),
  Home: (extend) => shelf.picking.first(extend),
  End: (extend) => shelf.picking.last(extend),
  ArrowRight: () => fold(true),
  ArrowLeft: () => fold(false),
  " ": () => shelf.picking.toggle(),
  Escape: () => (carrying.isOn ? carrying.letGo() : shelf.picking.none()),
};

export function pressed(event: KeyboardEvent) {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act(event.shiftKey);
}

/** Unfolds the story on which the user is; folding from one of its articles goes back to it. */
function fold(open: boolean) {
  const line = shelf.lines[shelf.at];
  if (line?.is === "story") return shelf.unfold(line.story.id, open);
  if (open || line?.level !== 2 || line.article.story === null) return;
  shelf.picking.go(`story-${line.article.story}`);
  shelf.unfold(line.article.story, false);
}
