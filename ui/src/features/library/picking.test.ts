import { expect, test } from "vitest";
import { Picking } from "./picking.svelte";

const list = () => ["a", "b", "c", "d"];

function check(act: (picking: Picking) => void, picked: string, cursor: string | null) {
  const picking = new Picking(list);
  act(picking);
  expect([picking.all.join(""), picking.cursor]).toEqual([picked, cursor]);
}

test("going somewhere picks nothing", () => check((picking) => picking.go("b"), "", "b"));
test("the first step goes to the first line", () => check((picking) => picking.move(1), "", "a"));
test("a step up from nowhere goes to the last line", () => check((picking) => picking.move(-1), "", "d"));
test("steps stop at the ends", () => check((picking) => (picking.go("c"), picking.move(9)), "", "d"));
test("steps with Shift pick the way", () =>
  check((picking) => (picking.go("b"), picking.move(1, true), picking.move(1, true)), "bcd", "d"));
test("the way back lets go again", () =>
  check((picking) => (picking.go("b"), picking.move(1, true), picking.move(1, true), picking.move(-1, true)), "bc", "c"));
test("reaching picks from where the range began, both ways", () => {
  check((picking) => (picking.go("c"), picking.reach("a")), "abc", "a");
  check((picking) => (picking.go("c"), picking.reach("a"), picking.reach("d")), "cd", "d");
});
test("toggling twice is nothing", () => check((picking) => (picking.toggle("a"), picking.toggle("c"), picking.toggle("a")), "c", "a"));
test("what is picked counts in the order of the list", () => check((picking) => (picking.toggle("c"), picking.toggle("a")), "ac", "a"));
test("meaning a picked line keeps the others", () =>
  check((picking) => (picking.toggle("a"), picking.toggle("b"), picking.mean("a")), "ab", "a"));
test("meaning another line lets go of the others", () => check((picking) => (picking.toggle("a"), picking.mean("d")), "", "d"));

test("without anything picked the line where the user is is meant", () => {
  const picking = new Picking(list);
  picking.go("b");
  expect(picking.meant).toEqual(["b"]);
  picking.toggle("c");
  expect(picking.meant).toEqual(["c"]);
});
