// Drives the real window as a person would: W3C WebDriver over fetch, straight to WebKitWebDriver; real drops by xdotool.
//
// A `Desk` is a screen with data folders of its own; a window can be opened on it, closed and opened again.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, "../..");
const shots = join(root, "target", "window");
const element = "element-6066-11e4-a52e-4f735466cecf";
const axe = join(root, "ui/node_modules/axe-core/axe.min.js");
const binary = () => process.env.APP ?? join(root, "target/debug/rashomon-desktop");
/** How long an answer may take, ms: a long story is compared for the first time. */
const PATIENCE = 300_000;
let ports = 4700 + (process.pid % 400) * 8;

/** The keys that WebDriver names by private characters. */
export const key = {
  enter: "\uE007",
  escape: "\uE00C",
  tab: "\uE004",
  up: "\uE013",
  down: "\uE015",
  left: "\uE012",
  right: "\uE014",
  home: "\uE011",
  end: "\uE010",
  delete: "\uE017",
  control: "\uE009",
  shift: "\uE008",
  alt: "\uE00A",
  f2: "\uE032",
};

/** Polls until `look` gives something true; a loaded machine may take seconds for a first paint. */
export async function until(look, what, limit = 60_000) {
  let last;
  for (const start = Date.now(); Date.now() - start < limit; await pause(50)) {
    const seen = await look().catch((error) => void (last = error));
    if (seen) return seen;
  }
  throw new Error(`waited in vain for ${what}${last ? `: ${last.message}` : ""}`);
}

export class Desk {
  #children = [];

