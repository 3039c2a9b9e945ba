// The selection as files and texts: for spreadsheets, for letters, for colleagues.
import { labelsOf } from "./practice_words.js";

/** @import { Catalog, Practice } from "./explore_types.d.ts" */

/** @typedef {(practice: Practice) => string} AddressOf Gives the whole address of the page of a practice. */

/** The facets that say what a practice is, in the order of its page. */
export const FACTS = ["country", "sector", "eqf-level", "target-group", "theme", "phase", "wbl-model", "indicator", "evidence"];

/** Makes spreadsheets read the file as UTF-8. */
const MARK = "\ufeff";

/** A cell that starts like this is a formula to spreadsheets, also behind spaces (OWASP, CSV injection). */
const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/;

/**
 * Return practices as a table that spreadsheets open: RFC 4180, in UTF-8 with its mark, several terms parted by `; `.
 * @param {Practice[]} practices
 * @param {{catalog: Catalog, addressOf: AddressOf, t: (key: string) => string}} parts
 */
export function csvOf(practices, { catalog, addressOf, t }) {
  const head = [t("selection-column-title"), t("compare-summary"), ...FACTS.map((facet) => t(facet)), t("selection-column-address")];
  const rows = practices.map((practice) => [
    practice.title,
    practice.summary,
    ...FACTS.map((facet) => labelsOf(practice, facet, catalog.vocabularies).join("; ")),
    addressOf(practice),
  ]);
  return MARK + [head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/**
 * Return a cell in quotes; what could be a formula gets an apostrophe in front, so that spreadsheets show it as text.
 * @param {string} text
 */
const cell = (text) => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/**
 * Return practices as lines of title and address.
 * @param {Practice[]} practices
 * @param {AddressOf} addressOf
 */
export const linksOf = (practices, addressOf) => practices.map((practice) => `${practice.title}\n${addressOf(practice)}\n`).join("\n");
