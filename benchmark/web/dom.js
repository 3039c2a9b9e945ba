// Elements without markup: text is always set as text, so that nothing from a file can become part of the page.

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * Return an element. Properties: `on…` functions are listeners, `true` and `false` set or leave out an attribute,
 * `null` leaves it out, `value` and `checked` set the state of a control, everything else is an attribute.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [properties]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  element.append(...present(children));
  for (const [name, value] of Object.entries(properties)) setProperty(element, name, value);
  return element;
}

/**
 * @param {HTMLElement} element
 * @param {string} name
 * @param {unknown} value
 */
function setProperty(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === "function") element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
  else if (name === "value" || name === "checked") Object.assign(element, { [name]: value });
  else element.setAttribute(name, value === true ? "" : String(value));
}

/**
 * @param {Child[]} children
 * @returns {(Node | string)[]}
 */
const present = (children) =>
  children
    .filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (typeof child === "number" ? String(child) : /** @type {Node | string} */ (child)));

/**
 * Put other children in the place of those an element has.
 * @param {Element} element
 * @param {...Child} children
 */
export const fill = (element, ...children) => element.replaceChildren(...present(children));

/**
 * Set the text of an element only where it differs, so that a live region speaks of changes alone.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Return a button.
 * @param {string} text
 * @param {() => void} act
 * @param {Record<string, unknown>} [properties]
 */
export const button = (text, act, properties = {}) =>
  h("button", { type: "button", class: "vw-button", onclick: act, ...properties }, text);

/**
 * Return a labelled control with its help and a place for its error.
 * @param {{label: string, control: HTMLElement, help?: string, error?: HTMLElement}} parts
 */
export function field({ label, control, help, error }) {
  const helpId = `${control.id}-help`;
  const describedBy = [help && helpId, error?.id].filter(Boolean).join(" ");
  if (describedBy) control.setAttribute("aria-describedby", describedBy);
  return h(
    "div",
    { class: "vb-field" },
    h("label", { for: control.id }, label),
    help && h("p", { class: "vb-help", id: helpId }, help),
    control,
    error,
  );
}

/**
 * Return a select from pairs of value and text.
 * @param {{id: string, options: [string, string][], value: string, onchange?: (value: string) => void}} parts
 */
export const select = ({ id, options, value, onchange }) =>
  h(
    "select",
    {
      id,
      class: "vb-select",
      value,
      onchange: onchange && ((/** @type {Event} */ event) => onchange(/** @type {HTMLSelectElement} */ (event.target).value)),
    },
    ...options.map(([key, text]) => h("option", { value: key }, text)),
  );

/**
 * Offer a text, or a file of the visitor, for download.
 * @param {string} name
 * @param {string | File} content
 * @param {string} [type]
 */
export function download(name, content, type = "application/json") {
  const address = URL.createObjectURL(new Blob([content], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
