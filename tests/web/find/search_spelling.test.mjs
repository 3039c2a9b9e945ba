// Misspelled words: the word that was meant, or none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { correct, distance, wordList } from "../../../theme/web/search_spelling.js";
import { chance } from "./explore_samples.mjs";

const LIST = wordList(["mobility", "mentor", "mentors", "formación", "szkoła", "szkołach", "prüfung", "straße", "care", "apprenticeship"]);

for (const [typed, meant] of [
  ["mobilty", "mobility"],
  ["mobiliyt", "mobility"],
  ["mobillity", "mobility"],
  ["nobility", "mobility"],
  ["mentr", "mentor"],
  ["aprentceship", "apprenticeship"],
  ["formazion", "formación"],
  ["pruefung", "prüfung"],
  ["szkola", "szkoła"],
  ["strasse", "straße"],
  ["formacion", null],
  ["mobility", null],
  ["Mobility", null],
  ["mobil", null],
  ["cra", null],
  ["qwertz", null],
]) {
  test(`${typed} means ${meant}`, () => assert.equal(correct(LIST, typed), meant));
}

test("of two words as near, the more frequent one was meant", () => {
  assert.equal(correct(wordList(["later", "water"]), "xater"), "later");
  assert.equal(correct(wordList(["water", "later"]), "xater"), "water");
});

test("the distance is the same both ways, zero for the same word, and one for one change", () => {
  const random = chance(11);
  const word = (length) => Array.from({ length }, () => "abc"[random(3)]).join("");
  for (let round = 0; round < 1000; round += 1) {
    const [a, b] = [word(1 + random(7)), word(1 + random(7))];
    assert.equal(distance(a, b), distance(b, a));
    assert.equal(distance(a, b) === 0, a === b);
    const place = random(a.length);
    assert.equal(distance(a, `${a.slice(0, place)}x${a.slice(place + 1)}`), 1);
    assert.equal(distance(a, a.slice(0, place) + a.slice(place + 1)), 1);
    assert.equal(distance(a, b, 2), Math.min(2, distance(a, b)));
  }
});
