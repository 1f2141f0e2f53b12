import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, test, vi } from "vitest";
import type { SaveReport } from "../../generated/SaveReport";
import type { SetPreferences } from "../../generated/SetPreferences";
import { asked, host } from "../../testing/host";
import { preferences } from "../preferences/preferences.svelte";
import ReportSheet from "./ReportSheet.svelte";
import { saving } from "./saving.svelte";

const saved = () => asked.filter((one) => one.name === "save_report").map((one) => one.request as SaveReport);
const answers = {
  save_report: () => ({}),
  set_preferences: ({ preferences }: SetPreferences) => preferences,
};
vi.mock("@tauri-apps/plugin-dialog", () => ({ save: () => Promise.resolve("/reports/Fire.html") }));

beforeEach(() => {
  saving.close();
  Object.assign(saving, { format: "html", findings: "not_dismissed", hasCover: false, wholeTexts: false, anonymous: false, language: "en", paper: "a4" });
});

async function open(only: string[] = []) {
  host(answers);
  render(ReportSheet, { story: "s1" });
  saving.show(only);
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
  expect(saved()[0]).toMatchObject({ story: "s1", format: "pdf", language: "de", paper: "letter", whole_texts: true, anonymous: true, cover: null, only: [] });
});

test("who made the report stands on its title page, and is remembered", async () => {
  await open();
  await userEvent.click(screen.getByLabelText("Title page"));
  expect(screen.getByLabelText("Date")).not.toHaveValue("");
  await userEvent.type(screen.getByLabelText("Name"), "Ada Brandt");
  await userEvent.click(screen.getByRole("button", { name: "Save…" }));
  await waitFor(() => expect(preferences.now.author).toBe("Ada Brandt"));
  expect(saved().at(-1)).toMatchObject({ cover: { author: "Ada Brandt", affiliation: "" } });
});

test("a report on one finding is not narrowed by anything else", async () => {
  await open(["d1"]);
  expect(screen.queryByText("Least probability")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Save…" }));
  await waitFor(() => expect(saved().at(-1)).toMatchObject({ only: ["d1"], findings: "all", min_score: 0, agreed: false }));
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
