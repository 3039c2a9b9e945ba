// What happens to answers when the device refuses: nothing is lost, nothing of another tab is overwritten.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { newAssessment, withAnswer } from "../../benchmark/web/assessments.js";
import { Session } from "../../benchmark/web/session.js";
import { Conflict, openStorage } from "../../benchmark/web/storage.js";

const NOW = new Date("2026-01-31T08:00:00Z");
const assessment = (id = "a1") => newAssessment({ id, now: NOW.toISOString(), name: "ours", role: "company", form: "full", lang: "en", model: "vetwork/1" });
const answered = (one, level) => withAnswer(one, "joint-assessment", { level });
const blocked = () => {
  throw new DOMException("no", "SecurityError");
};
const silent = () => ({ open: () => ({}) });
const memory = () => openStorage({ indexedDB: blocked });

describe("a device without storage", () => {
  for (const [name, indexedDB] of [["blocked", blocked], ["absent", () => undefined], ["silent", silent]]) {
    test(name, async () => {
      const storage = await openStorage({ indexedDB, patience: 20 });
      assert.equal(storage.kind, "memory");
      await storage.write(assessment(), 0);
      assert.deepEqual((await storage.all()).map(({ key }) => key), ["a1"]);
      assert.deepEqual(storage.unwritten().map(({ id }) => id), ["a1"]);
      await storage.removeAll();
      assert.deepEqual([await storage.all(), storage.unwritten()], [[], []]);
    });
  }

  test("another revision is a conflict there too", async () => {
    const storage = await memory();
    await storage.write({ ...assessment(), revision: 1 }, 0);
    await assert.rejects(storage.write({ ...assessment(), revision: 1 }, 0), Conflict);
  });
});

/** Return a storage as the session sees it; `fail` is thrown by the next writes. */
function device() {
  const records = new Map();
  const watchers = [];
  const storage = {
    kind: "device",
    fail: null,
    records,
    get: async (id) => records.get(id),
    watch: (listener) => watchers.push(listener),
    hear: (id) => watchers.forEach((listener) => listener({ id })),
    write: async (record, base) => {
      if (storage.fail) throw storage.fail;
      if (records.has(record.id) && records.get(record.id).revision !== base) throw new Conflict();
      records.set(record.id, record);
    },
  };
  return storage;
}

/** Return a session and what it told. */
function sessionOn(storage) {
  const told = { codes: [], copies: [], elsewhere: [] };
  const session = new Session({
    storage,
    newId: () => "copy",
    now: () => NOW,
    copyName: (name) => `${name} (copy)`,
    onChange: () => {},
    onStatus: ({ code }) => told.codes.push(code),
    onCopy: ({ name }) => told.copies.push(name),
    onElsewhere: (id) => told.elsewhere.push(id),
  });
  return { session, told };
}

describe("the open assessment", () => {
  test("is known by its id, also after it went on as a copy, and no longer when another is open", async () => {
    const storage = device();
    const { session } = sessionOn(storage);
    session.open(assessment());
    storage.records.set("a1", { ...assessment(), revision: 7 });
    session.change((one) => answered(one, 1));
    await session.flush();
    assert.deepEqual([session.current.id, session.holds("a1"), session.holds("copy")], ["copy", true, true]);
    session.open(assessment("b2"));
    assert.deepEqual([session.holds("a1"), session.holds("b2")], [false, true]);
    session.close();
    assert.equal(session.holds("b2"), false);
  });

  test("is kept with each change", async () => {
    const storage = device();
    const { session, told } = sessionOn(storage);
    session.open(assessment());
    session.change((one) => answered(one, 1));
    session.change((one) => answered(one, 2));
    await session.flush();
    session.change((one) => answered(one, 3));
    await session.flush();
    assert.equal(storage.records.get("a1").file.responses[0].answers["joint-assessment"].level, 3);
    assert.deepEqual([storage.records.get("a1").revision, told.codes], [2, ["none", "saved", "saved"]]);
  });

  test("is kept at once, since a page that is left has no time to write", async () => {
    const storage = device();
    const { session } = sessionOn(storage);
    session.open(assessment());
    session.change((one) => answered(one, 1));
    await new Promise(setImmediate);
    assert.equal(storage.records.get("a1")?.file.responses[0].answers["joint-assessment"].level, 1);
  });

  test("keeps what is changed while it is written", async () => {
    const storage = device();
    const { session } = sessionOn(storage);
    session.open(assessment());
    session.change((one) => answered(one, 1));
    const written = session.flush();
    await Promise.resolve();
    session.change((one) => answered(one, 2));
    await written;
    await session.flush();
    const { revision, file } = storage.records.get("a1");
    assert.deepEqual([revision, file.responses[0].answers["joint-assessment"].level], [2, 2]);
  });

  test("goes on as a copy where another tab writes at the same time", async () => {
    const storage = device();
    const { session, told } = sessionOn(storage);
    session.open(assessment());
    session.change((one) => answered(one, 1));
    storage.records.set("a1", { ...answered(assessment(), 4), revision: 1 });
    const written = session.flush();
    await Promise.resolve();
    storage.hear("a1");
    await written;
    assert.deepEqual([told.elsewhere, told.copies, storage.records.get("copy")?.file.responses[0].answers["joint-assessment"].level], [[], ["ours (copy)"], 1]);
  });

  test("says that the storage is full, keeps the answer, and tries again", async () => {
    const storage = device();
    const { session, told } = sessionOn(storage);
    session.open(assessment());
    storage.fail = new DOMException("full", "QuotaExceededError");
    session.change((one) => answered(one, 1));
    await session.flush();
    assert.equal(told.codes.at(-1), "full");
    assert.equal(session.current.file.responses[0].answers["joint-assessment"].level, 1);
    storage.fail = new Error("broken");
    await session.flush();
    assert.equal(told.codes.at(-1), "failed");
    storage.fail = null;
    await session.flush();
    assert.deepEqual([told.codes.at(-1), storage.records.size], ["saved", 1]);
  });

  test("says that nothing is saved where there is no storage", async () => {
    const { session, told } = sessionOn(await memory());
    session.open(assessment());
    session.change((one) => answered(one, 1));
    await session.flush();
    assert.deepEqual(told.codes, ["blocked", "blocked"]);
  });

  test("goes on as a copy where another tab has written meanwhile", async () => {
    const storage = device();
    const { session, told } = sessionOn(storage);
    storage.records.set("a1", { ...answered(assessment(), 4), revision: 3 });
    session.open({ ...assessment(), revision: 2 });
    session.change((one) => answered(one, 1));
    await session.flush();
    assert.deepEqual([told.copies, session.current.id], [["ours (copy)"], "copy"]);
    const levels = ["a1", "copy"].map((id) => storage.records.get(id).file.responses[0].answers["joint-assessment"].level);
    assert.deepEqual(levels, [4, 1]);
  });

  test("hears of other tabs only while nothing of its own is open", () => {
    const storage = device();
    const { session, told } = sessionOn(storage);
    session.open(assessment());
    storage.hear("other");
    storage.hear("a1");
    session.change((one) => answered(one, 1));
    storage.hear("a1");
    session.close();
    storage.hear("");
    assert.deepEqual(told.elsewhere, ["a1"]);
  });
});
