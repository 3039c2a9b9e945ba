// A collector of faults that reads JSON values, as `faults.py` of the scorer does: each with its place, a code that the
// page has words for, and the values of these words.
/** @import {Fault} from "./view_types.js" */

/** @typedef {(string | number)[]} Path */
/** @typedef {Record<string, unknown>} Mapping */
/** @typedef {{faults: Fault[]}} Collector */

const SHOWN = 60;
const LARGEST = 1e9;
const MOST_LEVEL = 4;

/** A number that is not written as a whole one, such as `1.0`: where a whole number is asked it is none. */
class Decimal {
  /** @param {string} source */
  constructor(source) {
    this.source = source;
  }

  toString() {
    return this.source;
  }
}

/**
 * Return the value of a JSON text. Browsers that do not tell the source of a number read `1.0` as 1, which changes no
 * answer.
 * @param {string} text
 * @returns {unknown}
 */
export const parseJson = (text) =>
  JSON.parse(text, /** @type {(key: string, value: unknown) => unknown} */ (keepDecimals));

/**
 * @param {string} _key
 * @param {unknown} value
 * @param {{source?: string}} [context]
 */
const keepDecimals = (_key, value, context) =>
  typeof value === "number" && context?.source && /[.eE]/.test(context.source) ? new Decimal(context.source) : value;

/**
 * Return a path as people write it, such as `responses[0].role`.
 * @param {Path} path
 */
export const placeOf = (path) =>
  path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`))
    .join("")
    .replace(/^\./, "") || "(whole file)";

/**
 * Return what was found in a few characters: short values as they are, others by their kind.
 * @param {unknown} value
 * @returns {string}
 */
export function shown(value) {
  if (Array.isArray(value)) return "[…]";
  if (isMapping(value)) return "{…}";
  const characters = [...String(value).slice(0, 2 * SHOWN + 2)];
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join("")}…` : String(value);
}

/**
 * Add a fault.
 * @param {Collector} collector
 * @param {Path} path
 * @param {string} code
 * @param {Record<string, string | number>} [values]
 */
export function add(collector, path, code, values = {}) {
  collector.faults.push({ place: placeOf(path), code, values });
}

/**
 * Tell whether a value is a JSON object.
 * @param {unknown} value
 * @returns {value is Mapping}
 */
export const isMapping = (value) =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/**
 * Return an object of any keys; an empty one where there is a fault.
 * @param {Collector} collector
 * @param {unknown} value
 * @param {Path} path
 * @returns {Mapping}
 */
export function mapping(collector, value, path) {
  if (isMapping(value)) return value;
  add(collector, path, "not-an-object", { found: shown(value) });
  return {};
}

/**
 * Add a fault for each key that is missing or not allowed.
 * @param {Collector} collector
 * @param {Mapping} value
 * @param {Path} path
 * @param {string[]} allowed
 * @param {string[]} [required]
 */
export function keys(collector, value, path, allowed, required = []) {
  for (const key of required) if (!Object.hasOwn(value, key)) add(collector, path, "missing-key", { key });
  for (const key of Object.keys(value)) {
    if (!allowed.includes(key)) add(collector, [...path, shown(key)], "unknown-key", { key: shown(key) });
  }
}

/**
 * Return a list of at most so many items; an empty one where there is a fault.
 * @param {Collector} collector
 * @param {unknown} value
 * @param {Path} path
 * @param {number} most
 * @returns {unknown[]}
 */
export function items(collector, value, path, most) {
  if (Array.isArray(value) && value.length <= most) return value;
  if (Array.isArray(value)) add(collector, path, "too-large", { limit: most });
  else add(collector, path, "not-a-list", { found: shown(value) });
  return [];
}

/**
 * Check a text of at most so many characters (not units of UTF-16).
 * @param {Collector} collector
 * @param {unknown} value
 * @param {Path} path
 * @param {number} limit
 */
export function text(collector, value, path, limit) {
  if (typeof value !== "string" || !isWellFormed(value)) add(collector, path, "not-text", { found: shown(value) });
  else if (value.length > limit && [...value].length > limit) add(collector, path, "text-too-long", { limit });
}

/** @param {string} value */
const isWellFormed = (value) => !/\p{Surrogate}/u.test(value);

/**
 * Check a level: the whole number 0, 1, 2, 3 or 4 (`true` and `1.0` are none).
 * @param {Collector} collector
 * @param {unknown} value
 * @param {Path} path
 */
export function level(collector, value, path) {
  if (!isWhole(value, 0, MOST_LEVEL)) add(collector, path, "not-a-level", { found: shown(value) });
}

/**
 * Check a whole number in a range.
 * @param {Collector} collector
 * @param {unknown} value
 * @param {Path} path
 * @param {[number, number]} range
 */
export function whole(collector, value, path, [least, most]) {
  if (!isWhole(value, least, most)) add(collector, path, "not-a-whole-number", { found: shown(value), least, most });
}

/**
 * @param {unknown} value
 * @param {number} least
 * @param {number} most
 */
const isWhole = (value, least, most) =>
  typeof value === "number" && Number.isInteger(value) && Math.abs(value) <= LARGEST && value >= least && value <= most;
