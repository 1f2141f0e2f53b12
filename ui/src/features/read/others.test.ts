import { expect, test } from "vitest";
import { mill } from "../../testing/mill";
import { others } from "./others";

test("the others are told by publication, those that lack it last, with what comes closest", () => {
  const versions = others(mill, 2, [1]);
  expect(versions.map(({ articles, claims }) => ({ articles, claims }))).toEqual([
    { articles: [0], claims: [1] },
    { articles: [1], claims: [] },
  ]);
  expect(versions[1]?.miss?.claim).toBe(3);
});

test("the same words in other typesetting are one version", () => {
  const words = ["", "“Run”, she said.", '"Run",  she said.'];
  const same = { ...mill, claims: mill.claims.map((claim) => ({ ...claim, text: words[claim.article] ?? "" })) };
  expect(others(same, 0, [0]).map((version) => version.articles)).toEqual([[1, 2]]);
});

test("who has only one of several rows has a part of it", () => {
  expect(others(mill, 0, [0, 1]).map((version) => version.partly)).toEqual([true, false]);
});
