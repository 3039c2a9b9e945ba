// Finds the word that a reader meant among the words that the pages use, most frequent first.
import { fold } from "./search_query.js";

/** @typedef {{words: string[], folded: string[]}} WordList */

const SHORTEST = 4;
const LONG = 8;

/**
 * Return a list to look words up in.
 * @param {string[]} words the most frequent first
 * @returns {WordList}
 */
export function wordList(words) {
  return { words, folded: words.map(fold) };
}

/**
 * Return the word that was probably meant, or null where the word is known, begins a known word, or resembles none.
 * One letter may be wrong, missing, too many or swapped with its neighbour; in long words two.
 * @param {WordList} list
 * @param {string} word
 * @returns {string | null}
 */
export function correct({ words, folded }, word) {
  const given = fold(word);
  const same = folded.indexOf(given);
  if (same >= 0) return isFound(words[same], given) ? null : words[same];
  if (given.length < SHORTEST || folded.some((known) => known.startsWith(given))) return null;
  const most = given.length < LONG ? 1 : 2;
  let [best, least] = [-1, most + 1];
  folded.forEach((known, place) => {
    if (Math.abs(known.length - given.length) >= least) return;
    const far = distance(given, known, least);
    if (far < least) [best, least] = [place, far];
  });
  return best < 0 ? null : words[best];
}

/**
 * Return whether the index finds a word by its folded form: it takes accents off, and knows letters such as ł as they are.
 * @param {string} word
 * @param {string} folded
 */
function isFound(word, folded) {
  return word.normalize("NFD").replace(/\p{M}/gu, "") === folded;
}

/**
 * Return in how many letters two words differ (Damerau's distance of neighbours), or `limit` where it is no less.
 * @param {string} a
 * @param {string} b
 * @param {number} limit
 * @returns {number}
 */
export function distance(a, b, limit = Infinity) {
  let [before, last] = [/** @type {number[]} */ ([]), Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2] + 1 : Infinity;
      row.push(Math.min(change, swap, last[j] + 1, row[j - 1] + 1));
    }
    if (Math.min(...row) >= limit) return limit;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length], limit);
}
