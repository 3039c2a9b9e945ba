// Keeps assessments on this device (IndexedDB), or in memory alone where that is blocked; tells other tabs of changes.

/** @typedef {{id: string, revision: number}} Kept  what every record has */
/** @typedef {{kind: "written" | "removed", id: string}} Notice  `id` is "" where everything was removed */

/**
 * @typedef {object} Storage
 * @property {"device" | "memory"} kind
 * @property {() => Promise<{key: string, record: unknown}[]>} all
 * @property {(id: string) => Promise<any>} get
 * @property {(record: Kept, base: number) => Promise<void>} write
 *   throws a Conflict where the record that is kept has another revision than `base`
 * @property {(id: string) => Promise<void>} remove
 * @property {() => Promise<void>} removeAll
 * @property {(listener: (notice: Notice) => void) => void} watch  tells what other tabs did
 * @property {() => Kept[]} unwritten  what is in memory alone, since the device refused it
 */

/** @typedef {Pick<Storage, "all" | "get" | "write" | "remove" | "removeAll">} Engine */

const NAME = "vetwork-benchmark";
const STORE = "assessments";

/** A database that does not answer within this time (in milliseconds) is taken for blocked. */
const PATIENCE = 4000;

/** Somebody else, such as another tab, has written this record meanwhile. */
export class Conflict extends Error {}

/**
 * Return the storage of this device, or one in memory where the device gives none.
 * @param {{indexedDB?: () => IDBFactory, channel?: () => BroadcastChannel | null, patience?: number}} [parts]
 * @returns {Promise<Storage>}
 */
export async function openStorage({ indexedDB = () => globalThis.indexedDB, channel = openChannel, patience = PATIENCE } = {}) {
  try {
    const engine = deviceEngine(indexedDB());
    await withinTime(engine.all(), patience);
    return spoken("device", engine, channel());
  } catch {
    return spoken("memory", memoryEngine(), null);
  }
}

const openChannel = () => ("BroadcastChannel" in globalThis ? new BroadcastChannel(NAME) : null);

/**
 * @template Value
 * @param {Promise<Value>} promise
 * @param {number} patience
 * @returns {Promise<Value>}
 */
function withinTime(promise, patience) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer")), patience);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Return an engine as a storage that tells other tabs what it did, and holds in memory what the device refuses.
 * @param {"device" | "memory"} kind
 * @param {Engine} engine
 * @param {BroadcastChannel | null} channel
 * @returns {Storage}
 */
function spoken(kind, engine, channel) {
  /** @type {Map<string, Kept>} */
  const refused = new Map();
  const tell = (/** @type {Notice} */ notice) => channel?.postMessage(notice);
  const write = async (/** @type {Kept} */ record, /** @type {number} */ base) => {
    if (kind === "memory") refused.set(record.id, record);
    await engine.write(record, base).catch((error) => {
      if (!(error instanceof Conflict)) refused.set(record.id, { ...record, revision: base });
      throw error;
    });
    if (kind === "device") refused.delete(record.id);
    tell({ kind: "written", id: record.id });
  };
  return {
    kind,
    write,
    all: async () => overlaid(await engine.all(), refused),
    get: async (id) => refused.get(id) ?? engine.get(id),
    remove: async (id) => {
      refused.delete(id);
      await engine.remove(id);
      tell({ kind: "removed", id });
    },
    removeAll: async () => {
      refused.clear();
      await engine.removeAll();
      tell({ kind: "removed", id: "" });
    },
    watch: (listener) => channel?.addEventListener("message", ({ data }) => listener(data)),
    unwritten: () => [...refused.values()],
  };
}

/**
 * @param {{key: string, record: unknown}[]} kept
 * @param {Map<string, Kept>} refused
 */
const overlaid = (kept, refused) => [
  ...kept.filter(({ key }) => !refused.has(key)),
  ...[...refused].map(([key, record]) => ({ key, record })),
];

/**
 * @returns {Engine}
 */
function memoryEngine() {
  /** @type {Map<string, Kept>} */
  const records = new Map();
  return {
    all: async () => [...records].map(([key, record]) => ({ key, record })),
    get: async (id) => records.get(id),
    write: async (record, base) => {
      refuseOther(records.get(record.id), base);
      records.set(record.id, record);
    },
    remove: async (id) => void records.delete(id),
    removeAll: async () => records.clear(),
  };
}

/**
 * @param {Kept | undefined} kept
 * @param {number} base
 */
function refuseOther(kept, base) {
  if (kept && kept.revision !== base) throw new Conflict();
}

/**
 * @param {IDBFactory} factory
 * @returns {Engine}
 */
function deviceEngine(factory) {
  const database = opener(factory);
  /** After everything was removed, looking makes no new database. */
  let removed = false;
  /** @param {IDBTransactionMode} mode */
  const begin = async (mode) => (await database.open()).transaction(STORE, mode);
  return {
    all: async () => (removed ? [] : everything((await begin("readonly")).objectStore(STORE))),
    get: async (id) => (removed ? undefined : answer((await begin("readonly")).objectStore(STORE).get(id))),
    write: async (record, base) => {
      removed = false;
      await writeOnto(await begin("readwrite"), record, base);
    },
    remove: async (id) => {
      const transaction = await begin("readwrite");
      transaction.objectStore(STORE).delete(id);
      await end(transaction);
    },
    removeAll: async () => {
      await database.close();
      await deleted(factory);
      removed = true;
    },
  };
}

/**
 * Return how to open the database once, and anew after another tab or the browser closed it.
 * @param {IDBFactory} factory
 */
function opener(factory) {
  /** @type {Promise<IDBDatabase> | null} */
  let opened = null;
  const forget = () => (opened = null);
  const open = () => (opened ??= connect(factory, forget).catch((error) => (forget(), Promise.reject(error))));
  const close = async () => {
    (await opened?.catch(() => null))?.close();
    forget();
  };
  return { open, close };
}

/**
 * @param {IDBFactory} factory
 * @param {() => void} onClose
 * @returns {Promise<IDBDatabase>}
 */
async function connect(factory, onClose) {
  const request = factory.open(NAME); // Without a version: that of a later edition of this page is as good.
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  const database = await answer(request);
  database.onclose = onClose;
  database.onversionchange = () => {
    database.close();
    onClose();
  };
  return database;
}

/**
 * @param {IDBObjectStore} store
 */
async function everything(store) {
  const [keys, records] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
  return keys.map((key, place) => ({ key: String(key), record: records[place] }));
}

/**
 * Write a record where the kept one has the revision it was made from: read and write are one transaction.
 * @param {IDBTransaction} transaction
 * @param {Kept} record
 * @param {number} base
 */
async function writeOnto(transaction, record, base) {
  const done = end(transaction);
  done.catch(() => {}); // Whoever waits for it below is told.
  const store = transaction.objectStore(STORE);
  try {
    refuseOther(await answer(store.get(record.id)), base);
    store.put(record, record.id);
  } catch (error) {
    abort(transaction);
    throw error;
  }
  await done;
}

/** @param {IDBTransaction} transaction */
function abort(transaction) {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}

/**
 * @template Value
 * @param {IDBRequest<Value>} request
 * @returns {Promise<Value>}
 */
const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/**
 * @param {IDBTransaction} transaction
 * @returns {Promise<void>}
 */
const end = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
  });

/**
 * Delete the database; other tabs let go of it by themselves.
 * @param {IDBFactory} factory
 */
const deleted = (factory) => answer(/** @type {IDBRequest<unknown>} */ (factory.deleteDatabase(NAME))).then(() => undefined);
