// The shapes that the questionnaire is made of; those of answers and results stand in view_types.d.ts.

import type { AnswerFile, Fault, Format, Indicator, IndicatorTexts, Model, Outcome, PlanRow, Practices, Role, Texts } from "./view_types.js";
import type { Session } from "./session.js";
import type { Storage } from "./storage.js";
import type { Scorer } from "./scorer.js";
import type { Translate } from "./strings.js";

export type AskedIndicator = Indicator & { na: boolean };

export type FormModel = Omit<Model, "indicators"> & {
  indicators: AskedIndicator[];
  migrations: { from: string }[];
};

export type QuestionTexts = IndicatorTexts & {
  measures: string;
  questions: Record<Role, string>;
  evidence: string[];
};

export interface Scale {
  question: string;
  levels: string[];
}

export type FormTexts = Omit<Texts, "indicators" | "gap"> & {
  indicators: Record<string, QuestionTexts>;
  gap: Texts["gap"] & { learnt: Scale; needed: Scale; applied: Scale };
};

/** An assessment as it is kept on the device. */
export interface Assessment {
  id: string;
  /** What the visitor calls it; never part of a file. */
  name: string;
  /** ISO moments. */
  created: string;
  changed: string;
  /** Counts what was written to the device, so that two tabs notice each other. */
  revision: number;
  /** All responses; `own` is the place of the one that is answered here. */
  file: AnswerFile;
  own: number;
  /** Names of the files that responses came from, in the order of the responses; "" where answered here. */
  sources: string[];
  plan: PlanRow[];
  /** An earlier file of the same organisation, for comparison. */
  earlier: { name: string; file: AnswerFile } | null;
  /** Number of answers when the file was last downloaded. */
  downloaded: number;
}

/** A record of the device that cannot be used; kept and offered as it is. */
export interface Broken {
  key: string;
  record: unknown;
  faults: Fault[];
}

export type View = "overview" | "profile" | "form" | "gap" | "results" | "files";

export type Route =
  | { name: "list" }
  | { name: "share"; code: string }
  | { name: "assessment"; id: string; view: View; dimension?: string; indicator?: string };

/** What the scorer gave for the answers as they are: an outcome, faults, or why there is none yet. */
export type Scored = Outcome | { faults: Fault[] } | { state: string };

export interface App {
  t: Translate;
  texts: FormTexts;
  model: FormModel;
  format: Format & { time(moment: Date): string; moment(moment: Date): string };
  lang: string;
  home: string;
  storage: Storage;
  session: Session;
  scorer: Scorer;
  practices(): Promise<Practices>;
  /** Say something to everyone, also to those who cannot see it. */
  announce(text: string): void;
  go(route: Route): Promise<void>;
  /** Keep a new assessment; where the device refuses, it stays in memory. */
  keep(assessment: Assessment): Promise<void>;
  /** Remove an assessment from this device. */
  discard(id: string): Promise<void>;
  /** Draw the view again, such as after a response was added. */
  redraw(): void;
  /** Remove everything that the benchmark keeps on this device. */
  forgetAll(): Promise<void>;
  scored(): Scored;
}

/** A view of the page: its element, and what it does when answers or scores change. */
export interface Page {
  element: HTMLElement;
  update?(): void;
}
