// Practices in the query of an address: `?p=one-slug&p=another`, the same in every language.

/** @import { Catalog, Practice } from "./explore_types.d.ts" */

/** @typedef {{practices: Practice[], unknown: string[]}} Asked The practices that an address names, and names of none. */

/** How few practices make a comparison, and how many fit side by side. */
export const FEWEST = 2;
export const MOST = 4;

const NAME = "p";

/** The most characters of an unknown name that are shown. */
const LONGEST = 80;

/**
 * Return the practices that slugs name, each once and in their order, and the names that no practice has.
 * @param {readonly string[]} slugs
 * @param {Catalog["practices"]} practices
 * @returns {Asked}
 */
export function practicesOf(slugs, practices) {
  const bySlug = new Map(practices.map((practice) => [practice.slug, practice]));
  /** @type {Practice[]} */
  const found = [];
  const unknown = [];
  for (const slug of new Set(slugs)) {
    const practice = bySlug.get(slug);
    if (practice) found.push(practice);
    else if (slug) unknown.push(slug.slice(0, LONGEST));
  }
  return { practices: found, unknown };
}

/**
 * Return the slugs in the query of an address.
 * @param {string} query
 */
export const slugsAsked = (query) => new URLSearchParams(query).getAll(NAME);

/**
 * Return the query that names practices: empty for none, else from `?` on.
 * @param {readonly string[]} slugs
 */
export const queryOfSlugs = (slugs) => (slugs.length ? `?${new URLSearchParams(slugs.map((slug) => [NAME, slug]))}` : "");

/**
 * Make the links to this page in other languages keep what its address names.
 * @param {string} query
 */
export function keepInOtherLanguages(query) {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-language]"))) link.search = query;
}
