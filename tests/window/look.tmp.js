import { join } from "node:path";
import { test } from "node:test";
import { Desk, key, root, until } from "./driver.js";
const dark = process.env.DARK === "1", name = process.env.STORY ?? "three";
test("look", async () => {
  const desk = await Desk.open({ dark });
  try {
    const window = await desk.window([join(root, `tests/window/stories/${name}.jsonl`)]);
    await until(() => window.count("[data-takes^=story], [role=grid]"), "the story", 180_000);
    await new Promise((r) => setTimeout(r, 3000));
    if (!(await window.count("[role=grid]"))) { await window.click("[data-takes^=story] h2"); await window.press(key.enter); }
    await window.there("[role=grid]");
    await new Promise((r) => setTimeout(r, 1000));
    await window.evaluate("document.activeElement?.blur()");
    await window.press([key.control, "s"]);
    await window.there("[aria-modal]");
    const shoot = async (what) => { for (const [w, h] of [[1280, 800], [1920, 1200]]) { await window.resize(w, h); await new Promise((r) => setTimeout(r, 700)); await window.shoot(`look-${what}-${name}-${dark ? "dark" : "light"}-${w}`); } };
    for (const format of (process.env.FORMATS ?? "html,pdf,xlsx,tei").split(",")) {
      await window.evaluate(`document.querySelector('input[value="${format}"]').click()`);
      await until(async () => (await window.count("iframe:not(.old)")) && !(await window.count("[aria-busy=true]")), "a preview", 120_000);
      await new Promise((r) => setTimeout(r, 2000));
      await shoot(format);
    }
    await window.evaluate(`document.querySelector('input[value="chosen"]').click()`);
    await new Promise((r) => setTimeout(r, 1500));
    await shoot("chosen");
    console.log(await window.violations());
    await window.close();
  } finally { desk.close(); }
});
