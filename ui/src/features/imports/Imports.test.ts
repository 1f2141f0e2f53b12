import { emit } from "@tauri-apps/api/event";
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, test, vi } from "vitest";
import type { ImportedFileView } from "../../generated/ImportedFileView";
import { asked, host, tell } from "../../testing/host";
import { mills } from "../../testing/shelves";
import { notices } from "../undo/notices.svelte";
import { importing } from "./importing.svelte";
import Imports from "./Imports.svelte";
import { pasting } from "./pasting.svelte";

// jsdom lays nothing out: everything has the size of a window.
vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(600);
vi.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockReturnValue(1000);

const files: ImportedFileView[] = [
  { number: 0, name: "/press/fire.html", outcome: { is: "kept", articles: 3, known: 1 }, notes: [] },
  { number: 1, name: "/press/copy.html", outcome: { is: "duplicate", of: "/old/fire.html" }, notes: [] },
  {
    number: 2,
    name: "/press/scan.pdf",
    outcome: { is: "left_out" },
    notes: [{ what: "It holds pictures of pages, no text.", advice: "Run text recognition on it.", entry: 4, member: null, columns: false }],
  },
];
const answers = {
  import_files: () => ({ files, stopped: null, story: "mill" }),
  paste_text: () => ({ files: [], stopped: null, story: null }),
  list_stories: () => mills,
  quit: () => ({}),
};

beforeEach(() => {
  importing.clear();
  notices.all = [];
  pasting.open = false;
});

async function drop(paths: string[]) {
  await emit("tauri://drag-drop", { paths });
}

test("files that are dropped on the window are imported", async () => {
  host(answers);
  render(Imports);
  await emit("tauri://drag-enter", {});
  expect(await screen.findByText("Drop to import")).toBeVisible();
  await drop(["/press"]);
  await waitFor(() => expect(asked.at(-1)).toBeDefined());
  expect(screen.queryByText("Drop to import")).toBeNull();
  expect(asked.find((one) => one.name === "import_files")?.request).toMatchObject({ paths: ["/press"] });
});

test("the panel names what each file gave, what it repeats and what to do about it", async () => {
  host(answers);
  const { container } = render(Imports);
  await drop(["/press"]);
  expect(await screen.findByText("3 articles, 1 known")).toBeVisible();
  expect(screen.getByText("same as fire.html")).toHaveAttribute("title", "/old/fire.html");
  expect(screen.getByText(/Entry 4: It holds pictures of pages/)).toBeVisible();
  expect(screen.getByText("Run text recognition on it.")).toBeVisible();
  expect((await axe.run(container)).violations).toEqual([]);
});

test("a table whose columns are not known is read again once they are", async () => {
  const note = { what: "None of the table's columns is known to hold the text.", advice: "Say it.", entry: null, member: null, columns: true };
  const table: ImportedFileView = { number: 0, name: "/press/may.csv", outcome: { is: "left_out" }, notes: [note] };
  const field = { name: "text", column: 1 };
  const first = { outlet: "May", title: "", byline: null, section: null, published: null, modified: null, url: null, language: "en", paragraphs: ["It burned."] };
  host({
    ...answers,
    import_files: () => ({ files: [table], stopped: null, story: null }),
    show_columns: () => ({ columns: ["A", "B"], rows: [["1", "It burned."]], fields: [field], first, problem: null }),
    set_columns: () => ({}),
  });
  render(Imports);
  await drop(["/press/may.csv"]);
  await userEvent.click(await screen.findByRole("button", { name: "Say what the columns hold…" }));
  await userEvent.click(await screen.findByRole("button", { name: "Read the table" }));
  await waitFor(() => expect(asked.filter((one) => one.name === "import_files")).toHaveLength(2));
  expect(asked.find((one) => one.name === "set_columns")?.request).toEqual({ columns: [{ field: "text", column: "B" }] });
});

