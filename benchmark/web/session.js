// The assessment that is open: every change is kept on the device at once, and nothing of another tab is overwritten.
import { duplicate } from "./assessments.js";
import { Conflict } from "./storage.js";
/** @import {Assessment} from "./form_types.js" */
/** @import {Storage} from "./storage.js" */

/**
 * How the answers are kept: `none` before the first change, `saved` on this device, `blocked` (no storage), `full`, or
 * `failed` (the device refused for another reason).
 * @typedef {{code: "none" | "saved" | "blocked" | "full" | "failed", at: Date | null}} Status
 */

/**
 * @typedef {object} Listeners
 * @property {(assessment: Assessment) => void} onChange  the answers are others now
 * @property {(status: Status) => void} onStatus
 * @property {(assessment: Assessment) => void} onCopy  another tab has written too: this one goes on with a copy
 * @property {(id: string) => void} onElsewhere  another tab has written this assessment; nothing of ours is open
 */

/**
 * @typedef {{
 *   storage: Storage, copyName: (name: string) => string, newId: () => string, now?: () => Date,
 * } & Listeners} Parts
 */

/** One assessment at a time, or none. */
export class Session {
  /** @type {Assessment | null} */
  current = null;
  /** @type {Status} */
  status = { code: "none", at: null };
  /** The id of the open assessment, and those it had before it went on as a copy. @type {Set<string>} */
  #ids = new Set();
  #writing = Promise.resolve();
  /** Whether there are changes that are not written yet. */
  #open = false;
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = { now: () => new Date(), ...parts };
    parts.storage.watch(({ id }) => this.#hear(id));
  }

  /**
   * Take an assessment as it is kept.
   * @param {Assessment} assessment
   */
  open(assessment) {
    [this.current, this.#open] = [assessment, false];
    this.#ids = new Set([assessment.id]);
    this.#tell(this.#parts.storage.kind === "memory" ? "blocked" : "none");
  }

  /** Let go of the assessment; what is not written yet is lost, so `flush` comes before. */
  close() {
    [this.current, this.#open] = [null, false];
  }

  /**
   * Change the assessment and keep it at once: a page that is left has no time to write. Changes during a write are
   * written together after it.
   * @param {(assessment: Assessment) => Assessment} change
   */
  change(change) {
    if (!this.current) return;
    this.current = { ...change(this.current), changed: this.#parts.now().toISOString() };
    this.#open = true;
    void this.flush();
    this.#parts.onChange(this.current);
  }

  /**
   * Tell whether an id is that of the open assessment: what was begun for another one must not end here.
   * @param {string} id
   */
  holds(id) {
    return this.current !== null && this.#ids.has(id);
  }

  /** Write what is not written yet. */
  flush() {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write() {
    const base = this.current;
    if (!base || !this.#open) return;
    try {
      await this.#parts.storage.write({ ...base, revision: base.revision + 1 }, base.revision);
      this.#written(base);
    } catch (error) {
      await this.#refused(base, error);
    }
  }

  /** @param {Assessment} base */
  #written(base) {
    if (this.current?.id === base.id) {
      this.#open = this.current !== base;
      this.current = { ...this.current, revision: base.revision + 1 };
    }
    this.#tell(this.#parts.storage.kind === "memory" ? "blocked" : "saved");
  }

  /**
   * @param {Assessment} base
   * @param {unknown} error
   */
  async #refused(base, error) {
    if (error instanceof Conflict) await this.#goOnWithCopy(base);
    else this.#tell(isFull(error) ? "full" : "failed");
  }

  /** @param {Assessment} base */
  async #goOnWithCopy(base) {
    if (this.current?.id !== base.id) return;
    const { newId, now, copyName, onCopy } = this.#parts;
    this.current = duplicate(this.current, { id: newId(), now: now().toISOString(), name: copyName(this.current.name) });
    this.#ids.add(this.current.id);
    onCopy(this.current);
    await this.#write();
  }

  /** @param {string} id  of what another tab wrote or removed; "" for everything */
  #hear(id) {
    if (this.current && !this.#open && (id === "" || id === this.current.id)) this.#parts.onElsewhere(this.current.id);
  }

  /** @param {Status["code"]} code */
  #tell(code) {
    this.status = { code, at: code === "saved" ? this.#parts.now() : this.status.at };
    this.#parts.onStatus(this.status);
  }
}

/** @param {unknown} error */
const isFull = (error) => error instanceof Error && error.name === "QuotaExceededError";
