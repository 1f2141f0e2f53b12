import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { openStory } from "../../features/story/open-story.svelte";
import type { SourcesView } from "../../generated/SourcesView";
import { actions } from "../../lib/actions.svelte";
import { host } from "../../testing/host";
import { mill } from "../../testing/mill";
import Sources from "./Sources.svelte";

const police = { rows: [0], cue: "claimed", loaded: true, evidence: { claim: 2, start: 42, end: 53, text: "police said" } };
const source = { role: null, sort: "named", vouched: [[], [police], []] };
const told: SourcesView = {
  sources: [
    { ...source, id: "s0", name: "neighbours", sort: "anonymous", vouched: [[{ ...police, cue: "said", loaded: false, evidence: { claim: 1, start: 0, end: 3, text: "The" } }], [], []] },
    { ...source, id: "s1", name: "police" },
  ],
  chains: [{ article: 2, links: ["Harbour Radio", "police"], evidence: { claim: 4, start: 0, end: 3, text: "قال" } }],
  own_voice: [1, 0, 2],
};

async function show(sources: SourcesView) {
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  host({ compare_story: () => structuredClone(mill), show_sources: () => sources });
  openStory.close();
  await openStory.open("mill");
  render(Sources);
  await screen.findByRole("table");
}

test("a source leads to the claims for which it vouches, and a cue that takes a side is said to", async () => {
  await show(told);
  await userEvent.click(screen.getByRole("button", { name: "1 claim by police in Harbour Radio" }));
  const beside = screen.getByRole("complementary");
  expect(beside).toHaveTextContent("claimed");
  expect(beside).toHaveTextContent("takes a side");
  expect(openStory.row).toBe(0);
});

test("the sort of a source is said in words", async () => {
  await show(told);
  expect(screen.getByRole("row", { name: /neighbours anonymous/ })).toBeVisible();
  expect(screen.getByRole("row", { name: /In its own voice no source given/ })).toHaveTextContent("2");
});

test("a chain reads from the article to whoever first said it", async () => {
  await show(told);
  expect(screen.getByRole("button", { name: /Gulf Line.*Harbour Radio.*police/ })).toBeVisible();
});

test("who shares a text is said, and counted", async () => {
  await show(told);
  expect(screen.getByText("3 outlets, 2 origins")).toBeVisible();
  expect(screen.getByText("Northern Post, Gulf Line: 40 % the same text")).toBeInTheDocument();
});

test("many sources that one outlet alone cites are folded away until a key asks for them", async () => {
  const many = Array.from({ length: 5 }, (_, at) => ({ ...source, id: `m${at}`, name: `witness ${at}` }));
  await show({ ...told, sources: many });
  expect(screen.queryByText("witness 0")).toBeNull();
  actions.run("sources.whole");
  expect(await screen.findByText("witness 0")).toBeVisible();
  actions.run("sources.whole");
});
