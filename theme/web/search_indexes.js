// Opens the search index of the language of the page, and at need those of the other languages.
import { INDEX, LANG, once, readJson, vocabulary } from "./search_places.js";

/** @import { Engine, Index } from "./search_types.d.ts" */

// Asks for a number of pages without a list of them: no page has this mark.
const NONE = { filters: { "no-page-has-this": "" } };

/**
 * Return what opens the index of the language of the page (`own`) and those of the others, each once.
 * @param {Record<string, unknown>} options those of Pagefind
 * @returns {{own: () => Promise<Index>, others: () => Promise<Index[]>}}
 */
export function openIndexes(options) {
  /** @param {string} language */
  const open = async (language) => {
    const { createInstance } = await pagefind(language);
    return index(inLanguage(language, () => createInstance(options)));
  };
  return { own: once(() => open(LANG)), others: once(async () => Promise.all((await otherLanguages()).map(open))) };
}

/**
 * Return a Pagefind for a language: one can hold the rules of one language only, so the others get one each.
 * @param {string} language
 */
function pagefind(language) {
  return import(`${INDEX}pagefind.js${language === LANG ? "" : `?${language}`}`);
}

/**
 * Return what `make` gives in a document of that language: Pagefind asks the document, and nobody sees it change.
 * @template T
 * @param {string} language
 * @param {() => T} make
 */
function inLanguage(language, make) {
  const root = document.documentElement;
  root.lang = language;
  try {
    return make();
  } finally {
    root.lang = LANG;
  }
}

/**
 * Return an index that can say whether any page has a word.
 * @param {Engine} engine
 * @returns {Index}
 */
function index(engine) {
  /** @type {Map<string, Promise<boolean>>} */
  const known = new Map();
  const ask = async (/** @type {string} */ word) => (await engine.search(`"${word}"`, NONE)).unfilteredResultCount > 0;
  return {
    search: async (text) => (await engine.search(text)).results,
    knows: (word) => {
      const answer = known.get(word) ?? ask(word);
      known.set(word, answer);
      return answer;
    },
  };
}

async function otherLanguages() {
  return Object.keys((await vocabulary()).languages).filter((code) => code !== LANG);
}

/**
 * Return the addresses below the folders of all languages by the id of a result.
 * @type {() => Promise<Map<string, string>>}
 */
export const addresses = once(async () => {
  const files = [LANG, ...(await otherLanguages())].map((code) => readJson(`pagefind/pages.${code}.json`));
  return new Map((await Promise.all(files)).flatMap((/** @type {Record<string, string>} */ pages) => Object.entries(pages)));
});
