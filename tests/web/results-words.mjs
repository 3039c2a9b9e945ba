// Words and a small model for the tests of the results: the English strings, four indicators in two dimensions.
import { readFileSync } from "node:fs";
import { formats, translator } from "../../benchmark/web/strings.js";

const FILE = new URL("../../theme/interface/benchmark/en.yml", import.meta.url);

/** The English strings, read from lines such as `key: "value"`. */
export const strings = Object.fromEntries(
  Array.from(readFileSync(FILE, "utf8").matchAll(/^([\w-]+): (".*")$/gm), ([, key, value]) => [key, JSON.parse(value)]),
);

const indicator = (id, dimension, more = {}) => ({
  id, dimension, weight: 1, roles: ["vet-provider", "company", "learner"], short: true, effort: 1, ...more,
});

export const model = {
  id: "small/1",
  scored_dimensions: 2,
  roles: ["vet-provider", "company", "learner"],
  phases: [],
  themes: [],
  bands: [{ id: "low", from: 0 }, { id: "high", from: 50, gate: { least_dimension: 40, most_differing: "1/3" } }],
  dimensions: [{ id: "d1", weight: 1 }, { id: "d2", weight: 1 }],
  indicators: [
    indicator("a", "d1"), indicator("b", "d1", { weight: 2 }), indicator("c", "d1", { short: false }), indicator("d", "d2"),
  ],
  gap: { share: "3/5", per_group: 1, areas: [{ id: "x", group: "transversal" }, { id: "y", group: "technical" }] },
};

const titled = (ids) => Object.fromEntries(ids.map((id) => [id, { title: id.toUpperCase(), text: "", description: "" }]));

export const texts = {
  roles: { "vet-provider": "VET provider", company: "Company", learner: "Learner" },
  dimensions: titled(["d1", "d2"]),
  indicators: Object.fromEntries(["a", "b", "c", "d"].map((id) => [
    id,
    { title: id.toUpperCase(), levels: ["0", "1", "2", "3", "4"].map((level) => `${id} at ${level}`), advice: { start: `start ${id}`, build: "", deepen: "" } },
  ])),
  gap: { groups: {}, areas: { x: "Speaking, writing", y: "Welding" } },
  bands: titled(["low", "high"]),
  phases: {},
  themes: {},
};

export const words = { t: translator(strings), texts, model, format: formats("en") };

/** Return the result of an indicator from the levels (0-4) of provider, company and learner; null where none. */
export function rated(provider, company, learner = null) {
  const points = (level) => (level === null ? null : 25 * level);
  const known = [provider, company].filter((level) => level !== null).map(points);
  const difference = known.length === 2 ? known[0] - known[1] : null;
  return {
    score: known.length ? known.reduce((sum, value) => sum + value, 0) / known.length : null,
    by_role: { "vet-provider": points(provider), company: points(company), learner: points(learner) },
    n_by_role: {},
    difference,
    flag: Math.abs(difference ?? 0) >= 50 ? "differs-strongly" : Math.abs(difference ?? 0) >= 25 ? "differs" : null,
    state: known.length ? "answered" : "missing",
    single_perspective: known.length === 1,
  };
}
