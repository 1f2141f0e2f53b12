import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { openStory } from "../../features/story/open-story.svelte";
import { reading } from "../../features/read/reading.svelte";
import { actions } from "../../lib/actions.svelte";
import { asked, host } from "../../testing/host";
import { mill } from "../../testing/mill";
import Read from "./Read.svelte";

beforeEach(async () => {
  Element.prototype.scrollIntoView = () => {};
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  host({ compare_story: () => mill });
  openStory.close();
  await openStory.open("mill");
  reading.open(0);
  reading.pick(null);
});

function press(key: string) {
  actions.press(new KeyboardEvent("keydown", { key, cancelable: true }));
}

test("a claim that is chosen shows how the others put it", async () => {
  render(Read);
  await userEvent.click(screen.getByText(/people died in the fire at the mill on Sunday/));
  const beside = screen.getByRole("complementary");
  expect(within(beside).getByText("3 outlets, 3 origins")).toBeVisible();
  expect(beside).toHaveTextContent("people died in the fire at the mill, police said.");
  expect(openStory.row).toBe(0);
});

test("a finding beside the article opens", async () => {
  render(Read);
  press("j");
  await userEvent.click(await screen.findByRole("button", { name: /Northern Post gives 3 dead/ }));
  expect(openStory.divergence).toBe(0);
});

test("one key turns to the next outlet, at the same matter", async () => {
  render(Read);
  press("j");
  press("]");
  expect(await screen.findByRole("heading", { name: "Fire at the mill, Harbour Radio" })).toBeVisible();
  expect(reading.selected).toEqual({ is: "claim", claim: 2 });
  press("[");
  expect(reading.base).toBe(0);
});

test("what an article lacks can be chosen, and what comes closest is at hand", async () => {
  render(Read);
  reading.open(1);
  await userEvent.click(await screen.findByRole("button", { name: /2 of 3.*neighbours said/ }));
  expect(screen.getByText("Harbour Radio was not found to report this.")).toBeVisible();
});

test("a row that was chosen elsewhere is found again", async () => {
  openStory.select(1);
  render(Read);
  await screen.findByRole("complementary");
  expect(reading.selected).toEqual({ is: "claim", claim: 1 });
});

test("an article with several versions says so, and opens them", async () => {
  const card = { id: "a0", outlet: "Northern Post", title: "Fire", published: null, url: null, story: "mill", file: "a.html", versions: 3 };
  host({ compare_story: () => mill, list_articles: () => ({ articles: [card] }), show_versions: () => ({ versions: [] }) });
  render(Read);
  await userEvent.click(await screen.findByRole("button", { name: "3 versions" }));
  expect(asked.at(-1)).toMatchObject({ name: "show_versions", request: { article: "a0" } });
  press("h");
  expect(asked.filter((one) => one.name === "show_versions")).toHaveLength(2);
});

test("markup in an article stays text", () => {
  const { container } = render(Read);
  expect(container.querySelector("article b")).toBeNull();
});
