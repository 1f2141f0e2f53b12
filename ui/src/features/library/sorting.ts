// In which order stories stand, and which a filter leaves.
import type { StoryCardView } from "../../generated/StoryCardView";

export const sorts = ["newest", "divergent", "unreviewed", "title"] as const;
export type Sort = (typeof sorts)[number];

/** The stories with `words` in their title, sorted; `stories` are the newest first. */
export function sorted(stories: readonly StoryCardView[], sort: Sort, words: string): StoryCardView[] {
  const left = stories.filter((story) => hasWords(story.title, words));
  return sort === "newest" ? left : left.sort(orders[sort]);
}

/** Whether a filter lets a title through; none lets all through. */
export function hasWords(title: string, words: string): boolean {
  return plain(title).includes(plain(words.trim()));
}

/** How many findings a story has; none where it was not compared. */
export function findings(story: StoryCardView): number {
  return (story.divergences ?? []).reduce((sum, kind) => sum + kind.count, 0);
}

/** How many of them nobody has ruled on. */
const unreviewed = (story: StoryCardView) => Math.max(0, findings(story) - story.reviewed);

const alphabetical = new Intl.Collator("en", { numeric: true });

const orders = {
  divergent: (a: StoryCardView, b: StoryCardView) => findings(b) - findings(a),
  unreviewed: (a: StoryCardView, b: StoryCardView) => unreviewed(b) - unreviewed(a),
  title: (a: StoryCardView, b: StoryCardView) => alphabetical.compare(a.title, b.title),
};

/** Without case and accents. */
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
