// Starts Python with the scorer in a module worker: from a memory snapshot, or plainly where that does not work.
//
// The files of Pyodide itself carry no check of integrity: they come from the site's own origin, below an immutable
// path. The wheel is checked against the hash in the lock.

const PACKAGE = "vetwork-benchmark";
const ENTRY = "vetwork_benchmark.calls";
const MAGIC = 0x706e7300; // how a snapshot of Pyodide begins

/**
 * @typedef {{call: (method: string, argumentsJson: string) => string}} Session
 * @typedef {{Session: (modelJson: string) => Session}} Entry
 * @typedef {{
 *   pyimport: (name: string) => Entry,
 *   loadPackage: (name: string, options: object) => Promise<unknown>,
 *   loadedPackages: Record<string, string>,
 *   lockfile: {packages: Record<string, {file_name: string}>},
 * }} Python
 * @typedef {{loadPyodide: (options: object) => Promise<Python>}} Pyodide
 * @typedef {"download" | "start" | "ready"} Progress
 * @typedef {(code: Progress) => void} OnProgress
 * @typedef {{HEAPU8: Uint8Array}} Module
 * @typedef {(settings: {preRun: ((module: Module) => void)[]}) => Promise<Module>} MakeModule
 */

const globals = /** @type {{_createPyodideModule: MakeModule}} */ (/** @type {unknown} */ (globalThis));

/**
 * Start Python with a session of the scorer on a model.
 *
 * @param {string} base address of the folder with Pyodide, the lock, the wheel and the snapshot
 * @param {{model: string | Promise<string>, onProgress?: OnProgress}} options the model as JSON text, and who is told
 *   how far the start has come
 * @returns {Promise<Session & {how: "snapshot" | "plain"}>} takes and gives JSON texts
 * @throws {Error} neither way worked; the message names the file where the wheel is missing or was changed
 */
export async function startPython(base, { model, onProgress = () => {} }) {
  const folder = new URL(base, location.href).href;
  onProgress("download");
  const [session, how] = await openEitherWay(folder, model, onProgress);
  onProgress("ready");
  return { call: (method, argumentsJson) => session.call(method, argumentsJson), how };
}

/**
 * @param {string} folder
 * @param {string | Promise<string>} model
 * @param {OnProgress} onProgress
 * @returns {Promise<[Session, "snapshot" | "plain"]>}
 */
async function openEitherWay(folder, model, onProgress) {
  try {
    return [await openSession(startFromSnapshot(folder, onProgress), model), "snapshot"];
  } catch (error) {
    console.info(`plain start: ${error}`);
    return [await openSession(startPlainly(folder, onProgress), model), "plain"];
  }
}

/**
 * @param {Promise<Python>} start
 * @param {string | Promise<string>} model
 * @returns {Promise<Session>}
 */
async function openSession(start, model) {
  const [python, modelJson] = await Promise.all([start, model]);
  return python.pyimport(ENTRY).Session(modelJson);
}

/**
 * @param {string} folder
 * @param {OnProgress} onProgress
 * @returns {Promise<Python>}
 */
async function startFromSnapshot(folder, onProgress) {
  const unpacking = new DecompressionStream("gzip"); // An older browser fails here, before it downloads in vain.
  const bytes = unpacked(`${folder}snapshot.bin`, unpacking);
  const snapshot = Promise.all([bytes, moduleMaker(folder)]).then(([image, create]) => {
    onProgress("start");
    globals._createPyodideModule = completing(memoryOf(image), create);
    return image;
  });
  snapshot.catch(() => {}); // It may fail before Pyodide waits for it; then Pyodide is told.
  const { loadPyodide } = await pyodide(folder);
  // Everything that the scorer needs is in the snapshot, so the standard library may be empty.
  const options = { ...addresses(folder), stdLibURL: `${folder}empty.zip`, _loadSnapshot: snapshot };
  return loadPyodide(options);
}

/**
 * @param {string} folder
 * @param {OnProgress} onProgress
 * @returns {Promise<Python>}
 */
async function startPlainly(folder, onProgress) {
  const { loadPyodide } = await pyodide(folder);
  const python = await loadPyodide(addresses(folder));
  onProgress("start");
  /** @type {string[]} */
  const faults = [];
  const callbacks = { messageCallback: () => {}, errorCallback: (/** @type {string} */ text) => faults.push(text) };
  await python.loadPackage(PACKAGE, { ...callbacks, checkIntegrity: true });
  if (PACKAGE in python.loadedPackages) return python;
  throw new Error(`${python.lockfile.packages[PACKAGE]?.file_name}: ${faults.at(-1)}`);
}

/**
 * Return the options that keep Pyodide from asking any other place.
 *
 * @param {string} folder
 */
function addresses(folder) {
  return { indexURL: folder, lockFileURL: `${folder}pyodide-lock.json`, packageBaseUrl: folder };
}

/**
 * @param {string} folder
 * @returns {Promise<Pyodide>}
 */
function pyodide(folder) {
  return import(`${folder}pyodide.mjs`);
}

/**
 * Return Pyodide's function that makes its WebAssembly module; its script leaves it in a global variable.
 *
 * @param {string} folder
 * @returns {Promise<MakeModule>}
 */
async function moduleMaker(folder) {
  await import(`${folder}pyodide.asm.js`);
  return globals._createPyodideModule;
}

/**
 * Return a function that makes the module once, and completes the snapshot between the filling of the memory by the
 * WebAssembly file and the moment when Pyodide puts the snapshot there.
 *
 * @param {Uint32Array} memory
 * @param {MakeModule} create
 * @returns {MakeModule}
 */
function completing(memory, create) {
  return (settings) => {
    globals._createPyodideModule = create;
    settings.preRun.push((module) => complete(memory, module.HEAPU8));
    return create(settings);
  };
}

/**
 * @param {string} address
 * @param {GenericTransformStream} unpacking
 * @returns {Promise<Uint8Array>}
 */
async function unpacked(address, unpacking) {
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await new Response(response.body.pipeThrough(unpacking)).arrayBuffer());
}

/**
 * Return the memory in a snapshot; the second word of its head is the length of the head.
 *
 * @param {Uint8Array} image
 * @returns {Uint32Array}
 */
function memoryOf(image) {
  const [magic, length] = new Uint32Array(image.buffer, 0, 2);
  if (magic !== MAGIC) throw new Error("not a snapshot");
  return new Uint32Array(image.buffer, length);
}

/**
 * Put into a snapshot what the WebAssembly file has put into the memory already: the snapshot holds the difference.
 *
 * @param {Uint32Array} memory that of the snapshot
 * @param {Uint8Array} fresh the memory before Python starts
 */
function complete(memory, fresh) {
  const filled = new Uint32Array(fresh.buffer);
  for (let place = 0; place < memory.length; place += 1) memory[place] ^= filled[place];
}
