import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, test, vi } from "vitest";
import { importing } from "../features/imports/importing.svelte";
import { shelf } from "../features/library/shelf.svelte";
import { shelves } from "../features/library/shelves.svelte";
import { notices } from "../features/undo/notices.svelte";
import UndoKeys from "../features/undo/UndoKeys.svelte";
import { actions } from "../lib/actions.svelte";
import { route } from "../lib/route.svelte";
import { asked, host, tell } from "../testing/host";
import { card, empty, library, mills, nothing, story } from "../testing/shelves";
import Library from "./Library.svelte";

// jsdom lays nothing out: everything has the size of a window.
window.addEventListener("keydown", actions.press);
vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(600);
vi.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockReturnValue(1000);

const done = { undo: "merge_stories", redo: null, story: null };

async function open(view = mills) {
  host({
    list_stories: () => view,
    list_articles: ({ shelf }) => ({ articles: shelf.is === "story" ? [card("a", shelf.story), card("b", shelf.story)] : [card("c", null)] }),
    edit_library: () => done,
    undo: () => nothing,
    open_sample: () => ({ files: [], stopped: null, story: "sample" }),
  });
  await shelves.refresh();
  render(UndoKeys);
  return { user: userEvent.setup(), ...render(Library) };
}

const edits = () => asked.filter((one) => one.name === "edit_library").map((one) => (one.request as { edit: unknown }).edit);

beforeEach(() => {
  shelf.leave();
  shelf.sort = "newest";
  importing.clear();
  notices.all = [];
  route.here = { is: "library" };
});

test("an empty library explains itself and opens the sample", async () => {
  const { user, container } = await open(empty);
  expect(screen.getByText(/lines up what different outlets published/)).toBeVisible();
  expect((await axe.run(container)).violations).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Open the sample story" }));
  await waitFor(() => expect(route.here).toEqual({ is: "story", story: "sample", tab: "compare" }));
});

test("a story says who tells it, when, from how many origins, and how far the review is", async () => {
  const { container } = await open();
  const [row] = screen.getAllByRole("row");
  for (const words of ["2 outlets, 2 origins", "2 articles", "1 of 4 reviewed", "Figure", "Quote", "Northern Post"]) {
    expect(row).toHaveTextContent(words);
  }
  expect((await axe.run(container)).violations).toEqual([]);
});

test("a click opens the story", async () => {
  const { user } = await open();
  await user.click(screen.getByText("Story of mill"));
  expect(route.here).toEqual({ is: "story", story: "mill", tab: "compare" });
});

test("the list is walked and a story opened by keyboard alone", async () => {
  const { user } = await open();
  await user.keyboard("jj");
  expect(screen.getByRole("treegrid")).toHaveAttribute("aria-activedescendant", "story-ferry");
  await user.keyboard("{Enter}");
  expect(route.here).toMatchObject({ story: "ferry" });
});

test("a suggested story is accepted with a, and found no story with n", async () => {
  const { user } = await open();
  await user.keyboard("jja");
  expect(edits()).toEqual([{ is: "accept_story", story: "ferry" }]);
  await user.keyboard("n");
  await waitFor(() => expect(edits().at(-1)).toEqual({ is: "unsort_articles", articles: ["a", "b"] }));
});

test("picked stories are merged into the one that was accepted", async () => {
  const { user } = await open();
  for (const line of ["Story of mill", "Ferry runs aground"]) await user.click(screen.getByRole("button", { name: `Select “${line}”` }));
  await user.click(within(screen.getByRole("toolbar")).getByRole("button", { name: "Merge" }));
  expect(edits()).toEqual([{ is: "merge_stories", into: "mill", stories: ["ferry"] }]);
});

test("a story is renamed in its place; Escape lets it be", async () => {
  const { user } = await open();
  await user.keyboard("j{F2}");
  const field = () => screen.getByRole("textbox", { name: "New title" });
  expect(field()).toHaveFocus();
  await user.keyboard("never kept{Escape}");
  expect(edits()).toEqual([]);
  await user.keyboard("{F2}");
  await user.clear(field());
  await user.type(field(), "  Fire  at the mill {Enter}");
  expect(edits()).toEqual([{ is: "rename_story", story: "mill", title: "Fire at the mill" }]);
});

