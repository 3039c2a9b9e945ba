// The explore page: loads the catalog and the words of its language, then hands over to the page's parts.
import { formats, translator } from "../../benchmark/web/strings.js";
import { h } from "./dom.js";
import { ExplorePage } from "./explore_page.js";
import { fullText } from "./full_text.js";
import { readJson } from "./search_places.js";

/** @import { Catalog } from "./explore_types.d.ts" */

/** @param {HTMLElement} root */
async function start(root) {
  const { lang = "en", home = "../" } = root.dataset;
  /** @type {[Catalog, Record<string, string>]} */
  const [catalog, strings] = await Promise.all([
    json(new URL(`catalog.${lang}.json`, import.meta.url)),
    json(new URL(`strings.${lang}.json`, import.meta.url)),
  ]);
  const search = fullText(catalog.practices, () => loadIndex(lang));
  const { number } = formats(lang);
  new ExplorePage({ catalog, lang, home, search, t: translator(strings), number }).start(root);
}

/** @param {string} lang */
async function loadIndex(lang) {
  const [{ search }, pages] = await Promise.all([import("./pagefind.js"), readJson(`pagefind/pages.${lang}.json`)]);
  return { search, pages };
}

/**
 * @param {URL} address
 * @returns {Promise<any>}
 */
async function json(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

const root = document.getElementById("vw-explore");
if (root) {
  start(root).catch((error) => {
    console.error(error);
    root.replaceChildren(h("p", { role: "alert", class: "vw-notice" }, root.dataset.failed));
  });
}
