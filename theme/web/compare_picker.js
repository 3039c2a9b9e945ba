// Adds a practice to the comparison: by its title, with the browser's own list of suggestions, or from the selection.
import { button, fill, h, setText } from "./dom.js";
import { ownLanguage } from "./practice_words.js";
import { fold } from "./search_query.js";
import { titleMatcher } from "./title_match.js";

/** @import { Parts, Practice } from "./explore_types.d.ts" */

/** The most practices that are offered where a text fits several. */
const MOST_OFFERED = 8;

/**
 * Return the practices that a text means: the one with this title, else those in which its words occur.
 * @param {Practice[]} practices
 * @returns {(text: string) => Practice[]}
 */
export function practiceFinder(practices) {
  const match = titleMatcher(practices);
  return (text) => {
    const same = practices.filter(({ title }) => fold(title) === fold(text.trim()));
    return same.length ? same : match(text).map((place) => practices[place]);
  };
}

export class ComparePicker {
  /**
   * @param {Parts} parts
   * @param {(practice: Practice) => void} add
   */
  constructor(parts, add) {
    const { t, catalog } = parts;
    this.parts = parts;
    this.add = add;
    this.find = practiceFinder(catalog.practices);
    /** @type {ReadonlySet<string>} */
    this.compared = new Set();
    this.input = h("input", { id: "vc-title", list: "vc-titles", autocomplete: "off", "aria-describedby": "vc-help vc-said" });
    this.titles = h("datalist", { id: "vc-titles" });
    this.said = h("p", { id: "vc-said", role: "status" });
    this.offers = h("ul", { class: "vc-offers" });
    this.selected = h("div", {});
    const submit = (/** @type {Event} */ event) => (event.preventDefault(), this.#submit());
    this.form = h(
      "form",
      { class: "vc-add", onsubmit: submit },
      h("label", { for: "vc-title" }, t("compare-add")),
      h("p", { class: "vw-small", id: "vc-help" }, t("compare-add-help")),
      h("div", { class: "vc-row" }, this.input, this.titles, h("button", { class: "vw-button" }, t("compare-add-button"))),
      this.said,
      this.offers,
      this.selected,
    );
    this.full = h("p", { class: "vw-notice", hidden: true }, t("compare-full"));
    this.element = h("div", { class: "vc-picker" }, this.form, this.full);
  }

  /**
   * Show what can be added to these practices.
   * @param {Practice[]} compared
   * @param {Practice[]} selected  the practices of the selection
   * @param {boolean} full
   */
  show(compared, selected, full) {
    const { t, catalog } = this.parts;
    this.compared = new Set(compared.map(({ slug }) => slug));
    const left = (/** @type {Practice} */ { slug }) => !this.compared.has(slug);
    this.form.hidden = full;
    this.full.hidden = !full;
    fill(this.titles, ...catalog.practices.filter(left).map(({ title }) => h("option", { value: title })));
    const offered = selected.filter(left);
    fill(this.selected, offered.length > 0 && h("h3", {}, t("compare-from-selection")), this.#choices(offered));
  }

  /** Forget what was typed. */
  reset() {
    this.input.value = "";
    setText(this.said, "");
    fill(this.offers);
  }

  #submit() {
    const { t } = this.parts;
    const text = this.input.value;
    const found = this.find(text);
    const left = found.filter(({ slug }) => !this.compared.has(slug));
    fill(this.offers);
    if (left.length === 1) this.add(left[0]);
    else if (left.length) setText(this.said, t("compare-add-several"));
    else if (found.length) setText(this.said, t("compare-add-there", { title: found[0].title }));
    else setText(this.said, text.trim() ? t("compare-add-none", { text }) : t("compare-add-empty"));
    if (left.length > 1) this.offers.replaceWith((this.offers = this.#choices(left.slice(0, MOST_OFFERED))));
  }

  /** @param {Practice[]} practices */
  #choices(practices) {
    const { lang } = this.parts;
    return h("ul", { class: "vc-offers" }, ...practices.map((one) =>
      h("li", {}, button(`+ ${one.title}`, () => this.add(one), { class: "vc-link", ...ownLanguage(one, lang) }))));
  }
}
