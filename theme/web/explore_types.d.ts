/** A practice in the catalog of one language; `lang` and `dir` are those of title and summary. */
export interface Practice {
  slug: string;
  title: string;
  summary: string;
  lang: string;
  dir: string;
  address: string;
  added: string;
  year: number | null;
  facets: Record<string, string[]>;
}

/** What explore loads: the labels of the terms of every facet in display order, and the practices by title. */
export interface Catalog {
  vocabularies: Record<string, Record<string, string>>;
  practices: Practice[];
}

/** The chosen terms by facet; a facet without a choice is left out. */
export type Choices = Record<string, string[]>;

export type Sort = "relevance" | "newest" | "evidence" | "title";

/** What the visitor asked for. `sort` is null where it is the usual one; `page` counts batches of cards from 1. */
export interface State {
  text: string;
  chosen: Choices;
  sort: Sort | null;
  page: number;
}

/** A value in the address that means nothing here. */
export interface Ignored {
  name: string;
  value: string;
}

/**
 * The practices that a text finds, as places in the catalog, the best first. `complete` when the whole texts were searched,
 * `corrected` when another spelling was.
 */
export interface Found {
  places: number[];
  complete: boolean;
  corrected?: string;
}

/** What every part of the page needs: `home` is the way to the folder of the language. */
export interface Parts {
  catalog: Catalog;
  lang: string;
  home: string;
  t: (key: string, names?: Record<string, string>) => string;
  number: (value: number) => string;
}

/** What the search of the site offers, as far as it is used. */
export type Search = (text: string) => Promise<{ results: { id: string }[]; corrected?: string }>;
