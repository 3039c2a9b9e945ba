// The entry of the page that compares practices.
import { ComparePage } from "./compare_page.js";
import { loadFile, startPage } from "./practice_page.js";

/** @import { Facts } from "./compare_types.d.ts" */

void startPage("vw-compare", async (root, parts) => {
  /** @type {Record<string, Facts>} */
  const facts = await loadFile(`comparison.${parts.lang}.json`);
  new ComparePage(parts, facts).start(root);
});
