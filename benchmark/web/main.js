// The entry of the benchmark page: reads where things are, loads words and model, and starts the benchmark.
import { BenchmarkApp } from "./benchmark_app.js";
import { forgetService, registerService, whenIdle } from "./service.js";
import { openStorage } from "./storage.js";
import { formats, translator } from "./strings.js";

/**
 * @param {string} address
 * @returns {Promise<any>}
 */
async function json(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/**
 * Return what a function gives, asked for once; after a failure it is asked again.
 * @template Value
 * @param {() => Promise<Value>} ask
 * @returns {() => Promise<Value>}
 */
function once(ask) {
  /** @type {Promise<Value> | null} */
  let asked = null;
  return () => (asked ??= ask().catch((error) => ((asked = null), Promise.reject(error))));
}

/** @param {HTMLElement} root */
async function start(root) {
  const { assets = "", runtime = "", lang = "en", home = "../", serviceWorker = "" } = root.dataset;
  const folder = new URL(assets, document.baseURI).href;
  const [strings, texts, model, storage] = await Promise.all([
    json(`${folder}strings.${lang}.json`),
    json(`${folder}texts.${lang}.json`),
    json(`${folder}model.json`),
    openStorage(),
  ]);
  const service = new URL(serviceWorker, document.baseURI).href;
  const app = new BenchmarkApp({
    t: translator(strings),
    format: formats(lang),
    texts,
    model,
    storage,
    lang,
    home,
    addresses: {
      worker: `${folder}worker.js`,
      runtime: new URL(runtime, document.baseURI).href,
      model: `${folder}model.json`,
    },
    practices: once(() => json(`${folder}practices.${lang}.json`)),
    forgetService: () => forgetService(service),
  });
  root.replaceChildren(app.shell.element);
  await app.follow({ focus: false });
  listen(app, root);
  if (serviceWorker) registerService({ url: service, lang, onReady: () => app.shell.showOffline() });
}

/**
 * @param {BenchmarkApp} app
 * @param {HTMLElement} root
 */
function listen(app, root) {
  const begin = () => app.scorer.start();
  for (const event of ["pointerdown", "keydown"]) root.addEventListener(event, begin, { once: true, passive: true });
  whenIdle(() => app.session.current && begin());
  addEventListener("hashchange", () => void app.follow());
  addEventListener("pagehide", () => void app.session.flush());
  document.addEventListener("visibilitychange", () => document.hidden && void app.session.flush());
}

const root = document.getElementById("vw-benchmark");
if (root) {
  start(root).catch((error) => {
    console.error(error);
    root.textContent = root.dataset.failed ?? "";
  });
}
