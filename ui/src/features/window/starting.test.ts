import { waitFor } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import type { StartView } from "../../generated/StartView";
import { route } from "../../lib/route.svelte";
import { asked, host, tell } from "../../testing/host";
import { mills } from "../../testing/shelves";
import { importing } from "../imports/importing.svelte";
import { preferences } from "../preferences/preferences.svelte";
import { notices } from "../undo/notices.svelte";
import { starting } from "./starting.svelte";

const usual: StartView = {
  preferences: preferences.now,
  library: "/home/ada/library.rashomon",
  library_failure: null,
  recent: [],
  interrupted: 0,
  sample: false,
  files: [],
};
const done = { files: [], stopped: null, story: null };

async function start(told: Partial<StartView>) {
  host({
    start: () => ({ ...usual, ...told }),
    open_library: ({ path }) => ({ ...usual, library: path }),
    list_stories: () => mills,
    list_outlets: () => ({ outlets: [] }),
    import_files: () => done,
    resume_import: () => done,
    open_sample: () => ({ ...done, story: "sample" }),
  });
  const stop = starting.start();
  await waitFor(() => expect(starting.told).not.toBeNull());
  return stop;
}

const requests = (name: string) => asked.filter((one) => one.name === name).map((one) => one.request);

beforeEach(() => {
  starting.told = null;
  importing.clear();
  notices.all = [];
  route.here = { is: "library" };
});

test("an interrupted import goes on by itself, before the files that came with the start", async () => {
  const stop = await start({ interrupted: 12, files: ["/a.html"] });
  await waitFor(() => expect(requests("import_files")).toMatchObject([{ paths: ["/a.html"] }]));
  expect(asked.findIndex((one) => one.name === "resume_import")).toBeLessThan(asked.findIndex((one) => one.name === "import_files"));
  await waitFor(() => expect(importing.isIdle).toBe(true));
  stop();
});

test("the sample is opened when the command line asks for it", async () => {
  const stop = await start({ sample: true });
  await waitFor(() => expect(route.here).toMatchObject({ is: "story", story: "sample" }));
  stop();
});

test("a library that could not be opened is told with its reason", async () => {
  const stop = await start({ library_failure: "It was made by a newer Rashomon. Update the program." });
  expect(notices.all).toMatchObject([{ wrong: true, more: "It was made by a newer Rashomon. Update the program." }]);
  stop();
});

test("a library and files that are opened while it runs are taken in, in this order", async () => {
  const stop = await start({});
  await tell("opened", { library: "/other.rashomon", files: ["/b.html"] });
  await waitFor(() => expect(requests("import_files")).toMatchObject([{ paths: ["/b.html"] }]));
  expect(starting.told?.library).toBe("/other.rashomon");
  await waitFor(() => expect(importing.isIdle).toBe(true));
  stop();
});
