import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, test, vi } from "vitest";
import type { ColumnOf } from "../../generated/ColumnOf";
import type { ColumnsView } from "../../generated/ColumnsView";
import { asked, host } from "../../testing/host";
import ColumnsSheet from "./ColumnsSheet.svelte";
import { mapping } from "./mapping.svelte";

const names = ["outlet", "title", "text", "date", "modified", "url", "byline", "section", "language"];
const columns = ["Blatt", "Kopf", "Inhalt", "date"];
const row = ["Hafenpost", "<b>Brand</b> am Kai", "Die Alma brannte am Kai in Varnholm, sagte die Küstenwache.", "2031-05-03"];

/** As the host reads the table: by what was said, else by usual names. */
function look(said: ColumnOf[]): ColumnsView {
  const of = (field: string) => said.find((one) => one.field === field)?.column ?? (said.length === 0 && field === "date" ? "date" : null);
  const at = (field: string) => (of(field) === null ? null : columns.indexOf(of(field) ?? ""));
  const cell = (field: string) => row[at(field) ?? -1] ?? null;
  const text = cell("text");
  const rest = { byline: null, section: null, modified: null, url: null, language: "de" };
  return {
    columns,
    rows: [row],
    fields: names.map((name) => ({ name, column: at(name) })),
    first: text ? { outlet: cell("outlet") ?? "mai", title: cell("title") ?? "", published: cell("date"), paragraphs: [text], ...rest } : null,
    problem: text ? null : "None of the table's columns is known to hold the articles' text.",
  };
}
const answers = { show_columns: ({ columns }: { columns: ColumnOf[] }) => look(columns), set_columns: () => ({}) };
const kept = () => asked.filter((one) => one.name === "set_columns").map((one) => one.request);

beforeEach(() => mapping.close());

async function open() {
  const after = vi.fn();
  host(answers);
  const { baseElement } = render(ColumnsSheet);
  void mapping.show("/press/mai.csv", after);
  await screen.findByRole("dialog", { name: "What do the columns of “mai.csv” hold?" });
  const preview = await screen.findByRole("region", { name: "The first article as it would be" });
  return { after, preview, baseElement };
}

test("usual names are taken, the longest column is tried as the text, and the first article shows what comes of it", async () => {
  const { preview, baseElement } = await open();
  await waitFor(() => expect(preview).toHaveTextContent("Die Alma brannte am Kai"));
  expect(preview).toHaveTextContent("3 May 2031");
  expect(screen.getByRole("combobox", { name: "Text" })).toHaveValue("Inhalt");
  expect(screen.getByRole("columnheader", { name: /Inhalt/ })).toHaveTextContent("Text");
  expect((await axe.run(baseElement)).violations).toEqual([]);
});

test("every choice is shown at once, and kept when the user says so", async () => {
  const { after, preview } = await open();
  await waitFor(() => expect(preview).toHaveTextContent("No headline"));
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Headline" }), "Kopf");
  expect(await within(preview).findByRole("heading", { name: "<b>Brand</b> am Kai" })).toBeVisible();
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Published" }), "");
  await waitFor(() => expect(preview).toHaveTextContent("No date"));
  expect(kept()).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "Read the table" }));
  await waitFor(() => expect(after).toHaveBeenCalledOnce());
  expect(kept()).toEqual([
    {
      columns: [
        { field: "text", column: "Inhalt" },
        { field: "title", column: "Kopf" },
      ],
    },
  ]);
});

test("without a text nothing can be read", async () => {
  const { preview } = await open();
  await waitFor(() => expect(preview).toHaveTextContent("Die Alma"));
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Text" }), "");
  await waitFor(() => expect(preview).toHaveTextContent("No article comes of this yet."));
  expect(screen.getByRole("button", { name: "Read the table" })).toBeDisabled();
});

test("a file that is gone says so", async () => {
  host({
    show_columns: () => {
      throw { kind: "refused", message: "The file is no table any more, or it is gone." };
    },
  });
  render(ColumnsSheet);
  await mapping.show("/press/mai.csv", () => {});
  expect(await screen.findByText(/or it is gone/)).toBeVisible();
});
