// The overview strip: the whole table at a glance, one mark a line.
import type { StoryView } from "../../generated/StoryView";
import type { Decisions } from "./filters";
import type { Hit } from "./hits";
import type { Line } from "./lines";

/** What is drawn in one colour, as an SVG path: x from 0 to 1, y in lines. */
export interface Strokes {
  /** A kind, `quiet` for lines without divergence, `settled` for those whose divergences were all reviewed. */
  name: string;
  path: string;
}

/** The marks of all lines; one of several kinds is striped by them. `tall` is how much of a line a mark fills. */
export function strokes(story: StoryView, lines: readonly Line[], decisions: Decisions, tall: number): Strokes[] {
  const drawn = new Map<string, string>();
  lines.forEach((line, at) => {
    const names = namesOf(story, line, decisions);
    names.forEach((name, nth) => {
      const box = `M${round(nth / names.length)} ${at}h${round(1 / names.length)}v${round(tall)}H${round(nth / names.length)}z`;
      drawn.set(name, (drawn.get(name) ?? "") + box);
    });
  });
  // What diverges is drawn over what does not, where lines are too many to stand apart.
  return [...drawn].map(([name, path]) => ({ name, path })).sort((a, b) => depth(a.name) - depth(b.name));
}

/** The lines that hold what was looked for. */
export function hitStrokes(hits: readonly Hit[], tall: number): string {
  return [...new Set(hits.map((hit) => hit.line))].map((at) => `M0 ${at}h1v${round(tall)}H0z`).join("");
}

function namesOf(story: StoryView, line: Line, decisions: Decisions): string[] {
  if (line.divergences.length === 0) return ["quiet"];
  const open = line.divergences.filter((at) => decisions.get(at)?.ruling !== "dismissed");
  const kinds = new Set(open.flatMap((at) => story.divergences[at]?.kind ?? []));
  return kinds.size === 0 ? ["settled"] : [...kinds];
}

function depth(name: string): number {
  return ["quiet", "settled"].indexOf(name) < 0 ? 2 : ["quiet", "settled"].indexOf(name);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
