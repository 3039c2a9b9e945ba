// Addresses that name practices, whoever wrote them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { practicesOf, queryOfSlugs, slugsAsked } from "../../../theme/web/practice_query.js";

const PRACTICES = ["a", "b-1", "c", "d", "e"].map((slug) => ({ slug }));
const asked = (query) => {
  const { practices, unknown } = practicesOf(slugsAsked(query), PRACTICES);
  return [practices.map(({ slug }) => slug), unknown];
};

for (const [query, slugs, unknown] of [
  ["", [], []],
  ["?p=", [], []],
  ["?p=c&p=a", ["c", "a"], []],
  ["?p=a&p=a&utm_source=x", ["a"], []],
  ["?p=a&p=nobody&p=b-1", ["a", "b-1"], ["nobody"]],
  ["?p=a&p=b-1&p=c&p=d&p=e", ["a", "b-1", "c", "d", "e"], []],
  ["?p=%3Cscript%3E&p=A", [], ["<script>", "A"]],
  ["?p=__proto__&p=constructor", [], ["__proto__", "constructor"]],
  ["?q=a&P=b-1", [], []],
  ["?p=%", [], ["%"]],
]) {
  test(`the address ${query || "without a query"}`, () => assert.deepEqual(asked(query), [slugs, unknown]));
}

test("an unknown name is shown shortened", () => {
  assert.deepEqual(asked(`?p=${"x".repeat(5000)}`)[1].map(({ length }) => length), [80]);
});

test("the query of practices names them again", () => {
  for (const slugs of [[], ["a"], ["b-1", "a", "e"]]) assert.deepEqual(slugsAsked(queryOfSlugs(slugs)), slugs);
  assert.equal(queryOfSlugs([]), "");
});
