// The chosen practices in their order, each with what moves it, removes it, or picks it for the comparison.
import { button, fill, h } from "./dom.js";
import { labelsOf, ownLanguage } from "./practice_words.js";
import { FACTS } from "./selection_exports.js";

/** @import { Parts, Practice } from "./explore_types.d.ts" */

/**
 * @typedef {object} ListActs
 * @property {(slug: string, by: number) => void} move
 * @property {(slug: string) => void} remove
 * @property {() => void} pick
 */

export class SelectionList {
  /** The slugs that are ticked for the comparison. @type {Set<string>} */
  picked = new Set();

  /**
   * @param {Parts} parts
   * @param {(practice: Practice) => string} addressOf
   * @param {ListActs} acts
   */
  constructor(parts, addressOf, acts) {
    this.parts = parts;
    this.addressOf = addressOf;
    this.acts = acts;
    this.bySlug = new Map(parts.catalog.practices.map((practice) => [practice.slug, practice]));
    this.element = h("ol", { class: "vc-list" });
  }

  /** @param {string[]} slugs */
  show(slugs) {
    fill(this.element, ...slugs.map((slug, place) => this.#item(slug, place, slugs.length)));
  }

  /**
   * Put the focus on a button of an item: on the wanted one, or its neighbour where that is out of use.
   * @param {string} slug
   * @param {string} act
   */
  focus(slug, act) {
    const buttons = [...this.element.querySelectorAll("button")].filter((one) => one.dataset.slug === slug && !one.disabled);
    (buttons.find((one) => one.dataset.act === act) ?? buttons[0])?.focus();
  }

  /**
   * @param {string} slug
   * @param {number} place
   * @param {number} total
   */
  #item(slug, place, total) {
    const { t } = this.parts;
    const practice = this.bySlug.get(slug);
    const title = practice?.title ?? slug;
    const act = (/** @type {string} */ name, /** @type {() => void} */ does, out = false) =>
      button(t(`selection-${name}`), does, { class: "vc-link", "data-slug": slug, "data-act": name, disabled: out, "aria-label": t(`selection-${name}-this`, { title }) });
    return h(
      "li",
      { class: "vc-item" },
      practice ? this.#known(practice) : h("p", { class: "vc-item__unknown" }, t("selection-unknown"), " ", h("bdi", {}, slug)),
      h(
        "p",
        { class: "vc-acts" },
        practice && this.#box(practice),
        act("up", () => this.acts.move(slug, -1), place === 0),
        act("down", () => this.acts.move(slug, 1), place === total - 1),
        act("remove", () => this.acts.remove(slug)),
      ),
    );
  }

  /** @param {Practice} practice */
  #known(practice) {
    const { t, catalog, lang } = this.parts;
    const own = ownLanguage(practice, lang);
    const labels = (/** @type {string} */ facet) => labelsOf(practice, facet, catalog.vocabularies).join(", ");
    const facts = FACTS.filter((facet) => labels(facet)).map((facet) => h("div", {}, h("dt", {}, t(facet)), h("dd", {}, labels(facet))));
    return h(
      "div",
      {},
      h("h3", {}, h("a", { href: this.addressOf(practice), ...own }, practice.title)),
      h("p", own, practice.summary),
      h("p", { class: "vw-card__facts" }, h("span", {}, labels("country")), " ", h("span", {}, labels("evidence"))),
      h("p", { class: "vc-printed" }, h("bdi", { dir: "ltr" }, this.addressOf(practice))),
      h("dl", { class: "vc-printed" }, ...facts),
    );
  }

  /** @param {Practice} practice */
  #box({ slug, title }) {
    const { t } = this.parts;
    const follow = (/** @type {Event} */ event) => {
      if (/** @type {HTMLInputElement} */ (event.target).checked) this.picked.add(slug);
      else this.picked.delete(slug);
      this.acts.pick();
    };
    const box = h("input", { type: "checkbox", name: "p", value: slug, checked: this.picked.has(slug), onchange: follow, "aria-label": t("selection-pick-this", { title }) });
    return h("label", { class: "vc-pick" }, box, h("span", { "aria-hidden": "true" }, t("selection-pick")));
  }
}
