// An agenda for a meeting of an hour, made from the largest disagreements.
import { explanation, list, paragraph, section } from "./blocks.js";
import { h } from "./dom.js";
import { areaName, indicatorName, level, quoted, roleName } from "./figures.js";
/** @import {AgendaItem, View, Words} from "./view_types.js" */

/** So many questions help with each kind of item. */
const QUESTIONS = { welcome: 1, strengths: 2, difference: 3, gap: 2, "next-steps": 2, close: 1 };

/** So many next steps are talked about in the time there is. */
const STEPS = 3;

/**
 * Return the items with the minutes at which they begin and end.
 * @param {AgendaItem[]} items
 */
export function timed(items) {
  let minute = 0;
  return items.map((item) => ({ ...item, from: minute, to: (minute += item.minutes) }));
}

/**
 * Return the heading of an item.
 * @param {Words} words
 * @param {AgendaItem} item
 */
export function itemTitle(words, { kind, indicator, area }) {
  const about = indicator ? indicatorName(words, indicator) : areaName(words, area ?? "");
  return words.t(`agenda-${kind}`, { about });
}

/**
 * Return the section of the agenda.
 * @param {View} view
 */
export const agenda = (view) =>
  section(
    "result-agenda",
    view.t("agenda-title"),
    explanation(view.t("agenda-explained")),
    h("ol", { class: "vr-agenda" }, ...timed(view.outcome.agenda).map((item) => agendaItem(view, item))),
  );

/**
 * @param {View} view
 * @param {{from: number, to: number}} item
 */
const time = ({ t }, { from, to }) => h("span", { class: "vr-time" }, t("agenda-minutes", { from, to }));

/**
 * @param {View} view
 * @param {ReturnType<typeof timed>[number]} item
 */
const agendaItem = (view, item) =>
  h(
    "li",
    {},
    h("h4", {}, time(view, item), " ", itemTitle(view, item)),
    ...facts(view, item).map((text) => paragraph(text)),
    list(Array.from({ length: QUESTIONS[item.kind] }, (_, place) => view.t(`agenda-${item.kind}-${place + 1}`))),
  );

/**
 * @param {View} view
 * @param {AgendaItem} item
 */
function facts(view, { kind, levels, indicators = [] }) {
  const rated = Object.entries(levels ?? {}).map(([role, at]) =>
    view.t("level-line-mean", { role: roleName(view, role), level: level(view, at) }),
  );
  const steps = kind === "next-steps" ? view.outcome.advice.slice(0, STEPS).map((step) => step.indicator) : [];
  const named = [...indicators, ...steps].map((id) => indicatorName(view, id));
  return [rated.join(" · "), quoted(view, named)].filter(Boolean);
}
