// Geometry of the charts: places, mirroring, marks that do not cover each other, means per role.
import assert from "node:assert/strict";
import { test } from "node:test";
import { placeOn } from "../../benchmark/web/band_scale.js";
import { dimensionRows, lane, markedRoles } from "../../benchmark/web/dimensions_chart.js";
import { ratedAreas } from "../../benchmark/web/gap_chart.js";
import { LIMIT, placeInMap, spots } from "../../benchmark/web/gap_map.js";
import { brokenLines } from "../../benchmark/web/svg.js";
import { model, rated, words } from "./results-words.mjs";

const SCALE = { from: 0, to: 100, start: 100, length: 200, width: 320, rtl: false };

for (const [value, place] of [[0, 100], [50, 200], [100, 300]]) {
  test(`${value} stands at ${place}, and mirrored from the right`, () => {
    assert.equal(placeOn(value, SCALE), place);
    assert.equal(placeOn(value, { ...SCALE, rtl: true }), 320 - place);
  });
}

const FRAME = { left: 28, top: 6, size: 288, radius: 10, rtl: false };
const LEVELS = [0, 1, 2, 3, 4];
const GRIDS = {
  "all at one place": Array.from({ length: 20 }, () => [3, 3]),
  "all in the smallest field": Array.from({ length: 20 }, () => [4, 4]),
  "every pair of levels": LEVELS.flatMap((learnt) => LEVELS.map((needed) => [learnt, needed])).slice(0, 20),
  "beside the limits": Array.from({ length: 20 }, (_, place) => [2.5 - (place % 2) * 0.1, 2.5 - (place % 3 ? 0 : 0.1)]),
};
for (const [name, pairs] of Object.entries(GRIDS)) {
  for (const rtl of [false, true]) {
    test(`marks do not cover each other and stay in their fields: ${name}${rtl ? ", mirrored" : ""}`, () => {
      const frame = { ...FRAME, rtl };
      const areas = pairs.map(([learnt, needed], place) => ({ id: String(place), learnt, needed }));
      const placed = spots(areas, frame);
      const limit = placeInMap(LIMIT, LIMIT, frame);
      for (const [place, { x, y }] of placed.entries()) {
        const others = placed.slice(0, place).map((other) => Math.hypot(other.x - x, other.y - y));
        assert.ok(others.every((distance) => distance >= 19.9), `${place} covers another`);
        assert.equal(areas[place].learnt >= LIMIT, rtl ? x < limit.x : x > limit.x);
        assert.equal(areas[place].needed >= LIMIT, y < limit.y);
        assert.ok(x >= 38 && x <= 306 && y >= 16 && y <= 284);
      }
    });
  }
}

test("the map is mirrored as a whole", () => {
  const [left, right] = [placeInMap(1, 3, FRAME), placeInMap(1, 3, { ...FRAME, rtl: true })];
  assert.ok(Math.abs(left.x - FRAME.left + right.x - FRAME.left - FRAME.size) < 1e-9);
  assert.equal(left.y, right.y);
});

test("areas keep the numbers of the model, also when some are not rated", () => {
  const gap = { areas: { y: { learnt: 1, needed: 3, field: "close-the-gap" } } };
  assert.deepEqual(ratedAreas(words, gap).map(({ id, number }) => [id, number]), [["y", 2]]);
});

const RESULT = {
  form: "full",
  perspective: "pair",
  dimensions: { d1: { applicable: 3, scored: true, score: 60 }, d2: { applicable: 0 } },
  indicators: { a: rated(4, 2), b: rated(1, 3, 0), c: rated(2, null), d: rated(null, null) },
};

test("means per role take the weights of what the role answered; dimensions without indicators are left out", () => {
  const rows = dimensionRows(model, RESULT);
  assert.deepEqual(rows.map(({ id, byRole }) => [id, byRole]), [
    ["d1", { "vet-provider": 50, company: (50 + 2 * 75) / 3, learner: 0 }],
  ]);
});

test("roles are marked only where there is more than one", () => {
  const row = (byRole) => ({ id: "d1", reading: {}, byRole });
  assert.deepEqual(markedRoles(model, [row({ company: 3 })]), []);
  assert.deepEqual(markedRoles(model, [row({ company: 3 }), row({ learner: 3 })]), ["company", "learner"]);
});

test("every role has a lane of its own, none on the line of the score", () => {
  const lanes = model.roles.map((role) => lane(role, model.roles));
  assert.equal(new Set([0, ...lanes]).size, 4);
});

for (const [text, limit, lines] of [
  ["one two three", 7, ["one two", "three"]],
  ["one", 2, ["one"]],
  ["Berufsbildungseinrichtung und Betrieb", 10, ["Berufsbildungseinrichtung", "und", "Betrieb"]],
]) test(`“${text}” breaks at ${limit}`, () => assert.deepEqual(brokenLines(text, limit), lines));
