// Finds practices by what their pages say. The search of the site is loaded at the first word; what its index does not
// hold (texts in another language, or anything at all where it fails) is found by title and summary.
import { titleMatcher } from "./title_match.js";

/** @import { Catalog, Found, Search } from "./explore_types.d.ts" */

/**
 * @typedef {object} Index
 * @property {Search} search
 * @property {Map<string, number>} places the place of a practice in the catalog by the id of a result
 */

/**
 * Return a function that finds practices. What the search finds comes first, in its order of relevance; the last result is
 * kept, so that the choice of a term does not wait.
 * @param {Catalog["practices"]} practices
 * @param {() => Promise<{search: Search, pages: Record<string, string>}>} load `pages`: addresses by the id of a result
 * @returns {(text: string) => Promise<Found>}
 */
export function fullText(practices, load) {
  const byTitle = titleMatcher(practices);
  /** @type {Promise<Index | null> | undefined} */
  let loading;
  /** @type {{text: string, found: Found} | undefined} */
  let last;
  return async (text) => {
    if (last?.text === text) return last.found;
    loading ??= load().then(
      ({ search, pages }) => ({ search, places: placesById(practices, pages) }),
      failed,
    );
    const { places, corrected } = (await look(await loading, text)) ?? {};
    const all = new Set([...(places ?? []), ...byTitle(corrected ?? text)]);
    const found = { places: [...all], complete: places !== undefined, ...(corrected && { corrected }) };
    last = { text, found };
    return found;
  };
}

/**
 * @param {Catalog["practices"]} practices
 * @param {Record<string, string>} pages
 */
function placesById(practices, pages) {
  const places = new Map(practices.map(({ address }, place) => [address, place]));
  /** @type {[string, number][]} */
  const found = Object.entries(pages).flatMap(([id, address]) => {
    const place = places.get(address);
    return place === undefined ? [] : [[id, place]];
  });
  return new Map(found);
}

/**
 * Return the places that the index finds, null where there is no index or it fails.
 * @param {Index | null} index
 * @param {string} text
 * @returns {Promise<{places: number[], corrected?: string} | null>}
 */
async function look(index, text) {
  if (!index) return null;
  try {
    const { results, corrected } = await index.search(text);
    return { places: results.flatMap(({ id }) => index.places.get(id) ?? []), corrected };
  } catch (error) {
    return failed(error);
  }
}

/**
 * Tell developers why the search fails; visitors see a note.
 * @param {unknown} error
 */
function failed(error) {
  console.warn(error);
  return null;
}
