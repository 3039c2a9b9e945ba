// The words of the interface and the ways in which a language writes numbers, times and lists.
/** @import {Format} from "./view_types.js" */

/** @typedef {(key: string, values?: Record<string, string | number>) => string} Translate */

/**
 * Return `t(key, values)`: the string of the key with its {names} filled in. A key that is not there gives itself.
 * @param {Record<string, string>} strings
 * @returns {Translate}
 */
export const translator =
  (strings) =>
  (key, values = {}) =>
    (Object.hasOwn(strings, key) ? strings[key] : key).replace(/\{([\w-]+)\}/g, (whole, name) =>
      Object.hasOwn(values, name) ? String(values[name]) : whole,
    );

/**
 * Return the formats of a language.
 * @param {string} lang
 * @returns {Format & {time: (moment: Date) => string, moment: (moment: Date) => string}}
 */
export function formats(lang) {
  const day = new Intl.DateTimeFormat(lang, { dateStyle: "medium" });
  const clock = new Intl.DateTimeFormat(lang, { timeStyle: "short" });
  const both = new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short" });
  const share = new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 0 });
  const conjunction = new Intl.ListFormat(lang, { type: "conjunction" });
  const decimals = decimalsOf(lang);
  return {
    number: (value, digits = 0) => decimals(digits).format(value),
    percent: (value) => share.format(value),
    date: (date) => day.format(new Date(date)),
    time: (moment) => clock.format(moment),
    moment: (moment) => both.format(moment),
    list: (items) => conjunction.format(items),
  };
}

/**
 * Return how a language writes numbers with so many digits after the point. A format takes long to make, so each is made
 * once.
 * @param {string} lang
 * @returns {(digits: number) => Intl.NumberFormat}
 */
function decimalsOf(lang) {
  /** @type {Map<number, Intl.NumberFormat>} */
  const made = new Map();
  const make = (/** @type {number} */ digits) => new Intl.NumberFormat(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return (digits) => made.get(digits) ?? /** @type {Intl.NumberFormat} */ (made.set(digits, make(digits)).get(digits));
}
