// The list survives what browsers do to it: rubbish, blocked and full storage, other tabs, several scripts of one page.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openSelection, slugsIn } from "../../../theme/web/selection_storage.js";

const KEY = "vetwork-selection";
const refuse = () => {
  throw new DOMException("no", "SecurityError");
};

/** Return a window with a storage that can be made to refuse. */
function place(text = null, { get, set } = {}) {
  const kept = new Map(text === null ? [] : [[KEY, text]]);
  const localStorage = { getItem: get ?? ((key) => kept.get(key) ?? null), setItem: set ?? ((key, value) => kept.set(key, value)) };
  return Object.assign(new EventTarget(), { localStorage, kept });
}

/** Tell a window that another tab wrote. */
const elsewhere = (window, key = KEY) => window.dispatchEvent(Object.assign(new Event("storage"), { key }));

test("slugs are added at the end, removed, and each stands there once", () => {
  const window = place();
  const selection = openSelection(window);
  assert.deepEqual(selection.toggle("b"), ["b"]);
  assert.deepEqual(selection.toggle("a-1"), ["b", "a-1"]);
  assert.deepEqual(selection.replace(["a-1", "c", "a-1"]), ["a-1", "c"]);
  assert.deepEqual(selection.toggle("a-1"), ["c"]);
  assert.equal(window.kept.get(KEY), '["c"]');
  assert.deepEqual(selection.remove("not-there"), ["c"]);
  assert.deepEqual(selection.clear(), []);
  assert.equal(selection.keeping(), "kept");
});

test("what is returned is a copy", () => {
  const selection = openSelection(place('["a"]'));
  selection.read().push("b");
  assert.deepEqual(selection.read(), ["a"]);
});

test("only slugs are slugs", () => {
  const long = "a".repeat(80);
  assert.deepEqual(slugsIn(["a", "a-b", long, `${long}a`, "A", "a--b", "-a", "a b", "<b>", "", 3, null, ["a"]]), ["a", "a-b", long]);
});

for (const [text, slugs] of [
  ["{", []],
  ["null", []],
  ['{"0": "a"}', []],
  ['"a"', []],
  ['["a", 7, "B", "c"]', ["a", "c"]],
  ['["a", "a"]', ["a"]],
]) {
  test(`what was kept is rubbish: ${text}`, () => {
    const selection = openSelection(place(text));
    assert.deepEqual([selection.read(), selection.keeping()], [slugs, "unreadable"]);
    selection.toggle("z");
    assert.deepEqual([selection.read(), selection.keeping()], [[...slugs, "z"], "kept"]);
  });
}

describe("a storage that refuses", () => {
  test("blocked: the list lives as long as the page", () => {
    const window = place();
    Object.defineProperty(window, "localStorage", { get: refuse });
    const selection = openSelection(window);
    assert.deepEqual([selection.read(), selection.keeping()], [[], "not-kept"]);
    assert.deepEqual(selection.toggle("a"), ["a"]);
    assert.deepEqual(selection.toggle("b"), ["a", "b"]);
    assert.equal(selection.keeping(), "not-kept");
  });

  test("full: the newest list counts, and is kept once there is room", () => {
    const window = place('["a"]', { set: refuse });
    const selection = openSelection(window);
    assert.equal(selection.keeping(), "kept");
    assert.deepEqual([selection.toggle("b"), selection.keeping()], [["a", "b"], "not-kept"]);
    window.localStorage.setItem = (key, value) => window.kept.set(key, value);
    assert.deepEqual([selection.toggle("c"), selection.keeping()], [["a", "b", "c"], "kept"]);
  });

  test("two scripts of one page agree all the same", () => {
    const window = place(null, { get: refuse, set: refuse });
    const [one, other] = [openSelection(window), openSelection(window)];
    const heard = [];
    other.onChange((slugs) => heard.push(slugs));
    one.toggle("a");
    assert.deepEqual([other.read(), heard], [["a"], [["a"]]]);
  });
});

describe("another tab", () => {
  test("its list is taken over", () => {
    const window = place('["a"]');
    const selection = openSelection(window);
    const heard = [];
    selection.onChange((slugs) => heard.push(slugs));
    window.kept.set(KEY, '["b"]');
    elsewhere(window);
    window.kept.clear();
    elsewhere(window, null);
    elsewhere(window, "another-key");
    assert.deepEqual(heard, [["b"], []]);
  });

  test("what it kept takes the place of what this tab could not keep", () => {
    const window = place(null, { set: refuse });
    const selection = openSelection(window);
    selection.toggle("a");
    window.kept.set(KEY, '["b"]');
    elsewhere(window);
    assert.deepEqual([selection.read(), selection.keeping()], [["b"], "kept"]);
  });
});
