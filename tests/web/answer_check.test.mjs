// The form gives the verdict of the scorer: tests/unit/benchmark/test_answer_file_cases.py runs the same cases.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { checkFile, readFile } from "../../benchmark/web/answer_check.js";
import { fileOf, fromFile } from "../../benchmark/web/assessments.js";
import { model, readJson, repository } from "./model.mjs";

const FOLDER = "tests/cases/answer-files/";
const places = (faults) => faults.map(({ code, place }) => `${place}: ${code}`).sort();

for (const name of readdirSync(new URL(FOLDER, repository)).sort()) {
  describe(name, () => {
    for (const { name: title, text, file, faults } of readJson(FOLDER + name)) {
      test(title, () => {
        const found = readFile(text ?? JSON.stringify(file), model);
        assert.deepEqual(places(found.faults), places(faults));
        assert.equal(found.file === null, faults.length > 0);
      });
    }
  });
}

test("a file that is accepted survives the way through an assessment", () => {
  const [, { file }] = readJson(`${FOLDER}accepted.json`);
  const assessment = fromFile(file, { id: "a", now: "2026-01-01T00:00:00Z", name: "n", source: "" });
  assert.deepEqual(fileOf(assessment), file);
  assert.deepEqual(checkFile(fileOf(assessment), model), []);
});

test("a fault carries the values of its words", () => {
  const { faults } = readFile('{"format": "x", "model": "vetwork/7", "form": "full", "responses": []}', model);
  assert.deepEqual(faults.map(({ code, values }) => [code, values]), [
    ["other-format", { found: "x" }],
    ["newer-model", { found: "vetwork/7", wanted: "vetwork/1" }],
  ]);
});
