// Registers the service worker that keeps the benchmark for use without network, and removes all it kept.

/** Caches of ours begin like this; the service worker uses the same name. */
const CACHES = "vetwork-benchmark ";

/**
 * Register the service worker once the page is idle, and ask it to keep what this language needs. Visitors who save
 * data are spared the download.
 * @param {{url: string, lang: string, onReady: () => void}} parts
 */
export function registerService({ url, lang, onReady }) {
  if (!("serviceWorker" in navigator) || savesData()) return;
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data?.offline === lang) onReady();
  });
  whenIdle(() => {
    navigator.serviceWorker.register(url).then((registration) => ask(registration, lang), () => {});
  });
}

/**
 * @param {ServiceWorkerRegistration} registration
 * @param {string} lang
 */
async function ask(registration, lang) {
  const worker = registration.active ?? (await activated(registration));
  worker?.postMessage({ keep: lang });
}

/**
 * @param {ServiceWorkerRegistration} registration
 * @returns {Promise<ServiceWorker>}
 */
function activated(registration) {
  const worker = /** @type {ServiceWorker} */ (registration.installing ?? registration.waiting);
  return new Promise((resolve) =>
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") resolve(worker);
    }),
  );
}

const savesData = () => Boolean(/** @type {{connection?: {saveData?: boolean}}} */ (navigator).connection?.saveData);

/**
 * Do something once the page is loaded and the browser has time.
 * @param {() => void} act
 */
export function whenIdle(act) {
  const soon = () => ("requestIdleCallback" in globalThis ? requestIdleCallback(act, { timeout: 5000 }) : setTimeout(act, 1000));
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon, { once: true });
}

/**
 * Remove the service worker of this site and every cache of ours.
 * @param {string} url
 */
export async function forgetService(url) {
  const scope = new URL("./", url).href;
  const registration = await navigator.serviceWorker?.getRegistration(scope).catch(() => undefined);
  if (registration?.scope === scope) await registration.unregister();
  if (!("caches" in globalThis)) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(`${CACHES}${scope} `));
  await Promise.all(names.map((name) => caches.delete(name)));
}
