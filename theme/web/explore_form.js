// The words to look for and the order of what they find.
import { fill, h } from "./dom.js";
import { LONGEST_TEXT, sortOf, sortsFor } from "./explore_state.js";

/** @import { Parts, Sort, State } from "./explore_types.d.ts" */

/** How long after a letter the search waits for the next, in milliseconds: shorter than anyone notices. */
const PAUSE = 120;

export class ExploreForm {
  #timer = 0;

  /**
   * @param {Parts} parts
   * @param {{text: (text: string) => void, sort: (sort: Sort) => void}} acts
   */
  constructor({ t }, { text, sort }) {
    this.t = t;
    this.act = text;
    const oninput = () => this.#wait();
    const plain = { autocomplete: "off", spellcheck: "false", maxlength: LONGEST_TEXT };
    this.input = h("input", { type: "search", id: "vx-text", name: "q", ...plain, oninput });
    const onsubmit = (/** @type {Event} */ event) => this.#submit(event);
    const label = h("label", { for: this.input.id }, t("explore-text"));
    this.element = h("form", { class: "vx-form", role: "search", onsubmit }, label, this.input);
    this.select = h("select", { id: "vx-sort", onchange: () => sort(/** @type {Sort} */ (this.select.value)) });
    this.order = h("p", { class: "vx-order" }, h("label", { for: this.select.id }, t("explore-sort")), " ", this.select);
  }

  /** @param {string} text */
  setText(text) {
    clearTimeout(this.#timer);
    this.input.value = text;
  }

  /** @param {State} state */
  showOrder(state) {
    const options = sortsFor(state.text);
    if (options.length !== this.select.length) {
      fill(this.select, ...options.map((sort) => h("option", { value: sort }, this.t(`explore-sort-${sort}`))));
    }
    this.select.value = sortOf(state);
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.act(this.input.value), PAUSE);
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    clearTimeout(this.#timer);
    this.act(this.input.value);
  }
}
