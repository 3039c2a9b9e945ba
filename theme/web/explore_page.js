// The explore page as a whole: the address is the state, every change of it is shown, and every act changes it.
import { fill, h } from "./dom.js";
import { ordering } from "./explore_order.js";
import { ExploreChips } from "./explore_chips.js";
import { ExploreFacets } from "./explore_facets.js";
import { ExploreForm } from "./explore_form.js";
import { ExploreResults } from "./explore_results.js";
import { EVERYTHING, queryOf, sortOf, stateOf, withSort, withText, withToggled } from "./explore_state.js";
import { countFacets, indexFacets } from "./facet_counts.js";

/** @import { Found, Ignored, Parts, State } from "./explore_types.d.ts" */

/** How much of what the address asks for in vain is repeated: so many values, each with so many characters. */
const MOST_VALUES = 5;
const LONGEST_VALUE = 60;

export class ExplorePage {
  /** @type {State} */
  #state = EVERYTHING;
  /** @type {Ignored[]} */
  #ignored = [];
  #turn = 0;
  #typing = false;

  /** @param {Parts & {search: (text: string) => Promise<Found>}} parts */
  constructor(parts) {
    this.parts = parts;
    this.index = indexFacets(parts.catalog);
    this.order = ordering(parts.catalog);
    this.form = new ExploreForm(parts, {
      text: (text) => this.#change(withText(this.#state, text), true),
      sort: (sort) => this.#change(withSort(this.#state, sort)),
    });
    const toggle = (/** @type {string} */ facet, /** @type {string} */ term) =>
      this.#change(withToggled(this.#state, facet, term, parts.catalog.vocabularies));
    this.facets = new ExploreFacets(parts, toggle, () => this.results.focus());
    this.chips = new ExploreChips(parts, {
      toggle,
      clear: () => this.#clear(),
      focusResults: () => this.results.focus(),
    });
    this.results = new ExploreResults(parts, () => this.#more());
    this.notes = h("div", { class: "vx-notes" });
  }

  /**
   * Put the parts on the page and show what the address asks for, now and whenever the visitor goes back.
   * @param {HTMLElement} root
   */
  start(root) {
    const { facets, form, chips, results, notes } = this;
    const shown = [results.head, chips.element, notes, form.order, results.element];
    const main = h("section", { class: "vx-main", "aria-labelledby": results.heading.id }, ...shown);
    root.replaceChildren(form.element, facets.switch, h("div", { class: "vx-columns" }, facets.element, main));
    addEventListener("popstate", () => this.#follow());
    this.#follow();
  }

  #follow() {
    const { state, ignored } = stateOf(location.search, this.parts.catalog.vocabularies);
    this.#typing = false;
    this.#ignored = ignored;
    this.#state = state;
    this.form.setText(state.text);
    void this.#update();
  }

  /**
   * Go to another state. Letters typed one after the other are one step back.
   * @param {State} state
   * @param {boolean} [typed]
   */
  #change(state, typed = false) {
    const address = location.pathname + queryOf(state, this.parts.catalog.vocabularies);
    if (typed && this.#typing) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    this.#typing = typed;
    this.#ignored = [];
    this.#state = state;
    void this.#update();
  }

  #clear() {
    this.form.setText("");
    this.#change(EVERYTHING);
  }

  #more() {
    this.#state = { ...this.#state, page: this.#state.page + 1 };
    history.replaceState(null, "", location.pathname + queryOf(this.#state, this.parts.catalog.vocabularies));
    void this.#update();
  }

  async #update() {
    const state = this.#state;
    const turn = ++this.#turn;
    const found = state.text ? await this.parts.search(state.text) : null;
    if (turn === this.#turn) this.#show(state, found);
  }

  /**
   * @param {State} state
   * @param {Found | null} found
   */
  #show(state, found) {
    const { catalog } = this.parts;
    const { places, counts } = countFacets(this.index, state.chosen, found && found.places);
    this.results.show(this.order(places, sortOf(state), found), state.page);
    this.facets.show(state.chosen, counts);
    this.chips.show(state);
    this.form.showOrder(state);
    fill(this.notes, ...this.#notes(found));
    for (const link of otherLanguages()) link.search = queryOf(state, catalog.vocabularies);
  }

  /** @param {Found | null} found */
  #notes(found) {
    const { t } = this.parts;
    const values = this.#ignored
      .slice(0, MOST_VALUES)
      .map(({ name, value }) => h("li", {}, h("bdi", {}, `${name}=${value.slice(0, LONGEST_VALUE)}`)));
    return [
      values.length > 0 && h("div", { class: "vw-notice" }, h("p", {}, t("explore-ignored")), h("ul", {}, ...values)),
      found?.corrected && h("p", { class: "vw-notice" }, t("search-corrected", { words: found.corrected })),
      found && !found.complete && h("p", { class: "vw-notice" }, t("explore-titles-only")),
    ];
  }
}

/** Return the links to this page in other languages: terms are the same there, so that a choice outlives the change. */
const otherLanguages = () => /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-language]"));
