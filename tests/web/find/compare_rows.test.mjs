// The rows of the comparison, and which of them tell practices apart.
import assert from "node:assert/strict";
import { test } from "node:test";
import { rowsOf } from "../../../theme/web/compare_rows.js";

const EN = { lang: "en", dir: "ltr" };
const vocabularies = { country: { DE: "Germany", FR: "France" }, theme: { mobility: "Mobility", excellence: "Excellence" } };
const facts = (more = {}) => ({ organisations: [], region: "", source: EN, period: "", status: "ended", track: [], outcomes: [], text: EN, ...more });

/** Return the rows by name for practices given as [facets, facts]. */
function rows(...given) {
  const practices = given.map(([facets], place) => ({ slug: `p${place}`, title: "T", summary: "S", ...EN, address: "", added: "", year: null, facets }));
  const found = Object.fromEntries(given.map(([, more], place) => [`p${place}`, facts(more)]));
  const all = rowsOf({ catalog: { vocabularies, practices }, facts: found, practices, t: (key) => `<${key}>` });
  return Object.fromEntries(all.map((row) => [row.name, row]));
}
const texts = ({ cells }) => cells.map((items) => items.map(({ text }) => text));

test("a cell holds the words of its terms, a term without a label itself", () => {
  const { country } = rows([{ country: ["DE", "XX"] }], [{ country: ["FR"] }]);
  assert.deepEqual(texts(country), [["Germany", "XX"], ["France"]]);
  assert.deepEqual([country.label, country.differs], ["<country>", true]);
});

for (const [name, one, other, differs] of [
  ["the same", { theme: ["mobility"] }, { theme: ["mobility"] }, false],
  ["the same in another order", { theme: ["mobility", "excellence"] }, { theme: ["excellence", "mobility"] }, false],
  ["one more", { theme: ["mobility", "excellence"] }, { theme: ["mobility"] }, true],
  ["nothing stated by one", { theme: ["mobility"] }, {}, true],
]) {
  test(`differs: ${name}`, () => assert.equal(rows([one], [other]).theme.differs, differs));
}

test("the role of an organisation counts as a difference", () => {
  const as = (role) => [{}, { organisations: [{ name: "X", role }] }];
  assert.equal(rows(as("chamber"), as("company")).organisations.differs, true);
  assert.equal(rows(as("chamber"), as("chamber")).organisations.differs, false);
});

test("a property that nobody states has no row, one that somebody states has a cell for each", () => {
  assert.equal(rows([{}], [{}]).period, undefined);
  assert.deepEqual(texts(rows([{}, { period: "2020" }], [{}]).period), [["2020"], []]);
});

test("names keep the language of their source", () => {
  const { region } = rows([{}, { region: "Bayern", source: { lang: "de", dir: "ltr" } }]);
  assert.deepEqual(region.cells[0][0].language, { lang: "de", dir: "ltr" });
});

test("one practice alone differs in nothing, and none at all has no rows", () => {
  assert.deepEqual(new Set(Object.values(rows([{ country: ["DE"] }])).map(({ differs }) => differs)), new Set([false]));
  assert.deepEqual(rows(), {});
});
