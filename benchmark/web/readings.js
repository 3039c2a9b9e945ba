// The same answers read in another order: by phase of the learning cycle and by theme.
import { explanation, section, table } from "./blocks.js";
import { percent, range, score } from "./figures.js";
/** @import {Reading, View} from "./view_types.js" */

/**
 * Return the section of the readings by phase and by theme.
 * @param {View} view
 */
export const readings = (view) =>
  section(
    "result-readings",
    view.t("readings-title"),
    explanation(view.t("readings-explained")),
    reading(view, view.t("readings-phases"), view.outcome.result.tags.phases, view.texts.phases),
    reading(view, view.t("readings-themes"), view.outcome.result.tags.themes, view.texts.themes),
  );

/**
 * @param {View} view
 * @param {string} caption
 * @param {Record<string, Reading>} tags
 * @param {Record<string, string>} names
 */
function reading(view, caption, tags, names) {
  const applicable = Object.entries(tags).filter(([, tag]) => tag.applicable);
  return table({
    caption,
    head: [caption, view.t("column-score"), view.t("column-range"), view.t("column-answered")],
    rows: applicable.map(([id, tag]) => [
      names[id] ?? id,
      tag.scored ? score(view, tag.score) : view.t("not-yet"),
      range(view, tag.lower, tag.upper),
      percent(view, tag.coverage),
    ]),
  });
}
