// The search in a dialog over the page.
import { h } from "./dom.js";
import { once, vocabulary } from "./search_places.js";
import { made, searchParts } from "./search_parts.js";
import { keepSlash, slashOpens } from "./search_keys.js";

/** @import { ModalElement } from "./search_types.d.ts" */

const dialog = once(async () => {
  const { config, input, body } = await searchParts();
  const modal = /** @type {ModalElement} */ (made("pagefind-modal", { class: "vw-search" }));
  modal.append(
    within("pagefind-modal-header", input),
    within("pagefind-modal-body", ...body),
    within("pagefind-modal-footer", made("pagefind-keyboard-hints"), await slashChoice()),
  );
  document.body.append(config, modal);
  return modal;
});

/** Open the dialog; the first time its parts are loaded. */
export async function openDialog() {
  (await dialog()).open();
}

/**
 * @param {string} tag
 * @param {...HTMLElement} children
 */
function within(tag, ...children) {
  const element = made(tag);
  element.append(...children);
  return element;
}

async function slashChoice() {
  const { strings } = await vocabulary();
  const box = h("input", { type: "checkbox", checked: slashOpens() });
  box.addEventListener("change", () => keepSlash(box.checked));
  return h("label", { class: "vw-search__choice" }, box, strings["search-slash-key"]);
}
