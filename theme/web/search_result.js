// One result: title, excerpt and sections, set as text; in another language than the page it says which.
import { h } from "./dom.js";
import { LANG } from "./search_places.js";
import { pieces } from "./search_marks.js";

/** @import { ResultData } from "./search_types.d.ts" */

/**
 * Return the element of a result, with the classes that Pagefind's component gives its own.
 * @param {ResultData} data
 * @param {URL} site the folder of the site
 * @param {Record<string, string>} languages their names by code
 */
export function resultElement(data, site, languages) {
  const lang = languageOf(data.url, site);
  const other = lang !== LANG && Object.hasOwn(languages, lang);
  const title = h("p", { class: "pf-result-title" }, h("a", { class: "pf-result-link", href: data.url }, data.meta.title));
  if (other) title.append(" ", h("span", { class: "vw-search__language", lang: LANG }, languages[lang]));
  const card = h("div", { class: "pf-result-card" }, h("div", { class: "pf-result-content" }, title, excerpt(data.excerpt)));
  return h("li", { class: "pf-result", ...(other && { lang, dir: "auto" }) }, card, sections(data));
}

/**
 * @param {string} url
 * @param {URL} site
 */
function languageOf(url, site) {
  return new URL(url, site).pathname.slice(site.pathname.length).split("/")[0];
}

/** @param {ResultData} data */
function sections({ sub_results: found }) {
  if (!found.length) return null;
  const items = found.map(({ title, url, excerpt: text }) =>
    h("li", { class: "pf-heading-chip" }, sectionLink(title, url), excerpt(text, "pf-heading-excerpt")),
  );
  return h("ul", { class: "pf-heading-chips" }, ...items);
}

/**
 * @param {string} title
 * @param {string} url
 */
function sectionLink(title, url) {
  return h("a", { class: "pf-heading-link", href: url }, title);
}

/**
 * @param {string} text
 * @param {string} [name]
 */
function excerpt(text, name = "pf-result-excerpt") {
  return h("p", { class: name }, ...pieces(text).map(({ text: part, mark }) => (mark ? h("mark", {}, part) : part)));
}
