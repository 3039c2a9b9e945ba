// Counts over sets of practices as bits, 32 to a word: 2,500 practices are 79 words, so that a choice costs nothing.

/** @import { Catalog, Choices } from "./explore_types.d.ts" */

/** @typedef {Uint32Array} Bits Bit n of word w stands for the practice at place 32 w + n of the catalog. */

/**
 * @typedef {object} FacetIndex
 * @property {number} size the number of practices
 * @property {Map<string, Map<string, Bits>>} facets the practices of every term of every facet
 */

/**
 * Return the practices of every term as bits.
 * @param {Catalog} catalog
 * @returns {FacetIndex}
 */
export function indexFacets({ vocabularies, practices }) {
  const facets = new Map(
    Object.entries(vocabularies).map(([facet, labels]) => [
      facet,
      new Map(Object.keys(labels).map((term) => [term, noBits(practices.length)])),
    ]),
  );
  practices.forEach((practice, place) => {
    for (const [facet, terms] of facets) {
      for (const term of practice.facets[facet] ?? []) setBit(terms.get(term), place);
    }
  });
  return { size: practices.length, facets };
}

/**
 * Return the places that fit, and for every term how many practices it has among those that fit the choices of all
 * other facets: within a facet one chosen term is enough, between facets all must hold.
 * @param {FacetIndex} index
 * @param {Choices} chosen
 * @param {Iterable<number> | null} found the places that a text finds, null without a text
 * @returns {{places: number[], counts: Map<string, Map<string, number>>}}
 */
export function countFacets(index, chosen, found) {
  const start = found ? bitsOf(index.size, found) : allBits(index.size);
  const masks = new Map(
    [...index.facets].flatMap(([facet, terms]) => (chosen[facet]?.length ? [[facet, union(terms, chosen[facet], index.size)]] : [])),
  );
  /** @param {string} [but] */
  const fitting = (but) => [...masks].reduce((bits, [facet, mask]) => (facet === but ? bits : both(bits, mask)), start);
  const all = fitting();
  const counts = new Map(
    [...index.facets].map(([facet, terms]) => [facet, countTerms(terms, masks.has(facet) ? fitting(facet) : all)]),
  );
  return { places: placesOf(all), counts };
}

/**
 * @param {Map<string, Bits>} terms
 * @param {Bits} within
 * @returns {Map<string, number>}
 */
const countTerms = (terms, within) => new Map([...terms].map(([term, bits]) => [term, countBoth(bits, within)]));

/**
 * @param {Map<string, Bits>} terms
 * @param {string[]} chosen
 * @param {number} size
 */
function union(terms, chosen, size) {
  const result = noBits(size);
  for (const term of chosen) terms.get(term)?.forEach((word, at) => (result[at] |= word));
  return result;
}

/** @param {number} size */
const noBits = (size) => new Uint32Array(Math.ceil(size / 32));

/** @param {number} size */
function allBits(size) {
  const bits = noBits(size).fill(0xffffffff);
  if (size % 32) bits[bits.length - 1] = 2 ** (size % 32) - 1;
  return bits;
}

/**
 * @param {number} size
 * @param {Iterable<number>} places
 */
function bitsOf(size, places) {
  const bits = noBits(size);
  for (const place of places) setBit(bits, place);
  return bits;
}

/**
 * @param {Bits | undefined} bits
 * @param {number} place
 */
function setBit(bits, place) {
  if (bits) bits[place >>> 5] |= 1 << (place & 31);
}

/**
 * @param {Bits} one
 * @param {Bits} other
 */
const both = (one, other) => one.map((word, at) => word & other[at]);

/**
 * @param {Bits} one
 * @param {Bits} other
 */
function countBoth(one, other) {
  let count = 0;
  for (let at = 0; at < one.length; at += 1) count += ones(one[at] & other[at]);
  return count;
}

/**
 * Return how many bits of a word are set, added up in pairs, fours, eights (Warren, Hacker's Delight, 5-1).
 * @param {number} word
 */
function ones(word) {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** @param {Bits} bits */
function placesOf(bits) {
  /** @type {number[]} */
  const places = [];
  bits.forEach((word, at) => {
    for (let rest = word; rest; rest &= rest - 1) places.push(at * 32 + 31 - Math.clz32(rest & -rest));
  });
  return places;
}
