// The comparison as a table: a column for each practice, a row for each property.
import { button, h } from "./dom.js";
import { ownLanguage } from "./practice_words.js";

/** @import { Item, Row } from "./compare_types.d.ts" */
/** @import { Parts, Practice } from "./explore_types.d.ts" */

/**
 * Return the table in a frame that scrolls where it is too wide.
 * @param {Parts} parts
 * @param {{practices: Practice[], rows: Row[], remove: (practice: Practice) => void}} comparison
 */
export function comparisonTable(parts, { practices, rows, remove }) {
  const { t, number } = parts;
  const corner = h("th", { scope: "col" }, t("compare-property"));
  const heads = practices.map((practice) => columnHead(parts, practice, () => remove(practice)));
  const table = h(
    "table",
    { class: "vc-table" },
    h("caption", {}, t("compare-caption", { n: number(practices.length) })),
    h("thead", {}, h("tr", {}, corner, ...heads)),
    h("tbody", {}, ...rows.map((row) => tableRow(parts, row))),
  );
  return scrollable(h("div", { class: "vw-table vc-frame" }, table), t("compare-region"));
}

/**
 * @param {Parts} parts
 * @param {Practice} practice
 * @param {() => void} remove
 */
function columnHead({ t, home, lang }, { slug, title, address, ...own }, remove) {
  return h(
    "th",
    { scope: "col" },
    h("a", { href: home + address, ...ownLanguage(own, lang) }, title),
    button(t("selection-remove"), remove, { class: "vc-link", "data-slug": slug, "aria-label": t("compare-remove-this", { title }) }),
  );
}

/**
 * @param {Parts} parts
 * @param {Row} row
 */
const tableRow = (parts, { name, label, cells, differs }) =>
  h(
    "tr",
    { "data-row": name, "data-differs": differs },
    h("th", { scope: "row" }, label),
    ...cells.map((items) => h("td", {}, cellContent(parts, items))),
  );

/**
 * @param {Parts} parts
 * @param {Item[]} items
 */
function cellContent({ t, lang }, items) {
  if (items.length === 0) return h("span", { class: "vw-small" }, t("compare-none"));
  const shown = items.map((item) => itemContent(item, lang));
  return shown.length === 1 ? h("p", {}, ...shown[0]) : h("ul", {}, ...shown.map((parts) => h("li", {}, ...parts)));
}

/**
 * @param {Item} item
 * @param {string} lang
 */
function itemContent({ text, language, note }, lang) {
  const own = language ? ownLanguage(language, lang) : {};
  return [h("bdi", own, text), note ? ` (${note})` : ""];
}

/**
 * Let the keyboard scroll a frame while its table is too wide for it.
 * @param {HTMLElement} frame
 * @param {string} name
 */
function scrollable(frame, name) {
  const follow = () => {
    const wide = frame.scrollWidth > frame.clientWidth;
    const attributes = { tabindex: "0", role: "region", "aria-label": name };
    for (const [key, value] of Object.entries(attributes)) wide ? frame.setAttribute(key, value) : frame.removeAttribute(key);
  };
  new ResizeObserver(follow).observe(frame);
  return frame;
}
