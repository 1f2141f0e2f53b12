import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import type { StoryView } from "../../generated/StoryView";
import { actions } from "../../lib/actions.svelte";
import { asked, host } from "../../testing/host";
import { mill } from "../../testing/mill";
import { openStory } from "../story/open-story.svelte";
import FindingPanel from "./FindingPanel.svelte";
import { panel } from "./panel.svelte";
import { relinking } from "./relinking.svelte";

window.addEventListener("keydown", actions.press);

async function open(row: number | null, divergence: number | null = null, story: StoryView = mill) {
  host({ compare_story: () => story, relink: () => story });
  await openStory.open("mill");
  render(FindingPanel);
  openStory.select(row, divergence);
  panel.open();
  return userEvent.setup();
}

const relinked = () => asked.filter(({ name }) => name === "relink").map(({ request }) => (request as { ruling: unknown }).ruling);

beforeEach(() => {
  openStory.close();
  relinking.marked = null;
});

test("a finding shows its readings with the words and the paragraph around them", async () => {
  await open(0, 0);
  expect(await screen.findByText("0.91")).toBeVisible();
  expect(screen.getByRole("heading", { name: "3 dead" })).toBeVisible();
  expect(document.querySelector("blockquote mark")).toHaveTextContent("Three");
  expect(document.querySelector("blockquote")).toHaveTextContent("died in the fire at the mill on Sunday.");
});

test("a link has its keys while the focus is on it", async () => {
  const user = await open(0);
  (await screen.findAllByRole("button", { name: /^Pin the link/ }))[0]?.focus();
  await user.keyboard("p");
  await user.keyboard("{Shift>}c{/Shift}");
  expect(relinked()).toEqual([
    { is: "pin", a: "a1-0", b: "a2-0" },
    { is: "cut", a: "a1-0", b: "a2-0" },
  ]);
});

test("claims are ticked and split off", async () => {
  const user = await open(0);
  await user.click(await screen.findByRole("checkbox", { name: /Harbour Radio/ }));
  await user.click(screen.getByRole("button", { name: /Split off/ }));
  expect(relinked()).toEqual([{ is: "split", row: "r0", claims: ["a1-0"] }]);
});

test("a marked row is merged with another", async () => {
  const user = await open(0);
  await screen.findByText("Claims of this row");
  await user.keyboard("m");
  openStory.select(1);
  await user.keyboard("{Shift>}m{/Shift}");
  expect(relinked()).toEqual([{ is: "merge", rows: ["r0", "r1"] }]);
});

test("a decision that nothing supports any more is kept and flagged", async () => {
  const kept = { id: "f1", divergence: null, ruling: "confirmed", note: "Seen in print.", at: "2031-05-20", kind: "time", readings: ["Sunday", "Monday"] };
  await open(1, null, { ...mill, decisions: { ...mill.decisions, findings: [kept] } });
  expect(await screen.findByText("1 decision that the comparison no longer supports")).toBeVisible();
  expect(screen.getByText("Sunday / Monday")).toBeInTheDocument();
  expect(screen.getByText("Seen in print.")).toBeInTheDocument();
  screen.getByText("Let it go").click();
  expect(asked.at(-1)).toEqual({ name: "decide", request: { story: "mill", divergence: "f1", ruling: { is: "reopen" } } });
});

test("Escape closes the panel and leaves the row", async () => {
  const user = await open(0, 0);
  await screen.findByText("0.91");
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("complementary")).toBeNull();
  expect([openStory.row, openStory.divergence]).toEqual([0, null]);
});
