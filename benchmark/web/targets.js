// Own targets: what the visitors want to reach, beside where they are.
import { explanation, table } from "./blocks.js";
import { indicatorName, level, levelOf } from "./figures.js";
/** @import {AnswerFile, View} from "./view_types.js" */

const CORE_ROLES = ["vet-provider", "company"];

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Return the own target (0-4) of every indicator that has one: the mean over the core roles of each role's mean.
 * @param {AnswerFile} file
 * @returns {Map<string, number>}
 */
export function ownTargets({ responses }) {
  const ids = new Set(responses.flatMap(({ answers = {} }) => Object.keys(answers)));
  const given = (/** @type {string} */ id) => (/** @type {string} */ role) =>
    responses.filter((item) => item.role === role).flatMap(({ answers }) => answers?.[id]?.target ?? []);
  const byRole = (/** @type {string} */ id) => CORE_ROLES.map(given(id)).filter((values) => values.length);
  const set = [...ids].filter((id) => byRole(id).length);
  return new Map(set.map((id) => [id, mean(byRole(id).map(mean))]));
}

/**
 * Return the table of own targets, or how to set one.
 * @param {View} view
 */
export function targetsTable(view) {
  const targets = ownTargets(view.assessment.file);
  const indicators = view.model.indicators.filter(({ id }) => targets.has(id));
  if (!indicators.length) return explanation(view.t("targets-none"));
  return table({
    caption: view.t("targets-caption"),
    head: [view.t("column-indicator"), view.t("column-level-now"), view.t("column-target")],
    rows: indicators.map(({ id }) => [
      indicatorName(view, id),
      level(view, levelOf(view.outcome.result.indicators[id]?.score)),
      level(view, targets.get(id)),
    ]),
  });
}
