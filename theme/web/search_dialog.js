// The search in a dialog over the page.
import { h } from "./dom.js";
import { keepSlash, slashOpens } from "./search_keys.js";
import { complete, made, openSearch } from "./search_parts.js";
import { once, vocabulary } from "./search_places.js";

/** @import { ModalElement } from "./search_types.d.ts" */

const dialog = once(async () => {
  const instance = await openSearch();
  const modal = /** @type {ModalElement} */ (made("pagefind-modal", { class: "vw-search" }));
  document.body.append(modal);
  await complete(instance, modal);
  modal.querySelector("pagefind-modal-footer")?.append(await slashChoice());
  return modal;
});

/** Open the dialog; the first time its parts are loaded. */
export async function openDialog() {
  (await dialog()).open();
}

async function slashChoice() {
  const { strings } = await vocabulary();
  const box = h("input", { type: "checkbox", checked: slashOpens() });
  box.addEventListener("change", () => keepSlash(box.checked));
  return h("label", { class: "vw-search__choice" }, box, strings["search-slash-key"]);
}
