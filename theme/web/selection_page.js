// The page of the selection: the list, what can be done with it, and practices from a shared link.
import { copyButton } from "./copy_text.js";
import { button, download, h, setText } from "./dom.js";
import { FEWEST, MOST, keepInOtherLanguages, practicesOf, queryOfSlugs, slugsAsked } from "./practice_query.js";
import { csvOf, linksOf } from "./selection_exports.js";
import { SelectionList } from "./selection_list.js";
import { showOffer } from "./selection_offer.js";
import { joined, moved } from "./selection_order.js";
import { onSelectionChange, readSelection, replaceSelection, selectionKeeping } from "./selection_store.js";

/** @import { Parts, Practice } from "./explore_types.d.ts" */

export class SelectionPage {
  /** @param {Parts} parts */
  constructor(parts) {
    const { t } = parts;
    this.parts = parts;
    this.addressOf = (/** @type {Practice} */ { address }) => parts.home + address;
    this.list = new SelectionList(parts, this.addressOf, {
      move: (slug, by) => this.#move(slug, by),
      remove: (slug) => this.#remove(slug),
      pick: () => this.#showPicked(),
    });
    this.offer = h("section", { class: "vc-offer", "aria-labelledby": "vc-offer", hidden: true });
    this.trouble = h("p", { class: "vw-notice", hidden: true });
    this.said = h("span", { role: "status" });
    this.undo = button(t("selection-undo"), () => {}, { id: "vc-undo", hidden: true });
    this.empty = h("p", { hidden: true }, t("selection-empty", { add: t("selection-add") }));
    this.count = h("h2", { id: "vc-count", tabindex: "-1" });
    this.picked = h("span", { class: "vw-small", role: "status" });
    this.compare = h("button", { class: "vw-button" }, t("selection-compare"));
    this.form = this.#form();
    this.export = this.#exports();
  }

  /** @param {HTMLElement} root */
  start(root) {
    const message = h("p", { class: "vc-row vc-message" }, this.said, this.undo);
    root.replaceChildren(this.offer, this.trouble, this.count, message, this.empty, this.form, this.export);
    const slugs = readSelection();
    if (slugs.length <= MOST) this.list.picked = new Set(slugs);
    onSelectionChange(() => this.#show());
    addEventListener("popstate", () => this.#show());
    this.#show();
  }

  #form() {
    const { t, home } = this.parts;
    const check = (/** @type {Event} */ event) => this.#pickedFits() || (event.preventDefault(), this.#showPicked());
    return h(
      "form",
      { action: `${home}compare/`, class: "vc-chosen", onsubmit: check },
      this.list.element,
      h("p", { class: "vc-row" }, this.compare, this.picked, button(t("selection-clear"), () => this.#clear(), { id: "vc-clear" })),
    );
  }

  #exports() {
    const { t, catalog } = this.parts;
    const links = () => linksOf(this.#practices(), this.addressOf);
    const share = () => location.origin + location.pathname + queryOfSlugs(readSelection());
    const csv = () => download("selection.csv", csvOf(this.#practices(), { catalog, addressOf: this.addressOf, t }), "text/csv;charset=utf-8");
    return h(
      "section",
      { class: "vc-export", "aria-labelledby": "vc-export" },
      h("h2", { id: "vc-export" }, t("selection-export")),
      h("p", {}, t("selection-share-explained")),
      copyButton({ id: "vc-share", label: t("selection-copy-share"), text: share, t }),
      copyButton({ id: "vc-links", label: t("selection-copy-links"), text: links, t }),
      h(
        "p",
        { class: "vc-row" },
        button(t("selection-text-file"), () => download("selection.txt", links(), "text/plain;charset=utf-8")),
        button(t("selection-csv"), csv),
        button(t("selection-print"), () => print()),
      ),
    );
  }

  #practices = () => practicesOf(readSelection(), this.parts.catalog.practices).practices;

  /** Return the practices of the list that are ticked. */
  #ticked = () => this.#practices().filter(({ slug }) => this.list.picked.has(slug));

  #pickedFits() {
    const { length } = this.#ticked();
    return length >= FEWEST && length <= MOST;
  }

  #show() {
    const { t, number } = this.parts;
    const slugs = readSelection();
    const keeping = selectionKeeping();
    this.list.show(slugs);
    this.empty.hidden = slugs.length > 0;
    this.form.hidden = this.export.hidden = slugs.length === 0;
    this.trouble.hidden = keeping === "kept";
    setText(this.trouble, keeping === "kept" ? "" : t(`selection-${keeping}`));
    setText(this.count, t("selection-practices", { n: number(slugs.length) }));
    this.#showPicked();
    this.#showOffer(slugs);
  }

  #showPicked() {
    const { t, number } = this.parts;
    setText(this.picked, this.#pickedFits() ? "" : t("selection-pick-range", { n: number(this.#ticked().length) }));
  }

  /** @param {string[]} selected */
  #showOffer(selected) {
    const asked = practicesOf(slugsAsked(location.search), this.parts.catalog.practices);
    keepInOtherLanguages(location.search);
    const close = () => {
      history.replaceState(null, "", location.pathname);
      this.#show();
      this.count.focus();
    };
    const add = (/** @type {string[]} */ slugs) => {
      this.#replace(joined(readSelection(), slugs), "selection-offer-added", { n: this.parts.number(slugs.length) });
      close();
    };
    showOffer(this.offer, this.parts, { asked, selected, add, refuse: close });
  }

  /**
   * @param {string} slug
   * @param {number} by
   */
  #move(slug, by) {
    const slugs = moved(readSelection(), slug, by);
    replaceSelection(slugs);
    const { number } = this.parts;
    this.#tell("selection-moved", { title: this.#title(slug), n: number(slugs.indexOf(slug) + 1), total: number(slugs.length) });
    this.list.focus(slug, by < 0 ? "up" : "down");
  }

  /** @param {string} slug */
  #remove(slug) {
    this.#replace(readSelection().filter((other) => other !== slug), "selection-removed", { title: this.#title(slug) });
    this.undo.focus();
  }

  #clear() {
    this.#replace([], "selection-cleared", {});
    this.undo.focus();
  }

  /** @param {string} slug */
  #title = (slug) => this.list.bySlug.get(slug)?.title ?? slug;

  /**
   * Put another list in the place of this one, say so, and offer the way back.
   * @param {string[]} slugs
   * @param {string} key
   * @param {Record<string, string>} names
   */
  #replace(slugs, key, names) {
    const before = readSelection();
    replaceSelection(slugs);
    this.#tell(key, names);
    this.undo.hidden = false;
    this.undo.onclick = () => {
      replaceSelection(joined(before, readSelection().filter((slug) => !slugs.includes(slug))));
      this.#tell("selection-undone", {});
      this.count.focus();
    };
  }

  /**
   * @param {string} key
   * @param {Record<string, string>} names
   */
  #tell(key, names) {
    this.undo.hidden = true;
    setText(this.said, this.parts.t(key, names));
  }
}
