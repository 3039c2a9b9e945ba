/** What the search knows of one language: words, names of the languages by code, stop words and terms. */
export interface Vocabulary {
  strings: Record<string, string>;
  languages: Record<string, string>;
  stop: string[];
  terms: Record<string, string[]>;
}

export interface SubResult {
  title: string;
  url: string;
  excerpt: string;
}

/** What a result shows; excerpts have the found words between `<mark>` and `</mark>` and no other markup. */
export interface ResultData extends SubResult {
  meta: Record<string, string>;
  sub_results: SubResult[];
}

export interface Result {
  id: string;
  score: number;
  data(): Promise<ResultData>;
}

export interface Response {
  results: Result[];
  corrected?: string;
}

/** Pagefind with one index open. */
export interface Engine {
  search(
    text: string,
    options?: { filters?: Record<string, unknown> },
  ): Promise<{ results: Result[]; unfilteredResultCount: number }>;
}

/** An index that finds pages, and knows whether any page has a word. */
export interface Index {
  search(text: string): Promise<Result[]>;
  knows(word: string): Promise<boolean>;
}

/** The part of Pagefind's component that is used: one search with its fields and lists. */
export interface Instance {
  searchTerm: string;
  setTranslations(words: Record<string, string>): void;
  on(event: "results", heard: (response: Response) => void): void;
  on(event: "search", heard: (text: string, filters: Record<string, string[]>) => void): void;
  triggerSearchWithFilters(text: string, filters: Record<string, string[]>): void;
  getDisplaySubResults(data: ResultData, most: number): SubResult[];
}

export interface ResultsElement extends HTMLElement {
  resultTemplate: (data: ResultData) => HTMLElement;
}

export interface ModalElement extends HTMLElement {
  open(): void;
}

declare global {
  interface Window {
    PagefindComponents: { getInstanceManager(): { getInstance(name: string): Instance } };
    PagefindHighlight: new (options: Record<string, unknown>) => unknown;
  }
}
