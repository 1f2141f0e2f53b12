import { render } from "@testing-library/svelte";
import { expect, test } from "vitest";
import MarkedText from "./MarkedText.svelte";

function marked(text: string, marks: [number, number, string][]) {
  const { container } = render(MarkedText, { text, marks: marks.map(([start, end, kind], divergence) => ({ start, end, kind, divergence })) });
  return container;
}

test("the words are marked and their kind is said", () => {
  const container = marked("at least three died", [[9, 14, "figure"]]);
  expect(container.querySelector("mark")).toHaveTextContent("three");
  expect(container).toHaveTextContent("at least three\u2060Figure died");
});

test("two divergences on the same words have one sign", () => {
  const container = marked("three died", [
    [0, 5, "figure"],
    [0, 5, "figure"],
  ]);
  expect(container.querySelectorAll("svg")).toHaveLength(1);
});

test("markup in the text stays text", () => {
  expect(marked("<b>three</b>", []).querySelector("b")).toBeNull();
});
