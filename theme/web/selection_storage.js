// The practices that a visitor set aside: their slugs, the same in every language, kept in this browser and nowhere else.

/** @typedef {"kept" | "not-kept" | "unreadable"} Keeping Whether the browser keeps the list; `unreadable`: what it kept was none. */

/**
 * @typedef {object} SelectionStore
 * @property {() => string[]} read  Return the slugs in the order that the visitor gave them.
 * @property {(slugs: readonly string[]) => string[]} replace  Keep other slugs in their place; what is no slug is left out.
 * @property {(slug: string) => string[]} toggle  Add a slug at the end, or remove it.
 * @property {(slug: string) => string[]} remove
 * @property {() => string[]} clear
 * @property {() => Keeping} keeping
 * @property {(callback: (slugs: string[]) => void) => void} onChange  Hear of every change, here and in other tabs.
 */

/** What the store needs of a window. @typedef {EventTarget & {readonly localStorage: Pick<Storage, "getItem" | "setItem">}} Place */

const KEY = "vetwork-selection";
const CHANGED = "vetwork-selection-changed";
const SLUG = /^(?=.{1,80}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Return the slugs in a list, each once.
 * @param {readonly unknown[]} list
 * @returns {string[]}
 */
export const slugsIn = (list) => [...new Set(list.filter(isSlug))];

/** @type {(item: unknown) => item is string} */
const isSlug = (item) => typeof item === "string" && SLUG.test(item);

/**
 * Return the selection of a window. Several stores of one window agree: each hears of the changes of the others.
 * @param {Place} place
 * @returns {SelectionStore}
 */
export function openSelection(place) {
  /** The list while the browser does not keep it. @type {string[] | null} */
  let memory = null;

  const stored = () => {
    try {
      return parsed(place.localStorage.getItem(KEY));
    } catch {
      return null;
    }
  };

  const read = () => [...(memory ?? stored()?.slugs ?? [])];

  /** @type {SelectionStore["keeping"]} */
  const keeping = () => {
    const found = memory ? null : stored();
    return found ? (found.whole ? "kept" : "unreadable") : "not-kept";
  };

  /** @type {SelectionStore["replace"]} */
  const replace = (list) => {
    const slugs = slugsIn(list);
    place.dispatchEvent(new CustomEvent(CHANGED, { detail: write(slugs) ? null : slugs }));
    return read();
  };

  /** @param {string[]} slugs */
  const write = (slugs) => {
    try {
      place.localStorage.setItem(KEY, JSON.stringify(slugs));
      return true;
    } catch {
      return false;
    }
  };

  /** @param {string} slug */
  const remove = (slug) => replace(read().filter((other) => other !== slug));

  place.addEventListener(CHANGED, (event) => (memory = /** @type {CustomEvent} */ (event).detail));
  place.addEventListener("storage", (event) => isOurs(event) && (memory = null));
  return {
    read,
    keeping,
    replace,
    remove,
    toggle: (slug) => (read().includes(slug) ? remove(slug) : replace([...read(), slug])),
    clear: () => replace([]),
    onChange: (callback) => {
      place.addEventListener(CHANGED, () => callback(read()));
      place.addEventListener("storage", (event) => isOurs(event) && callback(read()));
    },
  };
}

/**
 * Return whether another tab changed the list, or emptied the whole storage.
 * @param {Event} event
 */
const isOurs = (event) => [KEY, null].includes(/** @type {StorageEvent} */ (event).key);

/**
 * Return the slugs in what the browser kept, and whether it was a list of slugs and nothing else.
 * @param {string | null} text
 */
function parsed(text) {
  if (text === null) return { slugs: [], whole: true };
  try {
    const list = JSON.parse(text);
    const slugs = Array.isArray(list) ? slugsIn(list) : [];
    return { slugs, whole: Array.isArray(list) && slugs.length === list.length };
  } catch {
    return { slugs: [], whole: false };
  }
}