test("the trash is one key away, and so is the way back", async () => {
  const { user } = await open();
  await user.keyboard("j{Delete}");
  expect(edits()).toEqual([{ is: "trash_story", story: "mill" }]);
  expect(await screen.findByText("Moved to the trash")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(asked.some((one) => one.name === "undo")).toBe(true);
  expect(await screen.findByText("Undone: merging stories")).toBeVisible();
});

test("an undo that would take back something else is not offered", async () => {
  const { user } = await open();
  await user.keyboard("j{Delete}");
  expect(await screen.findByRole("button", { name: "Undo" })).toBeVisible();
  shelves.library = { ...mills, undo: { ...done, undo: "confirm" } };
  await waitFor(() => expect(screen.queryByRole("button", { name: "Undo" })).toBeNull());
});

test("articles of a story make one of their own, under the first one's title", async () => {
  const { user } = await open();
  await user.keyboard("j{ArrowRight}");
  await user.click(await screen.findByRole("button", { name: "Select “Article b”" }));
  await user.keyboard("s");
  expect(edits()).toEqual([{ is: "begin_story", articles: ["b"], title: "Article b" }]);
});

test("articles move to the story that the user types", async () => {
  const { user } = await open();
  await user.keyboard("j{ArrowRight}");
  await user.click(await screen.findByRole("button", { name: "Select “Article a”" }));
  await user.keyboard("v");
  await user.type(await screen.findByRole("combobox", { name: "Title of the story" }), "ferry{Enter}");
  expect(edits()).toEqual([{ is: "move_articles", articles: ["a"], story: "ferry" }]);
});

test("a story dragged onto another goes into it", async () => {
  await open();
  const [mill, ferry] = screen.getAllByRole("row");
  document.elementFromPoint = () => mill ?? null;
  if (ferry) await fireEvent.pointerDown(ferry, { button: 0, clientX: 10, clientY: 90 });
  await fireEvent.pointerMove(window, { buttons: 1, clientX: 10, clientY: 60 });
  await fireEvent.pointerMove(window, { buttons: 1, clientX: 10, clientY: 20 });
  await fireEvent.pointerUp(window);
  expect(edits()).toEqual([{ is: "merge_stories", into: "mill", stories: ["ferry"] }]);
});

test("what is in the trash is restored", async () => {
  const { user } = await open();
  await user.click(screen.getByRole("button", { name: /Trash/ }));
  await user.click(await screen.findByRole("button", { name: "Select “Article c”" }));
  await user.keyboard("r");
  expect(edits()).toEqual([{ is: "restore_articles", articles: ["c"] }]);
});

test("an edit that fails says why and stays until it is closed", async () => {
  const { user } = await open();
  host({
    edit_library: () => {
      throw { kind: "library", message: "The disk is full. Make room and try again." };
    },
  });
  await user.keyboard("j{Delete}");
  expect(await screen.findByRole("alert")).toHaveTextContent("The disk is full. Make room and try again.");
  await user.click(within(screen.getByRole("alert")).getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("alert")).toBeNull();
});

test("the shelves follow the library", async () => {
  let told = mills;
  host({ list_stories: () => told });
  const stop = shelves.follow();
  render(Library);
  expect(await screen.findByText("Story of mill")).toBeVisible();
  told = library([story("dam")]);
  await tell("library_changed", {});
  expect(await screen.findByText("Story of dam")).toBeVisible();
  stop();
});

test("many outlets and a title from right to left stay in their row", async () => {
  const outlets = Array.from({ length: 40 }, (_, at) => `Outlet ${at}`);
  await open(library([story("wide", { title: "حريق في المطحنة", outlets })]));
  expect(screen.getByText("حريق في المطحنة")).toHaveAttribute("dir", "auto");
  expect(screen.getByText("+29")).toHaveAttribute("title", outlets.slice(11).join("\n"));
});
