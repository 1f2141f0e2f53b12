// The main job, as a person does it: drop files, see where the accounts part, rule, take it back, come back tomorrow.
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Desk, key, root, until } from "./driver.js";

const sample = join(root, "crates/app/sample/articles");
const files = readdirSync(sample).map((name) => join(sample, name));
const mod = key.control;
const story = "[data-takes^=story]";
/** The note of the finding that is open. */
const finding = "textarea";
let desk, window;

before(async () => {
  desk = await Desk.open({ size: "1280x800" });
  window = await desk.window();
});

after(async () => {
  await window?.close().catch(() => {});
  desk?.close();
});

const said = (words) => until(async () => (await window.text("body")).includes(words), `"${words}"`);
const unsaid = (words) => until(async () => !(await window.text("body")).includes(words), `no "${words}"`);
const ruled = () => said("Confirmed on");

async function fair(place) {
  assert.deepEqual(await window.violations(), [], `axe on ${place}`);
}

test("an empty window explains itself in one sentence", async () => {
  await said("Open the sample story");
  await fair("the empty library");
  await window.shoot("walk-1-empty");
});

test("files dropped from another program become a story; what became of each is told", async () => {
  await window.drop("main", files);
  await until(async () => (await window.count(story)) > 0 || (await window.count("[role=grid]")) > 0, "the story", 120_000);
  await window.shoot("walk-2-imported");
  await said("Imported 7 files");
  await fair("the library with an import");
});

test("the story opens as a table of claims with marked words and holes", async () => {
  if ((await window.count("[role=grid]")) === 0) {
    await window.click(`${story} h2`);
    await window.press(key.enter);
  }
  await window.there("[role=grid] mark");
  await window.there("[role=grid] .hole");
  await window.shoot("walk-3-table");
  await fair("the table");
});

test("a filter leaves fewer rows", async () => {
  const rows = () => window.evaluate("return Number(document.querySelector('[role=grid]').getAttribute('aria-rowcount'))");
  const all = await rows();
  await window.evaluate(`
    const select = document.querySelector("select");
    select.value = [...select.options].at(1).value;
    select.dispatchEvent(new Event("change", { bubbles: true }));`);
  await until(async () => (await rows()) < all, "fewer rows");
  assert.ok((await rows()) > 1);
});

test("a finding is confirmed, taken back and confirmed again, by keys", async () => {
  await window.press("j");
  await window.there(finding);
  await fair("the finding panel");
  await window.press("c");
  await ruled();
  await window.press([mod, "z"]);
  await unsaid("Confirmed on");
  await window.press([mod, key.shift, "z"]);
  await ruled();
  await window.shoot("walk-4-confirmed");
});

test("closed and opened again, the decision is still there", async () => {
  await window.close();
  window = await desk.window();
  await window.click(`${story} h2`);
  await window.press(key.enter);
  await window.there("[role=grid]");
  await window.there("[role=grid] mark");
  await window.press("j");
  await ruled();
  await window.shoot("walk-5-tomorrow");
});

test("a report is seen before it is saved, as a page and set in type", async () => {
  await window.evaluate("document.activeElement?.blur()");
  await window.press([mod, "s"]);
  await window.there("iframe");
  await window.gone("[aria-busy=true]");
  await window.within("iframe", async () => {
    await window.there("h1");
    assert.match(await window.text("h1"), /explosion/i);
  });
  await fair("the report sheet");
  await window.click("//label[normalize-space()='PDF']");
  await said(" pages");
  await window.within("iframe", async () => {
    await window.there("img[alt^='Page 1 of']");
    assert.ok((await window.rect("img")).height > 300, "the first page is there");
  });
  await window.shoot("walk-6-report");
  await window.click("//button[normalize-space()='Cancel']");
  await window.gone("[role=dialog]");
});

test("the whole job goes by keyboard alone", async () => {
  await window.press("g", "l");
  await window.there(story);
  await window.press([mod, "k"]);
  await window.there("[role=dialog] [role=option]");
  await fair("the command palette");
  await window.type("explosion");
  await until(async () => (await window.text("[role=option][aria-selected=true]")).includes("xplosion"), "the story in the palette");
  await window.press(key.enter);
  await window.there("[role=grid]");
  for (const tab of ["2", "3", "4", "5", "1"]) await window.press(tab);
  await window.there("[role=grid]");
  await window.press("j", "j");
  await window.there(finding);
  await window.press("x");
  await said("Dismissed on");
  await window.press([mod, "f"]);
  await window.there("input[type=search]");
  await window.type("silo");
  await window.there("[data-found-for=silo] [role=option] mark");
  await fair("the search");
  await window.shoot("walk-7-search");
  await window.press(key.down, key.up, key.enter);
  await until(async () => (await window.count("[role=combobox]")) === 0, "the article");
  await window.press("?");
  await said("Keyboard shortcuts");
  await fair("the sheet of shortcuts");
  await window.press(key.escape);
  await window.gone("[role=dialog]");
});

test("a broken file is told of with its reason, and the rest comes in", async () => {
  const folder = join(desk.folder, "dropped");
  mkdirSync(folder);
  writeFileSync(join(folder, "torn.pdf"), "%PDF-1.4 this is no more than its beginning");
  await window.press("g", "l");
  await window.there(story);
  await window.drop("main", [folder]);
  await said("torn.pdf");
  await window.shoot("walk-8-torn");
});
