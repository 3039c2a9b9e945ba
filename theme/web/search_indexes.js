// Opens the search index of the language of the page, and at need those of the other languages with it.
import { INDEX, LANG, once, readJson, vocabulary } from "./search_places.js";

/** @import { Engine } from "./search_types.d.ts" */

/**
 * Return what opens the index of the language of the page (`own`) or of all languages (`all`), each once.
 * @param {Record<string, unknown>} options those of Pagefind
 */
export function openIndexes(options) {
  const module = once(() => import(`${INDEX}pagefind.js`));
  /** @type {() => Promise<Engine>} */
  const open = async () => (await module()).createInstance(options);
  return { own: once(open), all: once(async () => join(await open())) };
}

/** @param {Engine} engine */
async function join(engine) {
  for (const language of await otherLanguages()) await engine.mergeIndex(INDEX, { language });
  return engine;
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
