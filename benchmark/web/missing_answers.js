// What is still missing for a score: thresholds of the scorer (sections 4.4 of the model's description) as counts.
/** @import {Indicator, Model, Result} from "./view_types.js" */

/** A dimension is scored when this share of its applicable weight is answered. */
export const DIMENSION_COVERAGE = 2 / 3;

/** The whole is scored when this share of everything applicable is answered. */
export const TOTAL_COVERAGE = 0.7;

const ROUNDING = 1e-9;

/**
 * Return the indicators that count in a form.
 * @param {Model} model
 * @param {string} form
 */
export const indicatorsOf = (model, form) => model.indicators.filter((item) => form !== "short" || item.short);

/**
 * Return the least number of further answers that bring `coverage` of the weight, the heaviest first.
 * @param {number} needed  weight that must be answered
 * @param {number} have  weight that is answered
 * @param {number[]} open  weights of what is not answered
 */
export function answersNeeded(needed, have, open) {
  const heaviest = [...open].sort((one, other) => other - one);
  let count = 0;
  for (let sum = have; sum < needed - ROUNDING && count < heaviest.length; count += 1) sum += heaviest[count];
  return count;
}

/** @param {Indicator[]} items */
const weight = (items) => items.reduce((sum, item) => sum + item.weight, 0);

/**
 * Return how many answers a set of indicators still needs for a coverage, and which are open.
 * @param {Result} result
 * @param {Indicator[]} indicators
 * @param {number} coverage
 */
function stillMissing(result, indicators, coverage) {
  const applicable = indicators.filter(({ id }) => result.indicators[id]?.state !== "na");
  const open = applicable.filter(({ id }) => result.indicators[id]?.state !== "answered");
  const have = weight(applicable) - weight(open);
  const more = answersNeeded(weight(applicable) * coverage, have, open.map((item) => item.weight));
  return { more, open: open.map(({ id }) => id) };
}

/**
 * Return, for every dimension that has no score yet, the answers it needs; and the same for the whole.
 * @param {Model} model
 * @param {Result} result
 */
export function missingForScore(model, result) {
  const asked = indicatorsOf(model, result.form);
  const members = (/** @type {string} */ id) => asked.filter((item) => item.dimension === id);
  const dimensions = model.dimensions
    .filter(({ id }) => result.dimensions[id]?.applicable && !result.dimensions[id].scored)
    .map(({ id }) => ({ id, ...stillMissing(result, members(id), DIMENSION_COVERAGE) }));
  const scored = Object.values(result.dimensions).filter((dimension) => dimension.scored).length;
  return { dimensions, scored, total: stillMissing(result, asked, TOTAL_COVERAGE).more };
}
