// The action plan: what, who, until when, done; kept with the assessment, given out as spreadsheet and calendar.
import { explanation, section, table } from "./blocks.js";
import { button, download, fill, h } from "./dom.js";
import { indicatorName } from "./figures.js";
import { newId } from "./ids.js";
import { asCsv, asIcs, isDue } from "./plan_export.js";
import { targetsTable } from "./targets.js";
/** @import {PlanRow, View} from "./view_types.js" */

const ID = "result-plan";

/** Keeps the rows on the page, so that typing is never disturbed by a new score. */
export class Plan {
  constructor() {
    this.element = h("div", {});
    /** @type {PlanRow[]} */
    this.rows = [];
    /** @type {View | null} */
    this.view = null;
    this.drawn = "";
    this.targets = h("div", {});
    this.exports = h("div", { class: "vr-actions" });
    this.printed = h("div", { class: "vr-print" });
  }

  /** @param {View} view */
  update(view) {
    this.view = view;
    this.rows = (view.assessment.plan ?? []).map((row) => ({ ...row }));
    const state = JSON.stringify([view.assessment.id, this.rows]);
    if (state !== this.drawn) this.draw(view);
    this.drawn = state;
    fill(this.targets, targetsTable(view));
  }

  /** @param {View} view */
  draw(view) {
    const rows = this.rows.map((row) => this.row(view, row));
    const parts = [this.targets, h("div", { class: "vr-plan" }, ...rows), this.exports, this.printed];
    const whole = section(ID, view.t("plan-title"), explanation(view.t("plan-explained")), ...parts);
    fill(this.element, view.readOnly ? null : whole);
    this.follow(view);
  }

  /**
   * Draw what follows from the rows: the buttons and the table for paper.
   * @param {View} view
   */
  follow(view) {
    fill(this.exports, ...this.buttons(view));
    fill(this.printed, this.rows.length ? printedTable(view, this.rows) : null);
  }

  /** @param {View} view */
  buttons(view) {
    const { t } = view;
    return [
      button(t("plan-add"), () => this.add(null, ""), { id: `${ID}-add` }),
      this.rows.length ? button(t("plan-csv"), () => this.giveCsv(view), { id: `${ID}-csv` }) : null,
      this.rows.some(isDue) ? button(t("plan-ics"), () => this.giveIcs(view), { id: `${ID}-ics` }) : null,
    ];
  }

  /** @param {View} view */
  giveCsv(view) {
    download("vetwork-plan.csv", planCsv(view, this.rows), "text/csv");
  }

  /** @param {View} view */
  giveIcs(view) {
    download("vetwork-plan.ics", planIcs(view, this.rows, new Date()), "text/calendar");
  }

  /**
   * Take an indicator into the plan, or go to the row it already has.
   * @param {string | null} indicator
   * @param {string} what
   */
  add(indicator, what) {
    const known = indicator ? this.rows.find((row) => row.indicator === indicator) : undefined;
    const row = known ?? { id: newId(), indicator, what, who: "", until: "", done: false };
    if (!known) this.change([...this.rows, row]);
    document.getElementById(`${ID}-${row.id}-${what ? "who" : "what"}`)?.focus();
  }

  /**
   * Put other rows in the place of the present ones.
   * @param {PlanRow[]} rows
   */
  change(rows) {
    this.rows = rows;
    if (this.view) this.draw(this.view);
    this.save();
  }

  /** Hand the rows on; what is drawn here already shows them. */
  save() {
    if (!this.view) return;
    this.drawn = JSON.stringify([this.view.assessment.id, this.rows]);
    this.view.actions.save({ plan: this.rows.map((row) => ({ ...row })) });
  }

  /**
   * @param {View} view
   * @param {PlanRow} row
   */
  row(view, row) {
    const { t } = view;
    const name = rowName(view, row);
    const set = (/** @type {"what" | "who" | "until"} */ key) => (/** @type {Event} */ event) =>
      this.set(view, row.id, { [key]: target(event).value });
    const tick = (/** @type {Event} */ event) => this.set(view, row.id, { done: target(event).checked });
    const named = { "aria-label": t("plan-remove-named", { name }) };
    const what = h("textarea", { rows: 3, value: row.what, maxlength: 2000, oninput: set("what") });
    return h(
      "fieldset",
      { class: "vr-plan__row" },
      h("legend", {}, name),
      cell(row, "what", t("plan-what"), what),
      cell(row, "who", t("plan-who"), h("input", { value: row.who, maxlength: 200, oninput: set("who") })),
      cell(row, "until", t("plan-until"), h("input", { type: "date", value: row.until, oninput: set("until") })),
      cell(row, "done", t("plan-done"), h("input", { type: "checkbox", checked: row.done, onchange: tick })),
      button(t("plan-remove"), () => this.remove(row.id), named),
    );
  }

  /**
   * @param {View} view
   * @param {string} id
   * @param {Partial<PlanRow>} change
   */
  set(view, id, change) {
    this.rows = this.rows.map((row) => (row.id === id ? { ...row, ...change } : row));
    this.follow(view);
    this.save();
  }

  /** @param {string} id */
  remove(id) {
    this.change(this.rows.filter((row) => row.id !== id));
    document.getElementById(`${ID}-title`)?.focus();
  }
}

/** @param {Event} event */
const target = (event) => /** @type {HTMLInputElement} */ (event.target);

/**
 * @param {PlanRow} row
 * @param {string} name
 * @param {string} label
 * @param {HTMLElement} control
 */
function cell(row, name, label, control) {
  control.id = `${ID}-${row.id}-${name}`;
  return h("div", { class: `vr-plan__${name}` }, h("label", { for: control.id }, label), control);
}

/**
 * Return the columns of the plan with the text of each row.
 * @param {View} view
 * @returns {[string, (row: PlanRow) => string][]}
 */
const columns = (view) => [
  [view.t("column-indicator"), (row) => rowName(view, row)],
  [view.t("plan-what"), (row) => row.what],
  [view.t("plan-who"), (row) => row.who],
  [view.t("plan-until"), (row) => row.until],
  [view.t("plan-done"), (row) => (row.done ? view.t("plan-done-yes") : "")],
];

/**
 * @param {View} view
 * @param {PlanRow} row
 */
const rowName = (view, { indicator }) => (indicator ? indicatorName(view, indicator) : view.t("plan-own-row"));

/**
 * @param {View} view
 * @param {PlanRow[]} rows
 */
const printedTable = (view, rows) =>
  table({
    caption: view.t("plan-title"),
    head: columns(view).map(([head]) => head),
    rows: rows.map((row) => columns(view).map(([, text]) => text(row))),
    numbersFrom: 9,
  });

/**
 * Return the plan as a CSV file.
 * @param {View} view
 * @param {PlanRow[]} rows
 */
export const planCsv = (view, rows) =>
  asCsv([columns(view).map(([head]) => head), ...rows.map((row) => columns(view).map(([, text]) => text(row)))]);

/**
 * Return the dated rows of the plan as a calendar file.
 * @param {View} view
 * @param {PlanRow[]} rows
 * @param {Date} now
 */
export const planIcs = (view, rows, now) =>
  asIcs(rows, {
    assessment: view.assessment.id,
    summary: (row) => (row.indicator ? rowName(view, row) : row.what || rowName(view, row)),
    description: (row) => [row.what, row.who && `${view.t("plan-who")}: ${row.who}`].filter(Boolean).join("\n"),
    now,
  });
