// What a practice says of itself, in the words of the catalog.

/** @import { Catalog, Practice } from "./explore_types.d.ts" */

/**
 * Return what facets say of a practice, in words.
 * @param {Practice} practice
 * @param {string} facet
 * @param {Catalog["vocabularies"]} vocabularies
 */
export const labelsOf = ({ facets }, facet, vocabularies) => (facets[facet] ?? []).map((term) => vocabularies[facet]?.[term] ?? term);

/**
 * Return the attributes of a text that stands in another language than its page, none for the same one.
 * @param {{lang: string, dir: string}} text
 * @param {string} page the language of the page
 * @returns {{lang?: string, dir?: string}}
 */
export const ownLanguage = ({ lang, dir }, page) => (lang === page ? {} : { lang, dir });
