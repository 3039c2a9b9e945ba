// What is chosen, each with a way to take it back.
import { button, fill, h } from "./dom.js";

/** @import { Parts, State } from "./explore_types.d.ts" */

export class ExploreChips {
  /**
   * @param {Parts} parts
   * @param {{toggle: (facet: string, term: string) => void, clear: () => void, focusResults: () => void}} acts
   */
  constructor({ catalog, t }, acts) {
    this.vocabularies = catalog.vocabularies;
    this.t = t;
    this.acts = acts;
    this.list = h("ul", { class: "vx-chips", "aria-label": t("explore-active") });
    this.clear = button(t("explore-clear"), acts.clear);
    this.element = h("div", { class: "vx-active", hidden: true }, this.list, this.clear);
  }

  /** @param {State} state */
  show({ text, chosen }) {
    const focus = this.#focusedPlace();
    const chips = Object.entries(chosen).flatMap(([facet, terms]) => terms.map((term) => this.#chip(facet, term)));
    fill(this.list, ...chips);
    this.list.hidden = !chips.length;
    this.element.hidden = !chips.length && !text;
    if (focus !== null) this.#focus(focus);
  }

  /**
   * @param {string} facet
   * @param {string} term
   */
  #chip(facet, term) {
    const what = `${this.t(facet)}: ${this.vocabularies[facet][term]}`;
    const mark = h("span", { class: "vx-chip__mark", "aria-hidden": "true" }, "×");
    const act = () => this.acts.toggle(facet, term);
    const remove = h("span", { class: "vw-hidden" }, ` – ${this.t("explore-remove")}`);
    return h("li", {}, h("button", { type: "button", class: "vx-chip", onclick: act }, what, remove, mark));
  }

  /** Return the place of the chip that has the focus, or that of the last one for "clear all"; null without focus. */
  #focusedPlace() {
    if (!this.element.contains(document.activeElement)) return null;
    return [...this.list.children].findIndex((item) => item.contains(document.activeElement));
  }

  /**
   * Keep the focus near a chip that went away: on the next one, else on the results.
   * @param {number} place
   */
  #focus(place) {
    const left = this.list.querySelectorAll("button");
    if (left.length && place >= 0) left[Math.min(place, left.length - 1)].focus();
    else if (this.element.hidden || place >= 0) this.acts.focusResults();
  }
}
