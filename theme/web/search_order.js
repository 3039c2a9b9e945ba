// Puts results in order, each page once.
import { fold, words } from "./search_query.js";

/** @import { Result } from "./search_types.d.ts" */

const MOST_WITH_SOME = 20;
const TIED = 8;
const ALIKE = 0.6;
const NAMED = 2;
// Titles are loaded for no more results than this: a word of so many pages is no name.
const MOST_TIED = 100;

/**
 * Return the results with the best score first, each id once.
 * @param {Result[]} results
 * @returns {Result[]}
 */
export function best(results) {
  /** @type {Map<string, Result>} */
  const kept = new Map();
  for (const result of results.toSorted((a, b) => b.score - a.score)) {
    if (!kept.has(result.id)) kept.set(result.id, result);
  }
  return [...kept.values()];
}

/**
 * Return the pages of several lists, each found by one word, with the sum of their scores times their share of the words.
 * @param {Result[][]} lists
 * @returns {Result[]}
 */
export function withSome(lists) {
  /** @type {Map<string, {result: Result, score: number, count: number}>} */
  const kept = new Map();
  for (const result of lists.flat()) {
    const { score, count } = kept.get(result.id) ?? { score: 0, count: 0 };
    kept.set(result.id, { result, score: score + result.score, count: count + 1 });
  }
  const scored = [...kept.values()].map(({ result, score, count }) => scoredAnew(result, (score * count) / lists.length));
  return best(scored).slice(0, MOST_WITH_SOME);
}

/**
 * Return whether many results are so much alike that their order says nothing: the index knows the stems of words only.
 * @param {Result[]} results the best first
 * @returns {boolean}
 */
export function isTied(results) {
  return results.length > TIED && results.length <= MOST_TIED && results[TIED - 1].score > ALIKE * results[0].score;
}

/**
 * Return the results with those first whose titles have the very words of one of several queries.
 * @param {Result[]} results
 * @param {string[][]} asked the words of each query
 * @param {Record<string, string>} titles by id
 * @returns {Result[]}
 */
export function titledFirst(results, asked, titles) {
  const queries = asked.map((query) => query.map(fold));
  return best(
    results.map((result) => {
      const own = new Set(words(titles[result.id] ?? "").map(fold));
      const named = queries.some((query) => query.every((word) => own.has(word)));
      return scoredAnew(result, result.score * (named ? NAMED : 1));
    }),
  );
}

/**
 * @param {Result} result
 * @param {number} score
 * @returns {Result}
 */
export function scoredAnew(result, score) {
  return { id: result.id, score, data: () => result.data() };
}

/**
 * Return each page once, at its best place: in the language of the reader where that was found, else in the best language.
 * @param {Result[]} results the best first; an id starts with the code of its language
 * @param {Map<string, string>} addresses below the folder of a language, by id
 * @param {string} lang
 * @returns {Result[]}
 */
export function onePerPage(results, addresses, lang) {
  /** @type {Map<string, Result>} */
  const kept = new Map();
  for (const result of results) {
    const address = addresses.get(result.id) ?? result.id;
    if (!kept.has(address) || result.id.startsWith(`${lang.toLowerCase()}_`)) kept.set(address, result);
  }
  return [...kept.values()];
}
