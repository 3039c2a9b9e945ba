// The found words: on the page that a result leads to, and in what is shown of it.

/** @import { ResultData } from "./search_types.d.ts" */

export const PARAMETER = "highlight";
const MOST = 8;
// Signs around a word.
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/**
 * Return a result whose links name the words that were found there, so that the page can mark them.
 * @param {ResultData} data
 * @returns {ResultData}
 */
export function withMarks(data) {
  const found = marked([data, ...data.sub_results].map(({ excerpt }) => excerpt).join(" "));
  return {
    ...data,
    url: marking(data.url, found),
    sub_results: data.sub_results.map((section) => ({ ...section, url: marking(section.url, found) })),
  };
}

/**
 * Return the different words that an excerpt marks.
 * @param {string} excerpt
 * @returns {string[]}
 */
export function marked(excerpt) {
  const found = pieces(excerpt).filter(({ mark }) => mark).map(({ text }) => text.replace(AROUND, ""));
  const different = new Map(found.map((word) => [word.toLowerCase(), word]));
  return [...different.values()].filter(Boolean).slice(0, MOST);
}

/**
 * Return an excerpt as pieces of text that are marked or not.
 * @param {string} excerpt
 * @returns {{text: string, mark: boolean}[]}
 */
export function pieces(excerpt) {
  const parts = excerpt.split(/<mark>(.*?)<\/mark>/s);
  return parts.map((text, place) => ({ text: unescaped(text), mark: place % 2 === 1 })).filter(({ text }) => text);
}

/** @param {string} text */
function unescaped(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
}

/**
 * @param {string} url
 * @param {string[]} found
 */
function marking(url, found) {
  const [way, place] = url.split("#");
  const query = new URLSearchParams(found.map((word) => [PARAMETER, word])).toString();
  return `${way}${query && `?${query}`}${place === undefined ? "" : `#${place}`}`;
}