test("only problems are shown when asked for, and tried again", async () => {
  host(answers);
  render(Imports);
  const user = userEvent.setup();
  await drop(["/press"]);
  await user.click(await screen.findByRole("button", { name: "Only problems (1)" }));
  expect(screen.queryByText("fire.html")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Try 1 file again" }));
  await waitFor(() => expect(asked.findLast((one) => one.name === "import_files")?.request).toMatchObject({ paths: ["/press/scan.pdf"] }));
});

test("an import that goes on can be cancelled", async () => {
  let end: (view: unknown) => void = () => {};
  host({ list_stories: () => mills, cancel_job: () => ({}), import_files: () => new Promise((stop) => (end = stop)) as never });
  render(Imports);
  await drop(["/press"]);
  await userEvent.click(await screen.findByRole("button", { name: "Cancel" }));
  expect(asked.at(-1)).toMatchObject({ name: "cancel_job", request: { job: importing.going?.job } });
  end({ files: [], stopped: "Cancelled.", story: null });
  await waitFor(() => expect(importing.isIdle).toBe(true));
});

test("text pasted outside a field is brought in with the outlet that the user names", async () => {
  host(answers);
  render(Imports);
  const user = userEvent.setup();
  fireEvent.paste(document.body, { clipboardData: { getData: () => "Mill burns\n\nThree people died." } });
  expect(await screen.findByRole("textbox", { name: "Text" })).toHaveValue("Mill burns\n\nThree people died.");
  await user.type(screen.getByRole("combobox", { name: /Outlet/ }), "Northern Post");
  await user.click(screen.getByRole("button", { name: "Import" }));
  await waitFor(() =>
    expect(asked.find((one) => one.name === "paste_text")?.request).toMatchObject({
      name: "Pasted text, Northern Post",
      text: "Outlet: Northern Post\n\nMill burns\n\nThree people died.",
    }),
  );
});

const pages: ImportedFileView[] = [
  { number: 0, name: "https://www.harbour.example/fire", outcome: { is: "kept", articles: 1, known: 0 }, notes: [] },
  {
    number: 1,
    name: "https://tidings.example/fire",
    outcome: { is: "left_out" },
    notes: [{ what: "There is no page at this address any more, or never was (404).", advice: "Check the address.", entry: null, member: null, columns: false }],
  },
];
const fetched = { fetch_pages: () => ({ files: pages, stopped: null, story: null }) };
const both = "https://www.harbour.example/fire\nhttps://tidings.example/fire";
const fetches = () => asked.filter((one) => one.name === "fetch_pages").map((one) => one.request);

test("pasted addresses are fetched when the user says so, and not before", async () => {
  host({ ...answers, ...fetched });
  const { baseElement } = render(Imports);
  fireEvent.paste(document.body, { clipboardData: { getData: () => both } });
  const button = await screen.findByRole("button", { name: "Fetch 2 pages" });
  expect(screen.getByRole("textbox", { name: "Web addresses" })).toHaveValue(both);
  expect(screen.queryByRole("combobox", { name: /Outlet/ })).toBeNull();
  await waitFor(() => expect(button).toHaveFocus());
  expect((await axe.run(baseElement)).violations).toEqual([]);
  expect(fetches()).toEqual([]);
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(fetches()).toMatchObject([{ addresses: both.split("\n") }]));
  expect(await screen.findByText("harbour.example/fire")).toBeVisible();
  expect(screen.getByText(/any more, or never was \(404\)/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Try 1 file again" }));
  await waitFor(() => expect(fetches().at(-1)).toMatchObject({ addresses: ["https://tidings.example/fire"] }));
});

test("a text with an address in it is a text", async () => {
  host(answers);
  render(Imports);
  fireEvent.paste(document.body, { clipboardData: { getData: () => "Read https://a.example/x" } });
  expect(await screen.findByRole("textbox", { name: "Text" })).toBeVisible();
  expect(screen.queryByRole("button", { name: /Fetch/ })).toBeNull();
});

test("dropped link files are asked about, the files beside them come in", async () => {
  host({ ...answers, ...fetched, sort_dropped: () => ({ addresses: ["https://a.example/x"], files: ["/press/fire.html"] }) });
  render(Imports);
  await drop(["/press/fire.html", "/press/Fire.webloc"]);
  expect(await screen.findByRole("button", { name: "Fetch the page" })).toBeVisible();
  expect(asked.find((one) => one.name === "sort_dropped")?.request).toEqual({ paths: ["/press/fire.html", "/press/Fire.webloc"] });
  await waitFor(() => expect(asked.find((one) => one.name === "import_files")?.request).toMatchObject({ paths: ["/press/fire.html"] }));
  expect(fetches()).toEqual([]);
});

test("a dropped link is asked about, and the window stays where it is", async () => {
  host(answers);
  render(Imports);
  const lists: Record<string, string> = { "text/uri-list": "# a link\r\nhttps://a.example/x\r\n", "text/plain": "A link" };
  const dataTransfer = { types: Object.keys(lists), getData: (type: string) => lists[type] ?? "" };
  expect(await fireEvent.drop(document.body, { dataTransfer })).toBe(false);
  expect(await screen.findByRole("textbox", { name: "Web addresses" })).toHaveValue("https://a.example/x");
});

test("what is pasted nowhere has a field to go to, and only then", async () => {
  host(answers);
  render(Imports);
  const catcher = document.querySelector("[data-catches]");
  await fireEvent.keyDown(document.body, { key: "v", ctrlKey: true });
  expect(catcher).toHaveFocus();
  pasting.show();
  const text = await screen.findByRole("textbox", { name: "Text" });
  text.focus();
  await fireEvent.keyDown(text, { key: "v", ctrlKey: true });
  expect(text).toHaveFocus();
});

test("closing during an import asks, and closes only then", async () => {
  host(answers);
  render(Imports);
  const user = userEvent.setup();
  await tell("close_asked", {});
  await user.click(await screen.findByRole("button", { name: "Keep open" }));
  expect(asked.some((one) => one.name === "quit")).toBe(false);
  await tell("close_asked", {});
  await user.click(await screen.findByRole("button", { name: "Close now" }));
  expect(asked.some((one) => one.name === "quit")).toBe(true);
});
