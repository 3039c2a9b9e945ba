// On every page: opens the search, and marks the words by which it found the page. Everything else is loaded at need.
import { asksForSearch } from "./search_keys.js";

const PARAMETER = "highlight";
const place = document.querySelector("[data-search-page]");
const link = document.querySelector("a[data-search]");

/** @param {Event} event */
async function open(event) {
  event.preventDefault();
  const field = place?.querySelector("input");
  if (field) field.focus();
  else if (!place) await (await import("./search_dialog.js")).openDialog();
}

/** @param {MouseEvent} event */
function openAtClick(event) {
  if (!(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) open(event);
}

async function markFoundWords() {
  await import(new URL("../../../pagefind/pagefind-highlight.js", import.meta.url).href);
  new window.PagefindHighlight({
    highlightParam: PARAMETER,
    markContext: document.querySelector("main"),
    markOptions: { className: "vw-found", accuracy: "exactly", exclude: ["[data-pagefind-ignore] *"] },
    addStyles: false,
  });
}

if (link instanceof HTMLAnchorElement) {
  link.setAttribute("aria-haspopup", place ? "false" : "dialog");
  link.setAttribute("aria-keyshortcuts", "Control+K Meta+K /");
  link.addEventListener("click", openAtClick);
  document.addEventListener("keydown", (event) => asksForSearch(event) && open(event));
}
if (place) (await import("./search_page.js")).showSearch(place);
if (new URLSearchParams(location.search).has(PARAMETER)) markFoundWords();
