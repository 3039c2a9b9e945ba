// The sentences beside charts and figures, with the English strings.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { itemTitle, timed } from "../../benchmark/web/agenda.js";
import { answerCounts } from "../../benchmark/web/answers_only.js";
import { comparisonSentence } from "../../benchmark/web/comparison.js";
import { profileSentence } from "../../benchmark/web/dimensions_chart.js";
import { differences, disagreementSentence } from "../../benchmark/web/disagreement.js";
import { level, percent, range, rounded, score, signed } from "../../benchmark/web/figures.js";
import { gapSentence } from "../../benchmark/web/gap_chart.js";
import { hintSentence } from "../../benchmark/web/hints.js";
import { answersNeeded, missingForScore } from "../../benchmark/web/missing_answers.js";
import { bandSentence, scoreSentence } from "../../benchmark/web/overview.js";
import { dimensionLines, wholeLines, writtenMean } from "../../benchmark/web/reasons.js";
import { shareLink } from "../../benchmark/web/share.js";
import { recomputedSentence } from "../../benchmark/web/stamp.js";
import { proposal, reasonWords } from "../../benchmark/web/steps.js";
import { ownTargets } from "../../benchmark/web/targets.js";
import { model, rated, strings, words } from "./results-words.mjs";

test("figures have no decimals, levels at most one, and zero has no sign", () => {
  assert.equal(score(words, 56.49), "56");
  assert.equal(score(words, -0.3), "0");
  assert.equal(score(words, null), "–");
  assert.equal(level(words, 2), "2");
  assert.equal(level(words, 2.25), "2.3");
  assert.equal(percent(words, 2 / 3), "67%");
  assert.equal(Object.is(rounded(-0.3), 0), true);
  assert.equal(signed(words, 4.6), "+5");
  assert.equal(signed(words, 0.2), "0");
  assert.equal(signed(words, -3), "-3");
  assert.equal(signed(words, -7.5), "-8");
  assert.equal(range(words, 47.6, 48.4), "48");
  assert.equal(range(words, 48, 65), "48 to 65");
});

const OVERALL = { score: 56.2, lower: 48.1, upper: 65, band: "low", bands: ["low", "high"] };

test("the score is said with its range, or that none is left open", () => {
  assert.match(scoreSentence(words, OVERALL), /^56 of 100\. .* from 48 to 65\.$/);
  assert.match(scoreSentence(words, { ...OVERALL, lower: 56.2, upper: 56.4 }), /no range is left open/);
});

test("both bands are said when the missing answers decide", () => {
  assert.equal(bandSentence(words, OVERALL), "Band for now: LOW. The missing answers could lead to any band from LOW to HIGH.");
  assert.equal(bandSentence(words, { ...OVERALL, bands: ["low", "low"] }), "Band: LOW.");
});

const reading = (more) => ({ scored: true, score: 60, lower: 60, upper: 60, coverage: 1, answered: 1, applicable: 1, ...more });

for (const [name, rows, sentence] of [
  ["highest and lowest", [["d1", reading({ score: 81 })], ["d2", reading({ score: 20 })]], "Highest: D1 (81). Lowest: D2 (20)."],
  ["the first of equals", [["d3", reading({ score: 81 })], ["d1", reading({ score: 20 })], ["d2", reading({ score: 20 })]], "Highest: d3 (81). Lowest: D1 (20)."],
  ["all the same", [["d1", reading()], ["d2", reading()]], "All dimensions with a score have the same: 60."],
  ["one open", [["d1", reading()], ["d2", reading({ scored: false, score: null })]], "All dimensions with a score have the same: 60. No score yet: “D2”."],
  ["all open", [["d1", reading({ scored: false, score: null })]], "No score yet: “D1”."],
]) test(`the profile is said: ${name}`, () => assert.equal(profileSentence(words, rows.map(([id, reading]) => ({ id, reading, byRole: {} }))), sentence));

const INDICATORS = { a: rated(4, 1), b: rated(2, 2), c: rated(1, 3), d: rated(null, 3) };

test("differences are those both sides answered, the largest first", () => {
  assert.deepEqual(differences({ indicators: INDICATORS }).map(([id]) => id), ["a", "c", "b"]);
});

test("disagreement says how much and who sees more", () => {
  const found = { n: 3, signed: 8.3, absolute: 0, differs: 2 / 3, differs_strongly: 1 / 3 };
  const sentence = (signed) => disagreementSentence(words, { disagreement: { ...found, signed } });
  assert.match(sentence(8.3), /answered: 3\. .*: 67%; .*: 33%\. .*come from: VET provider\. .*\(Company\): 8 of 100/);
  assert.match(sentence(-30), /come from: Company\. .*\(VET provider\): 30 of 100/);
  assert.match(sentence(0.1), /neither side rates higher/);
});

