// The action plan as a spreadsheet (CSV, RFC 4180) and as dates for a calendar (ICS, RFC 5545). Pure.
/** @import {PlanRow} from "./view_types.js" */

/** Marks the encoding for spreadsheets that would otherwise guess. */
const BYTE_ORDER_MARK = "\ufeff";

/** A cell that begins like this would run as a formula in a spreadsheet. */
const FORMULA = /^[\t\r\n ]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** RFC 5545, 3.1: octets of a line, without its end. */
const LINE_OCTETS = 75;

/**
 * Return a cell of a CSV file: formulas are disarmed by an apostrophe, everything is quoted.
 * @param {string} text
 */
export function csvCell(text) {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/**
 * Return rows of text as a CSV file.
 * @param {string[][]} rows
 */
export const asCsv = (rows) => BYTE_ORDER_MARK + rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");

/**
 * Return a text as a value of a calendar file.
 * @param {string} text
 */
export const icsText = (text) =>
  text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");

/**
 * Return a content line folded at 75 octets, never inside a character.
 * @param {string} line
 */
export function folded(line) {
  const encoder = new TextEncoder();
  let [text, octets] = ["", 0];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) [text, octets] = [`${text}\r\n `, 1];
    text += character;
    octets += size;
  }
  return text;
}

/**
 * Return a moment as UTC of a calendar file, such as 20260131T083000Z.
 * @param {Date} moment
 */
const icsMoment = (moment) => moment.toISOString().replace(/[-:]|\.\d+/g, "");

/**
 * Tell whether a row has a place in a calendar: it has a date and is not done.
 * @param {PlanRow} row
 */
export const isDue = (row) => !row.done && /^\d{4}-\d{2}-\d{2}$/.test(row.until);

/**
 * Return the open rows that have a date as a calendar of whole-day entries; a row keeps its UID for ever, so that
 * importing again replaces the entry.
 * @param {PlanRow[]} rows
 * @param {{assessment: string, now: Date} & Record<"summary" | "description", (row: PlanRow) => string>} words
 */
export function asIcs(rows, { assessment, summary, description, now }) {
  const event = (/** @type {PlanRow} */ row) => [
    "BEGIN:VEVENT",
    `UID:${icsText(`${assessment}-${row.id}`)}@vetwork-benchmark`,
    `DTSTAMP:${icsMoment(now)}`,
    `DTSTART;VALUE=DATE:${row.until.replaceAll("-", "")}`,
    `SUMMARY:${icsText(summary(row))}`,
    `DESCRIPTION:${icsText(description(row))}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//VETWORK//Benchmark//EN", "CALSCALE:GREGORIAN"];
  return [...head, ...rows.filter(isDue).flatMap(event), "END:VCALENDAR", ""].map(folded).join("\r\n");
}
