import { clearMocks, mockIPC, mockWindows } from "@tauri-apps/api/mocks";
import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import type { ComparisonView } from "../generated/ComparisonView";
import Compare from "./Compare.svelte";

const comparison: ComparisonView = {
  title: "Fire at the mill",
  articles: [
    { id: "a", outlet: "Northern Post", title: "Fire kills three", published: "2031-05-02" },
    { id: "b", outlet: "Harbour Radio", title: "<script>alert(1)</script>", published: null },
  ],
  rows: [
    {
      id: "g1",
      cells: [
        [{ id: "a-0", text: "Three people died.", marks: [{ start: 0, end: 5, kind: "figure", divergence: "d1" }] }],
        [{ id: "b-0", text: "Five people died.", marks: [{ start: 0, end: 4, kind: "figure", divergence: "d1" }] }],
      ],
      divergences: [
        {
          id: "d1",
          kind: "figure",
          relation: "conflict",
          score: 0.9,
          why: "Northern Post gives 3 dead, Harbour Radio 5.",
          readings: [
            { value: "3", outlets: ["Northern Post"] },
            { value: "5", outlets: ["Harbour Radio"] },
          ],
        },
      ],
      outlets: 2,
      origins: 2,
    },
    { id: "g2", cells: [[{ id: "a-9", text: "The mill <b>stood</b> empty.", marks: [] }], []], divergences: [], outlets: 1, origins: 1 },
  ],
  origins: 2,
  oddities: [],
};

function host(answer: () => unknown) {
  mockWindows("main");
  mockIPC((command) => (command === "open_sample" ? answer() : undefined), { shouldMockEvents: true });
}

afterEach(async () => {
  cleanup();
  await new Promise((resolve) => setTimeout(resolve, 0));
  clearMocks();
});

test("the sample opens as rows with marks and holes", async () => {
  host(() => comparison);
  render(Compare);
  await userEvent.click(screen.getByRole("button", { name: "Open the sample story" }));
  expect(await screen.findByRole("heading", { name: "Fire at the mill" })).toBeInTheDocument();
  expect(screen.getByText("Three")).toBeInTheDocument();
  expect(screen.getByText("not found in this outlet")).toBeInTheDocument();
});

test("text of others is shown, never rendered", async () => {
  host(() => comparison);
  render(Compare);
  await userEvent.click(screen.getByRole("button", { name: "Open the sample story" }));
  expect(await screen.findByText("The mill <b>stood</b> empty.")).toBeInTheDocument();
});

test("only divergent claims hides the rest", async () => {
  host(() => comparison);
  render(Compare);
  await userEvent.click(screen.getByRole("button", { name: "Open the sample story" }));
  await userEvent.click(await screen.findByRole("checkbox", { name: "Only divergent claims" }));
  expect(screen.queryByText("The mill <b>stood</b> empty.")).not.toBeInTheDocument();
});

test("a failure says why and leads back", async () => {
  host(() => {
    throw { kind: "nothing_to_compare", message: "a.bin: This is no text." };
  });
  render(Compare);
  await userEvent.click(screen.getByRole("button", { name: "Open the sample story" }));
  expect(await screen.findByText("a.bin: This is no text.")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Back" }));
  expect(screen.getByRole("button", { name: "Open the sample story" })).toBeInTheDocument();
});
