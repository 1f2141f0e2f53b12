import { expect, test, vi } from "vitest";
import type { HitView } from "../../generated/HitView";
import type { SearchLibrary } from "../../generated/SearchLibrary";
import { route } from "../../lib/route.svelte";
import { asked, host } from "../../testing/host";
import { searching } from "./searching.svelte";

function hit(title: string, story: string | null = "mill"): HitView {
  const article = { id: title, outlet: "Northern Post", title, published: null, url: null, story, file: "mill.html", versions: 1 };
  return { article, story_title: null, title_matches: [], snippet: "", snippet_matches: [] };
}

const titles = () => searching.hits.map((hit) => hit.article.title);

test("an answer to an earlier search is dropped", async () => {
  const late: Record<string, () => void> = {};
  const slow = ({ words }: SearchLibrary) => new Promise((done) => (late[words] = () => done({ total: 1, hits: [hit(words)] })));
  host({ search_library: slow as never });
  searching.type("mil");
  await vi.waitFor(() => expect(late["mil"]).toBeDefined());
  searching.type("mill");
  await vi.waitFor(() => expect(late["mill"]).toBeDefined());
  late["mill"]?.();
  await vi.waitFor(() => expect(titles()).toEqual(["mill"]));
  late["mil"]?.();
  await new Promise((done) => setTimeout(done, 20));
  expect(titles()).toEqual(["mill"]);
});

test("letters typed in one go are one search", async () => {
  host({ search_library: () => ({ total: 0, hits: [] }) });
  for (const words of ["f", "fi", "fire"]) searching.type(words);
  await vi.waitFor(() => expect(searching.total).toBe(0));
  expect(asked.map(({ request }) => (request as SearchLibrary).words)).toEqual(["fire"]);
});

test("the next hits are asked for from where the last ended, and no further than there are", async () => {
  const all = Array.from({ length: 120 }, (_, at) => hit(`${at}`));
  host({ search_library: ({ offset, limit }) => ({ total: all.length, hits: all.slice(offset, offset + limit) }) });
  searching.type("mill");
  await vi.waitFor(() => expect(searching.hits).toHaveLength(50));
  for (const many of [100, 120, 120]) {
    await searching.more();
    expect(searching.hits).toHaveLength(many);
  }
  expect(asked).toHaveLength(3);
});

test("a hit opens its article in its story", async () => {
  host({ search_library: () => ({ total: 1, hits: [hit("a1")] }) });
  searching.type("fire");
  await vi.waitFor(() => expect(titles()).toEqual(["a1"]));
  searching.open();
  expect(route.here).toEqual({ is: "story", story: "mill", tab: "read", article: "a1" });
});

test("a search that fails says so, and what was found stays", async () => {
  host({
    search_library: () => {
      throw { kind: "library", message: "The library is busy." };
    },
  });
  searching.type("mill");
  await vi.waitFor(() => expect(searching.failure?.message).toBe("The library is busy."));
  expect(titles()).toEqual(["a1"]);
});
