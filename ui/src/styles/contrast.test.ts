// Every colour that text is set in, on every ground it stands on: at least 4.5 to 1 (WCAG AA), in both themes.
import { expect, test } from "vitest";
import css from "./tokens.css?raw";

const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [name, { light, dark }]),
);
const kinds = ["figure", "time", "place", "actor", "source", "certainty", "polarity", "quote", "wording"];
const outlets = Array.from({ length: 12 }, (_, at) => `outlet-${at}`);
const grounds = ["paper", "raised", "sunken", "selected", "hover"];

function check(ink: string, ground: string, least: number) {
  for (const theme of ["light", "dark"] as const) {
    const ratio = contrast(tokens.get(ink)?.[theme], tokens.get(ground)?.[theme]);
    expect(ratio, `--${ink} on --${ground}, ${theme}`).toBeGreaterThanOrEqual(least);
  }
}

test.each(["ink", "ink-soft", "accent", "wrong", ...kinds, ...outlets])("%s is read on every ground", (ink) =>
  grounds.forEach((ground) => check(ink, ground, 4.5)),
);

test.each(["found", "added", "cut"])("text is read on what is %s", (ground) =>
  ["ink", "ink-soft", ...kinds].forEach((ink) => check(ink, ground, 4.5)),
);

test("a button's label is read", () => check("on-accent", "accent", 4.5));

test("the edge of a control is seen", () => ["paper", "raised", "sunken"].forEach((ground) => check("edge", ground, 3)));

/** 1 to 21, as WCAG 2.2 defines it. */
function contrast(a: string | undefined, b: string | undefined): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour = ""): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
