// The articles of a story in lanes: one lane a text ancestor, so that reprints are counted once.
import type { StoryView } from "../../generated/StoryView";

export interface Lane {
  /** Indices, in the order of publication. */
  articles: number[];
  /** How much of their text they share, 0 to 1; `null` where an article is alone. */
  overlap: number | null;
}

/** Shared texts first, the larger before the smaller; then the articles that share none. */
export function lanes(story: StoryView): Lane[] {
  const shared = story.origins.map(({ articles, overlap }) => ({ articles, overlap }));
  const isShared = (article: number) => shared.some((lane) => lane.articles.includes(article));
  const alone = story.articles.flatMap((_, article) => (isShared(article) ? [] : [{ articles: [article], overlap: null }]));
  return [...shared.toSorted((a, b) => b.articles.length - a.articles.length), ...alone];
}

/** `Northern Po…`: what fits into the room, where a letter takes about `letter` pixels. */
export function fitting(label: string, room: number, letter: number): string {
  const most = Math.max(3, Math.floor(room / letter));
  return [...label].length <= most ? label : `${[...label].slice(0, most - 1).join("").trimEnd()}…`;
}
