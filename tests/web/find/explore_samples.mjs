// What the tests of the explore page share: the real catalog, chance that repeats itself, and a small catalog.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../../../", import.meta.url));
const PRINT = `
import json
from pathlib import Path
from build_tools.build import check
from build_tools.find_release import catalog
from build_tools.settings import read_settings
from build_tools.views import Site
print(json.dumps(catalog(Site(check(read_settings(Path.cwd()))[0]).views["en"])))
`;

/** Return the catalog that the site in English publishes. */
export const realCatalog = () =>
  JSON.parse(execFileSync(`${REPOSITORY}.venv/bin/python`, ["-c", PRINT], { cwd: REPOSITORY, maxBuffer: 2 ** 27, encoding: "utf-8" }));

/** Return a function that gives whole numbers from 0 to below its argument, the same ones for a seed (mulberry32). */
export function chance(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Return up to `most` items of a list in its order. */
export const some = (random, list, most) => {
  const wanted = new Set(Array.from({ length: random(most + 1) }, () => list[random(list.length)]));
  return list.filter((item) => wanted.has(item));
};

/** Return choices of one to three terms in up to four facets. */
export function choices(random, vocabularies) {
  const facets = some(random, Object.keys(vocabularies), 4);
  const chosen = facets.map((facet) => [facet, some(random, Object.keys(vocabularies[facet]), 3)]);
  return Object.fromEntries(chosen.filter(([, terms]) => terms.length));
}

export const VOCABULARIES = {
  country: { AT: "Austria", DE: "Germany", EU: "Several European countries" },
  evidence: { "independent-study": "Measured by an independent study", described: "Described only" },
  year: { 2024: "2024", 2019: "2019" },
};

/** Return a practice with these fields. */
export const practice = (fields = {}) => ({
  slug: "a",
  title: "Training in the bakery",
  summary: "Two days a week at work.",
  lang: "en",
  dir: "ltr",
  address: "practices/a/",
  added: "2026-01-01",
  year: null,
  ...fields,
  facets: { country: ["DE"], evidence: ["described"], ...fields.facets },
});