const area = (id, field, priority) => ({ id, group: "technical", number: 1, learnt: 1, needed: 3, field, priority });

test("the gap map is said with its fields, its first area and its index", () => {
  const gap = { scored: true, index: 23.3, under_provision: 19.2, under_use: 4.1, net: 15 };
  const areas = [area("x", "close-the-gap", 7), area("y", "keep", -1)];
  assert.equal(
    gapSentence(words, gap, areas),
    "Areas to close: 1; to use or slim down: 0; to keep: 1; to watch: 0. Highest priority: “Speaking, writing”. " +
      "Mismatch index: 23 of 100 points. Of these, work needs more than is learnt: 19; more is learnt than is used: 4.",
  );
  assert.match(gapSentence(words, { ...gap, scored: false }, [area("y", "keep", -1)]), /0; .*1; .*0\. There is no mismatch index yet: it needs at least 2 rated/);
});

test("means are written as they are calculated, with weights only where they differ", () => {
  assert.equal(writtenMean(words, [{ weight: 1, value: 75 }, { weight: 1, value: 50 }]), "(75 + 50) / 2");
  assert.equal(writtenMean(words, [{ weight: 2, value: 75 }, { weight: 1, value: 50 }]), "(2.00 × 75 + 1.00 × 50) / 3.00");
});

test("the arithmetic of a dimension names coverage, mean and bounds", () => {
  const result = { indicators: INDICATORS };
  const found = { ...reading(), answered: 2, applicable: 3, coverage: 2 / 3, lower: 40, upper: 73.3 };
  const lines = dimensionLines(words, result, [model.indicators[0], model.indicators[2]], found);
  assert.deepEqual(lines, [
    "Answered: 2 of 3 that apply (67%). Needed for a score: 67%.",
    "Mean of what is answered: (63 + 50) / 2 = 56",
    "If every missing answer were level 0: 40. If every one were level 4: 73.",
  ]);
});

test("the whole says when a gate holds the band back", () => {
  const overall = { ...OVERALL, score: 61, arithmetic: 62, imbalance: 1 };
  const result = { perspective: "pair", overall, dimensions: { d1: reading(), d2: reading({ score: 30 }) } };
  const gate = /would be in the band “HIGH”.*below 40 and that at most 33%/;
  assert.match(wholeLines(words, result).join("\n"), gate);
  assert.doesNotMatch(wholeLines(words, { ...result, overall: { ...overall, band: "high" } }).join("\n"), gate);
  assert.match(wholeLines(words, result).join("\n"), /\(60 \+ 30\) \/ 2 = 62/);
});

for (const [needed, have, open, count] of [[4, 2, [1, 1, 1], 2], [4, 4, [1], 0], [2 / 3 * 3, 1, [1, 1], 1], [5, 0, [1, 3, 2], 2], [9, 0, [1], 1]]) {
  test(`${needed} needed, ${have} there: ${count} more`, () => assert.equal(answersNeeded(needed, have, open), count));
}

test("what is missing for a score is counted per dimension and in all", () => {
  const none = rated(null, null);
  const result = {
    form: "full",
    indicators: { a: rated(1, 1), b: none, c: { ...none, state: "na" }, d: none },
    dimensions: { d1: reading({ scored: false, applicable: 2 }), d2: reading({ scored: false }) },
  };
  assert.deepEqual(missingForScore(model, result), {
    dimensions: [{ id: "d1", more: 1, open: ["b"] }, { id: "d2", more: 1, open: ["d"] }],
    scored: 0,
    total: 1,
  });
});

for (const [reason, text] of [
  [{ code: "low-level", level: 1.5 }, "It stands at level 1.5."],
  [{ code: "weak-dimension", dimension: "d2", score: 12.4 }, "Its dimension has a low score: D2 (12)."],
  [{ code: "own-target", target: 3 }, "You set your own target: level 3."],
  [{ code: "disagreement", difference: -50 }, "The two sides see it differently, by this many levels: 2. Higher: Company."],
  [{ code: "gap", areas: ["x", "y"] }, "The gap map points to it: “Speaking, writing” and “Welding”."],
  [{ code: "small-effort" }, "It needs little effort."],
]) test(`the reason ${reason.code} has words`, () => assert.equal(reasonWords(words, reason), text));

test("a step proposes the advice of the model, else the next level", () => {
  assert.equal(proposal(words, { indicator: "a", advice: "start", target: 2 }), "start a");
  assert.equal(proposal(words, { indicator: "a", advice: "build", target: 3 }), "a at 3");
});

