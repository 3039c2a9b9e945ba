// Where VET provider and company see it differently: stands before the score and asks for a talk.
import { explanation, factList, fold, list, openButton, paragraph, section, table } from "./blocks.js";
import { h } from "./dom.js";
import { coefficient, indicatorName, level, levelOf, percent, roleName, score, signed } from "./figures.js";
/** @import {IndicatorResult, Result, Role, View, Words} from "./view_types.js" */

const ID = "result-disagreement";
const [PROVIDER, COMPANY] = ["vet-provider", "company"];

/** So many differences are shown at once; the table has all. */
const SHOWN = 5;

/**
 * Return the section of disagreement, or what is missing for one.
 * @param {View} view
 */
export const disagreement = (view) =>
  section(ID, view.t("disagreement-title"), ...(view.outcome.result.disagreement.n ? compared(view) : alone(view)));

/**
 * Return the indicators that both sides answered, the largest difference first.
 * @param {Result} result
 * @returns {[string, IndicatorResult & {difference: number}][]}
 */
export function differences(result) {
  const both = Object.entries(result.indicators).filter(([, item]) => item.difference !== null);
  const sorted = both.sort(([, one], [, other]) => Math.abs(other.difference ?? 0) - Math.abs(one.difference ?? 0));
  return /** @type {any} */ (sorted);
}

/**
 * Return the sentences that say how many answers differ and who sees more.
 * @param {Words} words
 * @param {Result} result
 */
export function disagreementSentence(words, { disagreement: found }) {
  const share = words.t("disagreement-sentence", {
    n: found.n,
    differs: percent(words, found.differs),
    strongly: percent(words, found.differs_strongly),
  });
  return `${share} ${directionSentence(words, found.signed ?? 0)}`;
}

/**
 * @param {Words} words
 * @param {number} difference  provider minus company, in points
 */
function directionSentence(words, difference) {
  const points = score(words, Math.abs(difference));
  if (points === score(words, 0)) return words.t("disagreement-even");
  const [higher, lower] = difference > 0 ? [PROVIDER, COMPANY] : [COMPANY, PROVIDER];
  return words.t("disagreement-direction", { higher: roleName(words, higher), lower: roleName(words, lower), points });
}

/** @param {View} view */
function compared(view) {
  const { result } = view.outcome;
  const flagged = differences(result).filter(([, item]) => item.flag);
  return [
    paragraph(disagreementSentence(view, result)),
    explanation(view.t("disagreement-explained")),
    flagged.length ? h("h4", {}, view.t("disagreement-talk")) : paragraph(view.t("disagreement-none")),
    list(flagged.slice(0, SHOWN).map((entry) => difference(view, entry)), { class: "vr-differences" }),
    fold(`${ID}-all`, view.t("disagreement-all"), () => [differencesTable(view), agreement(view)]),
  ];
}

/**
 * @param {View} view
 * @param {[string, IndicatorResult & {difference: number}]} entry
 */
const difference = (view, [id, item]) =>
  h(
    "div",
    {},
    h("strong", {}, indicatorName(view, id)),
    " ",
    h("span", { class: "vr-tag" }, view.t(`flag-${item.flag}`)),
    list([PROVIDER, COMPANY].map((role) => levelLine(view, id, role, item.by_role[role]))),
    openButton(view, id, ID),
  );

/**
 * @param {View} view
 * @param {string} id
 * @param {Role} role
 * @param {number | null | undefined} value
 */
function levelLine(view, id, role, value) {
  const at = levelOf(value) ?? 0;
  const values = { role: roleName(view, role), level: level(view, at) };
  const text = Number.isInteger(at) ? view.texts.indicators[id]?.levels[at] : null;
  return text ? view.t("level-line", { ...values, text }) : view.t("level-line-mean", values);
}

/** @param {View} view */
function differencesTable(view) {
  const { result } = view.outcome;
  const roles = view.model.roles.filter((role) => differences(result).some(([, item]) => item.by_role[role] != null));
  return table({
    caption: view.t("disagreement-caption"),
    head: [view.t("column-indicator"), ...roles.map((role) => roleName(view, role)), view.t("column-difference")],
    rows: differences(result).map(([id, item]) => [
      indicatorName(view, id),
      ...roles.map((role) => level(view, levelOf(item.by_role[role]))),
      signed(view, item.difference / 25, level),
    ]),
  });
}

/** @param {View} view */
function agreement(view) {
  const { t } = view;
  const found = view.outcome.result.disagreement;
  return factList([
    [t("agreement-absolute"), score(view, found.absolute), t("agreement-absolute-meaning")],
    [t("agreement-rms"), score(view, found.rms), t("agreement-rms-meaning")],
    [t("agreement-kappa"), coefficient(view, found.weighted_kappa), t("agreement-kappa-meaning")],
    [t("agreement-icc"), coefficient(view, found.icc), t("agreement-icc-meaning")],
  ]);
}

/** @param {View} view */
function alone(view) {
  const { perspective, indicators } = view.outcome.result;
  if (!Object.values(indicators).some((item) => item.state === "answered")) return [paragraph(view.t("kind-none"))];
  const role = roleName(view, perspective);
  const partner = roleName(view, perspective === COMPANY ? PROVIDER : COMPANY);
  return [
    paragraph(view.t("disagreement-alone", { role, partner })),
    explanation(view.t("disagreement-invite", { partner })),
  ];
}
