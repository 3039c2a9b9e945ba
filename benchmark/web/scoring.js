// The score of the answers as they are now: asked for at once after a change, one call at a time, the newest counts.
import { ScorerError } from "./scorer.js";
/** @import {AnswerFile} from "./view_types.js" */
/** @import {Scored} from "./form_types.js" */
/** @import {Scorer} from "./scorer.js" */

/** Keeps the latest outcome. */
export class Scoring {
  /** @type {Scored} */
  outcome = { state: "idle" };
  /** @type {AnswerFile | null} */
  #wanted = null;
  #busy = false;
  #scorer;
  #onOutcome;

  /**
   * @param {Scorer} scorer
   * @param {() => void} onOutcome
   */
  constructor(scorer, onOutcome) {
    this.#scorer = scorer;
    this.#onOutcome = onOutcome;
  }

  /** Forget the outcome: it belongs to other answers. */
  forget() {
    this.outcome = { state: this.#scorer.state };
  }

  /**
   * Ask for the score of a file; before Python is wanted at all, the file waits for it.
   * @param {AnswerFile} file
   */
  want(file) {
    this.#wanted = file;
    if (this.#scorer.state === "ready") void this.ask();
    else this.forget();
  }

  /** Ask now, where a file waits and no call is under way. */
  async ask() {
    const { state } = this.#scorer;
    if (state !== "ready") return this.#tell({ state });
    if (!this.#wanted || this.#busy) return;
    const file = this.#wanted;
    [this.#wanted, this.#busy] = [null, true];
    const outcome = await this.#scorer.call("assess", { files: [file] }).catch(reasonOf);
    this.#busy = false;
    if (this.#wanted) this.ask();
    else if (!("state" in outcome)) this.#tell(outcome);
  }

  /** @param {Scored} outcome */
  #tell(outcome) {
    this.outcome = outcome;
    this.#onOutcome();
  }
}

/**
 * @param {unknown} error
 * @returns {Scored}
 */
function reasonOf(error) {
  const faults = error instanceof ScorerError ? error.faults : [{ code: "defect", problem: String(error) }];
  return faults.some(({ code }) => code === "no-scorer") ? { state: "failed" } : { faults };
}
