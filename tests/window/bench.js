// `cargo xtask bench ui`: how long the real window takes. One screen, software rendering; medians of several runs.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Desk, key, until } from "./driver.js";
import { lines, long, pile, story } from "./invented.js";

const RUNS = 5;

// In the page: clicks on what `begin` says, then waits until `seen` is there and what it needed was painted.
const PAINTED = `
  const [begin, seen, done] = arguments;
  const start = performance.now();
  document.querySelector(begin).click();
  const look = () => document.querySelector(seen)
    ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)))
    : requestAnimationFrame(look);
  look();`;

// In the page: scrolls what has `css` down by `step` a frame, `frames` times; gives the length of every frame.
const SCROLL = `
  const [css, step, frames, done] = arguments;
  const scroller = document.querySelector(css);
  const lengths = [];
  let last;
  const next = (now) => {
    if (last !== undefined) lengths.push(now - last);
    last = now;
    if (lengths.length === frames) return done({ lengths, reached: scroller.scrollTop });
    scroller.scrollTop += step;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);`;

// In the page: types into the search field and waits until the number of hits was told anew and painted.
const SEARCHED = `
  const [typed, done] = arguments;
  const [field, total] = [document.querySelector("input[type=search]"), document.querySelector("output")];
  const start = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  }).observe(total, { characterData: true, childList: true, subtree: true });
  field.value = typed;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));`;

const IMPORT = `
  const [paths, done] = arguments;
  window.__TAURI_INTERNALS__.invoke("import_files", { request: { job: 100000, paths } }).then(done, (error) => done({ failed: JSON.stringify(error) }));`;

const TABLE = "[role=grid] [role=row] [role=gridcell]";

const desk = await Desk.open({ size: "1280x800" });
try {
  await measureStart();
  const window = await desk.window();
  await measureStory(window);
  await measureScroll(window);
  await measureSearch(window);
  await window.close();
} finally {
  desk.close();
}

async function measureStart() {
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    const window = await desk.window();
    const paint = await until(
      () => window.evaluate("const [paint] = performance.getEntriesByName('first-contentful-paint'); return paint && performance.timeOrigin + paint.startTime"),
      "a first paint",
    );
    times.push(paint - window.began);
    if (run === RUNS - 1) tell("resident memory, empty library", `${memory(window)} MiB`);
    await window.close();
  }
  tell("start of the program to first paint", spread(times));
}

async function measureStory(window) {
  const id = await bring(window, "twelve.jsonl", story(12, 40));
  const first = await open(window, id);
  const again = [];
  for (let run = 0; run < RUNS; run += 1) {
    await home(window);
    again.push(await open(window, id));
  }
  tell("click on a story of 12 outlets to painted table, compared for the first time", `${Math.round(first)} ms`);
  tell("the same, compared before", spread(again));
  tell("resident memory, story of 12 outlets", `${memory(window)} MiB`);
}

async function measureScroll(window) {
  await home(window);
  const id = await bring(window, "long.jsonl", long(5400));
  const first = await open(window, id);
  const rows = await window.evaluate("return Number(document.querySelector('[role=grid]').getAttribute('aria-rowcount'))");
  tell(`story of ${rows} rows and 12 outlets, compared for the first time`, `${Math.round(first)} ms`);
  for (const step of [60, 120, 400]) {
    const { lengths, reached } = await window.later(SCROLL, "[role=grid]", step, 400);
    const sorted = lengths.toSorted((a, b) => a - b);
    const over = lengths.filter((length) => length > 50).length;
    tell(
      `scroll through it, ${step} pixels a frame to pixel ${Math.round(reached)}`,
      `longest frame ${sorted.at(-1).toFixed(0)} ms, ${over} of ${lengths.length} over 50 ms, median ${at(sorted, 0.5).toFixed(0)} ms`,
    );
  }
  tell("resident memory then", `${memory(window)} MiB`);
}

async function measureSearch(window) {
  await home(window);
  await bring(window, "pile.jsonl", pile(10_000));
  await window.press([key.control, "f"]);
  await window.there("input[type=search]");
  const times = [];
  for (const typed of ["warehouse", "ferry", "bridge", "school", "clinic", "reservoir", "pipeline", "karin oste", "tilda storm", "number 7"]) {
    times.push(await window.later(SEARCHED, typed));
  }
  tell("the last letter of a word typed in search over 10,000 articles to painted hits", spread(times));
  tell("resident memory then", `${memory(window)} MiB`);
}

/** Imports invented articles as one file and gives the id of the story in which most of them are. */
async function bring(window, name, articles) {
  const path = join(desk.folder, name);
  writeFileSync(path, lines(articles));
  const start = Date.now();
  const imported = await window.later(IMPORT, [path]);
  if (imported.failed) throw new Error(imported.failed);
  tell(`import of ${articles.length} articles and finding their stories`, `${((Date.now() - start) / 1000).toFixed(1)} s`);
  return imported.story;
}

async function open(window, story) {
  await window.there(`[data-line="story-${story}"] h2`);
  return window.later(PAINTED, `[data-line="story-${story}"] h2`, TABLE);
}

async function home(window) {
  await window.press("g", "l");
  await window.there("[role=treegrid]");
}

/** Resident memory of the program and its web processes: what they share is counted once. */
function memory(window) {
  const kib = family(window.driver.pid).map((pid) => {
    const said = /^Pss:\s+(\d+)/m.exec(attempt(() => readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")) ?? "");
    const name = attempt(() => readFileSync(`/proc/${pid}/comm`, "utf8")) ?? "";
    return said && /rashomon|WebKit(Web|Network)P/.test(name) ? Number(said[1]) : 0;
  });
  return Math.round(kib.reduce((sum, one) => sum + one, 0) / 1024);
}

/** A process and all that come from it. */
function family(pid) {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(/\) \S (\d+)/.exec(attempt(() => readFileSync(`/proc/${name}/stat`, "utf8")) ?? "")?.[1])]);
  const below = (top) => [top, ...parents.filter(([, parent]) => parent === top).flatMap(([child]) => below(child))];
  return below(pid);
}

function attempt(look) {
  try {
    return look();
  } catch {
    return null; // the process has ended
  }
}

function spread(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return `${Math.round(at(sorted, 0.5))} ms median, ${Math.round(sorted[0])} to ${Math.round(sorted.at(-1))} ms`;
}

function at(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function tell(what, figure) {
  console.log(`${what}: ${figure}`);
}
