// Where the parts of the search stand: this module is published two folders below `assets/`.

/** @import { Vocabulary } from "./search_types.d.ts" */

export const SITE = new URL("../../../", import.meta.url);
export const INDEX = new URL("pagefind/", SITE).href;
export const LANG = document.documentElement.lang;

/**
 * Return a function that does something once, and gives what came of it every time.
 * @template T
 * @param {() => Promise<T>} make
 * @returns {() => Promise<T>}
 */
export function once(make) {
  /** @type {Promise<T> | undefined} */
  let made;
  return () => (made ??= make());
}

/**
 * Return what a JSON file of the site holds.
 * @param {string} path below the folder of the site
 * @returns {Promise<any>}
 */
export async function readJson(path) {
  const response = await fetch(new URL(path, SITE));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** @type {() => Promise<Vocabulary>} */
export const vocabulary = once(() => readJson(`assets/search/vocabulary.${LANG}.json`));
