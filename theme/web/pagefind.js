// Stands where Pagefind's component looks for Pagefind, and finds more: terms of the glossary, misspelled words, other
// languages. Its name and its exports are Pagefind's.
import { finder } from "./search_finder.js";

/** @import { Response } from "./search_types.d.ts" */

/** @typedef {{filters?: {all?: string[]}}} Options `all` is a filter of ours: not empty for all languages */

/**
 * Return a search of its own.
 * @param {Record<string, unknown>} [options] those of Pagefind
 */
export function createInstance(options = {}) {
  const find = finder(options);
  return {
    /** @type {(text: string | null, options?: Options) => Promise<Response>} */
    search: async (text, { filters } = {}) => find(text ?? "", Boolean(filters?.all?.length)),
    filters: async () => ({}),
  };
}

/** @type {ReturnType<typeof createInstance> | undefined} */
let shared;

/**
 * Return what a text finds.
 * @param {string} text
 * @param {Options} [options]
 */
export function search(text, options) {
  shared ??= createInstance();
  return shared.search(text, options);
}
