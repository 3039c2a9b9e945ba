// "Why this score": the arithmetic of every dimension and of the whole, with the numbers of the visitor.
import { explanation, fold, list, paragraph, section, table } from "./blocks.js";
import { h } from "./dom.js";
import { bandName, dimensionName, indicatorName, level, levelOf, percent, roleName, score } from "./figures.js";
import { DIMENSION_COVERAGE, indicatorsOf } from "./missing_answers.js";
/** @import {Indicator, Reading, Result, Role, View, Words} from "./view_types.js" */

const ID = "result-reasons";

/**
 * Return the section with the arithmetic.
 * @param {View} view
 */
export function reasons(view) {
  const { result } = view.outcome;
  const dimensions = view.model.dimensions.filter(({ id }) => result.dimensions[id]?.applicable);
  return section(
    ID,
    view.t("reasons-title"),
    explanation(view.t("reasons-explained")),
    ...dimensions.map(({ id }) => dimensionFold(view, id, result.dimensions[id])),
    fold(`${ID}-whole`, view.t("reasons-whole"), () => whole(view)),
  );
}

/**
 * @param {View} view
 * @param {string} id
 * @param {Reading} reading
 */
function dimensionFold(view, id, reading) {
  const indicators = indicatorsOf(view.model, view.outcome.result.form).filter((item) => item.dimension === id);
  const found = reading.scored ? score(view, reading.score) : view.t("not-yet");
  const summary = view.t("reasons-dimension", { dimension: dimensionName(view, id), score: found });
  return fold(`${ID}-${id}`, summary, () => [
    indicatorTable(view, id, indicators),
    list(dimensionLines(view, view.outcome.result, indicators, reading)),
  ]);
}

/**
 * Return the steps of the arithmetic of one dimension in words.
 * @param {Words} words
 * @param {Result} result
 * @param {Indicator[]} indicators
 * @param {Reading} reading
 */
export function dimensionLines(words, result, indicators, reading) {
  const answered = indicators
    .filter(({ id }) => result.indicators[id]?.state === "answered")
    .map(({ id, weight }) => ({ weight, value: result.indicators[id].score ?? 0 }));
  const mean = answered.length ? { sum: writtenMean(words, answered), mean: score(words, meanOf(answered)) } : null;
  return [
    coverageLine(words, reading),
    mean ? words.t("reasons-mean", mean) : "",
    reading.scored ? "" : words.t("reasons-too-few"),
    words.t("reasons-bounds", { lower: score(words, reading.lower), upper: score(words, reading.upper) }),
  ].filter(Boolean);
}

/**
 * @param {Words} words
 * @param {Reading} reading
 */
const coverageLine = (words, { answered, applicable, coverage }) =>
  words.t("reasons-coverage", {
    answered,
    applicable,
    coverage: percent(words, coverage),
    needed: percent(words, DIMENSION_COVERAGE),
  });

/** @param {{weight: number}[]} items */
const totalWeight = (items) => items.reduce((sum, { weight }) => sum + weight, 0);

/** @param {{weight: number, value: number}[]} items */
const meanOf = (items) => items.reduce((sum, { weight, value }) => sum + weight * value, 0) / totalWeight(items);

/**
 * Return a mean as it is written: (75 + 50) / 2, with weights only where they differ.
 * @param {Words} words
 * @param {{weight: number, value: number | null}[]} items
 */
export function writtenMean(words, items) {
  const equal = items.every(({ weight }) => weight === 1);
  const parts = items.map(({ weight, value }) => {
    const text = score(words, value);
    return equal ? text : `${words.format.number(weight, 2)} × ${text}`;
  });
  return `(${parts.join(" + ")}) / ${words.format.number(totalWeight(items), equal ? 0 : 2)}`;
}

/**
 * @param {View} view
 * @param {string} dimension
 * @param {Indicator[]} indicators
 */
function indicatorTable(view, dimension, indicators) {
  const { result } = view.outcome;
  const hasRated = (/** @type {Role} */ role) => (/** @type {Indicator} */ { id }) =>
    result.indicators[id]?.by_role[role] != null;
  const roles = view.model.roles.filter((role) => indicators.some(hasRated(role)));
  return table({
    caption: view.t("reasons-caption", { dimension: dimensionName(view, dimension) }),
    head: [
      view.t("column-indicator"),
      ...roles.map((role) => view.t("column-level-of", { role: roleName(view, role) })),
      view.t("column-weight"),
      view.t("column-score"),
    ],
    rows: indicators.map(({ id, weight }) => [
      indicatorName(view, id),
      ...roles.map((role) => level(view, levelOf(result.indicators[id]?.by_role[role]))),
      view.format.number(weight),
      scoreCell(view, id),
    ]),
  });
}

/**
 * @param {View} view
 * @param {string} id
 */
function scoreCell(view, id) {
  const { score: points, state } = view.outcome.result.indicators[id] ?? { score: null, state: "missing" };
  return state === "answered" ? score(view, points) : view.t(`state-${state}`);
}

/** @param {View} view */
function whole(view) {
  const { result } = view.outcome;
  if (!result.overall.scored) return [paragraph(view.t("reasons-whole-none"))];
  return [
    h("ol", {}, ...wholeLines(view, result).map((text) => h("li", {}, text))),
    explanation(view.t("reasons-rounded")),
  ];
}

/**
 * Return the steps of the arithmetic of the whole in words.
 * @param {Words} words
 * @param {Result} result
 */
export function wholeLines(words, result) {
  const { overall } = result;
  const scored = words.model.dimensions
    .filter(({ id }) => result.dimensions[id]?.scored)
    .map(({ id, weight }) => ({ weight, value: result.dimensions[id].score }));
  const shown = (/** @type {number | null} */ value) => score(words, value);
  const [arithmetic, whole, imbalance] = [overall.arithmetic, overall.score, overall.imbalance].map(shown);
  return [
    words.t("whole-perspective", { perspective: perspectiveName(words, result) }),
    words.t("whole-arithmetic", { sum: writtenMean(words, scored), mean: arithmetic }),
    words.t("whole-geometric", { score: whole }),
    words.t("whole-imbalance", { arithmetic, score: whole, imbalance }),
    words.t("whole-bounds", { lower: score(words, overall.lower), upper: score(words, overall.upper) }),
    words.t("whole-band", { band: bandName(words, overall.band ?? "") }),
    gateLine(words, result),
  ].filter(Boolean);
}

/**
 * Return why a band is not the one that the score alone would give; nothing where it is.
 * @param {Words} words
 * @param {Result} result
 */
function gateLine(words, { overall }) {
  const own = words.model.bands.filter(({ from }) => from <= (overall.score ?? 0)).pop();
  if (!own?.gate || own.id === overall.band) return "";
  const [part, all = 1] = String(own.gate.most_differing).split("/").map(Number);
  const gate = { least: score(words, own.gate.least_dimension), share: percent(words, part / all) };
  return words.t("whole-gate", { band: bandName(words, own.id), ...gate });
}

/**
 * Return who a score is computed from.
 * @param {Words} words
 * @param {Result} result
 */
const perspectiveName = (words, { perspective }) =>
  perspective === "pair" ? words.t("perspective-pair") : roleName(words, perspective);
