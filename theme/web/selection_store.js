// The selection of this window.
import { openSelection } from "./selection_storage.js";

const selection = openSelection(window);

export const {
  read: readSelection,
  replace: replaceSelection,
  toggle: toggleSelected,
  keeping: selectionKeeping,
  onChange: onSelectionChange,
} = selection;
