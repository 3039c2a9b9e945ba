// The practices that fit: their number, and a batch of cards at a time.
import { button, fill, h, setText } from "./dom.js";
import { labelsOf, ownLanguage } from "./practice_words.js";
import { onSelectionChange, readSelection, toggleSelected } from "./selection_store.js";

/** @import { Parts, Practice } from "./explore_types.d.ts" */

/** How many cards a batch has: few to draw, enough to look through. */
export const BATCH = 24;

export class ExploreResults {
  /** @type {number[]} */
  #shown = [];
  #focusNext = false;

  /**
   * @param {Parts} parts
   * @param {() => void} more
   */
  constructor(parts, more) {
    this.parts = parts;
    const { t } = parts;
    this.heading = h("h2", { id: "vx-results", tabindex: "-1" }, t("explore-results"));
    this.count = h("p", { class: "vw-count", role: "status" });
    this.head = h("div", { class: "vx-head" }, this.heading, this.count);
    this.cards = h("ul", { class: "vw-cards" });
    this.more = button("", () => ((this.#focusNext = true), more()), { class: "vw-button vx-more" });
    this.none = h("p", { hidden: true }, t("explore-none"));
    this.element = h("div", {}, this.none, this.cards, this.more);
    onSelectionChange(() => this.#showSelection());
    this.#showSelection();
  }

  /** Bring the visitor to the results. */
  focus() {
    this.heading.focus();
  }

  /**
   * Show the first batches of these places of the catalog; what stands there already stays.
   * @param {number[]} places
   * @param {number} page
   */
  show(places, page) {
    const { t, number } = this.parts;
    const wanted = places.slice(0, page * BATCH);
    const goesOn = wanted.length > this.#shown.length && this.#shown.every((place, at) => place === wanted[at]);
    const cards = wanted.slice(goesOn ? this.#shown.length : 0).map((place) => this.#card(this.parts.catalog.practices[place]));
    if (goesOn) this.cards.append(...cards);
    else fill(this.cards, ...cards);
    if (this.#focusNext && goesOn) cards[0].querySelector("a")?.focus();
    this.#focusNext = false;
    this.#shown = wanted;
    this.#showSelection();
    this.none.hidden = places.length > 0;
    this.more.hidden = wanted.length === places.length;
    setText(this.more, t("explore-more", { n: number(places.length - wanted.length) }));
    setText(this.count, t("explore-count", { n: number(places.length) }));
  }

  /** @param {Practice} practice */
  #card(practice) {
    const { slug, title, summary, address } = practice;
    const { t, home, catalog, lang } = this.parts;
    const own = ownLanguage(practice, lang);
    const facts = ["country", "evidence"].flatMap((facet) => labelsOf(practice, facet, catalog.vocabularies));
    const box = h("input", { type: "checkbox", value: slug, onchange: () => toggleSelected(slug) });
    const name = h("span", {}, t("selection-added"), h("span", { class: "vw-hidden", ...own }, `: ${title}`));
    return h(
      "li",
      { class: "vw-card" },
      h("h3", { class: "vw-card__title" }, h("a", { href: home + address, ...own }, title)),
      h("p", { class: "vw-card__summary", ...own }, summary),
      h("p", { class: "vw-card__facts" }, ...facts.flatMap((fact) => [h("span", {}, fact), " "])),
      h("label", { class: "vx-select" }, box, name),
    );
  }

  #showSelection() {
    const selected = readSelection();
    for (const box of this.cards.querySelectorAll("input")) box.checked = selected.includes(box.value);
  }
}
