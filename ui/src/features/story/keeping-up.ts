// Keeps the open story true to the library.
import { route } from "../../lib/route.svelte";
import { openStory } from "./open-story.svelte";

/** The story may have got or lost articles: compares it anew where it is shown, else when it is opened again. */
export async function keepUp() {
  if (route.here.is === "story") await openStory.refresh();
  else openStory.close();
}
