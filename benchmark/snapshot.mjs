/**
 * What the build asks of Pyodide in Node. `folder` holds Pyodide's files, the lock and the wheel:
 *
 *   node snapshot.mjs trace <folder> <imports>      prints the modules of the standard library that a start needs
 *   node snapshot.mjs snapshot <folder> <imports>   writes <folder>/snapshot.bin: Python's memory, all of it imported
 *
 * `imports` are the import statements of the scorer, as lines of Python.
 * The snapshot is the memory XOR what the WebAssembly file fills it with, gzipped: what visitors download with that
 * file is not downloaded twice. `web/python.js` undoes it.
 */

import crypto from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const PACKAGE = "vetwork-benchmark";
const ENTRY = "vetwork_benchmark.calls";
const LIBRARY = "/lib/python313.zip/";
// Nothing of the machine that builds may show in the snapshot: two builds must give the same bytes.
const ENVIRONMENT = { HOME: "/", LANG: "C.UTF-8", PYTHONHASHSEED: "0" };

function stopChance() {
  Date.now = () => 0;
  performance.now = () => 0;
  crypto.randomFillSync = (view) => view.fill(0);
}

async function start(folder, options = {}) {
  const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")));
  return loadPyodide({
    indexURL: folder,
    lockFileURL: join(folder, "pyodide-lock.json"),
    packageBaseUrl: folder,
    env: ENVIRONMENT,
    _sysExecutable: "/usr/bin/python",
    ...options,
  });
}

/** Return the paths inside the library's archive of all modules that a plain start with the scorer has loaded. */
async function trace(folder, imports) {
  const python = await start(folder);
  await python.loadPackage(PACKAGE, { messageCallback: () => {} });
  python.runPython(imports);
  python.pyimport(ENTRY);
  const origins = python.runPython(`
import json, sys
json.dumps([m.__spec__.origin for m in sys.modules.values() if getattr(m, "__spec__", None) and m.__spec__.origin])
`);
  const own = JSON.parse(origins).filter((origin) => origin.startsWith(LIBRARY));
  return own.map((origin) => origin.slice(LIBRARY.length)).sort();
}

/** Note what the WebAssembly file alone puts into the memory, before Python starts. */
async function watchMemory(folder) {
  await import(pathToFileURL(join(folder, "pyodide.asm.js")));
  const create = globalThis._createPyodideModule;
  const watched = {};
  globalThis._createPyodideModule = (settings) => {
    settings.preRun.push((module) => {
      watched.fresh = module.HEAPU8.slice();
    });
    return create(settings);
  };
  return watched;
}

async function snapshot(folder, imports) {
  const watched = await watchMemory(folder);
  const python = await start(folder, { _makeSnapshot: true });
  const wheel = (await readdir(folder)).find((name) => name.endsWith(".whl"));
  // Not loadPackage: the state that it leaves in JavaScript cannot be part of a snapshot.
  python.unpackArchive(new Uint8Array(await readFile(join(folder, wheel))), "wheel");
  python.runPython(imports);
  python.pyimport(ENTRY).destroy();
  python.runPython("import gc; gc.collect()");
  const image = python.makeMemorySnapshot();
  const memory = image.subarray(new Uint32Array(image.buffer)[1]);
  watched.fresh.forEach((byte, place) => (memory[place] ^= byte));
  return gzipSync(image, { level: 9 });
}

async function run(task, folder, imports) {
  stopChance();
  if (task === "trace") process.stdout.write(JSON.stringify(await trace(folder, imports)));
  else await writeFile(join(folder, "snapshot.bin"), await snapshot(folder, imports));
}

try {
  const [task, folder, imports] = process.argv.slice(2);
  await run(task, resolve(folder), imports);
} catch (error) {
  // Node would print the line of the script as well, and that of Pyodide has a million characters.
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
