// Words with values, formats of languages, and addresses of views.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formats, translator } from "../../benchmark/web/strings.js";
import { hashOf, routeOf } from "../../benchmark/web/routes.js";

describe("strings", () => {
  const t = translator({ hello: "Hello, {name}: {count}", plain: "Plain", model: "{wbl_model}" });
  const cases = [
    [["hello", { name: "Ana", count: 3 }], "Hello, Ana: 3"],
    [["hello", { name: "{count}", count: 3 }], "Hello, {count}: 3"],
    [["hello", { name: "$&" }], "Hello, $&: {count}"],
    [["hello"], "Hello, {name}: {count}"],
    [["model", { wbl_model: "x" }], "x"],
    [["plain", { unused: 1 }], "Plain"],
    [["absent"], "absent"],
    [["toString"], "toString"],
  ];
  for (const [call, text] of cases) test(JSON.stringify(call), () => assert.equal(t(...call), text));

  test("numbers, shares and lists as the language writes them", () => {
    const german = formats("de");
    assert.deepEqual([german.number(1234.56, 1), german.number(7), german.list(["a", "b", "c"])], ["1.234,6", "7", "a, b und c"]);
    assert.equal(german.percent(0.5).replace(/\s/g, ""), "50%");
    assert.equal(formats("en").date("2026-01-31"), "Jan 31, 2026");
  });
});

describe("addresses", () => {
  const cases = [
    ["", { name: "list" }],
    ["#list", { name: "list" }],
    ["#s=v1.abc-_", { name: "share", code: "v1.abc-_" }],
    ["#a=x1&v=form&d=people", { name: "assessment", id: "x1", view: "form", dimension: "people" }],
    ["#a=x1&v=form&i=joint-assessment", { name: "assessment", id: "x1", view: "form", indicator: "joint-assessment" }],
    ["#a=x1&v=nonsense", { name: "assessment", id: "x1", view: "overview" }],
    ["#vw-content", null],
    ["#result-score", null],
  ];
  for (const [hash, route] of cases) test(hash, () => assert.deepEqual(routeOf(hash), route));
  test("and back", () => {
    for (const [hash, route] of cases) {
      if (route && hash && !hash.includes("nonsense")) assert.equal(hashOf(route), hash);
    }
  });
});
