// Finds words in titles and summaries without a search index: for texts that the index does not hold, and without it.

import { fold, words } from "./search_query.js";

/** @import { Catalog } from "./explore_types.d.ts" */

/**
 * Return a function that gives the places of the practices in whose title or summary every word of a text begins a word.
 * Titles count more: what they hold comes first.
 * @param {Catalog["practices"]} practices
 * @returns {(text: string) => number[]}
 */
export function titleMatcher(practices) {
  const titles = practices.map(({ title }) => spaced(title));
  const texts = practices.map(({ title, summary }) => spaced(`${title} ${summary}`));
  return (text) => {
    const wanted = wordsOf(text).map((word) => ` ${word}`);
    const places = wanted.length ? [...texts.keys()].filter((place) => hasAll(texts[place], wanted)) : [];
    const inTitle = places.filter((place) => hasAll(titles[place], wanted));
    return [...new Set([...inTitle, ...places])];
  };
}

/** @param {string} text */
const wordsOf = (text) => words(fold(text));

/** @param {string} text */
const spaced = (text) => ` ${wordsOf(text).join(" ")}`;

/**
 * @param {string} text
 * @param {string[]} wanted
 */
const hasAll = (text, wanted) => wanted.every((word) => text.includes(word));
