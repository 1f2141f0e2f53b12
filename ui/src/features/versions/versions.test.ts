import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, test } from "vitest";
import type { CaptureView } from "../../generated/CaptureView";
import type { ChangesView } from "../../generated/ChangesView";
import { asked, host } from "../../testing/host";
import { card, mills, nothing } from "../../testing/shelves";
import { notices } from "../undo/notices.svelte";
import { stretches, sum } from "./stretches";
import VersionsSheet from "./VersionsSheet.svelte";
import { versions } from "./versions.svelte";

const capture = (id: string, more: Partial<CaptureView> = {}): CaptureView => ({
  article: { ...card(id, "mill"), versions: 3, title: "Fire at the mill" },
  modified: null,
  brought: "2031-05-04T12:00:00Z",
  compared: false,
  fetched: null,
  ...more,
});
const fetched = { address: "https://post.example/fire", at: "2031-05-05T09:30:00Z", status: "200 OK", size: 146_432 };
const three = [capture("c", { compared: true, fetched, modified: "2031-05-03T10:00:00Z" }), capture("b"), capture("a")];
const changes: ChangesView = {
  language: "en",
  title: { is: "changed", from: "Three dead in fire", to: "Five dead in fire" },
  paragraphs: [
    { is: "changed", from: "Three people died in the fire at the mill.", to: "Five people died in the fire at the mill." },
    { is: "same", text: "The mill <b>stood</b> empty." },
    { is: "same", text: "It rained." },
    { is: "cut", text: "Neighbours blamed the owner." },
    { is: "added", text: "The owner died, too." },
  ],
};
let compared = "c";
const answers = {
  show_versions: () => ({ versions: three.map((one) => ({ ...one, compared: one.article.id === compared })) }),
  show_changes: () => changes,
  edit_library: ({ edit }: { edit: { is: string; article?: string } }) => {
    compared = edit.article ?? compared;
    return { ...nothing, undo: edit.is };
  },
  list_stories: () => mills,
  save_response: () => ({}),
};
const requests = (name: string) => asked.filter((one) => one.name === name).map((one) => one.request);

beforeEach(() => {
  compared = "c";
  versions.close();
  notices.all = [];
});

test("the sheet opens with what changed last, word by word", async () => {
  host(answers);
  const { baseElement } = render(VersionsSheet);
  void versions.show("b");
  const section = await screen.findByRole("region", { name: "Changes" });
  expect(requests("show_changes")).toEqual([{ from: "b", to: "c" }]);
  expect(section).toHaveTextContent("3 of 5 paragraphs changed · 6 words added · 6 words cut");
  expect([...section.querySelectorAll("ins")].map((one) => one.textContent)).toEqual(["Five", "Five", "The owner died, too."]);
  expect([...section.querySelectorAll("del")].map((one) => one.textContent)).toEqual(["Three", "Three", "Neighbours blamed the owner."]);
  expect(within(section).getByText("2 paragraphs unchanged")).toBeVisible();
  expect((await axe.run(baseElement)).violations).toEqual([]);
  await userEvent.click(within(section).getByRole("button", { name: "Show the whole text" }));
  expect(within(section).getByText("The mill <b>stood</b> empty.")).toBeVisible();
});

test("any two versions can be laid beside each other, the earlier first", async () => {
  host(answers);
  render(VersionsSheet);
  await versions.show("c");
  const before = await screen.findAllByRole("radio", { name: /^Before/ });
  expect(before).toHaveLength(2);
  await userEvent.click(before[1] as HTMLElement);
  await waitFor(() => expect(requests("show_changes").at(-1)).toEqual({ from: "a", to: "c" }));
  await versions.lay("c", "b");
  expect(requests("show_changes").at(-1)).toEqual({ from: "b", to: "c" });
});

test("another version is compared when the user says so", async () => {
  host(answers);
  render(VersionsSheet);
  await versions.show("c");
  const lines = () => within(screen.getByRole("list", { name: /latest first/ })).getAllByRole("listitem");
  await waitFor(() => expect(lines()[0]).toHaveTextContent("Compared"));
  await userEvent.click(screen.getAllByRole("button", { name: "Compare this version" })[1] as HTMLElement);
  await waitFor(() => expect(lines()[2]).toHaveTextContent(/Compared$/));
  expect(requests("edit_library")).toEqual([{ edit: { is: "choose_version", article: "a" } }]);
  expect(notices.all.map((one) => one.text)).toEqual(["This version is compared from now on"]);
});

test("what was kept of a fetched page is told", async () => {
  host(answers);
  render(VersionsSheet);
  await versions.show("c");
  expect(await screen.findByText("Fetched 5 May 2031, 09:30 (UTC) from https://post.example/fire")).toBeVisible();
  expect(screen.getByText(/200 OK, 143 kB/)).toBeVisible();
  expect(screen.getByText("Published 2 May 2031, updated 3 May 2031, 10:00 (UTC)")).toBeVisible();
});

test("an article with one version says so, and a failure its reason", async () => {
  host({ show_versions: () => ({ versions: three.slice(0, 1) }) });
  render(VersionsSheet);
  await versions.show("c");
  expect(await screen.findByText(/the only version/)).toBeVisible();
  host({
    show_versions: () => {
      throw { kind: "library", message: "The library is gone." };
    },
  });
  await versions.show("c");
  expect(await screen.findByText("The library is gone.")).toBeVisible();
});

test("what did not change stands together, and the rest is counted", () => {
  const all = stretches(changes.paragraphs, "en");
  expect(all.map((one) => one.is)).toEqual(["changed", "same", "cut", "added"]);
  expect(sum(all)).toEqual({ paragraphs: 3, of: 5, added: 5, cut: 5 });
});
