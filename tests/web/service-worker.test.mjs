// What the service worker keeps, and what it does when the device keeps nothing.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import vm from "node:vm";

const SCOPE = "https://example.org/site/";
const SOURCE = await readFile(new URL("../../benchmark/web/service-worker.js", import.meta.url), "utf8");
const release = (digest) => ({
  digest,
  files: [`assets/benchmark/${digest}/main.js`],
  pages: { en: ["en/benchmark/"], de: ["de/benchmark/"] },
});

/** Return the caches of a device; a full one refuses whatever it is given. */
function device({ full = false } = {}) {
  const all = new Map();
  const open = async (name) => {
    if (!all.has(name)) all.set(name, new Map());
    const kept = all.get(name);
    return {
      keys: async () => [...kept.keys()].map((url) => ({ url })),
      match: async (url) => kept.get(url)?.clone(),
      put: async (url, response) => {
        if (full) throw new DOMException("full", "QuotaExceededError");
        kept.set(url, response);
      },
    };
  };
  const caches = { open, has: async (name) => all.has(name), keys: async () => [...all.keys()], delete: async (name) => all.delete(name) };
  return { caches, all };
}

/** Return what a release's worker answers to events. */
function workerOf(digest, caches) {
  const listeners = {};
  const self = {
    registration: { scope: SCOPE },
    clients: { claim: async () => {} },
    addEventListener: (name, act) => (listeners[name] = act),
  };
  const fetch = async (asked) => new Response(`<script src="assets/benchmark/${digest}/main.js"> ${asked.url ?? asked}`);
  vm.runInNewContext(SOURCE.replace("const RELEASE = {};", `const RELEASE = ${JSON.stringify(release(digest))};`), { self, caches, fetch, Request });
  /** Return what an event was answered, once all it asked to wait for is done. */
  return async (name, values = {}) => {
    const waits = [];
    const told = [];
    let answer;
    listeners[name]?.({ ...values, waitUntil: (wait) => waits.push(wait), respondWith: (given) => (answer = given), source: { postMessage: (data) => told.push(data) } });
    await Promise.all(waits);
    return { answer: await answer, told };
  };
}

describe("the service worker", () => {
  test("keeps the files of a language and says so", async () => {
    const { caches, all } = device();
    const { told } = await workerOf("a1", caches)("message", { data: { keep: "en" } });
    const [kept] = all.values();
    assert.deepEqual([...kept.keys()].sort(), [`${SCOPE}assets/benchmark/a1/main.js`, `${SCOPE}en/benchmark/`]);
    assert.equal(told[0].offline, "en");
  });

  test("gives a page its files on a full device, and does not say that it keeps them", async () => {
    const { caches } = device({ full: true });
    const send = workerOf("a1", caches);
    const { told } = await send("message", { data: { keep: "en" } });
    assert.deepEqual(Object.keys(told[0]), []);
    const { answer } = await send("fetch", { request: new Request(`${SCOPE}assets/benchmark/a1/main.js`) });
    assert.match(await answer.text(), /main\.js/);
  });

  test("keeps the languages of the release before, and only then forgets it", async () => {
    const { caches, all } = device();
    await workerOf("a1", caches)("message", { data: { keep: "de" } });
    const next = workerOf("b2", caches);
    await next("install");
    await next("activate");
    assert.deepEqual([...all.keys()], [`vetwork-benchmark ${SCOPE} b2`]);
    const [kept] = all.values();
    assert.deepEqual([...kept.keys()].sort(), [`${SCOPE}assets/benchmark/b2/main.js`, `${SCOPE}de/benchmark/`]);
  });

  test("keeps nothing at a first visit before it is asked", async () => {
    const { caches, all } = device();
    await workerOf("a1", caches)("install");
    assert.deepEqual([...all.keys()], []);
  });
});
