import { render, screen } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { openStory } from "../features/story/open-story.svelte";
import { actions } from "../lib/actions.svelte";
import { host } from "../testing/host";
import { mill } from "../testing/mill";
import Story from "./Story.svelte";

test("the view that comes offers its actions, the one that goes no longer", async () => {
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  host({ compare_story: () => mill, show_quotes: () => ({ utterances: [] }) });
  openStory.close();
  const { rerender } = render(Story, { story: "mill", tab: "read" });
  await screen.findByRole("article", { name: "Annotated article" });
  await rerender({ story: "mill", tab: "quotes" });
  const ids = actions.all.map((action) => action.id);
  expect(ids).toContain("quotes.next");
  expect(ids).toContain("view.read");
  expect(ids).not.toContain("read.next_note");
});
