// A picture of every view, light and dark, with 3 and 12 outlets, in a small and a large window; axe looks at each too.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { Desk, key, root, until } from "./driver.js";

const stories = { three: 3, twelve: 12 };
const sizes = [
  [1280, 800],
  [1920, 1200],
];
const story = "[data-takes^=story]";
const tabs = { compare: "1", read: "2", figures: "3", quotes: "4", sources: "5" };
const places = { library: ["g", "l"], search: [[key.control, "f"]], outlets: ["g", "o"], settings: [[key.control, ","]] };

// In the page: all articles go into the largest story, whatever stories were found for them.
const GATHER = `
  const done = arguments[0];
  const ask = (name, request) => window.__TAURI_INTERNALS__.invoke(name, { request });
  const ids = async (shelf) => (await ask("list_articles", { shelf })).articles.map((one) => one.id);
  (async () => {
    const { stories } = await ask("list_stories", {});
    const [largest, ...others] = stories.sort((a, b) => b.articles - a.articles);
    const shelves = [{ is: "unsorted" }, ...others.map(({ id }) => ({ is: "story", story: id }))];
    const articles = (await Promise.all(shelves.map(ids))).flat();
    if (articles.length) await ask("edit_library", { edit: { is: "move_articles", articles, story: largest.id } });
    done(true);
  })();`;

for (const dark of [false, true])
  for (const [name, outlets] of Object.entries(stories))
    test(`every view, ${dark ? "dark" : "light"}, ${outlets} outlets`, async () => {
      const desk = await Desk.open({ dark });
      const faults = [];
      try {
        const importing = await desk.window([join(root, `tests/window/stories/${name}.jsonl`)]);
        await until(() => importing.count(`${story}, [role=grid]`), "the story", 180_000);
        await importing.later(GATHER);
        await importing.close();
        // Opened anew nothing lies over the views.
        const window = await desk.window();
        const shoot = async (view) => {
          for (const [width, height] of sizes) {
            await window.resize(width, height);
            await window.shoot(`${view}-${outlets}-${dark ? "dark" : "light"}-${width}`);
            faults.push(...(await window.violations()).map((fault) => `${view}, ${width}: ${fault}`));
          }
        };
        for (const [place, strokes] of Object.entries(places)) {
          await window.evaluate("document.activeElement?.blur()");
          await window.press(...strokes);
          await window.there("main h1");
          await shoot(place);
        }
        await window.evaluate("document.activeElement?.blur()");
        await window.press("g", "l");
        await window.click(`${story} h2`);
  await window.press(key.enter);
        await window.there("[role=grid]");
        for (const [tab, stroke] of Object.entries(tabs)) {
          await window.press(stroke);
          await until(() => window.evaluate("return !document.querySelector('main progress')"), `the view ${tab}`);
          assert.ok((await window.text("main header")).includes(`${outlets} outlets`));
          await shoot(tab);
        }
        await window.press("1", "j");
        await shoot("finding");
        await window.evaluate("document.activeElement?.blur()");
        await window.press([key.control, "s"]);
        await window.there("iframe");
        await window.gone("[aria-busy=true]");
        await shoot("report");
        await window.close();
      } finally {
        desk.close();
      }
      assert.deepEqual([...new Set(faults)], []);
    });
