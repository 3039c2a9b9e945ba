// What a page about chosen practices starts with: its place, the catalog and the words of its language.
import { formats, translator } from "../../benchmark/web/strings.js";
import { h } from "./dom.js";

/** @import { Parts } from "./explore_types.d.ts" */

/**
 * Find the place of a page and start it; when that fails, the place says so.
 * @param {string} id
 * @param {(root: HTMLElement, parts: Parts) => void | Promise<void>} start
 */
export async function startPage(id, start) {
  const root = document.getElementById(id);
  if (!root) return;
  try {
    await start(root, await load(root.dataset));
  } catch (error) {
    console.error(error);
    root.replaceChildren(h("p", { role: "alert", class: "vw-notice" }, root.dataset.failed));
  }
}

/**
 * @param {DOMStringMap} dataset
 * @returns {Promise<Parts>}
 */
async function load({ lang = "en", home = "../" }) {
  const [catalog, strings] = await Promise.all([loadFile(`catalog.${lang}.json`), loadFile(`strings.${lang}.json`)]);
  const { number } = formats(lang);
  return { catalog, lang, home: new URL(home, document.baseURI).href, t: translator(strings), number };
}

/**
 * Return the contents of a file beside this one.
 * @param {string} name
 * @returns {Promise<any>}
 */
export async function loadFile(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
}
