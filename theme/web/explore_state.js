// What the visitor asked for, as the query of an address and back: the address is the state.

/** @import { Catalog, Choices, Ignored, Sort, State } from "./explore_types.d.ts" */

/** @type {readonly Sort[]} */
export const SORTS = ["relevance", "newest", "evidence", "title"];

/** The most characters of a text: enough for every question, too few to slow anything down. */
export const LONGEST_TEXT = 200;

/** @type {State} */
export const EVERYTHING = Object.freeze({ text: "", chosen: {}, sort: null, page: 1 });

/**
 * Return the orders that make sense: without a text nothing is more relevant than anything else.
 * @param {string} text
 */
export const sortsFor = (text) => (text ? SORTS : SORTS.filter((sort) => sort !== "relevance"));

/**
 * Return the usual order: the first that makes sense.
 * @param {string} text
 */
const usualSort = (text) => sortsFor(text)[0];

/**
 * Return the order in which a state shows its practices.
 * @param {State} state
 */
export const sortOf = ({ text, sort }) => (sort && sortsFor(text).includes(sort) ? sort : usualSort(text));

/**
 * Return the state with another text, in the one form in which it is kept.
 * @param {State} state
 * @param {string} text
 * @returns {State}
 */
export const withText = (state, text) => canonical({ ...state, text: tidy(text), page: 1 });

/**
 * Return the state with another order.
 * @param {State} state
 * @param {Sort} sort
 * @returns {State}
 */
export const withSort = (state, sort) => canonical({ ...state, sort, page: 1 });

/**
 * Return the state with a term chosen that was not, or the other way round.
 * @param {State} state
 * @param {string} facet
 * @param {string} term
 * @param {Catalog["vocabularies"]} vocabularies
 * @returns {State}
 */
export function withToggled(state, facet, term, vocabularies) {
  const before = state.chosen[facet] ?? [];
  const after = before.includes(term) ? before.filter((other) => other !== term) : [...before, term];
  const inOrder = Object.keys(vocabularies[facet]).filter((other) => after.includes(other));
  const { [facet]: _, ...others } = state.chosen;
  return { ...state, chosen: inOrder.length ? { ...others, [facet]: inOrder } : others, page: 1 };
}

/**
 * Return the query of an address for a state: empty for everything, else from `?` on; the same for equal states.
 * @param {State} state
 * @param {Catalog["vocabularies"]} vocabularies
 */
export function queryOf(state, vocabularies) {
  const query = new URLSearchParams();
  if (state.text) query.append("q", state.text);
  for (const facet of Object.keys(vocabularies)) {
    for (const term of state.chosen[facet] ?? []) query.append(facet, term);
  }
  if (state.sort) query.append("sort", state.sort);
  if (state.page > 1) query.append("page", String(state.page));
  return query.size ? `?${query}` : "";
}

/**
 * Return the state that the query of an address asks for, and the values that mean nothing here.
 * Unknown names are passed over: other sites add theirs to links.
 * @param {string} text
 * @param {Catalog["vocabularies"]} vocabularies
 * @returns {{state: State, ignored: Ignored[]}}
 */
export function stateOf(text, vocabularies) {
  const query = new URLSearchParams(text);
  const [chosen, unknown] = choicesOf(query, vocabularies);
  const sort = /** @type {Sort | null} */ (query.get("sort"));
  const page = query.get("page") ?? "1";
  const ignored = [...unknown];
  const sortIsKnown = sort === null || SORTS.includes(sort);
  const pageIsKnown = /^[1-9]\d{0,3}$/.test(page);
  if (!sortIsKnown) ignored.push({ name: "sort", value: sort });
  if (!pageIsKnown) ignored.push({ name: "page", value: page });
  const state = { text: tidy(query.get("q") ?? ""), chosen, sort: sortIsKnown ? sort : null, page: pageIsKnown ? Number(page) : 1 };
  return { state: canonical(state), ignored };
}

/**
 * @param {URLSearchParams} query
 * @param {Catalog["vocabularies"]} vocabularies
 * @returns {[Choices, Ignored[]]}
 */
function choicesOf(query, vocabularies) {
  /** @type {Choices} */
  const chosen = {};
  const ignored = [];
  for (const [facet, labels] of Object.entries(vocabularies)) {
    const asked = new Set(query.getAll(facet));
    const known = Object.keys(labels).filter((term) => asked.delete(term));
    if (known.length) chosen[facet] = known;
    ignored.push(...[...asked].map((value) => ({ name: facet, value })));
  }
  return [chosen, ignored];
}

/**
 * Return a state whose order is left out where it is the usual one.
 * @param {State} state
 * @returns {State}
 */
function canonical(state) {
  const sort = sortOf(state);
  return { ...state, sort: sort === usualSort(state.text) ? null : sort };
}

/** @param {string} text */
const tidy = (text) => [...text.trim().replace(/\s+/gu, " ")].slice(0, LONGEST_TEXT).join("").trim();
