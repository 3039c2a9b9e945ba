// The action plan as CSV and ICS.
import assert from "node:assert/strict";
import { test } from "node:test";
import { asCsv, asIcs, csvCell, folded, icsText, isDue } from "../../benchmark/web/plan_export.js";
import { planCsv, planIcs } from "../../benchmark/web/plan.js";
import { words } from "./results-words.mjs";

const NOW = new Date("2026-03-01T08:05:09.123Z");
const row = (more = {}) => ({ id: "r1", indicator: "a", what: "Meet", who: "Ana", until: "2026-04-30", done: false, ...more });
const view = { ...words, assessment: { id: "as1", name: "", file: {} } };

for (const [text, cell] of [
  ["plain", '"plain"'],
  ['say "yes", now', '"say ""yes"", now"'],
  ["two\nlines", '"two\nlines"'],
  ["=1+1", `"'=1+1"`],
  ["+49 30", `"'+49 30"`],
  ["-2", `"'-2"`],
  ["@SUM(A1)", `"'@SUM(A1)"`],
  ["  =HYPERLINK()", `"'  =HYPERLINK()"`],
  ["\t=1", `"'\t=1"`],
  ["\r=1", `"'\r=1"`],
  ["＝1+1", `"'＝1+1"`],
  ["a=b", '"a=b"'],
  ["", '""'],
]) test(`a cell of ${JSON.stringify(text)} is safe in a spreadsheet`, () => assert.equal(csvCell(text), cell));

test("a CSV file has a mark of its encoding and CRLF at every end", () => {
  assert.equal(asCsv([["a", "b"], ["c", "d"]]), '\ufeff"a","b"\r\n"c","d"\r\n');
});

test("the plan has a head and a line per row, own actions too", () => {
  const lines = planCsv(view, [row(), row({ id: "r2", indicator: null, what: "=x", done: true })]).split("\r\n");
  assert.deepEqual(lines, [
    '\ufeff"Indicator","What","Who","Until when","Done"',
    '"A","Meet","Ana","2026-04-30",""',
    `"Own action","'=x","Ana","2026-04-30","done"`,
    "",
  ]);
});

test("text of a calendar has its special characters escaped", () => {
  assert.equal(icsText("a\\b;c,d\r\ne\nf\u0007"), "a\\\\b\\;c\\,d\\ne\\nf");
});

for (const character of ["a", "é", "€", "😀"]) {
  test(`lines of ${character} are folded at 75 octets and never inside a character`, () => {
    const line = `SUMMARY:${character.repeat(120)}`;
    const parts = folded(line).split("\r\n");
    const octets = (text) => new TextEncoder().encode(text).length;
    assert.ok(parts.length > 1 && parts.every((part) => octets(part) <= 75));
    assert.ok(parts.slice(1).every((part) => part.startsWith(" ")));
    assert.equal([parts[0], ...parts.slice(1).map((part) => part.slice(1))].join(""), line);
  });
}

test("a calendar holds open rows with a date, whole days, and the moment of the device", () => {
  const lines = planIcs(view, [row(), row({ id: "r2", done: true }), row({ id: "r3", until: "" })], NOW).split("\r\n");
  assert.deepEqual(lines, [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//VETWORK//Benchmark//EN", "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT", "UID:as1-r1@vetwork-benchmark", "DTSTAMP:20260301T080509Z", "DTSTART;VALUE=DATE:20260430",
    "SUMMARY:A", "DESCRIPTION:Meet\\nWho: Ana", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", "",
  ]);
});

test("the UID of a row stays when its text changes", () => {
  const uid = (changed) => planIcs(view, [changed], NOW).match(/UID:.*/)[0];
  assert.equal(uid(row()), uid(row({ what: "Other", who: "Ben", until: "2027-01-01" })));
});

test("text cannot begin a line of its own in a calendar", () => {
  const text = asIcs([row()], { assessment: "a", summary: () => "x\r\nEND:VEVENT", description: () => "", now: NOW });
  assert.equal(text.match(/^END:VEVENT\r$/gm).length, 1);
});

for (const [until, due] of [["2026-04-30", true], ["", false], ["30.4.2026", false], ["2026-04-30\nX", false]]) {
  test(`${JSON.stringify(until)} is ${due ? "" : "not "}a day for a calendar`, () => assert.equal(isDue(row({ until })), due));
}
