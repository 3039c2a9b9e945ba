// Figures in words: computed in full precision, shown without decimals.
/** @import {Words, Role} from "./view_types.js" */

/**
 * Return a number rounded for display, halves away from zero; never the negative zero.
 * @param {number} value
 * @param {number} [digits]
 */
export const rounded = (value, digits = 0) =>
  (Math.sign(value) * Math.round(Math.abs(value) * 10 ** digits)) / 10 ** digits || 0;

/**
 * Return a score (0-100) in words, or a dash where there is none.
 * @param {Words} words
 * @param {number | null | undefined} value
 */
export const score = (words, value) => (value == null ? "–" : words.format.number(rounded(value)));

/**
 * Return a figure on the scale of levels (0-4), with at most one decimal: a mean of several answers needs it.
 * @param {Words} words
 * @param {number | null | undefined} value
 */
export function level(words, value) {
  if (value == null) return "–";
  const shown = rounded(value, 1);
  return words.format.number(shown, Number.isInteger(shown) ? 0 : 1);
}

/**
 * Return the level (0-4) of an indicator score (0-100).
 * @param {number | null | undefined} value
 */
export const levelOf = (value) => (value == null ? null : value / 25);

/**
 * Return a coefficient of agreement (-1 to 1) with two decimals.
 * @param {Words} words
 * @param {number | null} value
 */
export const coefficient = (words, value) => (value === null ? "–" : words.format.number(rounded(value, 2), 2));

/**
 * Return a share (0-1) as a percentage.
 * @param {Words} words
 * @param {number | null | undefined} share
 */
export const percent = (words, share) => (share == null ? "–" : words.format.percent(rounded(share, 2)));

/**
 * Return "48 to 65", or the one number where both ends look the same.
 * @param {Words} words
 * @param {number | null | undefined} lower
 * @param {number | null | undefined} upper
 * @param {typeof score} [as]
 */
export function range(words, lower, upper, as = score) {
  const [from, to] = [as(words, lower), as(words, upper)];
  return from === to ? from : words.t("result-range", { from, to });
}

/**
 * Return a difference with its sign.
 * @param {Words} words
 * @param {number | null | undefined} value
 * @param {typeof score} [as]
 */
export function signed(words, value, as = score) {
  const text = as(words, value);
  return value != null && value > 0 && text !== as(words, 0) ? `+${text}` : text;
}

/**
 * Return names as a list; each is quoted, since a name may hold commas itself.
 * @param {Words} words
 * @param {string[]} names
 */
export const quoted = ({ t, format }, names) => format.list(names.map((name) => t("quoted", { name })));

/**
 * Return the name of a role.
 * @param {Words} words
 * @param {Role} role
 */
export const roleName = (words, role) => words.texts.roles[role] ?? role;

/**
 * Return the title of a dimension.
 * @param {Words} words
 * @param {string} id
 */
export const dimensionName = (words, id) => words.texts.dimensions[id]?.title ?? id;

/**
 * Return the title of an indicator.
 * @param {Words} words
 * @param {string} id
 */
export const indicatorName = (words, id) => words.texts.indicators[id]?.title ?? id;

/**
 * Return the name of an area of the gap module.
 * @param {Words} words
 * @param {string} id
 */
export const areaName = (words, id) => words.texts.gap.areas[id] ?? id;

/**
 * Return the title of a band.
 * @param {Words} words
 * @param {string} id
 */
export const bandName = (words, id) => words.texts.bands[id]?.title ?? id;
