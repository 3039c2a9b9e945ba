// Keeps the benchmark for use without network: its pages in the visited language and every file of one release.
// It touches nothing else of the site. The build puts the contents of the release in the place of the empty object.

/**
 * Addresses from the root of the site, without a slash before them; `pages` by language hold pages and files.
 * @typedef {{digest: string, files: string[], pages: Record<string, string[]>}} Release
 */

/** @type {Release} */
// @ts-expect-error The build fills it in.
const RELEASE = {};

/** The parts of a service worker that are used here. */
const worker = /** @type {any} */ (self);
/** @type {string} */
const SCOPE = worker.registration.scope;
const CACHES = `vetwork-benchmark ${SCOPE} `;
const CACHE = CACHES + RELEASE.digest;
const LISTED = Object.values(RELEASE.pages).flat();
const FILES = new Set([...RELEASE.files, ...LISTED.filter(isFile)]);
const PAGES = new Set(LISTED.filter((path) => !isFile(path)));
/** Downloads that run at the same time. */
const AT_ONCE = 4;

/** @param {string} path */
function isFile(path) {
  return path.startsWith("assets/");
}

/**
 * Return an address as a path from the root of the site; "" for an address elsewhere.
 * @param {string} address
 */
function pathOf(address) {
  const plain = address.replace(/#.*$/s, "");
  return plain.startsWith(SCOPE) ? plain.slice(SCOPE.length) : "";
}

/**
 * Tell whether the files that a page names are those of this release: two releases never mix. Files that no release
 * lists do not matter.
 * @param {string} text
 */
function isOfThisRelease(text) {
  const named = text.match(/\bassets\/[^"'\s<>]+/g) ?? [];
  return named.every((path) => !isVersioned(path) || RELEASE.files.some((file) => (path.endsWith("/") ? file.startsWith(path) : file === path)));
}

/** @param {string} path */
const isVersioned = (path) =>
  /^assets\/(?:benchmark|pyodide)\//.test(path) || RELEASE.files.some((file) => withoutQuery(file) === withoutQuery(path));

/** @param {string} path */
const withoutQuery = (path) => path.replace(/\?.*$/s, "");

/**
 * Put a page into the cache if it belongs to this release.
 * @param {string} address
 * @param {Response} response
 */
async function keepPage(address, response) {
  if (!response.ok || response.redirected || !isOfThisRelease(await response.clone().text())) return false;
  return put(address, response);
}

/**
 * Put something into the cache, unless the visitor has deleted it meanwhile.
 * @param {Request | string} request
 * @param {Response} response
 */
async function put(request, response) {
  if (!response.ok || !(await caches.has(CACHE))) return false;
  await (await caches.open(CACHE)).put(request, response);
  return true;
}

/**
 * Return what the cache of this release has.
 * @param {string} address
 * @returns {Promise<Response | undefined>}
 */
const kept = async (address) => (await caches.has(CACHE)) ? (await caches.open(CACHE)).match(address, { ignoreVary: true }) : undefined;

/**
 * A file never changes at its address: the cache first.
 * @param {Request} request
 */
async function file(request) {
  const found = await kept(request.url);
  if (found) return found;
  const response = await fetch(request);
  await put(request.url, response.clone()).catch(() => {}); // A full device keeps nothing, and the page goes on.
  return response;
}

/**
 * A page may be newer: the network first, the cache without it.
 * @param {any} event
 */
async function page(event) {
  try {
    const response = await fetch(event.request);
    event.waitUntil(keepPage(event.request.url, response.clone()));
    return response;
  } catch (error) {
    const found = await kept(event.request.url);
    if (found) return found;
    throw error;
  }
}

/**
 * Keep everything that a language needs.
 * @param {string} lang
 * @returns {Promise<boolean>} whether all of it is kept
 */
async function keep(lang) {
  const own = RELEASE.pages[lang] ?? [];
  const files = [...RELEASE.files, ...own.filter(isFile)];
  const pages = own.filter((path) => !isFile(path));
  await caches.open(CACHE);
  const waiting = [...files.map((path) => () => keepFile(path)), ...pages.map((path) => () => fetchPage(path))];
  const results = await Promise.all(Array.from({ length: AT_ONCE }, () => workOff(waiting)));
  return results.every(Boolean);
}

/**
 * @param {(() => Promise<boolean>)[]} waiting
 */
async function workOff(waiting) {
  let all = true;
  for (let next = waiting.shift(); next; next = waiting.shift()) all = (await next().catch(() => false)) && all;
  return all;
}

/** @param {string} path */
async function keepFile(path) {
  const address = SCOPE + path;
  return Boolean(await kept(address)) || put(address, await fetch(address));
}

/** @param {string} path */
async function fetchPage(path) {
  return keepPage(SCOPE + path, await fetch(SCOPE + path, { cache: "no-cache" }));
}

/** Keep the languages that other releases of this site kept, before their caches go: nobody is left with none. */
async function keepAsBefore() {
  const caught = await Promise.all((await others()).map(async (name) => (await caches.open(name)).keys()));
  const before = new Set(caught.flat().map(({ url }) => pathOf(url)));
  const langs = Object.keys(RELEASE.pages).filter((lang) => RELEASE.pages[lang].some((path) => before.has(path)));
  for (const lang of langs) await keep(lang);
}

/** Delete the caches of other releases of this site. */
async function forgetOthers() {
  await Promise.all((await others()).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

const others = async () => (await caches.keys()).filter((name) => name.startsWith(CACHES) && name !== CACHE);

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(keepAsBefore().catch(() => {})));

worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(forgetOthers()));

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  if (event.request.method !== "GET") return;
  const path = pathOf(event.request.url);
  if (FILES.has(path)) event.respondWith(file(event.request));
  else if (PAGES.has(path)) event.respondWith(page(event));
});

worker.addEventListener("message", (/** @type {any} */ event) => {
  const { keep: lang } = event.data ?? {};
  if (lang) event.waitUntil(keep(lang).then((all) => event.source?.postMessage(all ? { offline: lang } : {})));
});
