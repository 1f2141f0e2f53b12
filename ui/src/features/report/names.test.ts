import { expect, test } from "vitest";
import { fileName } from "./names";

test.each([
  ["Ferry: 22 dead / Orrin", "Ferry 22 dead Orrin.html"],
  ["../../etc", "etc.html"],
  ["CON?*", "CON.html"],
  ["…", "Story.html"],
  ["حريق في الميناء", "حريق في الميناء.html"],
  [`${"🔥a".repeat(60)}`, `${"a ".repeat(40).trim()}.html`],
])("a report on %j is called %j", (title, expected) => {
  expect(fileName(title, "html")).toBe(expected);
});

test("every format has its ending", () => {
  expect(fileName("Ferry", "markdown")).toBe("Ferry.md");
  expect(fileName("Ferry", "tei")).toBe("Ferry.xml");
});
