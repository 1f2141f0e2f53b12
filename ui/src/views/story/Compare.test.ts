import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import type { DivergenceView } from "../../generated/DivergenceView";
import { actions } from "../../lib/actions.svelte";
import { asked, host } from "../../testing/host";
import { mill } from "../../testing/mill";
import Compare from "./Compare.svelte";
import { panel } from "../../features/finding/panel.svelte";
import { openStory } from "../../features/story/open-story.svelte";
import { tableOf } from "../../features/compare/table.svelte";

const decisions = {
  ...mill.decisions,
  findings: [{ id: "d0", divergence: 0, ruling: "confirmed", note: "", at: "2031-05-20T10:00:00Z", kind: "figure", readings: ["3 dead", "5 dead"] }],
  reviewed: 1,
};

// jsdom lays nothing out: everything has the size of a window.
window.addEventListener("keydown", actions.press);
vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(600);
vi.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockReturnValue(1000);

async function open(story = mill) {
  host({ compare_story: () => story, decide: () => decisions, relink: () => mill });
  await openStory.open("mill");
  render(Compare);
  return userEvent.setup();
}

beforeEach(() => {
  openStory.close();
  panel.close();
  tableOf("mill").reset();
});

test("a row is a claim, a column an outlet", async () => {
  await open();
  const grid = await screen.findByRole("grid");
  expect(grid).toHaveAttribute("aria-rowcount", "3");
  expect(within(grid).getAllByRole("columnheader")).toHaveLength(4);
  expect(within(grid).getAllByRole("rowheader")[0]).toHaveTextContent("3 outlets, 3 origins");
});

test("text of others is shown, never rendered", async () => {
  await open();
  expect(await screen.findByText(/<script>alert\(1\)<\/script>/)).toBeVisible();
  expect(screen.getByText(/<b>stood<\/b>/)).toBeVisible();
  expect(document.querySelector("script, .cell b")).toBeNull();
});

test("with j and c a finding is confirmed by keyboard alone", async () => {
  const user = await open();
  await user.keyboard("j");
  expect(await screen.findByText("Northern Post gives 3 dead, Harbour Radio 5.")).toBeVisible();
  await user.keyboard("c");
  expect(asked.at(-1)).toEqual({ name: "decide", request: { story: "mill", divergence: "d0", ruling: { is: "confirm" } } });
  expect(await screen.findByText("Confirmed on 20 May 2031, 10:00 (UTC)")).toBeVisible();
});

test("the keys are there for the next finding too", async () => {
  const two = { ...mill, divergences: [...mill.divergences, { ...(mill.divergences[0] as DivergenceView), id: "d1", row: 1 }] };
  two.rows = two.rows.map((row, at) => (at === 1 ? { ...row, divergences: [1] } : row));
  const user = await open(two);
  await user.keyboard("jj");
  await user.keyboard("x");
  expect(asked.at(-1)?.request).toMatchObject({ divergence: "d1", ruling: { is: "dismiss" } });
});

test("a hole tells what comes closest, and that it is only that", async () => {
  const user = await open();
  await user.click(await screen.findByRole("button", { name: "not found in this outlet" }));
  expect(screen.getByText(/Closest here, at 0.12/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "It is the same claim" }));
  const request = asked.find(({ name }) => name === "relink")?.request;
  expect(request).toMatchObject({ story: "mill", ruling: { is: "pin", a: "a0-1", b: "a1-1" } });
});

test("arrows lead from cell to cell, and Enter opens", async () => {
  const user = await open();
  const grid = await screen.findByRole("grid");
  within(grid).getAllByRole("rowheader")[0]?.focus();
  await user.keyboard("{ArrowDown}{ArrowRight}{ArrowRight}");
  await waitFor(() => expect(document.activeElement).toHaveTextContent("not found in this outlet"));
  await user.keyboard("{Enter}");
  expect(await screen.findByText(/Closest here/)).toBeVisible();
  await user.keyboard("{ArrowUp}");
  await waitFor(() => expect(document.activeElement).toHaveTextContent("people died in the fire at the mill, police said."));
  await user.keyboard("{Enter}");
  expect(openStory.divergence).toBe(0);
});

test("a kind that is switched off takes its marks away", async () => {
  const user = await open();
  const grid = await screen.findByRole("grid");
  expect(grid.querySelectorAll("mark")).toHaveLength(2);
  await user.click(screen.getByRole("button", { name: /Figure 1/, pressed: true }));
  expect(grid.querySelectorAll("mark")).toHaveLength(0);
});

test("words are found in the table, and counted", async () => {
  const user = await open();
  await screen.findByRole("grid");
  await user.keyboard("/");
  await user.keyboard("MILL");
  expect(await screen.findByText("4 hits")).toBeVisible();
  await user.keyboard("{Enter}");
  expect(await screen.findByText("1 of 4")).toBeVisible();
});

test("a note is saved to the finding that it was written for", async () => {
  const user = await open();
  await user.keyboard("j");
  await user.keyboard("n");
  await user.keyboard("Call the fire service.");
  openStory.select(1);
  await waitFor(() => expect(asked.at(-1)?.name).toBe("decide"));
  expect(asked.at(-1)?.request).toMatchObject({ divergence: "d0", ruling: { is: "annotate", note: "Call the fire service." } });
});

test("a finding that was settled leaves the keyboard at the one after it", async () => {
  const user = await open();
  tableOf("mill").filter({ unreviewed: true });
  await user.keyboard("j");
  await user.keyboard("x");
  await waitFor(() => expect(tableOf("mill").findings).toEqual([]));
  await user.keyboard("j");
  expect(openStory.divergence).toBe(0);
});
