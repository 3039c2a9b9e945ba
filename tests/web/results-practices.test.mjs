// Which practices stand beside a step, in which order, and why.
import assert from "node:assert/strict";
import { test } from "node:test";
import { grounds, nearness, rank } from "../../benchmark/web/practice_ranking.js";

const GRADES = ["study", "measured", "described"];
const PROFILE = { country: "AT", sector: "C", wbl_model: "apprenticeship" };
const near = { lang: "en", sectors: ["C"], countries: ["AT"], wbl_model: "apprenticeship", evidence: "study" };
const far = { lang: "de", sectors: ["F"], countries: ["ES"], wbl_model: "school", evidence: "described" };
const entry = (slug, more) => ({ slug, title: slug, summary: "", address: "", indicators: ["a"], ...far, ...more });
const order = (entries, profile = PROFILE) =>
  rank(entries, "a", { profile, lang: "en", grades: GRADES }).map((item) => item.entry.slug);

test("only what serves the indicator is taken", () => {
  assert.deepEqual(order([entry("x", { indicators: ["b"] }), entry("y")]), ["y"]);
});

const CRITERIA = ["lang", "sectors", "countries", "wbl_model", "evidence"];
for (const [place, criterion] of CRITERIA.entries()) {
  test(`${criterion} decides before everything after it`, () => {
    const rest = Object.fromEntries(CRITERIA.slice(place + 1).map((key) => [key, near[key]]));
    const same = Object.fromEntries(CRITERIA.slice(0, place).map((key) => [key, near[key]]));
    const entries = [entry("later", { ...same, ...rest }), entry("first", { ...same, [criterion]: near[criterion] })];
    assert.deepEqual(order(entries), ["first", "later"]);
  });
}

test("what is equal in everything keeps its order", () => {
  assert.deepEqual(order([entry("b"), entry("a"), entry("c")]), ["b", "a", "c"]);
});

test("an empty profile agrees with nothing, also not with empty fields", () => {
  const empty = entry("x", { sectors: undefined, countries: [], wbl_model: null });
  assert.deepEqual(nearness(empty, {}, "fr"), { language: false, sector: false, country: false, wblModel: false });
});

test("an entry without a grade comes after all grades", () => {
  assert.deepEqual(order([entry("none", { evidence: null }), entry("low", { evidence: "described" })], {}), ["low", "none"]);
});

test("the grounds name what agrees, with the label of the vocabulary or else the id", () => {
  const [item] = rank([entry("x", near)], "a", { profile: PROFILE, lang: "en", grades: GRADES });
  assert.deepEqual(grounds(item, PROFILE, { sectors: { C: "Manufacturing" } }), [
    { key: "chosen-sector", name: "Manufacturing" },
    { key: "chosen-country", name: "AT" },
    { key: "chosen-wbl-model", name: "apprenticeship" },
    { key: "chosen-language" },
  ]);
});
