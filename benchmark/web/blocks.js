// The pieces that every section of the results is made of.
import { button, h } from "./dom.js";
import { indicatorName } from "./figures.js";
/** @import {View} from "./view_types.js" */

/** @typedef {Node | string} Piece */
/** @typedef {Piece | null | false} Child */

/**
 * Return a section with its heading; `id` is also the start of the ids inside it.
 * @param {string} id
 * @param {string} title
 * @param {...Child} children
 */
export const section = (id, title, ...children) =>
  h(
    "section",
    { class: `vr-section ${id}`, id, "aria-labelledby": `${id}-title` },
    h("h3", { id: `${id}-title`, tabindex: "-1" }, title),
    ...children,
  );

/**
 * Return a paragraph.
 * @param {Piece} text
 * @param {Record<string, unknown>} [properties]
 */
export const paragraph = (text, properties = {}) => h("p", properties, text);

/**
 * Return a small paragraph that explains something.
 * @param {string} text
 */
export const explanation = (text) => h("p", { class: "vw-small" }, text);

/**
 * Return a list, or nothing where it would be empty.
 * @param {Child[]} items
 * @param {Record<string, unknown>} [properties]
 */
export const list = (items, properties = {}) =>
  items.length ? h("ul", properties, ...items.map((item) => h("li", {}, item))) : null;

/** What belongs into the parts that have not been opened yet. @type {WeakMap<Element, () => Child[]>} */
const bodies = new WeakMap();

/**
 * Return a part that opens on demand; what is in it is made when it opens, since most results are looked at without.
 * @param {string} id
 * @param {string} summary
 * @param {() => Child[]} body
 */
export function fold(id, summary, body) {
  const part = h("details", { class: "vr-fold", id }, h("summary", { id: `${id}-summary` }, summary));
  part.addEventListener("toggle", () => part.open && complete(part));
  bodies.set(part, body);
  return part;
}

/** @param {Element} part */
function complete(part) {
  const body = bodies.get(part);
  if (body) part.append(h("div", { class: "vr-fold__body" }, ...body()));
  bodies.delete(part);
}

/**
 * Open a part at once.
 * @param {Element} part
 */
export function openFold(part) {
  complete(part);
  part.setAttribute("open", "");
}

/**
 * Return a table whose first column names the rows; columns from `numbersFrom` on hold numbers.
 * @param {{caption: string, head: string[], rows: Child[][], numbersFrom?: number}} parts
 */
export function table({ caption, head, rows, numbersFrom = 1 }) {
  const kind = (/** @type {number} */ column) => ({ class: column >= numbersFrom ? "vr-figure" : null });
  const body = rows.map(([name, ...cells]) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, name),
      ...cells.map((cell, column) => h("td", kind(column + 1), cell)),
    ),
  );
  const heads = head.map((text, column) => h("th", { scope: "col", ...kind(column) }, text));
  const parts = [h("caption", {}, caption), h("thead", {}, h("tr", {}, ...heads)), h("tbody", {}, ...body)];
  return scrollable(h("table", {}, ...parts), caption);
}

/**
 * Return a frame in which a wide table scrolls. The keyboard reaches it unless its table fits; whether it does is known
 * once the frame is laid out.
 * @param {HTMLElement} content
 * @param {string} name
 */
function scrollable(content, name) {
  const reached = { tabindex: "0", role: "region", "aria-label": name };
  const frame = h("div", { class: "vw-table", ...reached }, content);
  new ResizeObserver(() => {
    const wide = frame.scrollWidth > frame.clientWidth;
    for (const [attribute, value] of Object.entries(reached)) {
      if (wide) frame.setAttribute(attribute, value);
      else frame.removeAttribute(attribute);
    }
  }).observe(frame);
  return frame;
}

/**
 * Return a list of terms with their values and what they mean.
 * @param {[string, Piece, string?][]} facts
 */
export const factList = (facts) =>
  h(
    "dl",
    { class: "vr-facts" },
    ...facts.map(([term, value, meaning]) =>
      h(
        "div",
        {},
        h("dt", {}, term),
        h("dd", {}, h("strong", {}, value)),
        meaning ? h("dd", { class: "vw-small" }, meaning) : null,
      ),
    ),
  );

/**
 * Return a button that opens an indicator in the questionnaire; nothing where the answers are only read.
 * @param {View} view
 * @param {string} id
 * @param {string} place  makes the id of the button unique
 */
export function openButton(view, id, place) {
  if (view.readOnly) return null;
  const label = view.t("open-indicator-named", { indicator: indicatorName(view, id) });
  const open = () => view.actions.openIndicator(id);
  return button(view.t("open-indicator"), open, { class: "vr-open", id: `${place}-open-${id}`, "aria-label": label });
}
