import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, test, vi } from "vitest";
import type { DivergenceView } from "../../generated/DivergenceView";
import type { PreviewReport } from "../../generated/PreviewReport";
import type { SaveReport } from "../../generated/SaveReport";
import type { SetPreferences } from "../../generated/SetPreferences";
import { asked, host } from "../../testing/host";
import { mill } from "../../testing/mill";
import { preferences } from "../preferences/preferences.svelte";
import { openStory } from "../story/open-story.svelte";
import ReportSheet from "./ReportSheet.svelte";
import { saving } from "./saving.svelte";

const saved = () => asked.filter((one) => one.name === "save_report").map((one) => one.request as SaveReport);
const previewed = () => asked.filter((one) => one.name === "preview_report").map((one) => one.request as PreviewReport);
const frame = () => screen.queryByTitle<HTMLIFrameElement>("Preview");
const answers = {
  save_report: () => ({}),
  close_preview: () => ({}),
  cancel_job: () => ({}),
  preview_report: ({ report }: PreviewReport) => ({ address: String(previewed().length), pages: report.format === "pdf" ? 5 : null }),
  set_preferences: ({ preferences }: SetPreferences) => preferences,
};
vi.mock("@tauri-apps/plugin-dialog", () => ({ save: () => Promise.resolve("/reports/Fire.html") }));

beforeEach(() => {
  saving.close();
  Object.assign(saving, { format: "html", findings: "not_dismissed", hasCover: false, wholeTexts: false, anonymous: false, language: "en", paper: "a4", isPreviewed: true });
  openStory.story = mill;
});

const [first] = mill.divergences as [DivergenceView];

async function open(chosen: string[] = []) {
  host(answers);
  render(ReportSheet, { story: "s1" });
  saving.show(chosen);
  await screen.findByRole("dialog");
}

test("what is chosen is what the report holds", async () => {
  await open();
  await userEvent.click(screen.getByRole("radio", { name: "PDF" }));
  await userEvent.click(screen.getByRole("radio", { name: "Deutsch" }));
  await userEvent.click(screen.getByRole("radio", { name: "US Letter" }));
  await userEvent.click(screen.getByLabelText("Whole texts of the articles"));
  await userEvent.click(screen.getByLabelText("Letters in place of outlets"));
  await userEvent.click(screen.getByRole("button", { name: "Save…" }));
  await waitFor(() => expect(saved()).toHaveLength(1));
  expect(saved()[0]?.report).toMatchObject({ story: "s1", format: "pdf", language: "de", paper: "letter", whole_texts: true, anonymous: true, cover: null, only: [] });
});

test("who made the report stands on its title page, and is remembered", async () => {
  await open();
  await userEvent.click(screen.getByLabelText("Title page"));
  expect(screen.getByLabelText("Date")).not.toHaveValue("");
  await userEvent.type(screen.getByLabelText("Name"), "Ada Brandt");
  await userEvent.click(screen.getByRole("button", { name: "Save…" }));
  await waitFor(() => expect(preferences.now.author).toBe("Ada Brandt"));
  expect(saved().at(-1)?.report).toMatchObject({ cover: { author: "Ada Brandt", affiliation: "" } });
});

test("a report on chosen findings is not narrowed by anything else", async () => {
  await open([first.id]);
  expect(screen.queryByText("Least probability")).toBeNull();
  const box = screen.getByRole("checkbox", { name: new RegExp(`^${first.kind}`) });
  expect(box).toBeChecked();
  await userEvent.click(screen.getByRole("button", { name: "None" }));
  expect(screen.getByRole("button", { name: "Save…" })).toBeDisabled();
  await userEvent.click(box);
  await userEvent.click(screen.getByRole("button", { name: "Save…" }));
  await waitFor(() => expect(saved().at(-1)?.report).toMatchObject({ only: [first.id], findings: "all", min_score: 0, agreed: false }));
});

test("findings to choose are found by their words", async () => {
  await open([first.id]);
  await userEvent.type(screen.getByRole("searchbox"), first.why.slice(0, 30));
  const shown = mill.divergences.filter((one) => one.why.includes(first.why.slice(0, 30)));
  expect(screen.getAllByRole("listitem")).toHaveLength(shown.length);
});

test("the report is seen as it will be saved, and anew when something else is chosen", async () => {
  await open();
  await waitFor(() => expect(frame()).toHaveAttribute("src", expect.stringContaining("1")));
  expect(frame()).toHaveAttribute("sandbox", "");
  await userEvent.click(screen.getByRole("radio", { name: "PDF" }));
  await screen.findByText("5 pages");
  await userEvent.click(screen.getByRole("button", { name: "Save…" }));
  await waitFor(() => expect(saved()).toHaveLength(1));
  expect(previewed().at(-1)?.report).toEqual(saved()[0]?.report);
});

test("who wants no preview waits for none", async () => {
  await open();
  await userEvent.click(screen.getByLabelText("Preview"));
  expect(frame()).toBeNull();
  const before = previewed().length;
  await userEvent.click(screen.getByRole("radio", { name: "PDF" }));
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(previewed()).toHaveLength(before);
});

test("what a format does not use is not offered", async () => {
  await open();
  await userEvent.click(screen.getByRole("radio", { name: "CSV" }));
  for (const label of ["Whole texts of the articles", "Title page"]) expect(screen.queryByLabelText(label)).toBeNull();
  expect(screen.queryByRole("radio", { name: "Deutsch" })).toBeNull();
});

test("everybody can use it", async () => {
  await open();
  await userEvent.click(screen.getByLabelText("Title page"));
  const found = await axe.run(screen.getByRole("dialog"), { rules: { "color-contrast": { enabled: false } } });
  expect(found.violations).toEqual([]);
});
