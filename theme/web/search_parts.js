// Pagefind's component with our words, our results and the choice of languages, in the dialog and on the search page.
import { h } from "./dom.js";
import { INDEX, SITE, once, vocabulary } from "./search_places.js";
import { resultElement } from "./search_result.js";

/** @import { Instance, ResultsElement } from "./search_types.d.ts" */

const MOST_SECTIONS = 3;
// The component waits so long, in milliseconds, after a key for the next one.
const PAUSE = "40";
const OURS = new URL("./", import.meta.url);

/** Load Pagefind's component and the styles of the search. */
const component = once(async () => {
  const style = h("link", { rel: "stylesheet", href: `${INDEX}pagefind-component-ui.css` });
  const own = h("link", { rel: "stylesheet", href: new URL("search.css", OURS).href });
  document.head.append(style, own);
  await Promise.all([import(`${INDEX}pagefind-component-ui.js`), loaded(style), loaded(own)]);
});

/** @param {HTMLElement} element */
function loaded(element) {
  return new Promise((resolve) => {
    element.addEventListener("load", resolve);
    element.addEventListener("error", resolve);
  });
}

/**
 * Return one search: its parts, not yet on the page, and what steers it.
 * @returns {Promise<{instance: Instance, config: HTMLElement, input: HTMLElement, body: HTMLElement[], choice: HTMLInputElement}>}
 */
export async function searchParts() {
  const [{ strings, languages }] = await Promise.all([vocabulary(), component()]);
  const instance = window.PagefindComponents.getInstanceManager().getInstance("default");
  instance.setTranslations({
    search_label: strings["search-field"],
    placeholder: strings["search-field"],
    clear_search: strings["search-clear"],
    input_hint: strings["search-hint"],
  });
  const choice = h("input", { type: "checkbox" });
  choice.addEventListener("change", () => runSearch(instance, instance.searchTerm, choice.checked));
  return {
    instance,
    config: made("pagefind-config", { "bundle-path": OURS.href }),
    input: made("pagefind-input", { debounce: PAUSE }),
    body: [
      h("label", { class: "vw-search__choice" }, choice, strings["search-all-languages"]),
      made("pagefind-summary"),
      correctionNote(instance, strings["search-corrected"]),
      results(instance, languages),
    ],
    choice,
  };
}

/**
 * Look for a text in the language of the page or in all.
 * @param {Instance} instance
 * @param {string} text
 * @param {boolean} all
 */
export function runSearch(instance, text, all) {
  instance.triggerSearchWithFilters(text, all ? { all: ["yes"] } : {});
}

/**
 * @param {string} tag of Pagefind's component
 * @param {Record<string, string>} [attributes]
 */
export function made(tag, attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/**
 * @param {Instance} instance
 * @param {string} text
 */
function correctionNote(instance, text) {
  const note = h("p", { class: "vw-search__note", role: "status" });
  instance.on("results", ({ corrected }) => {
    note.textContent = corrected ? text.replace("{words}", corrected) : "";
  });
  return note;
}

/**
 * @param {Instance} instance
 * @param {Record<string, string>} languages
 */
function results(instance, languages) {
  const element = /** @type {ResultsElement} */ (made("pagefind-results"));
  element.resultTemplate = (data) =>
    resultElement({ ...data, sub_results: instance.getDisplaySubResults(data, MOST_SECTIONS) }, SITE, languages);
  return element;
}
