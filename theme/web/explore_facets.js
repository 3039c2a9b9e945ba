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
 * @property {string} label
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
    this.facets = Object.keys(catalog.vocabularies).map(
      (facet, at) => new Facet(parts, facet, at < OPEN, (term) => toggle(facet, term)),
    );
    const fold = { class: "vw-button vx-fold", "aria-controls": "vx-facets" };
    this.switch = button("", () => this.#fold(this.element.hasAttribute("data-open")), fold);
    this.element = h(
      "section",
      { class: "vx-facets", id: "vx-facets", "aria-labelledby": "vx-filters" },
      h("h2", { id: "vx-filters" }, t("explore-filters")),
      ...this.facets.map(({ element }) => element),
      button(t("explore-show-results"), () => (this.#fold(true), focusResults()), { class: "vw-button vx-fold" }),
    );
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
    for (const facet of this.facets) facet.show(chosen[facet.name] ?? [], counts.get(facet.name) ?? new Map());
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
    // Whole numbers as keys always rise; the latest year comes first.
    const terms = Object.entries(catalog.vocabularies[name]);
    if (name === "year") terms.reverse();
    this.#rows = new Map(terms.map(([term, label]) => [term, row(name, term, label, toggle)]));
    this.chosen = h("span", { class: "vx-facet__chosen" });
    const legend = h("legend", { class: "vw-hidden" }, t(name));
    const list = h("ul", {}, ...[...this.#rows.values()].map(({ element }) => element));
    this.element = h(
      "details",
      { class: "vx-facet", open },
      h("summary", {}, h("span", {}, t(name)), " ", this.chosen),
      h("fieldset", {}, legend, terms.length > LONG && this.#shortener(), list),
    );
  }

  #shortener() {
    const id = `vx-in-${this.name}`;
    const oninput = () => this.#shorten(input.value);
    const input = h("input", { type: "search", id, autocomplete: "off", spellcheck: "false", oninput });
    return h("p", { class: "vx-shorten" }, h("label", { for: id }, this.t("explore-shorten")), input);
  }

  /** @param {string} text */
  #shorten(text) {
    const wanted = fold(text.trim());
    for (const { element, label } of this.#rows.values()) element.toggleAttribute("data-out", !fold(label).includes(wanted));
  }

  /**
   * @param {string[]} chosen
   * @param {Map<string, number>} counts
   */
  show(chosen, counts) {
    for (const [term, { element, box, count }] of this.#rows) {
      const n = counts.get(term) ?? 0;
      box.checked = chosen.includes(term);
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
 * @param {(term: string) => void} toggle
 * @returns {Row}
 */
function row(name, term, label, toggle) {
  const box = h("input", { type: "checkbox", name, value: term, onchange: () => toggle(term) });
  const count = h("span", { class: "vw-number" });
  const element = h("li", {}, h("label", {}, box, h("span", { class: "vx-term" }, label), " ", count));
  return { element, box, count, label };
}
