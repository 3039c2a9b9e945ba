// The selection on every page: its link in the header, and a button wherever the page has a place for one.
import { queryOfSlugs } from "./practice_query.js";
import { onSelectionChange, readSelection, selectionKeeping, toggleSelected } from "./selection_store.js";

const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a[data-selection]"));

/** @param {string[]} slugs */
function showLink(slugs) {
  if (!link) return;
  const name = linkName(slugs);
  link.hidden = slugs.length === 0;
  link.querySelector("[data-name]")?.replaceChildren(name);
  link.querySelector("[data-number]")?.replaceChildren(number(slugs));
  link.title = name;
  link.search = selectionKeeping() === "kept" ? "" : queryOfSlugs(slugs);
}

/** @param {string[]} slugs */
const number = (slugs) => slugs.length.toLocaleString(document.documentElement.lang);

/** @param {string[]} slugs */
const linkName = (slugs) => (link?.dataset.count ?? "").replace("{n}", number(slugs));

/** @param {HTMLElement} place */
function prepare(place) {
  const { selectionSlug = "", add = "", added = "", notKept = "" } = place.dataset;
  const button = document.createElement("button");
  const open = document.createElement("a");
  const note = document.createElement("p");
  button.type = "button";
  button.className = "vw-button";
  note.className = "vw-small";
  note.setAttribute("role", "status");
  const show = (/** @type {string[]} */ slugs) => {
    const chosen = slugs.includes(selectionSlug);
    button.setAttribute("aria-pressed", String(chosen));
    button.textContent = chosen ? added : add;
    open.hidden = slugs.length === 0;
    open.textContent = linkName(slugs);
    open.href = link?.href ?? "";
    note.textContent = chosen && selectionKeeping() === "not-kept" ? notKept : "";
  };
  button.addEventListener("click", () => toggleSelected(selectionSlug));
  place.replaceChildren(button, open, note);
  onSelectionChange(show);
  show(readSelection());
}

onSelectionChange(showLink);
showLink(readSelection());
document.querySelectorAll("[data-selection-slug]").forEach((place) => prepare(/** @type {HTMLElement} */ (place)));
