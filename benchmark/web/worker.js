// The module worker in which the scorer runs: `{id, method, args}` in; `{id, result}` or `{id, error}` and `{progress}` out.
import { startPython } from "./python.js";

/** @typedef {{id: number, method: string, args: any}} Request */

/** @type {Awaited<ReturnType<typeof startPython>> | null} */
let python = null;

/**
 * Start Python with the model, and return how it was started.
 * @param {{runtime: string, model: string}} addresses
 */
async function start({ runtime, model }) {
  const onProgress = (/** @type {string} */ progress) => postMessage({ progress });
  python = await startPython(runtime, { model: textOf(model), onProgress });
  return { result: python.how };
}

/** @param {string} address */
async function textOf(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

/**
 * @param {Request} request
 * @returns {Promise<{result: unknown} | {error: {faults: object[]}}>}
 */
async function answer({ method, args }) {
  if (method === "start") return start(args);
  if (!python) throw new Error("not started");
  return JSON.parse(python.call(method, JSON.stringify(args)));
}

/** @param {any} problem  Emscripten throws objects that are no errors */
const defect = (problem) => ({ error: { faults: [{ place: "", code: "defect", problem: String(problem?.message ?? problem), values: {} }] } });

addEventListener("message", async ({ data }) => {
  postMessage({ id: data.id, ...(await answer(data).catch(defect)) });
});
