// Which practice a visitor means who types a title.
import assert from "node:assert/strict";
import { test } from "node:test";
import { practiceFinder } from "../../../theme/web/compare_picker.js";

const practice = (slug, title, summary = "") => ({ slug, title, summary });
const find = practiceFinder([
  practice("one", "Apprentices in Zürich"),
  practice("two", "Apprentices in Łódź", "With mentors"),
  practice("three", "Mentors"),
  practice("four", "Mentors of apprentices"),
]);
const slugs = (text) => find(text).map(({ slug }) => slug);

for (const [text, wanted] of [
  ["Apprentices in Zürich", ["one"]],
  ["  apprentices in zurich ", ["one"]],
  ["łódź", ["two"]],
  ["mentors", ["three"]],
  ["apprentices", ["one", "two", "four"]],
  ["mentors apprentices", ["four", "two"]],
  ["nothing like it", []],
  ["", []],
]) {
  test(`typed: ${JSON.stringify(text)}`, () => assert.deepEqual(slugs(text), wanted));
}
