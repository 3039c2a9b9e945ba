// The rows of a comparison: what each practice says about each property, and where they differ.
import { labelsOf } from "./practice_words.js";

/** @import { Comparison, Facts, Item, Row } from "./compare_types.d.ts" */
/** @import { Practice } from "./explore_types.d.ts" */

/** @typedef {(practice: Practice, facts: Facts, comparison: Comparison) => Item[]} Cell */

/** @type {(facet: string) => Cell} */
const facet = (name) => (practice, _, { catalog }) => words(labelsOf(practice, name, catalog.vocabularies));

/** The properties in the order of the page of a practice. @type {[string, string, Cell][]} */
const PROPERTIES = [
  ["summary", "compare-summary", ({ summary, lang, dir }) => [{ text: summary, language: { lang, dir } }]],
  ["country", "country", facet("country")],
  ["region", "region", (_, { region, source }) => words([region], source)],
  ["organisations", "organisations", (_, { organisations, source }) => organisations.map(({ name, role }) => ({ text: name, language: source, note: role }))],
  ["sector", "sector", facet("sector")],
  ["eqf-level", "eqf-level", facet("eqf-level")],
  ["target-group", "target-group", facet("target-group")],
  ["theme", "theme", facet("theme")],
  ["phase", "phase", facet("phase")],
  ["wbl-model", "wbl-model", facet("wbl-model")],
  ["track", "track", (_, { track }) => words(track)],
  ["period", "period", (_, { period }) => words([period])],
  ["status", "status", (_, { status }) => words([status])],
  ["indicator", "indicator", facet("indicator")],
  ["evidence", "evidence", facet("evidence")],
  ["outcomes", "reported-outcomes", (_, { outcomes, text }) => words(outcomes, text)],
];

/**
 * Return the rows of a comparison; a property that no practice states is left out.
 * @param {Comparison} comparison
 * @returns {Row[]}
 */
export function rowsOf(comparison) {
  const { practices, facts, t } = comparison;
  return PROPERTIES.map(([name, key, cell]) => {
    const cells = practices.map((practice) => cell(practice, facts[practice.slug], comparison));
    return { name, label: t(key), cells, differs: new Set(cells.map(meaning)).size > 1 };
  }).filter(({ cells }) => cells.some((items) => items.length > 0));
}

/**
 * Return what a cell says, whatever the order in which it says it.
 * @param {Item[]} items
 */
const meaning = (items) => JSON.stringify(items.map(({ text, note = "" }) => [text, note]).sort());

/**
 * @param {string[]} texts
 * @param {Item["language"]} [language]
 * @returns {Item[]}
 */
const words = (texts, language) => texts.filter(Boolean).map((text) => ({ text, language }));
