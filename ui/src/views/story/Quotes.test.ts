import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { pointed } from "../../features/evidence/pointed.svelte";
import { openStory } from "../../features/story/open-story.svelte";
import type { QuotesView } from "../../generated/QuotesView";
import type { VersionView } from "../../generated/VersionView";
import { actions } from "../../lib/actions.svelte";
import { host } from "../../testing/host";
import { mill } from "../../testing/mill";
import Quotes from "./Quotes.svelte";

function version(article: number, words: string, more: Partial<VersionView> = {}): VersionView {
  const evidence = { claim: article * 2, start: 0, end: 4, text: words };
  return { article, words, direct: true, speaker: "Ada Moor", role: null, cue: "said", evidence, ...more };
}

async function show(...versions: VersionView[]) {
  Element.prototype.scrollIntoView = () => {};
  const told: QuotesView = { utterances: [{ id: "q", rows: [0], versions, base: 0 }] };
  host({ compare_story: () => structuredClone(mill), show_quotes: () => told });
  openStory.close();
  await openStory.open("mill");
  render(Quotes);
  return within(await screen.findByRole("list", { name: "Ada Moor" }));
}

test("what was cut is marked and counted", async () => {
  const list = await show(version(0, "We ran for our lives"), version(1, "We ran"));
  expect(list.getByText("for our lives").tagName).toBe("DEL");
  expect(list.getByText("cut: 3 words")).toBeVisible();
});

test("identical versions stand once", async () => {
  const list = await show(version(0, "We ran"), version(1, "we ran"));
  expect(list.getByText("word for word in 2 outlets")).toBeVisible();
});

test("direct and reported speech are told apart, even with the same words", async () => {
  const list = await show(version(0, "We ran"), version(1, "we ran", { direct: false }));
  expect(list.getByText("direct quotation")).toBeVisible();
  expect(list.getByText("reported speech")).toBeVisible();
  expect(list.getByText("the same words")).toBeVisible();
});

test("another speaker is said", async () => {
  const list = await show(version(0, "We ran"), version(1, "We ran fast", { speaker: "" }));
  expect(list.getByText("attributed to nobody")).toBeVisible();
});

test("another version becomes the base, by click and by key", async () => {
  const list = await show(version(0, "We ran fast"), version(1, "We ran"));
  await userEvent.click(list.getByRole("button", { name: "Lay the others beside this" }));
  expect(list.getByText("added: 1 word")).toBeVisible();
  actions.press(new KeyboardEvent("keydown", { key: "j", cancelable: true }));
  expect(pointed.evidence?.claim).toBe(0);
  actions.press(new KeyboardEvent("keydown", { key: "b", cancelable: true }));
  expect(await list.findByText("cut: 1 word")).toBeVisible();
});
