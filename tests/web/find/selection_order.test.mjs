import assert from "node:assert/strict";
import { test } from "node:test";
import { joined, moved } from "../../../theme/web/selection_order.js";

for (const [item, by, wanted] of [
  ["b", -1, "bac"],
  ["b", 1, "acb"],
  ["a", -1, "abc"],
  ["c", 1, "abc"],
  ["a", 2, "bca"],
  ["c", -9, "cab"],
]) {
  test(`${item} moves by ${by}`, () => assert.equal(moved(["a", "b", "c"], item, by).join(""), wanted));
}

test("a list is joined with what it lacks", () => {
  assert.deepEqual(joined(["b", "a"], ["a", "c", "c"]), ["b", "a", "c"]);
});
