// Says what an import brought.
import { route } from "../../lib/route.svelte";
import { en } from "../../text/en";
import { shelves } from "../library/shelves.svelte";
import { keepUp } from "../story/keeping-up";
import { notices } from "../undo/notices.svelte";
import type { Import } from "./import.svelte";

/** `before` are the ids of the stories that there were. */
export async function announce(one: Import, before: readonly string[]) {
  if (one.cancelled) return notices.say(en.imports.cancelledAfter(articles(one).kept));
  if (one.stopped !== null) return notices.fail(en.imports.stopped, one.stopped);
  if (one.what.is === "sample") return;
  await shelves.refresh();
  void keepUp();
  const found = (shelves.library?.stories ?? []).filter((story) => story.suggested && !before.includes(story.id));
  const title = shelves.library?.stories.find((story) => story.id === one.story)?.title;
  const { kept, known } = articles(one);
  notices.say(en.imports.brought({ kept, known, found: found.length, title, failed: one.failed.length }), show(one.story));
}

/** How many articles are new, and how many the library had. */
export function articles(one: Import): { kept: number; known: number } {
  return one.files.reduce(
    ({ kept, known }, { outcome }) => {
      if (outcome.is === "kept") return { kept: kept + outcome.articles, known: known + outcome.known };
      return { kept, known: known + (outcome.is === "duplicate" ? 1 : 0) };
    },
    { kept: 0, known: 0 },
  );
}

function show(story: string | null) {
  return story === null ? undefined : { label: en.imports.showStory, run: () => route.go({ is: "story", story, tab: "compare" }) };
}