for (const hint of [
  { code: "straight-lining", role: "company", respondent: 1, level: 3, share: 0.95 },
  { code: "top-without-evidence", role: "company", respondent: 0, indicators: ["a", "b"] },
  { code: "contradiction", role: "learner", respondent: 0, high: "a", high_level: 4, low: "b", low_level: 0 },
]) {
  test(`the hint ${hint.code} is a whole sentence`, () => {
    const sentence = hintSentence(words, hint);
    assert.ok(!/[{}]|hint-/.test(sentence), sentence);
    assert.match(sentence, new RegExp(`response ${hint.respondent + 1}:`));
  });
}

test("own targets are the mean of the core roles' means; learners do not count", () => {
  const response = (role, target) => ({ role, answers: { a: { level: 1, target } } });
  const file = { responses: [response("company", 2), response("company", 4), response("vet-provider", 4), response("learner", 0)] };
  assert.deepEqual([...ownTargets(file)], [["a", 3.5]]);
  assert.deepEqual([...ownTargets({ responses: [{ role: "company" }, response("learner", 3)] })], []);
});

test("the agenda runs from minute 0 and names its topics", () => {
  const items = timed([{ minutes: 5, kind: "welcome" }, { minutes: 10, kind: "difference", indicator: "a" }, { minutes: 5, kind: "gap", area: "y" }]);
  assert.deepEqual(items.map(({ from, to }) => [from, to]), [[0, 5], [5, 15], [15, 20]]);
  assert.deepEqual(items.map((item) => itemTitle(words, item)), ["Welcome", "Where we differ: A", "Gap: Welding"]);
});

test("a comparison says the score and what moved, or only what moved", () => {
  const indicators = { a: { state: "higher" }, b: { state: "same" }, c: { state: "new" } };
  const overall = { before: 40, after: 52.4, change: 12.4 };
  assert.equal(comparisonSentence(words, { overall, indicators }), "Score before: 40; now: 52; change: +12. Indicators that went up: 1; down: 0; unchanged: 1.");
  assert.match(comparisonSentence(words, { overall: { before: null, after: 52, change: null }, indicators }), /^Indicators/);
});

test("answers are counted per role over all respondents, of the form alone", () => {
  const responses = [
    { role: "company", answers: { a: { level: 1 }, c: { level: 1 } } },
    { role: "company", answers: { b: { missing: true }, d: { na: "-" } } },
  ];
  const counts = (form) => answerCounts(model, { form, responses }).map(({ counts: [one] }) => [one.answered, one.asked]);
  assert.deepEqual(counts("full"), [[2, 3], [1, 1]]);
  assert.deepEqual(counts("short"), [[1, 2], [1, 1]]);
});

test("recomputing says whether the result is the same", () => {
  assert.match(recomputedSentence(words, { result_hash: "aa" }, { result_hash: "aa" }), /same result: aa = aa/);
  assert.match(recomputedSentence(words, { result_hash: "aa" }, { result_hash: "bb" }), /another result: aa and bb/);
});

test("a share link stands on the page without its present fragment", () => {
  assert.equal(shareLink("https://x.example/en/benchmark/?a=1#a=2&v=results", "v1.AB-_"), "https://x.example/en/benchmark/?a=1#s=v1.AB-_");
});

const FOLDER = new URL("../../benchmark/web/", import.meta.url);
const sources = readdirSync(FOLDER).filter((name) => name.endsWith(".js")).map((name) => readFileSync(new URL(name, FOLDER), "utf8"));

test("every string that the results ask for by name is there", () => {
  const asked = sources.flatMap((source) => Array.from(source.matchAll(/\bt\(\s*"([\w-]+)"/g), ([, key]) => key));
  assert.deepEqual([...new Set(asked)].filter((key) => !(key in strings)), []);
});

const FAMILIES = {
  agenda: ["welcome-1", "strengths-1", "strengths-2", "difference-1", "difference-2", "difference-3", "gap-1", "gap-2", "next-steps-1", "next-steps-2", "close-1"],
  change: ["new", "gone"],
  column: ["learnt", "needed", "applied", "gap", "priority", "transfer", "shares", "field"],
  comparison: ["other-perspective", "other-form", "other-model"],
  effort: ["1", "2", "3"],
  field: ["close-the-gap", "keep", "use-or-slim", "watch"],
  flag: ["differs", "differs-strongly"],
  kind: ["full", "short", "practices", "guidelines", "none"],
  "no-score": ["idle", "loading", "ready", "failed", "unsupported"],
  note: ["moved", "dropped", "merged"],
  profile: ["country", "sector", "size", "wbl_model", "track", "eqf_level", "period"],
  share: ["form-full", "form-short"],
  state: ["na", "missing"],
};
for (const [family, members] of Object.entries(FAMILIES)) {
  test(`the strings of ${family} are all there`, () => {
    assert.deepEqual(members.filter((member) => !(`${family}-${member}` in strings)), []);
  });
}
