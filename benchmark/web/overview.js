// The score as a whole: range, bands, both means, weakest dimension, how robust it is; or what is missing for it.
import { explanation, factList, fold, list, paragraph, section, table } from "./blocks.js";
import { button, h } from "./dom.js";
import { bandName, dimensionName, percent, range, score } from "./figures.js";
import { bandScale } from "./band_scale.js";
import { missingForScore, TOTAL_COVERAGE } from "./missing_answers.js";
/** @import {Overall, View, Words} from "./view_types.js" */

const ID = "result-score";

/**
 * Return the section of the score.
 * @param {View} view
 */
export const overview = (view) =>
  section(ID, view.t("score-title"), ...(view.outcome.result.overall.scored ? scored(view) : unscored(view)));

/**
 * Return the sentence that says the score and its range.
 * @param {Words} words
 * @param {Overall} overall
 */
export function scoreSentence(words, overall) {
  const values = { score: score(words, overall.score), ...rangeValues(words, overall) };
  return words.t(values.lower === values.upper ? "score-sentence-complete" : "score-sentence-range", values);
}

/**
 * @param {Words} words
 * @param {Overall} overall
 */
const rangeValues = (words, { lower, upper }) => ({ lower: score(words, lower), upper: score(words, upper) });

/**
 * Return the sentence that says the band, or the bands between which missing answers decide.
 * @param {Words} words
 * @param {Overall} overall
 */
export function bandSentence(words, { band, bands }) {
  const [from, to] = (bands ?? []).map((id) => bandName(words, id));
  const values = { band: bandName(words, band ?? ""), from, to };
  return words.t(from === to ? "band-sentence" : "band-sentence-open", values);
}

/** @param {View} view */
function scored(view) {
  const { overall } = view.outcome.result;
  return [
    paragraph(scoreSentence(view, overall), { class: "vr-score", id: `${ID}-sentence` }),
    bandScale(view, overall, `${ID}-sentence`),
    paragraph(bandSentence(view, overall)),
    paragraph(view.texts.bands[overall.band ?? ""]?.text ?? ""),
    explanation(view.t("band-no-certificate")),
    factList(facts(view, overall)),
    bandsFold(view),
    ...robustness(view, overall),
  ];
}

/**
 * @param {View} view
 * @param {Overall} overall
 * @returns {[string, string, string][]}
 */
function facts(view, overall) {
  const { t } = view;
  const weakest = overall.weakest;
  return [
    ...(overall.lower === overall.upper ? [] : [rangeFact(view, overall)]),
    [t("fact-arithmetic"), score(view, overall.arithmetic), t("fact-arithmetic-meaning")],
    [t("fact-imbalance"), score(view, overall.imbalance), t("fact-imbalance-meaning")],
    ...(weakest ? [weakestFact(view, weakest)] : []),
    [t("fact-coverage"), percent(view, overall.coverage), t("fact-coverage-meaning")],
    ...(overall.sampling ? [samplingFact(view, overall.sampling)] : []),
  ];
}

/**
 * @param {View} view
 * @param {Overall} overall
 * @returns {[string, string, string]}
 */
const rangeFact = (view, { lower, upper }) => [
  view.t("fact-range"),
  range(view, lower, upper),
  view.t("fact-range-meaning"),
];

/**
 * @param {View} view
 * @param {string} id
 * @returns {[string, string, string]}
 */
const weakestFact = (view, id) => [
  view.t("fact-weakest"),
  `${dimensionName(view, id)} (${score(view, view.outcome.result.dimensions[id].score)})`,
  view.t("fact-weakest-meaning"),
];

/**
 * @param {View} view
 * @param {NonNullable<Overall["sampling"]>} sampling
 * @returns {[string, string, string]}
 */
const samplingFact = (view, { lower, upper, draws }) => [
  view.t("fact-sampling"),
  range(view, lower, upper),
  view.t("fact-sampling-meaning", { draws: view.format.number(draws) }),
];

/** @param {View} view */
const bandsFold = (view) => fold(`${ID}-bands`, view.t("bands-title"), () => [bandTable(view)]);

/** @param {View} view */
function bandTable(view) {
  const { bands } = view.model;
  return table({
    caption: view.t("scoring-bands"),
    head: [view.t("scoring-band"), view.t("column-score"), view.t("scoring-band-meaning")],
    rows: bands.map(({ id, from }, place) => [
      bandName(view, id),
      range(view, from, bands[place + 1]?.from ?? 100),
      view.texts.bands[id]?.text ?? "",
    ]),
    numbersFrom: 9,
  });
}

/**
 * @param {View} view
 * @param {Overall} overall
 */
const robustness = (view, overall) => [
  paragraph(view.t(overall.robust ? "robust-yes" : "robust-no")),
  fold(`${ID}-robust`, view.t("robust-title"), () => [
    explanation(view.t("robust-explained")),
    robustTable(view, overall),
  ]),
];

/**
 * @param {View} view
 * @param {Overall} overall
 */
function robustTable(view, { weights, alternatives }) {
  const { t } = view;
  const without = Object.entries(weights?.leave_one_out ?? {}).map(([id, value]) => [
    t("robust-without", { dimension: dimensionName(view, id) }),
    score(view, value),
  ]);
  return table({
    caption: t("robust-caption"),
    head: [t("robust-change"), t("column-score")],
    rows: [
      [t("robust-one-at-a-time"), range(view, weights?.one_at_a_time[0], weights?.one_at_a_time[1])],
      [t("robust-box"), range(view, weights?.box[0], weights?.box[1])],
      [t("robust-arithmetic"), score(view, alternatives?.arithmetic)],
      [t("robust-median"), score(view, alternatives?.median)],
      [t("robust-convex"), score(view, alternatives?.convex)],
      ...without,
    ],
  });
}

/** @param {View} view */
function unscored(view) {
  const { result } = view.outcome;
  const missing = missingForScore(view.model, result);
  return [
    paragraph(view.t("score-none"), { class: "vr-score-none" }),
    result.overall.lower === null ? null : paragraph(view.t("score-none-range", rangeValues(view, result.overall))),
    paragraph(
      view.t("score-none-dimensions", { scored: missing.scored, needed: view.model.scored_dimensions }),
    ),
    paragraph(
      view.t("score-none-coverage", {
        coverage: percent(view, result.overall.coverage),
        needed: percent(view, TOTAL_COVERAGE),
        count: missing.total,
      }),
    ),
    list(missing.dimensions.map((item) => missingLine(view, item))),
  ];
}

/**
 * @param {View} view
 * @param {{id: string, more: number, open: string[]}} item
 */
function missingLine(view, { id, more, open }) {
  const text = view.t("score-none-dimension", { dimension: dimensionName(view, id), count: more });
  if (view.readOnly || !open.length) return text;
  const label = view.t("answer-next-in", { dimension: dimensionName(view, id) });
  const act = () => view.actions.openIndicator(open[0]);
  return h("span", {}, `${text} `, button(view.t("answer-next"), act, { id: `${ID}-next-${id}`, "aria-label": label }));
}
