// The selection of this window.
import { openSelection } from "./selection_storage.js";

const selection = openSelection(window);

export const {
  read: readSelection,
  replace: replaceSelection,
  toggle: toggleSelected,
  remove: removeSelected,
  clear: clearSelection,
  keeping: selectionKeeping,
  onChange: onSelectionChange,
} = selection;
