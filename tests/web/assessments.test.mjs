// Assessments as values: what each change makes of them, and that the given one stays as it was.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as assessments from "../../benchmark/web/assessments.js";
import { answerOf, asText, controlsOf, countAnswers, fileName, stateOf } from "../../benchmark/web/answers.js";
import { firstOpen, gapProgress, progress } from "../../benchmark/web/progress.js";
import { model } from "./model.mjs";

const START = { id: "a1", now: "2026-01-31T08:00:00Z", name: "ours", form: "full", lang: "en", model: "vetwork/1" };
const provider = () => frozen(assessments.newAssessment({ ...START, role: "vet-provider" }));
const company = (answers) => ({ format: "vetwork-answers/1", model: "vetwork/1", form: "full", profile: { country: "ES", sector: "C" }, responses: [{ role: "company", answers }] });

/** Return a value that throws where somebody changes it. */
function frozen(value) {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

describe("an answer from the controls", () => {
  const blank = { choice: "", reason: "", evidence: "", target: "" };
  const cases = [
    [{}, null],
    [{ choice: "3" }, { level: 3 }],
    [{ choice: "0", evidence: " minutes ", target: "2" }, { level: 0, evidence: "minutes", target: 2 }],
    [{ choice: "missing" }, { missing: true }],
    [{ evidence: "x" }, { missing: true, evidence: "x" }],
    [{ choice: "na" }, null],
    [{ choice: "na", reason: "  " }, null],
    [{ choice: "na", reason: " by law ", evidence: "kept on the page only" }, { na: "by law" }],
  ];
  for (const [controls, answer] of cases) {
    test(JSON.stringify(controls), () => assert.deepEqual(answerOf({ ...blank, ...controls }), answer));
  }
  test("and back", () => {
    for (const answer of [{ level: 0, evidence: "x", target: 4 }, { na: "by law" }, { missing: true, target: 1 }]) {
      assert.deepEqual(answerOf(controlsOf(answer)), answer);
    }
    assert.deepEqual(controlsOf(undefined), blank);
  });
  test("how far it is", () => {
    assert.deepEqual([{ level: 0 }, { na: "x" }, { missing: true }, undefined].map(stateOf), ["answered", "answered", "unknown", "open"]);
  });
});

describe("changes", () => {
  test("an answer is set, and taken back", () => {
    const one = frozen(assessments.withAnswer(provider(), "partnership-agreement", { level: 3 }));
    assert.deepEqual(assessments.ownAnswers(one), { "partnership-agreement": { level: 3 } });
    assert.deepEqual(assessments.ownAnswers(assessments.withAnswer(one, "partnership-agreement", null)), {});
  });

  test("ratings of an area come and go one by one", () => {
    const one = frozen(assessments.withRating(provider(), "digital", "learnt", 0));
    const two = frozen(assessments.withRating(one, "digital", "needed", 4));
    assert.deepEqual(assessments.ownResponse(two).gap, { digital: { learnt: 0, needed: 4 } });
    const less = assessments.withRating(assessments.withRating(two, "digital", "needed", null), "digital", "learnt", null);
    assert.deepEqual(assessments.ownResponse(less).gap, {});
  });

  test("a field of the profile, and the form", () => {
    const one = assessments.withForm(assessments.withProfile(provider(), "learners", 35), "short");
    assert.deepEqual([one.file.profile, one.file.form], [{ learners: 35 }, "short"]);
    assert.deepEqual(assessments.withProfile(one, "learners", null).file.profile, {});
  });

  test("a duplicate is another record with the same answers", () => {
    const one = frozen({ ...assessments.withAnswer(provider(), "joint-assessment", { level: 1 }), revision: 7 });
    const two = assessments.duplicate(one, { id: "b2", now: "2026-02-01T00:00:00Z", name: "theirs" });
    assert.deepEqual([two.id, two.name, two.revision, two.file], ["b2", "theirs", 0, one.file]);
  });
});

describe("responses of others", () => {
  test("provider and company make a pair; the profile that was there wins", () => {
    const one = frozen(assessments.withProfile(provider(), "country", "DE"));
    const { assessment, added, known } = assessments.withResponsesOf(one, frozen(company({ "joint-assessment": { level: 2 } })), "c.json");
    assert.deepEqual([added, known, assessment.own], [1, 0, 0]);
    assert.deepEqual(assessment.file.responses.map(({ role }) => role), ["vet-provider", "company"]);
    assert.deepEqual(assessment.sources, ["", "c.json"]);
    assert.deepEqual(assessment.file.profile, { country: "DE", sector: "C" });
  });

  test("the same response is not counted twice, whatever the order of its keys", () => {
    const file = company({ "joint-assessment": { level: 2, target: 3 }, "partnership-agreement": { level: 1 } });
    const other = company({ "partnership-agreement": { level: 1 }, "joint-assessment": { target: 3, level: 2 } });
    const { assessment } = assessments.withResponsesOf(provider(), file, "c.json");
    const again = assessments.withResponsesOf(frozen(assessment), other, "copy of c.json");
    assert.deepEqual([again.added, again.known, again.assessment.file.responses.length], [0, 1, 2]);
  });

  test("one more person here, answering another, removing one", () => {
    const two = frozen(assessments.withNewResponse(provider(), "company"));
    assert.deepEqual([two.own, assessments.ownResponse(two).role], [1, "company"]);
    assert.equal(assessments.ownResponse(assessments.withOwn(two, 0)).role, "vet-provider");
    const left = assessments.withoutResponse(two, 0);
    assert.deepEqual([left.own, left.file.responses.length, left.sources], [0, 1, [""]]);
    assert.equal(assessments.withoutResponse(frozen(left), 0), left);
    assert.equal(assessments.withoutResponse(frozen({ ...two, own: 0 }), 1).own, 0);
  });

  test("the file holds all responses, or the own one", () => {
    const { assessment } = assessments.withResponsesOf(provider(), company({ "joint-assessment": { level: 2 } }), "c.json");
    assert.equal(assessments.fileOf(assessment).responses.length, 2);
    const own = assessments.fileOf(assessment, { ownOnly: true });
    assert.deepEqual(own.responses, [{ role: "vet-provider" }]);
    assert.equal(asText(own).includes("ours"), false);
    assert.equal(fileName(own, "2026-01-31"), "vetwork-vet-provider-2026-01-31.json");
  });
});

test("the reminder comes after ten answers and goes with the download", () => {
  let one = provider();
  const ids = model.indicators.slice(0, 10).map(({ id }) => id);
  for (const id of ids.slice(1)) one = assessments.withAnswer(one, id, { level: 1 });
  assert.equal(assessments.isDownloadDue(one), false);
  one = assessments.withAnswer(one, ids[0], { missing: true });
  assert.equal(assessments.isDownloadDue(one), true);
  assert.equal(assessments.isDownloadDue(assessments.asDownloaded(one)), false);
  assert.equal(countAnswers({ role: "company", gap: { digital: { learnt: 1, needed: 2 } } }), 2);
});

describe("progress", () => {
  test("counts by dimension what the role is asked", () => {
    const learner = assessments.newAssessment({ ...START, role: "learner" });
    const asked = model.indicators.filter(({ roles }) => roles.includes("learner")).length;
    assert.equal(progress(model, learner).all.total, asked);
    assert.equal(progress(model, assessments.withForm(provider(), "short")).all.total, 12);
  });

  test("an answer, a don't know, and what is open", () => {
    const one = assessments.withAnswer(assessments.withAnswer(provider(), "shared-integration-strategy", { level: 1 }), "partnership-agreement", { missing: true });
    const { dimensions, all } = progress(model, one);
    assert.deepEqual([dimensions["strategy-and-partnership"].answered, dimensions["strategy-and-partnership"].unknown], [1, 1]);
    assert.equal(all.open.length, model.indicators.length - 2);
    assert.equal(firstOpen(model, one), "social-partner-involvement");
    assert.deepEqual(gapProgress(model, assessments.withRating(one, "digital", "learnt", 1)), { total: 20, answered: 0 });
  });
});

describe("records of the device", () => {
  test("a good one, and one of another edition", () => {
    assert.deepEqual(assessments.recordFaults(provider(), model), []);
    const older = { ...provider(), file: { ...provider().file, model: "vetwork/0" } };
    assert.deepEqual(assessments.recordFaults(older, model), []);
  });

  const broken = [null, 3, "text", [], {}, { ...provider(), file: null }, { ...provider(), own: 4 }, { ...provider(), name: undefined }, { ...provider(), changed: undefined },
    { ...provider(), file: { ...provider().file, format: "other/1" } }, assessments.withAnswer(provider(), "nobody", { level: 1 })];
  for (const [place, record] of broken.entries()) {
    test(`a broken one: ${place}`, () => assert.notDeepEqual(assessments.recordFaults(record, model), []));
  }
});
