// What leaves the site: spreadsheets read every cell as text, and every practice keeps its address.
import assert from "node:assert/strict";
import { test } from "node:test";
import { csvOf, linksOf } from "../../../theme/web/selection_exports.js";

const catalog = { vocabularies: { country: { DE: "Germany", FR: "France" }, evidence: { described: "Described" } }, practices: [] };
const practice = (title, more = {}) => ({ slug: "a", title, summary: "Short", lang: "en", dir: "ltr", address: "practices/a/", added: "", year: null, facets: {}, ...more });
const addressOf = ({ address }) => `https://test.example/en/${address}`;
const parts = { catalog, addressOf, t: (key) => key };
const rows = (practices) => csvOf(practices, parts).split("\r\n");

test("the file has a mark, a head, a row for each practice, and ends its last row", () => {
  const [head, first, second, end] = rows([practice("One"), practice("Two")]);
  assert.match(head, /^\ufeff"selection-column-title","compare-summary","country",.*"selection-column-address"$/);
  assert.match(first, /^"One","Short",.*"https:\/\/test\.example\/en\/practices\/a\/"$/);
  assert.match(second, /^"Two",/);
  assert.equal(end, "");
});

test("terms stand there in words, also those without a label", () => {
  const facets = { country: ["DE", "FR"], evidence: ["described"], theme: ["new-theme"] };
  const [, row] = rows([practice("One", { facets })]);
  for (const cell of ['"Germany; France"', '"Described"', '"new-theme"']) assert.ok(row.includes(cell), cell);
});

test("all rows have the same number of cells", () => {
  const counts = rows([practice('a"b, c'), practice("d")]).slice(0, 3).map((row) => row.match(/"(?:[^"]|"")*"/g).length);
  assert.deepEqual(new Set(counts).size, 1);
});

for (const [title, cell] of [
  ['say "yes"', '"say ""yes"""'],
  ["=1+1", `"'=1+1"`],
  ["+49", `"'+49"`],
  ["-1", `"'-1"`],
  ["@SUM(A1)", `"'@SUM(A1)"`],
  ["\t=1", `"'\t=1"`],
  [" =1", `"' =1"`],
  ["＝1", `"'＝1"`],
  ["a=1", '"a=1"'],
  ["", '""'],
]) {
  test(`as a cell: ${JSON.stringify(title)}`, () => {
    const [, row] = rows([practice(title)]);
    assert.equal(row.slice(0, cell.length + 1), `${cell},`);
  });
}

test("links are lines of title and address, with a line between practices", () => {
  const text = linksOf([practice("One"), practice("Two")], addressOf);
  assert.equal(text, "One\nhttps://test.example/en/practices/a/\n\nTwo\nhttps://test.example/en/practices/a/\n");
  assert.equal(linksOf([], addressOf), "");
});
