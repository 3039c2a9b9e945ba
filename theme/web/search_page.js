// The search on a page of its own: what is looked for stands in the address, so that it can be kept and passed on.
import { complete, made, openSearch, runSearch } from "./search_parts.js";

/**
 * Put the search into its place and look for what the address says.
 * @param {Element} place
 */
export async function showSearch(place) {
  const instance = await openSearch();
  place.replaceChildren(...["pagefind-input", "pagefind-summary", "pagefind-results"].map((tag) => made(tag)));
  const choice = await complete(instance, place);
  const asked = new URLSearchParams(location.search);
  choice.checked = asked.has("all");
  instance.on("search", (text, filters) => keep(text, Boolean(filters?.all)));
  if (asked.get("q") || choice.checked) runSearch(instance, asked.get("q") ?? "", choice.checked);
}

/**
 * @param {string} text
 * @param {boolean} all
 */
function keep(text, all) {
  const query = new URLSearchParams({ ...(text && { q: text }), ...(all && { all: "1" }) }).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
}
