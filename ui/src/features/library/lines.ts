// The lines of a shelf: stories, and under those that are unfolded their articles.
import type { CardView } from "../../generated/CardView";
import type { StoryCardView } from "../../generated/StoryCardView";

export type Line =
  | { is: "story"; key: string; story: StoryCardView }
  /** `level` 2 stands under its story. */
  | { is: "article"; key: string; article: CardView; level: 1 | 2 };

export function storyLines(stories: readonly StoryCardView[], articlesOf: (story: string) => readonly CardView[]): Line[] {
  return stories.flatMap((story): Line[] => [
    { is: "story", key: `story-${story.id}`, story },
    ...articlesOf(story.id).map((article) => articleLine(article, 2)),
  ]);
}

export function articleLine(article: CardView, level: 1 | 2): Line {
  return { is: "article", key: `article-${article.id}`, article, level };
}

export function titleOf(line: Line): string {
  return line.is === "story" ? line.story.title : line.article.title;
}

/** The stories and the articles among lines; an article whose story is among them too is not told twice. */
export function parted(lines: readonly Line[]): { stories: StoryCardView[]; articles: CardView[] } {
  const stories = lines.flatMap((line) => (line.is === "story" ? [line.story] : []));
  const whole = new Set(stories.map((story) => story.id));
  const articles = lines.flatMap((line) =>
    line.is === "article" && !(line.article.story !== null && whole.has(line.article.story)) ? [line.article] : [],
  );
  return { stories, articles };
}
