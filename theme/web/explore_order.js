// The order of practices. The catalog stands in the order of titles, so that a lower place is an earlier title.

/** @import { Catalog, Found, Practice, Sort } from "./explore_types.d.ts" */

/**
 * Return a function that puts places of the catalog in the order asked for; what is equal stands by title. The catalog
 * is sorted once, every list of places is then a part of it.
 * @param {Catalog} catalog
 * @returns {(places: number[], sort: Sort, found: Found | null) => number[]}
 */
export function ordering({ vocabularies, practices }) {
  const title = [...practices.keys()];
  const grades = Object.keys(vocabularies.evidence);
  /** @param {(one: Practice, other: Practice) => number} compare */
  const sorted = (compare) => title.toSorted((one, other) => compare(practices[one], practices[other]));
  const orders = {
    title,
    newest: sorted((one, other) => compareText(other.added, one.added) || (other.year ?? 0) - (one.year ?? 0)),
    evidence: sorted((one, other) => grades.indexOf(gradeOf(one)) - grades.indexOf(gradeOf(other))),
  };
  return (places, sort, found) => {
    const wanted = new Set(places);
    const order = sort === "relevance" ? (found?.places ?? title) : orders[sort];
    return order.filter((place) => wanted.has(place));
  };
}

/** @param {Practice} practice */
const gradeOf = (practice) => practice.facets.evidence[0];

/**
 * @param {string} one
 * @param {string} other
 */
const compareText = (one, other) => Number(one > other) - Number(one < other);
