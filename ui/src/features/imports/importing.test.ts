import { beforeEach, expect, test, vi } from "vitest";
import type { FileOutcome } from "../../generated/FileOutcome";
import type { ImportedFileView } from "../../generated/ImportedFileView";
import type { ImportView } from "../../generated/ImportView";
import { asked, host, tell } from "../../testing/host";
import { library, mills, story } from "../../testing/shelves";
import { shelves } from "../library/shelves.svelte";
import { notices } from "../undo/notices.svelte";
import { importing } from "./importing.svelte";

const kept: FileOutcome = { is: "kept", articles: 1, known: 0 };
const leftOut: FileOutcome = { is: "left_out" };
const note = { what: "It holds no article.", advice: "Save the page itself.", entry: null, member: null, columns: false };

function file(number: number, outcome: FileOutcome): ImportedFileView {
  return { number, name: `/press/${number}.html`, outcome, notes: outcome.is === "left_out" ? [note] : [] };
}
const view = (...outcomes: FileOutcome[]): ImportView => ({ files: outcomes.map((one, at) => file(at, one)), stopped: null, story: null });
const named = (name: string) => asked.filter((one) => one.name === name).map((one) => one.request);

/** Imports that end when the test says. */
function slowly() {
  const ends: ((view: ImportView) => void)[] = [];
  const answer = () => new Promise<ImportView>((end) => ends.push(end)) as unknown as ImportView;
  host({ import_files: answer, resume_import: answer, list_stories: () => mills, cancel_job: () => ({}), forget_import: () => ({}) });
  return (at: number, view: ImportView) => ends[at]?.(view);
}

beforeEach(() => {
  importing.clear();
  notices.all = [];
  shelves.library = null;
});

test("imports wait for each other", async () => {
  const end = slowly();
  const [first, second] = [importing.files(["/a"]), importing.files(["/b"])];
  await vi.waitFor(() => expect(named("import_files")).toHaveLength(1));
  expect(importing.all.map((one) => one.stage)).toEqual(["going", "waiting"]);
  end(0, view(kept));
  await first;
  await vi.waitFor(() => expect(named("import_files")).toHaveLength(2));
  end(1, view(kept));
  await second;
  expect(importing.isIdle).toBe(true);
});

test("steps are merged by the file's number, whatever their order, and the end holds", async () => {
  const end = slowly();
  const stop = importing.follow();
  const begun = importing.files(["/press"]);
  await vi.waitFor(() => expect(importing.going).not.toBeNull());
  const job = importing.going?.job ?? 0;
  await tell("import_step", { job, files: [file(2, { is: "reading" }), file(0, { is: "waiting" })], done: 0, total: 3 });
  await tell("import_step", { job, files: [file(2, kept)], done: 1, total: 3 });
  await tell("import_step", { job: job + 100, files: [file(1, kept)], done: 3, total: 3 });
  await vi.waitFor(() => expect(importing.going?.files.map((one) => one.outcome.is)).toEqual(["waiting", "kept"]));
  expect([importing.going?.done, importing.going?.total]).toEqual([1, 3]);
  end(0, view(kept, leftOut, kept));
  const one = await begun;
  expect(one?.files.map((one) => one.outcome.is)).toEqual(["kept", "left_out", "kept"]);
  stop();
});

test("trying again brings in what failed and nothing else", async () => {
  host({ import_files: () => view(kept, leftOut), list_stories: () => mills });
  const one = await importing.files(["/press"]);
  if (one) importing.retry(one);
  await vi.waitFor(() => expect(importing.isIdle && importing.all.length > 1).toBe(true));
  expect(named("import_files").at(-1)).toMatchObject({ paths: ["/press/1.html"] });
  expect(one?.failed).toEqual([]);
});

test("an import that failed as a whole is tried again as a whole", async () => {
  let times = 0;
  host({
    import_files: () => {
      times += 1;
      if (times === 1) throw { kind: "library", message: "The disk is full. Make room and try again." };
      return view(kept);
    },
    list_stories: () => mills,
  });
  const one = await importing.files(["/a", "/b"]);
  expect(one?.stopped).toContain("disk is full");
  expect(notices.all.at(-1)).toMatchObject({ wrong: true, more: "The disk is full. Make room and try again." });
  if (one) importing.retry(one);
  await vi.waitFor(() => expect(named("import_files").at(-1)).toMatchObject({ paths: ["/a", "/b"] }));
});

test("cancelling asks the host while it goes on, and only lets go while it waits", async () => {
  const end = slowly();
  const first = importing.files(["/a"]);
  const rest = importing.begin({ is: "rest", files: 9 });
  await vi.waitFor(() => expect(importing.going).not.toBeNull());
  importing.all.forEach(importing.cancel);
  expect(named("cancel_job")).toEqual([{ job: importing.going?.job }]);
  expect(named("forget_import")).toHaveLength(1);
  end(0, { ...view(kept), stopped: "Cancelled." });
  await Promise.all([first, rest]);
  expect(named("resume_import")).toEqual([]);
  expect(notices.all.map((one) => [one.text, one.wrong])).toEqual([["Import cancelled; 1 article came in before", false]]);
});

test("what came in is told with the stories that it made", async () => {
  host({ import_files: () => ({ ...view(kept, kept, leftOut), story: "dam" }), list_stories: () => library([story("dam", { suggested: true })]) });
  await importing.files(["/press"]);
  expect(notices.all.at(-1)).toMatchObject({ text: "2 articles in 1 suggested story; 1 file left out", deed: { label: "Show story" } });
});

test("what was there already is no news", async () => {
  host({ import_files: () => view({ is: "duplicate", of: "/press/old.html" }), list_stories: () => mills });
  await importing.files(["/press"]);
  expect(notices.all.at(-1)?.text).toBe("Nothing new: all of it was in the library already");
});

test("what ended well folds, what was odd stays open", async () => {
  host({ import_files: () => view(kept), list_stories: () => mills });
  await importing.files(["/a"]);
  expect(importing.unfolded).toBe(false);
  host({ import_files: () => view(leftOut), list_stories: () => mills });
  await importing.files(["/b"]);
  expect(importing.unfolded).toBe(true);
});

test("dropping nothing begins nothing", () => {
  slowly();
  expect(importing.files([])).toBeNull();
  expect(importing.all).toEqual([]);
});
