// Reads what a reader typed: words without accents, without words that every page has, and with terms of the glossary.

/**
 * @typedef {object} Terms
 * @property {string[]} stop words that say nothing about what is looked for
 * @property {Record<string, string[]>} terms folded terms of all languages, and what the pages of this one say instead
 */

/**
 * @typedef {object} Query
 * @property {string} text what to look for
 * @property {string[]} words the words of it that no term of the glossary covers
 * @property {string[]} covered its other words
 * @property {string[][]} others the words of the same query with terms of the glossary in the place of those of the reader
 */

// Letters that stay whole when accents are taken off.
const LETTERS = new Map([["ł", "l"], ["đ", "d"], ["ø", "o"], ["ı", "i"], ["ß", "ss"], ["æ", "ae"], ["œ", "oe"]]);
const MOST_OTHERS = 4;
const LONGEST_TERM = 8;
const ENDINGS = ["", "s", "es", "n", "en", "e"];

/**
 * Return a text in small letters without accents, as words are compared.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  const plain = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return plain.replace(/[^\x00-\x7f]/g, (letter) => LETTERS.get(letter) ?? letter);
}

/**
 * Return the words of a text.
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/**
 * Return what to look for; a text in quotation marks is looked for as it is.
 * @param {string} typed
 * @param {Terms} terms
 * @returns {Query}
 */
export function readQuery(typed, terms) {
  if (/^\s*".+"\s*$/.test(typed)) return { text: typed.trim(), words: [], covered: [], others: [] };
  const all = words(typed);
  const found = phrases(all.map(fold), terms.terms);
  const covered = new Set(found.flatMap(({ start, length }) => range(start, length)));
  const kept = telling(all, terms.stop);
  return {
    text: kept.map((place) => all[place]).join(" "),
    words: kept.filter((place) => !covered.has(place)).map((place) => all[place]),
    covered: kept.filter((place) => covered.has(place)).map((place) => all[place]),
    others: others(all, found, terms.stop),
  };
}

/**
 * Return the places of the words that tell something; all of them where none does.
 * @param {string[]} all
 * @param {string[]} stop
 */
function telling(all, stop) {
  const places = all.map((_, place) => place);
  const kept = places.filter((place) => !isStop(fold(all[place]), stop));
  return kept.length ? kept : places;
}

/**
 * @param {string} word folded
 * @param {string[]} stop
 */
function isStop(word, stop) {
  return stop.includes(word) || /^\D$/.test(word);
}

/** @typedef {{start: number, length: number, instead: string[]}} Phrase */

/**
 * Return the terms of the glossary among words, the longest first at each place.
 * @param {string[]} folded
 * @param {Record<string, string[]>} terms
 * @returns {Phrase[]}
 */
function phrases(folded, terms) {
  /** @type {Phrase[]} */
  const found = [];
  for (let start = 0; start < folded.length; start++) {
    const phrase = phraseAt(folded, start, terms);
    if (!phrase) continue;
    found.push(phrase);
    start += phrase.length - 1;
  }
  return found;
}

/**
 * @param {string[]} folded
 * @param {number} start
 * @param {Record<string, string[]>} terms
 * @returns {Phrase | undefined}
 */
function phraseAt(folded, start, terms) {
  for (let length = Math.min(LONGEST_TERM, folded.length - start); length; length--) {
    const typed = folded.slice(start, start + length);
    const term = entryOf(typed.join(" "), terms);
    if (term) return { start, length, instead: terms[term].filter((other) => !isNarrower(other, typed)) };
  }
  return undefined;
}

/**
 * Return the term that a text is, or would be without an ending.
 * @param {string} text
 * @param {Record<string, string[]>} terms
 */
function entryOf(text, terms) {
  const bare = ENDINGS.filter((ending) => text.endsWith(ending)).map((ending) => text.slice(0, text.length - ending.length));
  return bare.find((term) => Object.hasOwn(terms, term));
}

/**
 * Return whether a term has all typed words in it: whatever it finds is found anyway.
 * @param {string} term
 * @param {string[]} typed folded
 */
function isNarrower(term, typed) {
  const own = words(fold(term));
  return typed.every((word) => own.some((other) => other.startsWith(word)));
}

/**
 * Return the words of the query with each term replaced by each of its others.
 * @param {string[]} all
 * @param {Phrase[]} found
 * @param {string[]} stop
 */
function others(all, found, stop) {
  const phrases = found.filter(({ instead }) => instead.length);
  if (!phrases.length) return [];
  /** @type {string[][]} */
  let texts = [[]];
  let place = 0;
  for (const { start, length, instead } of phrases) {
    const before = all.slice(place, start);
    texts = texts.flatMap((text) => instead.map((term) => [...text, ...before, ...words(term)])).slice(0, MOST_OTHERS);
    place = start + length;
  }
  const whole = texts.map((text) => [...text, ...all.slice(place)]);
  return whole.map((text) => telling(text, stop).map((at) => text[at]));
}

/**
 * @param {number} start
 * @param {number} length
 */
function range(start, length) {
  return Array.from({ length }, (_, step) => start + step);
}
