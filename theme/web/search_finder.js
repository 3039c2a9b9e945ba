// Finds pages by a query: as typed or corrected, and by the terms of the glossary that mean the same.
import { addresses, openIndexes } from "./search_indexes.js";
import { withMarks } from "./search_marks.js";
import { best, isTied, onePerPage, scoredAnew, titledFirst, withSome } from "./search_order.js";
import { LANG, once, readJson, vocabulary } from "./search_places.js";
import { readQuery, words } from "./search_query.js";
import { correct, wordList } from "./search_spelling.js";

/** @import { Query } from "./search_query.js" */
/** @import { WordList } from "./search_spelling.js" */
/** @import { Index, Response, Result, Vocabulary } from "./search_types.d.ts" */

// How much a result counts that was found by another term than the typed one.
const OTHER_TERM = 0.8;
// With fewer results than this, other terms are looked for, and pages that have only some of the words, which count less.
const FEW = 10;
const SOME_WORDS = 0.4;
// A single letter stands at the beginning of too many words.
const SHORTEST = 2;

/** @type {() => Promise<WordList>} */
const spelling = once(async () => wordList(await readJson(`pagefind/words.${LANG}.json`)));

/** @type {() => Promise<Record<string, string>>} */
const titles = once(() => readJson(`pagefind/titles.${LANG}.json`));

/**
 * Return a function that finds pages in the language of the page, or in all.
 * @param {Record<string, unknown>} options those of Pagefind
 * @returns {(typed: string, all: boolean) => Promise<Response>}
 */
export function finder(options) {
  const indexes = openIndexes(options);
  vocabulary();
  indexes.own();
  return async (typed, all) => {
    if (words(typed).join("").length < SHORTEST) return { results: [] };
    const [own, terms, others] = await Promise.all([indexes.own(), vocabulary(), all ? indexes.others() : []]);
    const corrected = await respell(typed, terms, [own, ...others]);
    const query = readQuery(corrected ?? typed, terms);
    const found = await Promise.all([findAll(own, query), ...others.map((index) => findKnown(index, query))]);
    const results = all ? onePerPage(best(found.flat()), await addresses(), LANG) : found[0];
    return { results: results.map(shown), ...(corrected && { corrected }) };
  };
}

/**
 * Return the typed text with words corrected that no index knows, or null where there is nothing to correct.
 * @param {string} typed
 * @param {Vocabulary} terms
 * @param {Index[]} indexes
 */
async function respell(typed, terms, indexes) {
  const asked = readQuery(typed, terms).words;
  const unknown = await Promise.all(indexes.map((index) => unknownOf(asked, index)));
  const wrong = asked.filter((word) => unknown.every((own) => own.includes(word)));
  if (!wrong.length) return null;
  const list = await spelling();
  const meant = new Map(wrong.map((word) => [word, correct(list, word)]));
  if (![...meant.values()].some(Boolean)) return null;
  return words(typed).map((word) => likeTyped(meant.get(word) ?? word, word)).join(" ");
}

/**
 * Return a word with a capital where the reader wrote one.
 * @param {string} word
 * @param {string} typed
 */
function likeTyped(word, typed) {
  return typed[0] === typed[0].toLowerCase() ? word : word[0].toUpperCase() + word.slice(1);
}

/**
 * @param {string[]} all
 * @param {Index} index
 */
async function unknownOf(all, index) {
  const known = await Promise.all(all.map(index.knows));
  return all.filter((_, place) => !known[place]);
}

/**
 * Return the results in an index of another language, none where it does not know every word.
 * @param {Index} index
 * @param {Query} query
 */
async function findKnown(index, query) {
  const unknown = await unknownOf([...query.words, ...query.covered], index);
  return unknown.length ? [] : index.search(query.text);
}

/**
 * Return the results of a query and, where these are few, of the same with other terms and with some of the words, each
 * page once, best first. Terms of another language give way to their others; where results are much alike, titles decide.
 * @param {Index} index
 * @param {Query} query
 * @returns {Promise<Result[]>}
 */
async function findAll(index, query) {
  const unknown = await unknownOf(query.covered, index);
  const typed = await index.search(query.text);
  const others = unknown.length || typed.length < FEW ? await knownOnly(query.others, index) : [];
  const foreign = unknown.length > 0 && others.length > 0;
  const whole = best([...(foreign ? [] : typed), ...(await findOthers(index, query, others, foreign))]);
  const found = whole.length < FEW ? best([...whole, ...(await findSome(index, query, foreign))]) : whole;
  return isTied(found) ? titledFirst(found, [words(query.text), ...others], await titles()) : found;
}

/**
 * Return the word lists in which the index knows every word.
 * @param {string[][]} lists
 * @param {Index} index
 */
async function knownOnly(lists, index) {
  const unknown = await Promise.all(lists.map((list) => unknownOf(list, index)));
  return lists.filter((_, place) => !unknown[place].length);
}

/**
 * Return the results of a query with other terms; those with more words than typed count less.
 * @param {Index} index
 * @param {Query} query
 * @param {string[][]} others
 * @param {boolean} foreign whether the index does not know the typed terms
 */
async function findOthers(index, query, others, foreign) {
  const length = query.words.length + query.covered.length;
  const found = await Promise.all(others.map((other) => index.search(other.join(" "))));
  return found.flatMap((results, place) =>
    weighted(results, (foreign ? 1 : OTHER_TERM) * Math.min(1, length / others[place].length)),
  );
}

/**
 * Return the pages that have some of the words, those with most of them first.
 * @param {Index} index
 * @param {Query} query
 * @param {boolean} foreign whether the index does not know the typed terms
 */
async function findSome(index, query, foreign) {
  const all = [...new Set([...query.words, ...query.covered, ...(foreign ? query.others.flat() : [])])];
  const unknown = await unknownOf(all, index);
  const known = all.filter((word) => !unknown.includes(word));
  if (known.length < 2) return [];
  return weighted(withSome(await Promise.all(known.map(index.search))), SOME_WORDS);
}

/**
 * @param {Result[]} results
 * @param {number} weight
 * @returns {Result[]}
 */
function weighted(results, weight) {
  return results.map((result) => scoredAnew(result, result.score * weight));
}

/**
 * @param {Result} result
 * @returns {Result}
 */
function shown(result) {
  return { ...result, data: async () => withMarks(await result.data()) };
}
