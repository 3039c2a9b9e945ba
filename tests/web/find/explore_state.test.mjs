// The address is the state: there and back again, and nothing strange in it does harm.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { EVERYTHING, SORTS, queryOf, sortOf, stateOf, withSort, withText, withToggled } from "../../../theme/web/explore_state.js";
import { VOCABULARIES, chance, choices } from "./explore_samples.mjs";

const LETTERS = [..."aZ9 &=?#%+/\\\"'<>;äßłع😀\u0301\u202e\t"];
const textOf = (random) => Array.from({ length: random(12) }, () => LETTERS[random(LETTERS.length)]).join("");

function randomState(random) {
  const chosen = { ...EVERYTHING, chosen: choices(random, VOCABULARIES) };
  const sorted = withSort(withText(chosen, textOf(random)), SORTS[random(SORTS.length)]);
  return { ...sorted, page: 1 + random(5) };
}

test("every state survives its address", () => {
  const random = chance(7);
  for (let round = 0; round < 2000; round += 1) {
    const state = randomState(random);
    const query = queryOf(state, VOCABULARIES);
    assert.deepEqual(stateOf(query, VOCABULARIES), { state, ignored: [] }, query);
  }
});

test("any address gives a state, and that state one address", () => {
  const random = chance(8);
  const names = ["q", "country", "evidence", "year", "sort", "page", "other", "__proto__", "constructor"];
  const values = ["DE", "de", "AT", "described", "2019", "title", "relevance", "3", "-1", "", "%", "toString", "__proto__"];
  for (let round = 0; round < 2000; round += 1) {
    const query = Array.from({ length: random(6) }, () => `${names[random(names.length)]}=${values[random(values.length)]}`).join("&");
    const { state } = stateOf(`?${query}`, VOCABULARIES);
    assert.deepEqual(stateOf(queryOf(state, VOCABULARIES), VOCABULARIES), { state, ignored: [] }, query);
  }
});

describe("an address", () => {
  const cases = [
    ["", EVERYTHING, []],
    ["?country=DE&country=AT", { ...EVERYTHING, chosen: { country: ["AT", "DE"] } }, []],
    ["?q=%20mentor%20%20in%20small%20firms", { ...EVERYTHING, text: "mentor in small firms" }, []],
    ["?sort=title&page=3", { ...EVERYTHING, sort: "title", page: 3 }, []],
    ["?sort=newest", EVERYTHING, []],
    ["?sort=relevance", EVERYTHING, []],
    ["?q=x&sort=newest", { ...EVERYTHING, text: "x", sort: "newest" }, []],
    ["?country=de&country=DE", { ...EVERYTHING, chosen: { country: ["DE"] } }, [{ name: "country", value: "de" }]],
    ["?sort=best", EVERYTHING, [{ name: "sort", value: "best" }]],
    ["?page=0", EVERYTHING, [{ name: "page", value: "0" }]],
    ["?page=99999", EVERYTHING, [{ name: "page", value: "99999" }]],
    ["?from=newsletter", EVERYTHING, []],
  ];
  for (const [query, state, ignored] of cases) {
    test(query || "without query", () => assert.deepEqual(stateOf(query, VOCABULARIES), { state, ignored }));
  }

  test("holds no endless text", () => assert.equal(stateOf(`?q=${"😀".repeat(300)}`, VOCABULARIES).state.text, "😀".repeat(200)));
});

describe("an act", () => {
  const third = { ...EVERYTHING, page: 3 };

  test("a term is chosen and taken back, and the list begins anew", () => {
    const one = withToggled(third, "country", "DE", VOCABULARIES);
    const two = withToggled(one, "country", "AT", VOCABULARIES);
    assert.deepEqual([one.chosen, one.page, two.chosen], [{ country: ["DE"] }, 1, { country: ["AT", "DE"] }]);
    assert.deepEqual(withToggled(one, "country", "DE", VOCABULARIES), EVERYTHING);
  });

  test("a text makes relevance the usual order, and its end the newest", () => {
    const asked = withText(third, "mentor");
    assert.deepEqual([sortOf(EVERYTHING), sortOf(asked), sortOf(withText(asked, " "))], ["newest", "relevance", "newest"]);
  });

  test("a chosen order outlives a text", () => {
    const asked = withText(withSort(EVERYTHING, "title"), "mentor");
    assert.deepEqual([sortOf(asked), sortOf(withText(asked, ""))], ["title", "title"]);
  });

  test("an address names an order only where it is not the usual one", () => {
    const asked = withText(EVERYTHING, "mentor");
    const queries = [withSort(EVERYTHING, "newest"), withSort(asked, "relevance"), withSort(asked, "newest")].map((state) => queryOf(state, VOCABULARIES));
    assert.deepEqual(queries, ["", "?q=mentor", "?q=mentor&sort=newest"]);
  });
});
