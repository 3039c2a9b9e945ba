// The entry of the explore page.
import { ExplorePage } from "./explore_page.js";
import { fullText } from "./full_text.js";
import { startPage } from "./practice_page.js";
import { readJson } from "./search_places.js";

void startPage("vw-explore", (root, parts) => {
  const search = fullText(parts.catalog.practices, () => loadIndex(parts.lang));
  new ExplorePage({ ...parts, search }).start(root);
});

/** @param {string} lang */
async function loadIndex(lang) {
  const [{ search }, pages] = await Promise.all([import("./pagefind.js"), readJson(`pagefind/pages.${lang}.json`)]);
  return { search, pages };
}
