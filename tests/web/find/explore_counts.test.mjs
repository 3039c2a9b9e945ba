// The count at a term is what a look at every practice would count, whatever else is chosen.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { countFacets, indexFacets } from "../../../theme/web/facet_counts.js";
import { VOCABULARIES, chance, choices, practice, realCatalog } from "./explore_samples.mjs";

const catalogOf = (...practices) => ({ vocabularies: VOCABULARIES, practices });
const plain = (counts) => Object.fromEntries([...counts].map(([facet, terms]) => [facet, Object.fromEntries(terms)]));
const counted = (catalog, chosen, found = null) => {
  const { places, counts } = countFacets(indexFacets(catalog), chosen, found);
  return { places, counts: plain(counts) };
};

/** Return the same from one practice after the other. */
function lookedAt({ vocabularies, practices }, chosen, found) {
  const facets = Object.keys(vocabularies);
  const fits = (one, facet) => !chosen[facet] || chosen[facet].some((term) => one.facets[facet].includes(term));
  const inText = practices.map((_, place) => !found || found.includes(place));
  const fitting = (but) => practices.filter((one, place) => inText[place] && facets.every((facet) => facet === but || fits(one, facet)));
  const has = (facet, term) => fitting(facet).filter((one) => one.facets[facet].includes(term)).length;
  return {
    places: fitting().map((one) => practices.indexOf(one)),
    counts: Object.fromEntries(
      facets.map((facet) => [facet, Object.fromEntries(Object.keys(vocabularies[facet]).map((term) => [term, has(facet, term)]))]),
    ),
  };
}

describe("choices", () => {
  const catalog = catalogOf(
    practice({ facets: { country: ["AT"], evidence: ["described"] } }),
    practice({ facets: { country: ["AT", "DE"], evidence: ["independent-study"], year: ["2019"] } }),
    practice({ facets: { country: ["DE"], evidence: ["described"], year: ["2024"] } }),
  );
  const cases = [
    ["nothing", {}, [0, 1, 2], { country: { AT: 2, DE: 2, EU: 0 }, evidence: { "independent-study": 1, described: 2 }, year: { 2019: 1, 2024: 1 } }],
    ["one term leaves its own facet alone", { country: ["AT"] }, [0, 1], { country: { AT: 2, DE: 2, EU: 0 }, evidence: { "independent-study": 1, described: 1 }, year: { 2019: 1, 2024: 0 } }],
    ["one of two terms is enough", { country: ["AT", "DE"] }, [0, 1, 2], { country: { AT: 2, DE: 2, EU: 0 }, evidence: { "independent-study": 1, described: 2 }, year: { 2019: 1, 2024: 1 } }],
    ["two facets must both hold", { country: ["AT"], evidence: ["described"] }, [0], { country: { AT: 1, DE: 1, EU: 0 }, evidence: { "independent-study": 1, described: 1 }, year: { 2019: 0, 2024: 0 } }],
    ["a term that nobody has", { country: ["EU"] }, [], { country: { AT: 2, DE: 2, EU: 0 }, evidence: { "independent-study": 0, described: 0 }, year: { 2019: 0, 2024: 0 } }],
  ];
  for (const [name, chosen, places, counts] of cases) {
    test(name, () => assert.deepEqual(counted(catalog, chosen), { places, counts }));
  }

  test("a text counts for every facet", () => {
    assert.deepEqual(counted(catalog, { country: ["AT"] }, [2]), {
      places: [],
      counts: { country: { AT: 0, DE: 1, EU: 0 }, evidence: { "independent-study": 0, described: 0 }, year: { 2019: 0, 2024: 0 } },
    });
  });
});

for (const size of [0, 1, 31, 32, 33, 64, 65]) {
  test(`every one of ${size} practices is counted`, () => {
    const catalog = catalogOf(...Array.from({ length: size }, () => practice()));
    const { places, counts } = counted(catalog, {});
    assert.deepEqual([places, counts.country.DE], [[...Array(size).keys()], size]);
  });
}

test("200 random combinations count as a look at every practice of the real catalog does", () => {
  const catalog = realCatalog();
  const random = chance(20261124);
  assert.equal(Object.keys(catalog.vocabularies).length, 12);
  const shown = Array.from({ length: 200 }, () => {
    const chosen = choices(random, catalog.vocabularies);
    const found = random(2) ? [...catalog.practices.keys()].filter(() => random(3)) : null;
    const expected = lookedAt(catalog, chosen, found);
    assert.deepEqual(counted(catalog, chosen, found), expected, JSON.stringify(chosen));
    return expected.places.length;
  });
  assert.ok(new Set(shown).size > 20, "combinations that all find the same would show nothing");
});

test("2,500 practices are counted in a few milliseconds", () => {
  const { vocabularies, practices } = realCatalog();
  const catalog = { vocabularies, practices: Array.from({ length: 2500 }, (_, place) => practices[place % practices.length]) };
  const index = indexFacets(catalog);
  const random = chance(1);
  const times = Array.from({ length: 50 }, () => {
    const chosen = choices(random, vocabularies);
    const before = performance.now();
    countFacets(index, chosen, null);
    return performance.now() - before;
  }).sort((one, other) => one - other);
  assert.ok(times[45] < 20, `${times[45]} ms`);
});
