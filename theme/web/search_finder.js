// Finds pages by a query: as typed or corrected, and by the terms of the glossary that mean the same.
import { addresses, openIndexes } from "./search_indexes.js";
import { withMarks } from "./search_marks.js";
import { best, isTied, onePerPage, scoredAnew, titledFirst, withSome } from "./search_order.js";
import { LANG, once, readJson, vocabulary } from "./search_places.js";
import { readQuery, words } from "./search_query.js";
import { correct, wordList } from "./search_spelling.js";

/** @import { Query } from "./search_query.js" */
/** @import { WordList } from "./search_spelling.js" */
/** @import { Engine, Response, Result } from "./search_types.d.ts" */

// How much a result counts that was found by another term than the typed one.
const OTHER_TERM = 0.6;
// With fewer results than this, pages that have only some of the words are shown too, and count so much.
const FEW = 10;
const SOME_WORDS = 0.6;
// Asks for a number of pages without a list of them: no page has this mark.
const NONE = { filters: { "no-page-has-this": "" } };

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
  /** @type {Map<string, Promise<boolean>>} */
  const known = new Map();
  return async (typed, all) => {
    if (!words(typed).length) return { results: [], unfilteredResultCount: 0 };
    const [engine, terms] = await Promise.all([all ? indexes.all() : indexes.own(), vocabulary()]);
    const isKnown = (/** @type {string} */ word) => remembered(known, `${all} ${word}`, () => hasWord(engine, word));
    const corrected = await respell(typed, readQuery(typed, terms), isKnown);
    const response = await findAll(engine, readQuery(corrected ?? typed, terms), isKnown);
    const results = all ? onePerPage(response.results, await addresses(), LANG) : response.results;
    return { ...response, results: results.map(shown), ...(corrected && { corrected }) };
  };
}

/**
 * @template T
 * @param {Map<string, Promise<T>>} memory
 * @param {string} key
 * @param {() => Promise<T>} make
 */
function remembered(memory, key, make) {
  const value = memory.get(key) ?? make();
  memory.set(key, value);
  return value;
}

/**
 * @param {Engine} engine
 * @param {string} word
 */
async function hasWord(engine, word) {
  return (await engine.search(`"${word}"`, NONE)).unfilteredResultCount > 0;
}

/**
 * Return the typed text with unknown words corrected, or null where there is nothing to correct.
 * @param {string} typed
 * @param {Query} query
 * @param {(word: string) => Promise<boolean>} isKnown
 */
async function respell(typed, query, isKnown) {
  const unknown = await unknownOf(query.words, isKnown);
  if (!unknown.length) return null;
  const list = await spelling();
  const meant = new Map(unknown.map((word) => [word, correct(list, word)]));
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
 * @param {(word: string) => Promise<boolean>} isKnown
 */
async function unknownOf(all, isKnown) {
  const known = await Promise.all(all.map(isKnown));
  return all.filter((_, place) => !known[place]);
}

/**
 * Return the results of a query and of the same with other terms, each page once, best first. Where these are few,
 * pages with some of the words join them; where they are much alike, titles decide.
 * @param {Engine} engine
 * @param {Query} query
 * @param {(word: string) => Promise<boolean>} isKnown
 * @returns {Promise<Response>}
 */
async function findAll(engine, query, isKnown) {
  const asked = await askedFor(query, isKnown);
  const responses = await Promise.all(asked.map(({ text }) => engine.search(text)));
  const whole = best(responses.flatMap((response, place) => weighted(response.results, asked[place].weight)));
  const more = whole.length < FEW ? await findSome(engine, query, isKnown) : [];
  const found = best([...whole, ...more]);
  const results = isTied(found) ? titledFirst(found, asked.map(({ text }) => words(text)), await titles()) : found;
  return { results, unfilteredResultCount: results.length };
}

/**
 * Return the texts to look for, and how much their results count. Terms of another language give way to their others.
 * @param {Query} query
 * @param {(word: string) => Promise<boolean>} isKnown
 */
async function askedFor(query, isKnown) {
  const unknown = await Promise.all([query.covered, ...query.others].map((other) => unknownOf(other, isKnown)));
  const others = query.others.filter((_, place) => !unknown[place + 1].length);
  const foreign = unknown[0].length > 0 && others.length > 0;
  const length = query.words.length + query.covered.length;
  const asked = others.map((other) => ({
    text: other.join(" "),
    weight: (foreign ? 1 : OTHER_TERM) * Math.min(1, length / other.length),
  }));
  return foreign ? asked : [{ text: query.text, weight: 1 }, ...asked];
}

/**
 * Return the pages that have some of the words, those with most of them first; terms of another language give way here too.
 * @param {Engine} engine
 * @param {Query} query
 * @param {(word: string) => Promise<boolean>} isKnown
 */
async function findSome(engine, query, isKnown) {
  const foreign = (await unknownOf(query.covered, isKnown)).length > 0;
  const all = [...new Set([...query.words, ...query.covered, ...(foreign ? query.others.flat() : [])])];
  const unknown = await unknownOf(all, isKnown);
  const known = all.filter((word) => !unknown.includes(word));
  if (known.length < 2) return [];
  const found = await Promise.all(known.map((word) => engine.search(word)));
  return weighted(withSome(found.map(({ results }) => results)), SOME_WORDS);
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
