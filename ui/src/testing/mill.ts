// A small invented story for tests: three outlets on a fire at a mill.
import type { ArticleView } from "../generated/ArticleView";
import type { ClaimView } from "../generated/ClaimView";
import type { StoryView } from "../generated/StoryView";

const sentences: string[][] = [
  ["Three people died in the fire at the mill on Sunday.", "The mill <b>stood</b> empty for years, neighbours said."],
  ["Five people died in the fire at the mill, police said.", "A café beside it was damaged."],
  ["قال مسؤولون إن خمسة أشخاص لقوا حتفهم في الحريق.", "The mill had stood empty, <script>alert(1)</script> neighbours said."],
];
const names = ["Northern Post", "Harbour Radio", "Gulf Line"];

function article(outlet: string, at: number): ArticleView {
  const paragraphs = (sentences[at] ?? []).map((text, paragraph) => ({ text, claims: [at * 2 + paragraph] }));
  return {
    id: `a${at}`,
    outlet,
    label: outlet,
    title: `Fire at the mill, ${outlet}`,
    byline: null,
    section: null,
    published: `2031-05-0${at + 2}T10:00:00Z`,
    url: null,
    language: at === 2 ? "ar" : "en",
    paragraphs,
  };
}

function claim(text: string, article: number, paragraph: number): ClaimView {
  const marks =
    paragraph > 0 || article > 1 ? [] : [{ start: 0, end: text.indexOf(" "), kind: "figure", divergence: 0 }];
  const rows = paragraph === 0 ? [0] : article === 1 ? [] : [1];
  return { id: `a${article}-${paragraph}`, article, paragraph, start: 0, end: text.length, text, marks, rows };
}

export const mill: StoryView = {
  id: "mill",
  title: "Fire at the mill",
  articles: names.map(article),
  claims: sentences.flatMap((texts, article) => texts.map((text, paragraph) => claim(text, article, paragraph))),
  rows: [
    {
      id: "r0",
      cells: [[0], [2], [4]],
      misses: [null, null, null],
      places: [{ is: "headline" }, { is: "lead" }, { is: "lead" }],
      divergences: [0],
      links: [
        { a: 0, b: 2, score: 0.9 },
        { a: 2, b: 4, score: 0.6 },
      ],
      outlets: 3,
      origins: 3,
    },
    {
      id: "r1",
      cells: [[1], [], [5]],
      misses: [null, { claim: 3, score: 0.12 }, null],
      places: [{ is: "paragraph", number: 2 }, null, { is: "paragraph", number: 2 }],
      divergences: [],
      links: [{ a: 1, b: 5, score: 0.8 }],
      outlets: 2,
      origins: 1,
    },
  ],
  divergences: [
    {
      id: "d0",
      row: 0,
      kind: "figure",
      relation: "conflict",
      score: 0.91,
      weight: 0.7,
      why: "Northern Post gives 3 dead, Harbour Radio 5.",
      readings: [
        { value: "3 dead", outlets: ["Northern Post"], evidence: [{ claim: 0, start: 0, end: 5, text: "Three" }] },
        { value: "5 dead", outlets: ["Harbour Radio"], evidence: [{ claim: 2, start: 0, end: 4, text: "Five" }] },
      ],
    },
  ],
  look_alikes: [],
  origins: [{ articles: [0, 2], overlap: 0.4 }],
  independent: 2,
  decisions: { findings: [], links: [], reviewed: 0, undo: { undo: null, redo: null, story: null } },
  engine: "0.1.0 test",
};
