// The assessment that is open: every change is kept on the device at once, and nothing of another tab is overwritten.
import { duplicate } from "./assessments.js";
import { Conflict } from "./storage.js";
/** @import {Assessment} from "./form_types.js" */
/** @import {Storage} from "./storage.js" */

/** Changes within this time (in milliseconds) are written together. */
const PAUSE = 200;

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
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
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
    this.#tell(this.#parts.storage.kind === "memory" ? "blocked" : "none");
  }

  /** Let go of the assessment; what is not written yet is lost, so `flush` comes before. */
  close() {
    [this.current, this.#open] = [null, false];
  }

  /**
   * Change the assessment and keep it.
   * @param {(assessment: Assessment) => Assessment} change
   */
  change(change) {
    if (!this.current) return;
    this.current = { ...change(this.current), changed: this.#parts.now().toISOString() };
    this.#open = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), PAUSE);
    this.#parts.onChange(this.current);
  }

  /** Write at once what is not written yet. */
  flush() {
    clearTimeout(this.#timer);
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write() {
    const base = this.current;
    if (!base || !this.#open) return;
    this.#open = false;
    try {
      await this.#parts.storage.write({ ...base, revision: base.revision + 1 }, base.revision);
      this.#written(base);
    } catch (error) {
      await this.#refused(error);
    }
  }

  /** @param {Assessment} base */
  #written(base) {
    if (this.current?.id === base.id) this.current = { ...this.current, revision: base.revision + 1 };
    this.#tell(this.#parts.storage.kind === "memory" ? "blocked" : "saved");
  }

  /** @param {unknown} error */
  async #refused(error) {
    this.#open = true;
    if (error instanceof Conflict) await this.#goOnWithCopy();
    else this.#tell(isFull(error) ? "full" : "failed");
  }

  async #goOnWithCopy() {
    if (!this.current) return;
    const { newId, now, copyName, onCopy } = this.#parts;
    this.current = duplicate(this.current, { id: newId(), now: now().toISOString(), name: copyName(this.current.name) });
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
