// The whole window in a stand-in host: its keys, its menus, its palette, and each place without a fault that axe finds.
import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, test, vi } from "vitest";
import App from "./App.svelte";
import { palette } from "./features/palette/palette.svelte";
import { openStory } from "./features/story/open-story.svelte";
import { actions, isEnabled, shownKeys } from "./lib/actions.svelte";
import { route, tabs, type Place } from "./lib/route.svelte";
import { asked, host, tell } from "./testing/host";
import { mill } from "./testing/mill";
import { en } from "./text/en";

const undo = { undo: null, redo: null, story: null };
const card = { id: "mill", title: "Fire at the mill", suggested: false, outlets: ["Gulf Line", "Northern Post"], articles: 3, from: null, until: null, origins: 2, divergences: [{ kind: "figure", count: 1 }], reviewed: 0 };
const article = { id: "a0", outlet: "Northern Post", title: "Fire at the mill", published: "2031-05-02", url: null, story: "mill", file: "mill.html", versions: 1 };
const preferences = { theme: "system" as const, text_size: 1, kinds: ["figure"], minimum_score: 0, link_threshold: 0.25, author: "", affiliation: "" };
const places: Place[] = [{ is: "library" }, { is: "search" }, { is: "outlets", outlet: "Gulf Line" }, { is: "settings" }, ...tabs.map((tab) => ({ is: "story" as const, story: "mill", tab }))];
const named = (place: Place) => (place.is === "story" ? place.tab : place.is);

// jsdom lays nothing out: everything has the size of a window.
vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(600);
vi.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockReturnValue(1000);
// As index.html has it.
document.documentElement.lang = "en";
document.title = en.appName;

beforeEach(() => {
  openStory.close();
  vi.stubGlobal("ResizeObserver", class { observe() {} unobserve() {} disconnect() {} });
  route.here = { is: "library" };
  host({
    start: () => ({ preferences, library: "/home/you/library.rashomon", library_failure: null, recent: ["/home/you/old.rashomon"], interrupted: 0, sample: false, files: [] }),
    list_stories: () => ({ stories: [card], articles: 3, unsorted: 0, trashed: 0, undo }),
    list_outlets: () => ({ outlets: ["Gulf Line", "Northern Post"].map((name, colour) => ({ name, short: name.slice(0, 8), aliases: ["Line"], colour, pattern: colour, articles: 1 })) }),
    list_articles: () => ({ articles: [article] }),
    search_library: () => ({ total: 1, hits: [{ article, story_title: "Fire at the mill", title_matches: [{ start: 0, end: 4 }], snippet: "a fire", snippet_matches: [] }] }),
    compare_story: () => mill,
    show_figures: () => ({ figures: [], times: [] }),
    show_quotes: () => ({ utterances: [] }),
    show_sources: () => ({ sources: [], chains: [], own_voice: [0, 0, 0] }),
    set_preferences: (request) => request.preferences,
    set_menus: () => ({}),
    about: () => ({ version: "0.1.0", engine: "0.1.0", model: "alignment", logs: "/logs", licences: [{ name: "serde", version: "1.0", licence: "MIT" }] }),
  });
});

async function opened(place: Place) {
  render(App);
  route.here = place;
  await waitFor(() => expect(asked.some(({ name }) => name === (place.is === "story" ? "compare_story" : "list_outlets"))).toBe(true));
  await new Promise((done) => setTimeout(done, 60));
}

test.each(places.map((place) => [named(place), place] as const))("%s: no two things that can be done share a key", async (_, place) => {
  await opened(place);
  const keys = actions.all.filter(isEnabled).flatMap((action) => [action.keys, action.also].filter(Boolean));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  const ids = actions.all.map((action) => action.id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test.each(places.map((place) => [named(place), place] as const))("%s: axe finds nothing", async (_, place) => {
  await opened(place);
  const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}, 30_000);

test("the sheet of shortcuts lists every action that has a key", async () => {
  await opened({ is: "library" });
  await userEvent.keyboard("?");
  const sheet = await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
  for (const action of actions.all.filter((action) => action.keys)) expect(sheet).toHaveTextContent(action.title);
  expect(sheet).toHaveTextContent(shownKeys("mod+k"));
});

test("the palette finds by a few letters, and Enter does what is chosen", async () => {
  await opened({ is: "library" });
  await userEvent.keyboard("{Control>}k{/Control}");
  const field = await screen.findByRole("combobox", { name: "Command palette" });
  await userEvent.type(field, "settin");
  expect(within(screen.getByRole("listbox", { name: "Command palette" })).getByRole("option", { selected: true })).toHaveTextContent("Settings");
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(route.here).toEqual({ is: "settings" }));
  expect(palette.open).toBe(false);
});

test("the palette goes round with the arrows, knows stories and outlets, and has what was chosen last first", async () => {
  await opened({ is: "library" });
  palette.show();
  palette.type("fire mill");
  palette.choose();
  expect(route.here).toEqual({ is: "story", story: "mill", tab: "compare" });
  palette.show();
  expect(palette.entries[0]?.title).toBe("Fire at the mill");
  palette.step(-1);
  expect(palette.at).toBe(palette.entries.length - 1);
  palette.step(1);
  expect(palette.at).toBe(0);
  palette.type("gulf");
  expect(palette.entries.map((entry) => entry.sort)).toContain("outlet");
  palette.close();
});

test("the menus are sent, and an item that is chosen is done", async () => {
  await opened({ is: "library" });
  await waitFor(() => expect(asked.some(({ name }) => name === "set_menus")).toBe(true), { timeout: 3000 });
  const { menus } = asked.findLast(({ name }) => name === "set_menus")?.request as { menus: { title: string }[] };
  expect(menus.map((menu) => menu.title)).toEqual(expect.arrayContaining(["File", "Edit", "View", "Go", "Help"]));
  await tell("action", { id: "go.outlets" });
  await waitFor(() => expect(route.here.is).toBe("outlets"));
});

test("a larger text is kept by the host and taken on at once", async () => {
  await opened({ is: "settings" });
  await userEvent.keyboard("{Control>}+{/Control}");
  await waitFor(() => expect(document.documentElement.style.getPropertyValue("--text-size")).toBe("1.1"));
  expect(asked.findLast(({ name }) => name === "set_preferences")?.request).toEqual({ preferences: { ...preferences, text_size: 1.1 } });
});

test("a kind that is switched off is not shown any more", async () => {
  await opened({ is: "settings" });
  await userEvent.click(screen.getByRole("checkbox", { name: "Figure" }));
  expect(asked.findLast(({ name }) => name === "set_preferences")?.request).toEqual({ preferences: { ...preferences, kinds: [] } });
});
