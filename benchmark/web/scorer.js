// The page's side of the worker that scores: starts it when it is wanted, limits its time, starts it once more when it
// dies, and then says that it failed. Nothing else of the page depends on it.
/** @import {Fault} from "./view_types.js" */

/** @typedef {"idle" | "loading" | "ready" | "failed" | "unsupported"} State */
/** @typedef {{resolve: (result: any) => void, reject: (reason: unknown) => void}} Waiter */
/** @typedef {{id: number, method: string, args: unknown, timer?: ReturnType<typeof setTimeout>} & Waiter} Call */
/** @typedef {{id?: number, result?: unknown, error?: {faults: Fault[]}, progress?: string}} Message */

/**
 * @typedef {object} Parts
 * @property {string} workerUrl
 * @property {string} runtimeUrl  folder of Pyodide
 * @property {string} modelUrl
 * @property {(state: State, progress: string) => void} onState  `progress` is "download" or "start" while loading
 * @property {(url: string) => Worker} [makeWorker]
 * @property {() => boolean} [supported]
 * @property {{call: number, start: number}} [limits]  milliseconds
 */

const LIMITS = { call: 20_000, start: 60_000 };

/** The id of the call that starts Python. */
const START = 0;

/** A call had no result: `faults` say why; they are those of the answers, or one with the code `no-scorer`. */
export class ScorerError extends Error {
  /** @param {Fault[]} faults */
  constructor(faults) {
    super(faults.map(({ code, problem }) => `${code} ${problem ?? ""}`).join("; "));
    this.faults = faults;
  }
}

/**
 * Return the client of the scorer; nothing is loaded before `start` or the first call.
 * @param {Parts} parts
 */
export const createScorer = (parts) => new Scorer(parts);

/** The client: a worker at most, and the calls that wait for it. */
export class Scorer {
  /** @type {State} */
  state = "idle";
  /** What the latest start failed on, in the words of program and browser; "" where nothing was said. */
  problem = "";
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Map<number, Call>} */
  #waiting = new Map();
  #deaths = 0;
  #last = START;
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = { makeWorker: moduleWorker, supported: isSupported, limits: LIMITS, ...parts };
  }

  /** Start the worker, also again after a failure; nothing happens while one is there. */
  start() {
    if (this.state !== "idle" && this.state !== "failed") return;
    if (!this.#parts.supported()) return this.#fail("unsupported");
    [this.#deaths, this.problem] = [0, ""];
    this.#launch();
  }

  /**
   * Return the result of a method of the scorer; rejects with a ScorerError.
   * @param {string} method
   * @param {unknown} args
   * @returns {Promise<any>}
   */
  call(method, args) {
    if (this.state === "idle") this.start();
    if (this.state === "failed" || this.state === "unsupported") return Promise.reject(without(this.state));
    this.#last += 1;
    return this.#post(this.#last, method, args);
  }

  #launch() {
    this.#become("loading", "download");
    try {
      this.#worker = this.#parts.makeWorker(this.#parts.workerUrl);
    } catch {
      return this.#fail("unsupported");
    }
    this.#worker.onmessage = ({ data }) => this.#hear(data);
    this.#worker.onerror = () => this.#die();
    const { runtimeUrl, modelUrl } = this.#parts;
    this.#post(START, "start", { runtime: runtimeUrl, model: modelUrl }).then(() => this.#begin(), (error) => this.#failStart(error));
  }

  /** @param {ScorerError} error */
  #failStart({ faults }) {
    this.problem = faults[0]?.problem ?? "";
    this.#die();
  }

  #begin() {
    const waiting = [...this.#waiting.values()]; // Whoever hears that it is ready may call at once.
    this.#become("ready");
    for (const call of waiting) this.#send(call);
  }

  /**
   * @param {number} id
   * @param {string} method
   * @param {unknown} args
   * @returns {Promise<any>}
   */
  #post(id, method, args) {
    return new Promise((resolve, reject) => {
      const call = { id, method, args, resolve, reject };
      this.#waiting.set(id, call);
      if (id === START || this.state === "ready") this.#send(call);
    });
  }

  /** @param {Call} call */
  #send(call) {
    const { start, call: other } = this.#parts.limits;
    call.timer = setTimeout(() => this.#die(), call.id === START ? start : other);
    this.#worker?.postMessage({ id: call.id, method: call.method, args: call.args });
  }

  /** @param {Message} message */
  #hear({ id, result, error, progress }) {
    if (progress && this.state === "loading") this.#become("loading", progress);
    const call = this.#waiting.get(id ?? -1);
    if (!call) return;
    clearTimeout(call.timer);
    this.#waiting.delete(call.id);
    if (error) call.reject(new ScorerError(error.faults));
    else call.resolve(result);
  }

  #die() {
    if (!this.#worker) return;
    this.#end();
    this.#deaths += 1;
    if (this.#deaths > 1) this.#fail("failed");
    else this.#launch();
  }

  #end() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#waiting.delete(START);
    for (const call of this.#waiting.values()) clearTimeout(call.timer);
  }

  /** @param {"failed" | "unsupported"} state */
  #fail(state) {
    for (const call of this.#waiting.values()) call.reject(without(state));
    this.#waiting.clear();
    this.#become(state);
  }

  /**
   * @param {State} state
   * @param {string} [progress]
   */
  #become(state, progress = "") {
    this.state = state;
    this.#parts.onState(state, progress);
  }
}

/**
 * Return a module worker; throws where the browser has none: then it does not ask for the type.
 * @param {string} url
 */
function moduleWorker(url) {
  let asked = false;
  const worker = new Worker(url, {
    get type() {
      asked = true;
      return /** @type {"module"} */ ("module");
    },
  });
  if (asked) return worker;
  worker.terminate();
  throw new Error("no module workers");
}

/** @param {string} problem */
const without = (problem) => new ScorerError([{ code: "no-scorer", problem }]);

/** Tell whether this browser has what Python needs. */
const isSupported = () => typeof WebAssembly === "object" && typeof Worker === "function";
