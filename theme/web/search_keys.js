// The keys that open the search: Ctrl or Command with K, and the slash unless the reader switched it off.

const KEY = "vetwork-search-slash";
const FIELDS = "input, textarea, select, [contenteditable]";

/** Return whether the slash opens the search. */
export function slashOpens() {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

/**
 * Remember on this device whether the slash opens the search.
 * @param {boolean} on
 */
export function keepSlash(on) {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  } catch {
    // Storage is blocked: the choice cannot be kept.
  }
}

/**
 * Return whether a key asks for the search.
 * @param {KeyboardEvent} event
 */
export function asksForSearch(event) {
  if (event.defaultPrevented || event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === "k" && !event.shiftKey;
  const inField = event.target instanceof Element && event.target.closest(FIELDS);
  return event.key === "/" && !inField && slashOpens();
}
