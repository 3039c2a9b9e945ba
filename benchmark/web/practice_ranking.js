// Which practices and guidelines stand beside a next step, and why: nearest to the visitor first.
/** @import {Practice, Practices} from "./view_types.js" */

/**
 * @typedef {object} Nearness
 * @property {boolean} language
 * @property {boolean} sector
 * @property {boolean} country
 * @property {boolean} wblModel
 */

/** The order in which agreement counts; the grade of evidence decides what is equal up to there. */
const CRITERIA = /** @type {const} */ (["language", "sector", "country", "wblModel"]);

/**
 * Return in what an entry agrees with the visitor's profile.
 * @param {Practice} entry
 * @param {Record<string, unknown>} profile
 * @param {string} lang
 * @returns {Nearness}
 */
export function nearness(entry, profile, lang) {
  return {
    language: entry.lang === lang,
    sector: !!profile.sector && !!entry.sectors?.includes(String(profile.sector)),
    country: !!profile.country && !!entry.countries?.includes(String(profile.country)),
    wblModel: !!profile.wbl_model && entry.wbl_model === profile.wbl_model,
  };
}

/**
 * Return the entries that serve an indicator, nearest first: language, sector, country, model of work-based learning,
 * then grade of evidence; what is equal in all keeps its order.
 * @param {Practice[]} entries
 * @param {string} indicator
 * @param {{profile: Record<string, unknown>, lang: string, grades: string[]}} visitor
 */
export function rank(entries, indicator, { profile, lang, grades }) {
  return entries
    .filter((entry) => entry.indicators.includes(indicator))
    .map((entry) => ({ entry, near: nearness(entry, profile, lang), grade: gradeOf(entry, grades) }))
    .sort((one, other) => compareNearness(one.near, other.near) || one.grade - other.grade);
}

/**
 * @param {Nearness} one
 * @param {Nearness} other
 */
function compareNearness(one, other) {
  const decisive = CRITERIA.find((criterion) => one[criterion] !== other[criterion]);
  return decisive ? Number(other[decisive]) - Number(one[decisive]) : 0;
}

/**
 * Return the place of an entry's grade in the vocabulary, the strongest first; without a grade it comes last.
 * @param {Practice} entry
 * @param {string[]} grades
 */
function gradeOf(entry, grades) {
  const place = grades.indexOf(entry.evidence ?? "");
  return place < 0 ? grades.length : place;
}

/**
 * Return the labels of what made an entry be chosen, as keys of strings with the values they need.
 * @param {{near: Nearness}} ranked
 * @param {Record<string, unknown>} profile
 * @param {Practices["vocabularies"]} vocabularies
 * @returns {{key: string, name?: string}[]}
 */
export function grounds({ near }, profile, vocabularies) {
  const name = (/** @type {string} */ list, /** @type {unknown} */ id) =>
    vocabularies[list]?.[String(id)] ?? String(id);
  return [
    ...(near.sector ? [{ key: "chosen-sector", name: name("sectors", profile.sector) }] : []),
    ...(near.country ? [{ key: "chosen-country", name: name("countries", profile.country) }] : []),
    ...(near.wblModel ? [{ key: "chosen-wbl-model", name: name("wbl-models", profile.wbl_model) }] : []),
    ...(near.language ? [{ key: "chosen-language" }] : []),
  ];
}
