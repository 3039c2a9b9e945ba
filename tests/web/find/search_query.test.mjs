// What a reader types becomes what is looked for: without stop words, with the terms that mean the same.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fold, readQuery, words } from "../../../theme/web/search_query.js";

const TERMS = {
  stop: ["in", "of", "fur", "the"],
  terms: {
    trainer: ["Ausbilder", "Ausbilderin"],
    ausbilder: ["Ausbilderin", "betrieblicher Ausbilder", "Lehrmeister"],
    "recognition of prior learning": ["Anerkennung von Erfahrung"],
    construction: ["Bau"],
  },
};

for (const [text, folded] of [
  ["Éolienne", "eolienne"],
  ["szkoła", "szkola"],
  ["Größe", "grosse"],
  ["Œuvre", "oeuvre"],
  ["مخبز", "مخبز"],
]) {
  test(`${text} is compared as ${folded}`, () => assert.equal(fold(text), folded));
}

test("words are letters and digits of any script", () => {
  assert.deepEqual(words("l'apprentissage, work-based: 2 مخبز!"), ["l", "apprentissage", "work", "based", "2", "مخبز"]);
});

describe("a query", () => {
  test("has no stop words and no single letters, but keeps digits and accents", () => {
    assert.equal(readQuery("Prüfung für the l EQF 4", TERMS).text, "Prüfung EQF 4");
  });

  test("of stop words alone is looked for as it is", () => {
    assert.equal(readQuery("of the", TERMS).text, "of the");
  });

  test("in quotation marks is looked for as it is", () => {
    assert.deepEqual(readQuery(' "in the trainer" ', TERMS), { text: '"in the trainer"', words: [], covered: [], others: [] });
  });

  test("has the terms that mean the same, with whatever stands around", () => {
    assert.deepEqual(readQuery("old trainers in Wien", TERMS).others, [["old", "Ausbilder", "Wien"], ["old", "Ausbilderin", "Wien"]]);
  });

  test("tells words of the glossary from others", () => {
    const { words: plain, covered } = readQuery("old trainers in Wien", TERMS);
    assert.deepEqual([plain, covered], [["old", "Wien"], ["trainers"]]);
  });

  test("finds terms of several words, and several terms", () => {
    assert.deepEqual(readQuery("Recognition of prior learning in construction", TERMS).others, [["Anerkennung", "von", "Erfahrung", "Bau"]]);
  });

  test("leaves out terms that have the typed words in them", () => {
    assert.deepEqual(readQuery("Ausbilder", TERMS).others, [["Lehrmeister"]]);
  });

  test("does not take the names of objects for terms", () => {
    assert.deepEqual(readQuery("constructor toString", TERMS).others, []);
  });
});
