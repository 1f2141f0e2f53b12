import { expect, test, vi } from "vitest";
import type { OutletView } from "../../generated/OutletView";
import { asked, host } from "../../testing/host";
import { editing, wrongWith } from "./editing.svelte";
import { outlets } from "./outlets.svelte";

const outlet = (name: string, short: string, aliases: string[] = []): OutletView => ({ name, short, aliases, colour: 1, pattern: 0, articles: 3 });
const all = [outlet("Northern Post", "NPost"), outlet("Gulf Line", "Gulf", ["The Line"])];
const draft = { name: "Northern Post", short: "NPost", aliases: [], colour: 0, pattern: 0 };

test.each([
  [{ name: "  " }, "name"],
  [{ short: "" }, "short"],
  [{ short: "Northern" + "!" }, "short"],
])("%o is wrong in its %s", (some, field) => {
  const wrong = wrongWith({ ...draft, ...some }, all.slice(1));
  expect(wrong[field as "name" | "short"]).toBeTruthy();
});

test("a short name counts characters, not units", () => {
  expect(wrongWith({ ...draft, short: "🔥🔥🔥🔥🔥🔥🔥🔥" }, []).short).toBeNull();
});

test("who is called as another outlet takes it in, and that is said", () => {
  expect(wrongWith({ ...draft, aliases: ["gulf line"] }, all.slice(1)).swallowed).toEqual(["Gulf Line"]);
});

test("what is saved is the whole outlet under the name it had", async () => {
  host({ list_outlets: () => ({ outlets: all }), edit_library: () => ({ undo: "edit_outlet", redo: null, story: null }) });
  outlets.all = all;
  editing.open("Northern Post");
  expect(editing.canSave).toBe(false);
  editing.change({ name: " The Northern Post ", pattern: 3 });
  expect(await editing.save()).toBe("The Northern Post");
  const edit = { is: "edit_outlet", name: "Northern Post", new_name: "The Northern Post", short: "NPost", aliases: [], colour: 1, pattern: 3 };
  await vi.waitFor(() => expect(asked.find(({ name }) => name === "edit_library")?.request).toEqual({ edit }));
});
