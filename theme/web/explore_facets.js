// The facets: checkboxes with the number of practices that each would show, folded away behind a button on phones.
import { button, h, setText } from "./dom.js";
import { fold } from "./search_query.js";

/** @import { Choices, Parts } from "./explore_types.d.ts" */

/** So many facets stand open at first, and those with a choice. */
const OPEN = 1;

/** A list with more terms than this gets a box to shorten it. */
const LONG = 12;

/**
 * @typedef {object} Row
 * @property {HTMLElement} element
 * @property {HTMLInputElement} box
 * @property {HTMLElement} count
 * @property {boolean} used whether any practice has the term
 */

export class ExploreFacets {
  /**
   * @param {Parts} parts
   * @param {(facet: string, term: string) => void} toggle
   * @param {() => void} focusResults
   */
  constructor(parts, toggle, focusResults) {
    this.parts = parts;
    const { t, catalog } = parts;
    this.facets = Object.keys(catalog.vocabularies).map((facet, at) => new Facet(parts, facet, at < OPEN, (term) => toggle(facet, term)));
    this.switch = button("", () => this.#fold(this.element.hasAttribute("data-open")), { class: "vw-button vx-fold", "aria-controls": "vx-facets" });
    const done = button(t("explore-show-results"), () => (this.#fold(true), focusResults()), { class: "vw-button vx-fold" });
    this.element = h("section", { class: "vx-facets", id: "vx-facets", "aria-labelledby": "vx-filters" },
      h("h2", { id: "vx-filters" }, t("explore-filters")), ...this.facets.map(({ element }) => element), done);
    this.#fold(true);
  }

  /** @param {boolean} away */
  #fold(away) {
    this.element.toggleAttribute("data-open", !away);
    this.switch.setAttribute("aria-expanded", String(!away));
  }

  /**
   * @param {Choices} chosen
   * @param {Map<string, Map<string, number>>} counts
   */
  show(chosen, counts) {
    const { t, number } = this.parts;
    for (const facet of this.facets) facet.show(chosen[facet.name] ?? [], /** @type {Map<string, number>} */ (counts.get(facet.name)));
    const total = Object.values(chosen).flat().length;
    setText(this.switch, total ? t("explore-filters-chosen", { n: number(total) }) : t("explore-filters"));
  }
}

class Facet {
  /** @type {Map<string, Row>} */
  #rows;

  /**
   * @param {Parts} parts
   * @param {string} name
   * @param {boolean} open
   * @param {(term: string) => void} toggle
   */
  constructor({ catalog, t, number }, name, open, toggle) {
    this.name = name;
    this.t = t;
    this.number = number;
    const used = new Set(catalog.practices.flatMap(({ facets }) => facets[name] ?? []));
    // Whole numbers as keys always rise; the latest year comes first.
    const terms = Object.entries(catalog.vocabularies[name]);
    this.#rows = new Map((name === "year" ? terms.reverse() : terms).map(([term, label]) => [term, row(name, term, label, used.has(term), toggle)]));
    this.chosen = h("span", { class: "vx-facet__chosen" });
    this.element = h("details", { class: "vx-facet", open },
      h("summary", {}, h("span", {}, t(name)), " ", this.chosen),
      h("fieldset", {}, h("legend", { class: "vw-hidden" }, t(name)), used.size > LONG && this.#shortener(),
        h("ul", {}, ...[...this.#rows.values()].map(({ element }) => element))));
  }

  #shortener() {
    const id = `vx-in-${this.name}`;
    const input = h("input", { type: "search", id, autocomplete: "off", spellcheck: "false", oninput: () => this.#shorten(input.value) });
    return h("p", { class: "vx-shorten" }, h("label", { for: id }, this.t("explore-shorten")), input);
  }

  /** @param {string} text */
  #shorten(text) {
    const wanted = fold(text.trim());
    for (const { element } of this.#rows.values()) element.toggleAttribute("data-out", !fold(element.textContent ?? "").includes(wanted));
  }

  /**
   * @param {string[]} chosen
   * @param {Map<string, number>} counts
   */
  show(chosen, counts) {
    for (const [term, { element, box, count, used }] of this.#rows) {
      const n = counts.get(term) ?? 0;
      box.checked = chosen.includes(term);
      element.hidden = !used && !box.checked;
      element.toggleAttribute("data-none", n === 0);
      setText(count, this.number(n));
    }
    if (chosen.length && !this.chosen.textContent) this.element.open = true;
    setText(this.chosen, chosen.length ? this.t("explore-chosen", { n: this.number(chosen.length) }) : "");
  }
}

/**
 * @param {string} name
 * @param {string} term
 * @param {string} label
 * @param {boolean} used
 * @param {(term: string) => void} toggle
 * @returns {Row}
 */
function row(name, term, label, used, toggle) {
  const box = h("input", { type: "checkbox", name, value: term, onchange: () => toggle(term) });
  const count = h("span", { class: "vw-number" });
  const element = h("li", {}, h("label", {}, box, h("span", { class: "vx-term" }, label), " ", count));
  return { element, box, count, used };
}
