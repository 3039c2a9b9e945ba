// Other orders of a list.

/**
 * Return a list in which one item stands so many places further down, as far as the list goes.
 * @param {readonly string[]} list
 * @param {string} item
 * @param {number} by  negative: further up
 */
export function moved(list, item, by) {
  const others = list.filter((other) => other !== item);
  const place = Math.max(0, list.indexOf(item) + by);
  return [...others.slice(0, place), item, ...others.slice(place)];
}

/**
 * Return a list with the items of another that it lacks at its end.
 * @param {readonly string[]} list
 * @param {readonly string[]} more
 */
export const joined = (list, more) => [...new Set([...list, ...more])];