  /** A screen of `size`; `dark` as the system's theme. */
  static async open({ size = "1920x1200", dark = false } = {}) {
    const desk = new Desk();
    desk.folder = mkdtempSync(join(tmpdir(), "rashomon-window-"));
    const env = { ...process.env, GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1", LC_ALL: "C.UTF-8" };
    for (const name of ["RUNTIME_DIR", "DATA_HOME", "CONFIG_HOME", "CACHE_HOME", "STATE_HOME"]) {
      env[`XDG_${name}`] = join(desk.folder, name.toLowerCase());
      mkdirSync(env[`XDG_${name}`], { mode: 0o700 });
    }
    delete env.WAYLAND_DISPLAY;
    delete env.DBUS_SESSION_BUS_ADDRESS;
    Object.assign(env, { GTK_THEME: dark ? "Adwaita:dark" : "Adwaita", GSETTINGS_BACKEND: "memory", TAURI_WEBVIEW_AUTOMATION: "true" });
    desk.env = env;
    env.DISPLAY = `:${await desk.#number("Xvfb", ["-displayfd", "3", "-screen", "0", `${size}x24`, "-nolisten", "tcp"])}`;
    return desk;
  }

  /** Starts the program with `args` and waits for its first paint. */
  async window(args = []) {
    const port = (ports += 1);
    // A bus of its own: the window of before may still be on its way out of the other one.
    const bus = ["--", "WebKitWebDriver", `--port=${port}`, "--host=127.0.0.1"];
    const driver = spawn("dbus-run-session", bus, { env: this.env, stdio: "ignore", detached: true });
    this.#children.push(driver);
    await until(() => request(port, "GET", "/status"), "WebKitWebDriver");
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": { binary: binary(), args } } };
    const began = Date.now();
    const opened = await request(port, "POST", "/session", { capabilities });
    if (opened.capabilities.browserName !== "wry") throw new Error("the driver did not start our window");
    await request(port, "POST", `/session/${opened.sessionId}/timeouts`, { script: PATIENCE });
    const window = new Window(this, driver, port, opened.sessionId, began);
    await until(() => window.count("main").then((n) => n > 0), "the first paint");
    return window;
  }

  /** Runs a program on this screen and gives what it said. */
  run(program, args) {
    const child = spawn(program, args, { env: this.env, stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.on("data", (data) => (said += data));
    return new Promise((done, failed) => {
      child.on("error", failed);
      child.on("close", (code) => (code === 0 ? done(said.trim()) : failed(new Error(`${program} ${args.join(" ")} ended with ${code}: ${said}`))));
    });
  }

  /** Starts a program that prints `ready`, and goes on. */
  async begin(program, args) {
    const child = spawn(program, args, { env: this.env, stdio: ["ignore", "pipe", "inherit"] });
    this.#children.push(child);
    await new Promise((done, failed) => {
      child.on("error", failed);
      child.on("exit", (code) => failed(new Error(`${program} ended with ${code}`)));
      child.stdout.on("data", (data) => String(data).includes("ready") && done());
    });
    return child;
  }

  close() {
    for (const child of this.#children.reverse()) end(child);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }

  /** Starts a program that says a number on its file descriptor 3. */
  #number(program, args) {
    const child = spawn(program, args, { env: this.env, stdio: ["ignore", "ignore", "ignore", "pipe"] });
    this.#children.push(child);
    return new Promise((done, failed) => {
      child.on("error", failed);
      child.stdio[3].on("data", (data) => done(String(data).trim()));
    });
  }
}

export class Window {
  /** `began` is when its start was asked for, in milliseconds since 1970. */
  constructor(desk, driver, port, session, began) {
    Object.assign(this, { desk, driver, port, session, began });
  }

  ask(method, path, body) {
    return request(this.port, method, `/session/${this.session}${path}`, body);
  }

  /** Runs the body of a function in the page; `args` are its `arguments`. */
  evaluate(script, ...args) {
    return this.ask("POST", "/execute/sync", { script, args });
  }

  /** The same for a script that calls the last of its `arguments` when it has done. */
  later(script, ...args) {
    return this.ask("POST", "/execute/async", { script, args });
  }

  async #find(how) {
    const using = how.startsWith("/") ? "xpath" : "css selector";
    return (await this.ask("POST", "/element", { using, value: how }))[element];
  }

  async text(how) {
    return this.ask("GET", `/element/${await this.#find(how)}/text`);
  }

  /** Clicks, once what is meant is there. */
  async click(how) {
    await until(async () => this.ask("POST", `/element/${await this.#find(how)}/click`, {}).then(() => true), how, 20_000);
  }

  /** Looks into the frame that is meant. */
  async within(how, look) {
    await this.ask("POST", "/frame", { id: { [element]: await this.#find(how) } });
    await look().finally(() => this.ask("POST", "/frame", { id: null }));
  }

  async rect(how) {
    return this.ask("GET", `/element/${await this.#find(how)}/rect`);
  }

  async count(how) {
    const using = how.startsWith("/") ? "xpath" : "css selector";
    return (await this.ask("POST", "/elements", { using, value: how })).length;
  }

  /** Waits until there is one, at least. */
  there(how) {
    return until(async () => (await this.count(how)) > 0, how);
  }

  gone(how) {
    return until(async () => (await this.count(how)) === 0, `no ${how}`);
  }

  /** Presses keys one after the other; a list is pressed together: `press("j", [key.control, "z"])`. */
  async press(...strokes) {
    const down = (value) => ({ type: "keyDown", value });
    const up = (value) => ({ type: "keyUp", value });
    for (const stroke of strokes) {
      const keys = [stroke].flat();
      const actions = [...keys.map(down), ...keys.toReversed().map(up)];
      await this.ask("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
    }
  }

  /** Types into whatever has the focus. */
  async type(text) {
    await this.press(...text);
  }

  /** Makes the window so large. */
  async resize(width, height) {
    await this.desk.run("xdotool", ["windowsize", "--sync", await this.#id(), String(width), String(height)]);
    // The menus take their part of the height.
    const fits = "return innerWidth === arguments[0] && innerHeight <= arguments[1] && innerHeight > arguments[1] - 60";
    await until(() => this.evaluate(fits, width, height), `a window of ${width} by ${height}`);
    await this.still();
  }

  /** Drops files on what is meant, out of another program. */
  async drop(how, paths) {
    const source = await this.desk.begin("/usr/bin/python3", [join(here, "drag_source.py"), ...paths]);
    const rect = await this.rect(how);
    const shell = await this.desk.run("xdotool", ["getwindowgeometry", "--shell", await this.#id()]);
    const at = (name) => Number(new RegExp(`^${name}=(-?\\d+)`, "m").exec(shell)[1]);
    const [x, y] = [at("X") + rect.x + rect.width / 2, at("Y") + rect.y + rect.height / 2].map(Math.round);
    const ended = new Promise((done) => source.on("exit", done));
    const moves = [0.1, 0.3, 0.6, 0.9, 1].flatMap((part) => ["mousemove", Math.round(40 + (x - 40) * part), Math.round(30 + (y - 30) * part), "sleep", 0.1]);
    await this.desk.run("xdotool", ["mousemove", 40, 30, "sleep", 0.2, "mousedown", 1, "sleep", 0.2, "mousemove", 60, 45, "sleep", 0.1, ...moves, "sleep", 0.4, "mouseup", 1].map(String));
    await ended;
  }

  /** Waits until nothing moves and what was asked for is painted. */
  still() {
    return this.later(
      `const done = arguments[0];
       const moves = document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
       Promise.allSettled(moves.map((one) => one.finished)).then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));`,
    );
  }

  /** Writes a picture of the window to target/window. */
  async shoot(name) {
    mkdirSync(shots, { recursive: true });
    writeFileSync(join(shots, `${name}.png`), Buffer.from(await this.ask("GET", "/screenshot"), "base64"));
  }

  /** What axe finds wrong on the page as it is: one line a violation. */
  async violations() {
    await this.evaluate(readFileSync(axe, "utf8"));
    await this.still();
    return this.later(
      `const done = arguments[arguments.length - 1];
       const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
       axe.run(document, { runOnly }).then(({ violations }) =>
         done(violations.flatMap((one) => one.nodes.map((node) => one.id + " at " + node.target + ": " + node.failureSummary))));`,
    );
  }

  /** Closes the window as the user would by its frame, and waits until the program has ended. */
  async close() {
    await this.ask("DELETE", "").catch(() => {});
    end(this.driver);
    await until(async () => (await this.desk.run("sh", ["-c", "xdotool search --name '^Rashomon' || true"])) === "", "the window's end", 20_000);
  }

  async #id() {
    return (await this.desk.run("xdotool", ["search", "--onlyvisible", "--name", "^Rashomon"])).split("\n")[0];
  }
}

async function request(port, method, path, body) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
  return value;
}

/** Ends a child, with its group where it leads one. */
function end(child) {
  try {
    process.kill(child.spawnargs[0] === "dbus-run-session" ? -child.pid : child.pid);
  } catch {
    // it has ended already
  }
}

function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}
