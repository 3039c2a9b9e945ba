// Results: each page once, in the language of the reader, and those first that say most of what was asked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { marked, pieces, withMarks } from "../../../theme/web/search_marks.js";
import { best, isTied, onePerPage, titledFirst, withSome } from "../../../theme/web/search_order.js";

const result = (id, score) => ({ id, score, data: async () => ({}) });
const ids = (results) => results.map(({ id }) => id);

test("the best score comes first, and each page once", () => {
  assert.deepEqual(ids(best([result("a", 1), result("b", 3), result("a", 2)])), ["b", "a"]);
});

test("a page in several languages stands at its best place in the language of the reader", () => {
  const addresses = new Map([["fr_1", "x/"], ["de_1", "x/"], ["es_2", "y/"], ["en_2", "y/"]]);
  const found = [result("fr_1", 9), result("es_2", 8), result("en_2", 7), result("de_1", 2)];
  assert.deepEqual(ids(onePerPage(found, addresses, "de")), ["de_1", "es_2"]);
});

test("pages with more of the words come before pages with fewer", () => {
  assert.deepEqual(ids(withSome([[result("a", 5), result("b", 4)], [result("b", 4)], [result("c", 6)]])), ["b", "c", "a"]);
});

test("results that are much alike are tied, few or different ones are not", () => {
  const alike = Array.from({ length: 12 }, (_, place) => result(`${place}`, 10 - place / 10));
  assert.equal(isTied(alike), true);
  assert.equal(isTied(alike.slice(0, 5)), false);
  assert.equal(isTied([result("x", 100), ...alike]), false);
});

test("a title with the very word comes first", () => {
  const titles = { a: "Die Ausbildung", b: "Die Kammer lizenziert Ausbilder" };
  assert.deepEqual(ids(titledFirst([result("a", 10), result("b", 9)], [["Ausbilder"], ["Lehrmeister"]], titles)), ["b", "a"]);
});

test("an excerpt is text, marked or not, and no markup", () => {
  assert.deepEqual(pieces("a <mark>word,</mark> &lt;b&gt;"), [{ text: "a ", mark: false }, { text: "word,", mark: true }, { text: " <b>", mark: false }]);
  assert.deepEqual(marked("<mark>Word,</mark> x <mark>word</mark> <mark>–</mark>"), ["word"]);
});

test("the links of a result name the words that were found", () => {
  const section = { title: "T", url: "/en/x/#place", excerpt: "<mark>turbines</mark>" };
  const data = withMarks({ title: "", url: "/en/x/", excerpt: "<mark>wind</mark> & more", meta: {}, sub_results: [section] });
  assert.equal(data.url, "/en/x/?highlight=wind&highlight=turbines");
  assert.equal(data.sub_results[0].url, "/en/x/?highlight=wind&highlight=turbines#place");
});

test("a result without a marked word keeps its address", () => {
  assert.equal(withMarks({ title: "", url: "/en/x/", excerpt: "", meta: {}, sub_results: [] }).url, "/en/x/");
});
