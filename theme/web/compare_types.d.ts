import type { Catalog, Practice } from "./explore_types.d.ts";

/** What the comparison shows of a practice beyond the catalog, in words; texts of `text` are in its language. */
export interface Facts {
  organisations: { name: string; role: string }[];
  region: string;
  source: Language;
  period: string;
  status: string;
  track: string[];
  outcomes: string[];
  text: Language;
}

export interface Language {
  lang: string;
  dir: string;
}

/** A text of a cell, in the language of the page unless it says another. */
export interface Item {
  text: string;
  language?: Language;
  note?: string;
}

/** A property of the compared practices: one cell for each, and whether they differ. */
export interface Row {
  name: string;
  label: string;
  cells: Item[][];
  differs: boolean;
}

export interface Comparison {
  catalog: Catalog;
  facts: Record<string, Facts>;
  practices: Practice[];
  t: (key: string) => string;
}
