// The shapes that the results are made of: model, words, answer file, and what the scorer gives back.

export type Role = string;
export type ByRole<T> = Record<Role, T>;

export interface Indicator {
  id: string;
  dimension: string;
  weight: number;
  roles: Role[];
  short: boolean;
  effort: 1 | 2 | 3;
}

export interface Model {
  id: string;
  scored_dimensions: number;
  roles: Role[];
  phases: string[];
  themes: string[];
  bands: { id: string; from: number; gate?: { least_dimension: number; most_differing: string | number } }[];
  dimensions: { id: string; weight: number }[];
  indicators: Indicator[];
  gap: { share: string; per_group: number; areas: { id: string; group: string }[] };
}

export interface IndicatorTexts {
  title: string;
  levels: string[];
  advice: Record<"start" | "build" | "deepen", string>;
}

export interface Texts {
  roles: Record<Role, string>;
  dimensions: Record<string, { title: string; description: string }>;
  indicators: Record<string, IndicatorTexts>;
  gap: { groups: Record<string, string>; areas: Record<string, string> };
  bands: Record<string, { title: string; text: string }>;
  phases: Record<string, string>;
  themes: Record<string, string>;
}

export interface Answer {
  level?: number;
  evidence?: string;
  target?: number;
  na?: string;
  missing?: true;
}

// A type and not an interface, so that it can be walked like any record.
export type GapRating = {
  learnt?: number;
  needed?: number;
  applied?: number;
};

export interface Response {
  role: Role;
  answers?: Record<string, Answer>;
  gap?: Record<string, GapRating>;
}

export interface AnswerFile {
  format: string;
  model: string;
  form: "full" | "short";
  lang?: string;
  profile?: Record<string, string | number>;
  responses: Response[];
}

export interface PlanRow {
  id: string;
  indicator: string | null;
  what: string;
  who: string;
  until: string;
  done: boolean;
}

export interface Assessment {
  id: string;
  name: string;
  file: AnswerFile;
  plan?: PlanRow[];
  earlier?: { name: string; file: AnswerFile } | null;
}

export interface Reading {
  scored: boolean;
  score: number | null;
  lower: number | null;
  upper: number | null;
  coverage: number | null;
  answered: number;
  applicable: number;
}

export interface IndicatorResult {
  score: number | null;
  by_role: ByRole<number | null>;
  n_by_role: ByRole<number>;
  difference: number | null;
  flag: null | "differs" | "differs-strongly";
  state: "answered" | "missing" | "na";
  single_perspective: boolean;
}

export interface Weights {
  one_at_a_time: [number, number];
  box: [number, number];
  leave_one_out: Record<string, number | null>;
}

export interface Overall {
  scored: boolean;
  score: number | null;
  lower: number | null;
  upper: number | null;
  arithmetic: number | null;
  imbalance: number | null;
  coverage: number | null;
  band: string | null;
  bands: [string, string] | null;
  robust: boolean | null;
  weights: Weights | null;
  weakest: string | null;
  sampling: { lower: number; upper: number; draws: number } | null;
  alternatives: { arithmetic: number | null; median: number | null; convex: number | null } | null;
}

export interface Disagreement {
  n: number;
  signed: number | null;
  absolute: number | null;
  rms: number | null;
  differs: number | null;
  differs_strongly: number | null;
  weighted_kappa: number | null;
  icc: number | null;
}

export interface AreaResult {
  learnt: number | null;
  needed: number | null;
  gap: number | null;
  priority: number | null;
  field: "close-the-gap" | "keep" | "use-or-slim" | "watch" | null;
  provision_gap: number | null;
  transfer_gap: number | null;
  shares: { more_needed: number; equal: number; more_learnt: number } | null;
}

export interface Gap {
  scored: boolean;
  single_perspective: boolean;
  under_provision: number | null;
  under_use: number | null;
  index: number | null;
  match: number | null;
  net: number | null;
  areas: Record<string, AreaResult>;
}

