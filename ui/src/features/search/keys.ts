// Keys that go through the hits, from the field and from the list.
import { searching } from "./searching.svelte";

const steps: Record<string, () => void> = {
  ArrowDown: () => searching.step(1),
  ArrowUp: () => searching.step(-1),
  PageDown: () => searching.step(6),
  PageUp: () => searching.step(-6),
  Enter: () => searching.open(),
};

export function press(event: KeyboardEvent) {
  const step = event.isComposing ? undefined : steps[event.key];
  if (!step) return;
  event.preventDefault();
  step();
}
