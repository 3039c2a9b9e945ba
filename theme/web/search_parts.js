// Pagefind's component with our words, our results and the choice of languages, in the dialog and on the search page.
import { h } from "./dom.js";
import { INDEX, SITE, once, vocabulary } from "./search_places.js";
import { resultElement } from "./search_result.js";

/** @import { Instance, ResultsElement } from "./search_types.d.ts" */

const MOST_SECTIONS = 3;
// More results are counted and not drawn: thousands of places would make every key slow.
const MOST_PAGES = "20";
// The component waits so long, in milliseconds, after a key for the next one.
const PAUSE = "20";
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
 * Return Pagefind's search with our words, and where it finds our module in the place of Pagefind.
 * @returns {Promise<Instance>}
 */
export async function openSearch() {
  const [{ strings }] = await Promise.all([vocabulary(), component()]);
  const instance = window.PagefindComponents.getInstanceManager().getInstance("default");
  instance.setTranslations({
    search_label: strings["search-field"],
    placeholder: strings["search-field"],
    clear_search: strings["search-clear"],
    input_hint: strings["search-hint"],
  });
  document.body.append(made("pagefind-config", { "bundle-path": OURS.href }));
  return instance;
}

/**
 * Add to field, summary and results of Pagefind's component what it has not: the choice of all languages, which is
 * returned, the note about corrected words, and results of other languages that say so.
 * @param {Instance} instance
 * @param {Element} place
 */
export async function complete(instance, place) {
  const { strings, languages } = await vocabulary();
  const [summary, results] = [find(place, "pagefind-summary"), find(place, "pagefind-results")];
  results.setAttribute("max-results", MOST_PAGES);
  const choice = h("input", { type: "checkbox" });
  choice.addEventListener("change", () => runSearch(instance, instance.searchTerm, choice.checked));
  find(place, "pagefind-input").setAttribute("debounce", PAUSE);
  summary.before(h("label", { class: "vw-search__choice" }, choice, strings["search-all-languages"]));
  summary.after(correctionNote(instance, strings["search-corrected"]));
  /** @type {ResultsElement} */ (results).resultTemplate = (data) =>
    resultElement({ ...data, sub_results: instance.getDisplaySubResults(data, MOST_SECTIONS) }, SITE, languages);
  return choice;
}

/**
 * @param {Element} place
 * @param {string} tag
 */
function find(place, tag) {
  return /** @type {HTMLElement} */ (place.querySelector(tag));
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
