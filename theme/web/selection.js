// The entry of the page of the selection.
import { startPage } from "./practice_page.js";
import { SelectionPage } from "./selection_page.js";

void startPage("vw-selection", (root, parts) => new SelectionPage(parts).start(root));
