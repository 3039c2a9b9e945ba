// Up to five next steps: why this one, what the next level looks like, and who has done it well.
import { explanation, list, openButton, paragraph, section } from "./blocks.js";
import { button, h } from "./dom.js";
import { areaName, dimensionName, indicatorName, level, quoted, roleName, score } from "./figures.js";
import { grounds, rank } from "./practice_ranking.js";
/** @import {Practice, Reason, Step, View, Words} from "./view_types.js" */

const ID = "result-steps";
const MOST_PRACTICES = 3;
const MOST_GUIDELINES = 2;

/**
 * Return the section of next steps; `addToPlan` takes a step into the action plan.
 * @param {View} view
 * @param {(step: Step, what: string) => void} addToPlan
 */
export function steps(view, addToPlan) {
  const { advice } = view.outcome;
  const cards = advice.map((step) => h("li", { class: "vr-step" }, ...card(view, step, addToPlan)));
  return section(
    ID,
    view.t("steps-title"),
    explanation(view.t(advice.length ? "steps-explained" : "steps-none")),
    advice.length ? h("ol", { class: "vr-steps" }, ...cards) : null,
  );
}

/**
 * Return the words of a reason.
 * @param {Words} words
 * @param {Reason} reason
 */
export const reasonWords = (words, reason) =>
  words.t(`reason-${reason.code}`, {
    level: level(words, reason.level),
    dimension: dimensionName(words, reason.dimension ?? ""),
    score: score(words, reason.score),
    target: level(words, reason.target),
    higher: roleName(words, (reason.difference ?? 0) > 0 ? "vet-provider" : "company"),
    lower: roleName(words, (reason.difference ?? 0) > 0 ? "company" : "vet-provider"),
    difference: level(words, Math.abs(reason.difference ?? 0) / 25),
    areas: quoted(words, (reason.areas ?? []).map((id) => areaName(words, id))),
  });

/**
 * Return what a step proposes to do: the advice of the model, or where it has none, the next level.
 * @param {Words} words
 * @param {Step} step
 */
export function proposal({ texts }, { indicator, advice, target }) {
  const known = texts.indicators[indicator];
  return known?.advice[advice] || known?.levels[target] || "";
}

/**
 * @param {Words} words
 * @param {Step} step
 */
const nextLevel = (words, { indicator, level: now, target }) =>
  words.t("step-next-level", {
    level: level(words, now),
    target,
    text: words.texts.indicators[indicator]?.levels[target] ?? "",
  });

/**
 * @param {View} view
 * @param {Step} step
 * @param {(step: Step, what: string) => void} addToPlan
 */
function card(view, step, addToPlan) {
  const { t, texts } = view;
  const known = texts.indicators[step.indicator];
  const name = indicatorName(view, step.indicator);
  return [
    h("h4", {}, name),
    explanation(t(`effort-${step.effort}`)),
    known?.advice[step.advice] ? paragraph(known.advice[step.advice]) : null,
    paragraph(nextLevel(view, step)),
    paragraph(t("step-because"), { class: "vr-because" }),
    list(step.reasons.map((reason) => reasonWords(view, reason))),
    ...examples(view, step.indicator),
    paragraph(about(view, step.indicator)),
    h("div", { class: "vr-actions" }, ...actions(view, step, addToPlan)),
  ];
}

/**
 * Return the link to the public page about an indicator.
 * @param {View} view
 * @param {string} indicator
 */
const about = (view, indicator) =>
  h("a", { href: `${view.home}indicators/${indicator}/` }, view.t("step-about", { indicator: indicatorName(view, indicator) }));

/**
 * @param {View} view
 * @param {Step} step
 * @param {(step: Step, what: string) => void} addToPlan
 */
function actions(view, step, addToPlan) {
  if (view.readOnly) return [];
  const label = view.t("step-to-plan-named", { indicator: indicatorName(view, step.indicator) });
  const add = () => addToPlan(step, proposal(view, step));
  return [
    button(view.t("step-to-plan"), add, { id: `${ID}-plan-${step.indicator}`, "aria-label": label }),
    openButton(view, step.indicator, ID),
  ];
}

/**
 * @param {View} view
 * @param {string} indicator
 */
function examples(view, indicator) {
  const { content } = view;
  if (!content) return [explanation(view.t("practices-loading"))];
  const kinds = /** @type {const} */ ([["practices", MOST_PRACTICES], ["guidelines", MOST_GUIDELINES]]);
  const found = kinds.flatMap(([kind, most]) => ranked(view, kind, content[kind], indicator).slice(0, most));
  if (!found.length) return [explanation(view.t("practices-none"))];
  return [paragraph(view.t("step-examples"), { class: "vr-because" }), list(found, { class: "vr-examples" })];
}

/**
 * @param {View} view
 * @param {"practices" | "guidelines"} kind
 * @param {Practice[]} entries
 * @param {string} indicator
 */
function ranked(view, kind, entries, indicator) {
  const vocabularies = view.content?.vocabularies ?? {};
  const profile = view.assessment.file.profile ?? {};
  const grades = Object.keys(vocabularies["evidence-grades"] ?? {});
  return rank(entries, indicator, { profile, lang: view.lang, grades }).map((item) => {
    const because = grounds(item, profile, vocabularies).map(({ key, name = "" }) => view.t(key, { name }));
    return example(view, kind, item.entry, [view.t("chosen-indicator"), ...because]);
  });
}

/**
 * @param {View} view
 * @param {"practices" | "guidelines"} kind
 * @param {Practice} entry
 * @param {string[]} because
 */
function example(view, kind, entry, because) {
  const grade = view.content?.vocabularies["evidence-grades"]?.[entry.evidence ?? ""];
  const evidence = grade ? view.t("example-evidence", { grade }) : "";
  return h(
    "div",
    {},
    h("span", { class: "vr-tag" }, view.t(`kind-${kind}`)),
    " ",
    h("a", { href: view.home + entry.address, lang: entry.lang, hreflang: entry.lang }, entry.title),
    h("div", { class: "vw-small" }, view.t("chosen-because", { grounds: view.format.list(because) }), " ", evidence),
  );
}
