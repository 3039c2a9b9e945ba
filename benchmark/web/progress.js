// How far an assessment is: counts per dimension, and what is missing.
import { ownAnswers, ownResponse } from "./assessments.js";
import { stateOf } from "./answers.js";
/** @import {AskedIndicator, Assessment, FormModel} from "./form_types.js" */
/** @import {Response} from "./view_types.js" */

/** @typedef {{total: number, answered: number, unknown: number, open: string[]}} Count  `open`: ids without an answer */

/**
 * Return the indicators that a response is asked in a form, in the order of the model.
 * @param {FormModel} model
 * @param {string} form
 * @param {string} role
 * @returns {AskedIndicator[]}
 */
export const askedIndicators = (model, form, role) =>
  model.indicators.filter((indicator) => (form === "full" || indicator.short) && indicator.roles.includes(role));

/**
 * Return the indicators that are asked here, by dimension; dimensions that ask nothing are left out.
 * @param {FormModel} model
 * @param {Assessment} assessment
 * @returns {{id: string, indicators: AskedIndicator[]}[]}
 */
export function parts(model, assessment) {
  const asked = askedIndicators(model, assessment.file.form, ownResponse(assessment).role);
  return model.dimensions
    .map(({ id }) => ({ id, indicators: asked.filter((indicator) => indicator.dimension === id) }))
    .filter(({ indicators }) => indicators.length);
}

/**
 * Return how far a set of indicators is answered.
 * @param {AskedIndicator[]} indicators
 * @param {Response} response
 * @returns {Count}
 */
export function countOf(indicators, { answers = {} }) {
  const states = indicators.map(({ id }) => stateOf(answers[id]));
  return {
    total: indicators.length,
    answered: states.filter((state) => state === "answered").length,
    unknown: states.filter((state) => state === "unknown").length,
    open: indicators.filter((_, place) => states[place] === "open").map(({ id }) => id),
  };
}

/**
 * Return how far the own response is, by dimension and in all.
 * @param {FormModel} model
 * @param {Assessment} assessment
 * @returns {{dimensions: Record<string, Count>, all: Count}}
 */
export function progress(model, assessment) {
  const response = ownResponse(assessment);
  const all = parts(model, assessment);
  return {
    dimensions: Object.fromEntries(all.map(({ id, indicators }) => [id, countOf(indicators, response)])),
    all: countOf(all.flatMap(({ indicators }) => indicators), response),
  };
}

/**
 * Return how many areas of the gap module the own response has rated for both columns, and of how many.
 * @param {FormModel} model
 * @param {Assessment} assessment
 */
export function gapProgress(model, assessment) {
  const { gap = {} } = ownResponse(assessment);
  const rated = model.gap.areas.filter(({ id }) => gap[id]?.learnt !== undefined && gap[id]?.needed !== undefined);
  return { total: model.gap.areas.length, answered: rated.length };
}

/**
 * Return the first indicator that has no answer yet; undefined where all have one.
 * @param {FormModel} model
 * @param {Assessment} assessment
 */
export function firstOpen(model, assessment) {
  const answers = ownAnswers(assessment);
  return parts(model, assessment)
    .flatMap(({ indicators }) => indicators)
    .find(({ id }) => stateOf(answers[id]) === "open")?.id;
}
