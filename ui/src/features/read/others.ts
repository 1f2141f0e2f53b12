// How the other articles put what one article says.
import type { MissView } from "../../generated/MissView";
import type { StoryView } from "../../generated/StoryView";

export interface Version {
  /** Articles that put it in the same words; one where it is lacking. */
  articles: number[];
  /** The claims of the first of them. */
  claims: number[];
  /** Whether it has only some of the rows. */
  partly: boolean;
  /** Where it is lacking: what comes closest. */
  miss: MissView | null;
}

/** What every other article has of the rows: versions by publication, then those that lack it. */
export function others(story: StoryView, base: number | null, rows: readonly number[]): Version[] {
  const articles = story.articles.map((_, article) => article).filter((article) => article !== base);
  const versions = articles.map((article) => versionOf(story, article, rows));
  const having = versions.filter((version) => version.claims.length);
  return [...alike(story, having), ...versions.filter((version) => !version.claims.length)];
}

function versionOf(story: StoryView, article: number, rows: readonly number[]): Version {
  const cells = rows.map((row) => story.rows[row]?.cells[article] ?? []);
  const claims = [...new Set(cells.flat())].sort((a, b) => a - b);
  const misses = rows.flatMap((row) => story.rows[row]?.misses[article] ?? []);
  const miss = misses.sort((a, b) => b.score - a.score || a.claim - b.claim)[0] ?? null;
  return { articles: [article], claims, partly: claims.length > 0 && cells.some((cell) => !cell.length), miss };
}

function alike(story: StoryView, versions: Version[]): Version[] {
  const byWords = new Map<string, Version>();
  for (const version of versions) {
    const words = version.claims.map((claim) => plain(story.claims[claim]?.text ?? "")).join(" ");
    const first = byWords.get(words);
    if (first) first.articles.push(...version.articles);
    else byWords.set(words, version);
  }
  return [...byWords.values()];
}

/** Words without what typesetting adds. */
function plain(text: string): string {
  return text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/\s+/g, " ")
    .trim();
}
