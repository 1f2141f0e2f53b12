// The real window, driven as a person would: W3C WebDriver over fetch, straight to WebKitWebDriver.
// Each run has an X server, a session bus and data folders of its own.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const shots = join(root, "out", "window");
const element = "element-6066-11e4-a52e-4f735466cecf";
const children = [];
let folder, driver, session;

/** Polls until `look` gives something true; a loaded machine may take seconds for a first paint. */
async function until(look, what, limit = 60_000) {
  for (const start = Date.now(); Date.now() - start < limit; await new Promise((r) => setTimeout(r, 100))) {
    const seen = await look().catch(() => null);
    if (seen) return seen;
  }
  throw new Error(`waited in vain for ${what}`);
}

async function request(method, path, body) {
  const answer = await fetch(`http://127.0.0.1:${driver}${path}`, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
  return value;
}

const ask = (method, path, body) => request(method, `/session/${session}${path}`, body);
const find = async (using, value) => (await ask("POST", "/element", { using, value }))[element];
const text = async (css) => ask("GET", `/element/${await find("css selector", css)}/text`);
const click = async (xpath) => ask("POST", `/element/${await find("xpath", xpath)}/click`, {});
const count = async (css) => (await ask("POST", "/elements", { using: "css selector", value: css })).length;

async function shoot(name) {
  mkdirSync(shots, { recursive: true });
  writeFileSync(join(shots, `${name}.png`), Buffer.from(await ask("GET", "/screenshot"), "base64"));
}

/** Starts a program that says a number (a display, a port) on its file descriptor 3. */
function spawned(program, args, env) {
  const child = spawn(program, args, { env, stdio: ["ignore", "ignore", "ignore", "pipe"] });
  children.push(child);
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.stdio[3].on("data", (data) => done(String(data).trim()));
  });
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "rashomon-window-"));
  const env = { ...process.env, GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1", LC_ALL: "C.UTF-8" };
  for (const name of ["RUNTIME_DIR", "DATA_HOME", "CONFIG_HOME", "CACHE_HOME", "STATE_HOME"]) {
    env[`XDG_${name}`] = join(folder, name.toLowerCase());
    mkdirSync(env[`XDG_${name}`], { mode: 0o700 });
  }
  delete env.WAYLAND_DISPLAY;
  delete env.DBUS_SESSION_BUS_ADDRESS;
  const screen = process.env.SCREEN ?? "1280x800x24";
  env.DISPLAY = `:${await spawned("Xvfb", ["-displayfd", "3", "-screen", "0", screen, "-nolisten", "tcp"], env)}`;
  env.TAURI_WEBVIEW_AUTOMATION = "true";
  driver = 4700 + (process.pid % 200);
  const bus = ["--", "WebKitWebDriver", `--port=${driver}`, "--host=127.0.0.1"];
  children.push(spawn("dbus-run-session", bus, { env, stdio: "ignore", detached: true }));
  await until(() => request("GET", "/status"), "WebKitWebDriver");
  const binary = process.env.APP ?? join(root, "target/debug/rashomon-desktop");
  const opened = await request("POST", "/session", {
    capabilities: { alwaysMatch: { "webkitgtk:browserOptions": { binary, args: [] } } },
  });
  assert.equal(opened.capabilities.browserName, "wry", "the driver did not start our window");
  session = opened.sessionId;
});

after(async () => {
  if (session) await ask("DELETE", "").catch(() => {});
  for (const child of children.reverse()) {
    try {
      process.kill(child.spawnargs[0] === "dbus-run-session" ? -child.pid : child.pid);
    } catch {
      // it has ended already
    }
  }
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

test("an empty window explains itself and offers the sample", async () => {
  await until(async () => (await text("h1")).includes("See where accounts part ways"), "the empty state");
  await shoot("empty");
});

test("the sample opens as rows of claims with marked divergences and holes", async () => {
  await click("//button[contains(., 'Open the sample story')]");
  await until(async () => (await count("tbody tr")) > 5, "the rows of the sample");
  assert.equal(await count("thead th"), 8, "seven outlets and the corner");
  assert.ok((await count("tbody mark")) > 5, "divergent words are marked");
  assert.ok((await count(".hole")) > 0, "omissions are holes");
  await shoot("sample");
});

test("only divergent claims leaves the rows that diverge", async () => {
  const all = await count("tbody tr");
  await click("//label[contains(., 'Only divergent claims')]");
  await until(async () => (await count("tbody tr")) < all, "fewer rows");
  assert.ok((await count("tbody tr")) > 0);
  await shoot("sample-divergent");
});
