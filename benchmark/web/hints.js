// Things worth a second look before a file is given on; for the visitor alone, never printed.
import { explanation, list, openButton, paragraph, section } from "./blocks.js";
import { h } from "./dom.js";
import { indicatorName, percent, quoted, roleName } from "./figures.js";
/** @import {Hint, View, Words} from "./view_types.js" */

const ID = "result-hints";

/**
 * Return the section of consistency hints; nothing where there are none or the answers belong to somebody else.
 * @param {View} view
 */
export function hints(view) {
  if (!view.outcome.hints.length || view.readOnly) return null;
  const found = section(
    ID,
    view.t("hints-title"),
    explanation(view.t("hints-private")),
    list(view.outcome.hints.map((hint, place) => hintLine(view, hint, place))),
  );
  found.classList.add("vr-screen");
  return found;
}

/**
 * Return the words of a hint.
 * @param {Words} words
 * @param {Hint} hint
 */
export function hintSentence(words, hint) {
  const name = (/** @type {string | undefined} */ id) => (id ? indicatorName(words, id) : "");
  return words.t(`hint-${hint.code}`, {
    role: roleName(words, hint.role),
    respondent: hint.respondent + 1,
    level: hint.level ?? "",
    share: percent(words, hint.share),
    indicators: quoted(words, (hint.indicators ?? []).map(name)),
    high: name(hint.high),
    high_level: hint.high_level ?? "",
    low: name(hint.low),
    low_level: hint.low_level ?? "",
  });
}

/**
 * @param {View} view
 * @param {Hint} hint
 * @param {number} place
 */
function hintLine(view, hint, place) {
  const open = [hint.low ?? hint.indicators?.[0]].filter((id) => id !== undefined);
  return h(
    "div",
    {},
    paragraph(hintSentence(view, hint)),
    ...open.map((id) => openButton(view, id, `${ID}-${place}`)),
  );
}
