// The page that compares practices: its address names them, every change of the address is shown, every act changes it.
import { copyButton } from "./copy_text.js";
import { ComparePicker } from "./compare_picker.js";
import { rowsOf } from "./compare_rows.js";
import { comparisonTable } from "./compare_table.js";
import { button, fill, h, setText } from "./dom.js";
import { FEWEST, MOST, keepInOtherLanguages, practicesOf, queryOfSlugs, slugsAsked } from "./practice_query.js";
import { onSelectionChange, readSelection } from "./selection_store.js";

/** @import { Facts, Row } from "./compare_types.d.ts" */
/** @import { Parts, Practice } from "./explore_types.d.ts" */
/** @import { Asked } from "./practice_query.js" */

export class ComparePage {
  /** @type {Asked} */
  #asked = { practices: [], unknown: [] };

  /**
   * @param {Parts} parts
   * @param {Record<string, Facts>} facts
   */
  constructor(parts, facts) {
    const { t } = parts;
    this.parts = parts;
    this.facts = facts;
    this.picker = new ComparePicker(parts, (practice) => this.#add(practice));
    this.said = h("p", { role: "status", class: "vw-hidden" });
    this.notes = h("div", {});
    this.table = h("div", {});
    this.only = h("input", { type: "checkbox", id: "vc-only", onchange: () => this.#showRows() });
    this.shown = h("span", { class: "vw-small", role: "status" });
    const copy = copyButton({ id: "vc-copy", label: t("compare-copy"), text: () => location.href, t });
    this.tools = h(
      "div",
      { class: "vc-tools" },
      h("label", { for: "vc-only" }, this.only, t("compare-only-differences")),
      this.shown,
      copy,
      button(t("compare-print"), () => print()),
    );
  }

  /**
   * Put the parts on the page and show what the address asks for, now and whenever the visitor goes back.
   * @param {HTMLElement} root
   */
  start(root) {
    root.replaceChildren(this.said, this.notes, this.tools, this.table, this.picker.element);
    addEventListener("popstate", () => this.#follow());
    onSelectionChange(() => this.#showPicker());
    this.#follow();
  }

  #follow() {
    this.#asked = practicesOf(slugsAsked(location.search), this.parts.catalog.practices);
    this.#show();
  }

  /** @param {Practice[]} practices */
  #change(practices) {
    this.#asked = { practices, unknown: [] };
    history.pushState(null, "", location.pathname + queryOfSlugs(practices.map(({ slug }) => slug)));
    this.#show();
  }

  /** @param {Practice} practice */
  #add(practice) {
    this.#change([...this.#asked.practices, practice]);
    this.#tell("compare-added", practice);
    this.picker.reset();
    this.#focus(this.picker.form.hidden ? `[data-slug="${practice.slug}"]` : "#vc-title");
  }

  /** @param {Practice} practice */
  #remove(practice) {
    const place = this.#asked.practices.indexOf(practice);
    this.#change(this.#asked.practices.filter((other) => other !== practice));
    this.#tell("compare-removed", practice);
    const next = this.#asked.practices[Math.min(place, MOST - 1, this.#asked.practices.length - 1)];
    this.#focus(next ? `[data-slug="${next.slug}"]` : "#vc-title");
  }

  /**
   * @param {string} key
   * @param {Practice} practice
   */
  #tell = (key, { title }) => setText(this.said, this.parts.t(key, { title }));

  /** @param {string} selector */
  #focus = (selector) => /** @type {HTMLElement | null} */ (document.querySelector(selector))?.focus();

  #show() {
    const { catalog, t } = this.parts;
    const practices = this.#asked.practices.slice(0, MOST);
    /** @type {Row[]} */
    const rows = rowsOf({ catalog, facts: this.facts, practices, t });
    const remove = (/** @type {Practice} */ practice) => this.#remove(practice);
    const table = comparisonTable(this.parts, { practices, rows, remove });
    fill(this.notes, ...this.#notes());
    fill(this.table, practices.length > 0 && table);
    this.tools.hidden = practices.length < FEWEST;
    this.#showRows();
    this.#showPicker();
    keepInOtherLanguages(queryOfSlugs(this.#asked.practices.map(({ slug }) => slug)));
  }

  #showRows() {
    const rows = /** @type {HTMLElement[]} */ ([...this.table.querySelectorAll("tr[data-row]")]);
    const only = this.only.checked && this.#asked.practices.length >= FEWEST;
    for (const row of rows) row.hidden = only && row.dataset.differs === undefined;
    const { t, number } = this.parts;
    const shown = rows.filter((row) => !row.hidden).length;
    setText(this.shown, only ? t("compare-rows", { shown: number(shown), n: number(rows.length) }) : "");
  }

  #showPicker() {
    const { practices } = this.#asked;
    const selected = practicesOf(readSelection(), this.parts.catalog.practices).practices;
    this.picker.show(practices, selected, practices.length >= MOST);
  }

  #notes() {
    const { t, number } = this.parts;
    const { practices, unknown } = this.#asked;
    const left = practices.slice(MOST);
    const few = ["compare-none-yet", "compare-one-more"][practices.length];
    return [
      few && h("p", { class: "vw-notice" }, t(few)),
      unknown.length > 0 && note(t("compare-unknown"), unknown),
      left.length > 0 && note(t("compare-too-many", { n: number(practices.length) }), left.map(({ title }) => title)),
    ];
  }
}

/**
 * @param {string} text
 * @param {string[]} items
 */
const note = (text, items) =>
  h("div", { class: "vw-notice" }, h("p", {}, text), h("ul", {}, ...items.map((item) => h("li", {}, h("bdi", {}, item)))));
