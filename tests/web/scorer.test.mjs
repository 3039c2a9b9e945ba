// The client of the scorer against workers that answer, die, hang and lie.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createScorer, ScorerError } from "../../benchmark/web/scorer.js";
import { Scoring } from "../../benchmark/web/scoring.js";

/** Return a client whose workers do as `act(message, worker)` says; it notes its states. */
function clientOf(act, { heard = () => {}, ...more } = {}) {
  const states = [];
  const workers = [];
  const makeWorker = () => {
    const worker = { ended: false, terminate: () => (worker.ended = true), postMessage: (message) => queueMicrotask(() => worker.ended || act(message, worker)) };
    workers.push(worker);
    return worker;
  };
  const parts = { workerUrl: "w", runtimeUrl: "r", modelUrl: "m", limits: { call: 20, start: 20 }, supported: () => true, makeWorker, ...more };
  const onState = (state, progress) => (states.push([state, progress].filter(Boolean).join(" ")), heard(state));
  const scorer = createScorer({ ...parts, onState });
  return { scorer, states, workers };
}

const reply = (worker, data) => worker.onmessage({ data });
const healthy = ({ id, method, args }, worker) => reply(worker, { id, result: method === "start" ? "plain" : { method, args } });

describe("the client", () => {
  test("starts with the first call and answers each by its id", async () => {
    const { scorer, states } = clientOf((message, worker) => {
      if (message.method === "start") reply(worker, { progress: "start" });
      healthy(message, worker);
    });
    assert.equal(scorer.state, "idle");
    const [one, two] = await Promise.all([scorer.call("check", { n: 1 }), scorer.call("check", { n: 2 })]);
    assert.deepEqual([one.args.n, two.args.n], [1, 2]);
    assert.deepEqual(states, ["loading download", "loading start", "ready"]);
  });

  test("hands on the faults of a call", async () => {
    const { scorer } = clientOf(({ id, method }, worker) => reply(worker, method === "start" ? { id, result: "" } : { id, error: { faults: [{ code: "no-files" }] } }));
    await assert.rejects(scorer.call("score", {}), (error) => error instanceof ScorerError && error.faults[0].code === "no-files");
  });

  test("sends a call once that is made on hearing that it is ready", async () => {
    const sent = [];
    const calls = [];
    const heard = (state) => state === "ready" && calls.push(scorer.call("check", { n: 2 }));
    const { scorer } = clientOf((message, worker) => (sent.push(message.method), healthy(message, worker)), { heard });
    await scorer.call("score", { n: 1 });
    await Promise.all(calls);
    assert.deepEqual(sent.sort(), ["check", "score", "start"]);
  });

  test("starts once more after a crash, and repeats the call", async () => {
    let deaths = 0;
    const { scorer, workers } = clientOf((message, worker) => {
      if (message.method === "start" || deaths) return healthy(message, worker);
      deaths += 1;
      worker.onerror({});
    });
    assert.equal((await scorer.call("score", {})).method, "score");
    assert.deepEqual([workers.length, workers[0].ended, scorer.state], [2, true, "ready"]);
  });

  test("gives up after the second death, and begins anew on demand", async () => {
    let ill = true;
    const { scorer, states } = clientOf((message, worker) => (ill ? worker.onerror({}) : healthy(message, worker)));
    await assert.rejects(scorer.call("score", {}), (error) => error.faults[0].code === "no-scorer");
    assert.deepEqual(states, ["loading download", "loading download", "failed"]);
    await assert.rejects(scorer.call("score", {}), ScorerError);
    ill = false;
    scorer.start();
    assert.equal((await scorer.call("score", {})).method, "score");
  });

  test("ends a call that takes too long", async () => {
    const { scorer, workers } = clientOf((message, worker) => message.method === "start" && healthy(message, worker));
    await assert.rejects(scorer.call("score", {}), (error) => error.faults[0].code === "no-scorer");
    assert.deepEqual([workers.length, workers.every(({ ended }) => ended)], [2, true]);
  });

  test("a start that fails is no start", async () => {
    const { scorer } = clientOf(({ id }, worker) => reply(worker, { id, error: { faults: [{ code: "defect" }] } }));
    await assert.rejects(scorer.call("score", {}), (error) => error.faults[0].problem === "failed");
  });

  for (const [name, more] of [["no WebAssembly", { supported: () => false }], ["no module workers", { makeWorker: () => { throw new Error("no"); } }]]) {
    test(name, async () => {
      const { scorer, states } = clientOf(healthy, more);
      await assert.rejects(scorer.call("score", {}), (error) => error.faults[0].problem === "unsupported");
      assert.equal(states.at(-1), "unsupported");
    });
  }
});

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

describe("live results", () => {
  /** Return a scorer whose calls end when `finish` is called, and the files it was asked for. */
  function slow() {
    const asked = [];
    const scorer = { state: "ready", call: (_, { files: [file] }) => new Promise((resolve, reject) => asked.push({ file, resolve, reject })) };
    return { scorer, asked };
  }

  test("the newest answers count, one call at a time", async () => {
    const { scorer, asked } = slow();
    const scoring = new Scoring(scorer, () => {});
    scoring.want("one");
    scoring.want("two");
    scoring.want("three");
    assert.deepEqual(asked.map(({ file }) => file), ["one"]);
    asked[0].resolve({ result: "of one" });
    await pause(5);
    assert.deepEqual(asked.map(({ file }) => file), ["one", "three"]);
    asked[1].resolve({ result: "of three" });
    await pause(5);
    assert.deepEqual(scoring.outcome, { result: "of three" });
  });

  test("says where the scorer is while it is not ready, and faults of the answers", async () => {
    const { scorer, asked } = slow();
    scorer.state = "loading";
    const scoring = new Scoring(scorer, () => {});
    scoring.want("one");
    assert.deepEqual(scoring.outcome, { state: "loading" });
    scorer.state = "ready";
    scoring.ask();
    asked[0].reject(new ScorerError([{ code: "no-files" }]));
    await pause(5);
    assert.deepEqual(scoring.outcome, { faults: [{ code: "no-files" }] });
  });
});