export interface Result {
  form: "full" | "short";
  perspective: "pair" | Role;
  overall: Overall;
  dimensions: Record<string, Reading>;
  indicators: Record<string, IndicatorResult>;
  tags: { phases: Record<string, Reading>; themes: Record<string, Reading> };
  disagreement: Disagreement;
  gap: Gap;
}

export interface Reason {
  code: "low-level" | "weak-dimension" | "own-target" | "disagreement" | "gap" | "small-effort";
  level?: number;
  dimension?: string;
  score?: number;
  target?: number;
  difference?: number;
  areas?: string[];
}

export interface Step {
  indicator: string;
  level: number | null;
  target: number;
  own_target: boolean;
  priority: number;
  effort: 1 | 2 | 3;
  advice: "start" | "build" | "deepen";
  reasons: Reason[];
}

export interface Hint {
  code: string;
  role: Role;
  respondent: number;
  level?: number;
  share?: number;
  indicators?: string[];
  high?: string;
  high_level?: number;
  low?: string;
  low_level?: number;
}

export interface AgendaItem {
  minutes: number;
  kind: "welcome" | "strengths" | "difference" | "gap" | "next-steps" | "close";
  indicator?: string;
  indicators?: string[];
  area?: string;
  levels?: ByRole<number | null>;
}

export interface Stamp {
  model: string;
  model_hash: string;
  scorer: string;
  answers_hash: string;
  result_hash: string;
}

export interface Outcome {
  result: Result;
  advice: Step[];
  hints: Hint[];
  agenda: AgendaItem[];
  stamp: Stamp;
}

export interface Fault {
  place?: string;
  code: string;
  problem?: string;
  values?: Record<string, string | number>;
}

export interface Change {
  before: number | null;
  after: number | null;
  change: number | null;
  state?: "higher" | "lower" | "same" | "new" | "gone";
}

export interface Note {
  code: "moved" | "dropped" | "merged";
  kind: "indicator" | "area";
  from: string;
  to: string | null;
}

export interface Comparison {
  comparable: boolean;
  reasons: string[];
  overall: Change;
  dimensions: Record<string, Change>;
  indicators: Record<string, Change>;
  model: { before: string; after: string; notes: Note[] };
}

export interface SharedResponse {
  role: Role;
  levels: Record<string, number | string>;
  gap: Record<string, GapRating>;
}

export interface SharedContents {
  model: string;
  form: string;
  profile: Record<string, string | number>;
  responses: SharedResponse[];
}

export interface Practice {
  slug: string;
  title: string;
  summary: string;
  address: string;
  lang: string;
  indicators: string[];
  countries?: string[];
  sectors?: string[];
  wbl_model?: string | null;
  track?: string[];
  evidence?: string | null;
}

export interface Practices {
  practices: Practice[];
  guidelines: Practice[];
  vocabularies: Record<string, Record<string, string>>;
}

export interface Format {
  number(value: number, digits?: number): string;
  percent(share: number): string;
  date(date: string | Date): string;
  list(items: string[]): string;
}

export interface Words {
  t(key: string, values?: Record<string, string | number>): string;
  texts: Texts;
  model: Model;
  format: Format;
}

export interface Context extends Words {
  practices(): Promise<Practices>;
  scorer: { call(method: string, args: unknown): Promise<any> };
  actions: { openIndicator(id: string): void; save(patch: Partial<Assessment>): void };
  lang?: string;
  home?: string;
  readOnly?: boolean;
}

/** What a section is drawn from. */
export interface View extends Words {
  outcome: Outcome;
  assessment: Assessment;
  content: Practices | null;
  scorer: Context["scorer"];
  actions: Context["actions"];
  lang: string;
  home: string;
  rtl: boolean;
  readOnly: boolean;
}

/** Faults that a call of the scorer is rejected with, or that an answer file has. */
export interface Faulty {
  faults: Fault[];
}

/** Where the scorer is when there is no outcome yet. */
export interface Waiting {
  state: string;
}

/** A section that keeps a state of its own between updates. */
export interface LiveSection {
  element: HTMLElement;
  update(view: View): void;
}
