// The columns of the table: which articles, in which order, and which of them is the base.
import type { ArticleView } from "../../generated/ArticleView";

/** What a user chose, by the ids of articles: it outlasts a new comparison. */
export interface Layout {
  /** An article that is not named follows those that are, as published. */
  order: readonly string[];
  hidden: readonly string[];
  /** The base stands first and stays in sight. */
  base: string | null;
}

export interface Column {
  /** Index of the article. */
  at: number;
  article: ArticleView;
  hidden: boolean;
  base: boolean;
}

export const asPublished: Layout = { order: [], hidden: [], base: null };

/** All columns in their order, hidden ones too. */
export function columnsOf(articles: readonly ArticleView[], layout: Layout): Column[] {
  const rank = ({ id }: ArticleView) => {
    if (id === layout.base) return -1;
    const at = layout.order.indexOf(id);
    return at < 0 ? layout.order.length : at;
  };
  return articles
    .map((article, at) => ({ at, article, hidden: layout.hidden.includes(article.id), base: article.id === layout.base }))
    .sort((a, b) => rank(a.article) - rank(b.article) || a.at - b.at);
}

/** The layout with an article brought to where another stands. */
export function moved(columns: readonly Column[], layout: Layout, id: string, to: string): Layout {
  const ids = columns.map((column) => column.article.id);
  const [from, target] = [ids.indexOf(id), ids.indexOf(to)];
  if (from < 0 || target < 0 || id === layout.base || to === layout.base) return layout;
  ids.splice(from, 1);
  ids.splice(target, 0, id);
  return { ...layout, order: ids };
}

/** The layout with an article shown or hidden; the last that is shown stays. */
export function toggled(columns: readonly Column[], layout: Layout, id: string): Layout {
  if (layout.hidden.includes(id)) return { ...layout, hidden: layout.hidden.filter((other) => other !== id) };
  const left = columns.filter((column) => !column.hidden && column.article.id !== id);
  if (left.length === 0) return layout;
  return { ...layout, hidden: [...layout.hidden, id], base: layout.base === id ? null : layout.base };
}
