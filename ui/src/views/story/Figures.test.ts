import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { pointed } from "../../features/evidence/pointed.svelte";
import { openStory } from "../../features/story/open-story.svelte";
import type { FiguresView } from "../../generated/FiguresView";
import { actions } from "../../lib/actions.svelte";
import { route } from "../../lib/route.svelte";
import { host } from "../../testing/host";
import { mill } from "../../testing/mill";
import Figures from "./Figures.svelte";

const point = { bound: "exactly", as_of: "2031-05-02T10:00:00Z" };
const told: FiguresView = {
  figures: [
    {
      id: "f",
      measure: "people dead",
      unit: "",
      rows: [0],
      points: [
        { ...point, article: 0, low: 3, high: 3, evidence: { claim: 0, start: 0, end: 5, text: "Three" } },
        { ...point, article: 1, low: 5, high: 5, bound: "at_least", evidence: { claim: 2, start: 0, end: 4, text: "Five" } },
      ],
    },
  ],
  times: [],
};

async function show(figures: FiguresView) {
  Element.prototype.scrollIntoView = () => {};
  host({ compare_story: () => structuredClone(mill), show_figures: () => figures });
  openStory.close();
  await openStory.open("mill");
  return render(Figures);
}

beforeEach(() => {
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});

test("every value stands with its outlet, its words and its time", async () => {
  await show(told);
  const table = await screen.findByRole("table", { name: "people dead" });
  expect(table).toHaveTextContent("Northern Post");
  expect(screen.getByRole("button", { name: "Five" })).toBeVisible();
  expect(screen.getByText("conflict")).toBeVisible();
});

test("from a value to its evidence in one click, and on to the article", async () => {
  await show(told);
  await userEvent.click(await screen.findByRole("button", { name: "Five" }));
  expect(screen.getByRole("complementary")).toHaveTextContent("Five people died in the fire at the mill, police said.");
  expect(openStory.row).toBe(0);
  actions.press(new KeyboardEvent("keydown", { key: "r", cancelable: true }));
  expect(route.here).toEqual({ is: "story", story: "mill", tab: "read" });
});

test("the keyboard goes from value to value", async () => {
  await show(told);
  await screen.findByRole("table");
  actions.run("figures.next");
  actions.run("figures.next");
  expect(pointed.evidence?.text).toBe("Five");
});

test("where nothing is counted twice, that is said", async () => {
  await show({ figures: [], times: [] });
  expect(await screen.findByRole("heading", { name: "No quantity and no time is given by two outlets." })).toBeVisible();
});
