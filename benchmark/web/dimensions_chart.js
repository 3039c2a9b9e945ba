// The profile of the dimensions: a dot plot with ranges and a mark per role; table and sentence beside it.
import { explanation, paragraph, section, table } from "./blocks.js";
import { placeOn } from "./band_scale.js";
import { h } from "./dom.js";
import { dimensionName, percent, quoted, range, roleName, score } from "./figures.js";
import { indicatorsOf } from "./missing_answers.js";
import { brokenLines, legendEntry, line, mark, picture, svg, textLines } from "./svg.js";
/** @import {Model, Reading, Result, Role, View, Words} from "./view_types.js" */

const ID = "result-dimensions";

/**
 * @typedef {object} Layout
 * @property {string} name
 * @property {number} width
 * @property {number} start  where the scale begins
 * @property {number} row  height of a row
 * @property {number} middle  line of the score below the top of the row
 * @property {number} letters  letters of a title that fit into a line
 */

const TOP = 26;
const END = 14;
const LANE = 11;
const LEADING = 16;
const TICKS = [0, 20, 40, 60, 80, 100];

/** Titles beside the scale, for wide places and paper; or above it, for telephones. @type {Layout[]} */
const LAYOUTS = [
  { name: "vr-chart--wide", width: 720, start: 282, row: 50, middle: 24, letters: 36 },
  { name: "vr-chart--narrow", width: 360, start: 14, row: 78, middle: 52, letters: 46 },
];

/**
 * @typedef {object} Row
 * @property {string} id
 * @property {Reading} reading
 * @property {Record<Role, number>} byRole
 */

/**
 * Return the mean score of each role in each dimension, over what the role answered, with the indicators' weights.
 * @param {Model} model
 * @param {Result} result
 * @returns {Row[]}
 */
export function dimensionRows(model, result) {
  const asked = indicatorsOf(model, result.form);
  const indicators = (/** @type {string} */ id) => asked.filter((item) => item.dimension === id);
  return model.dimensions
    .filter(({ id }) => result.dimensions[id]?.applicable)
    .map(({ id }) => ({ id, reading: result.dimensions[id], byRole: roleMeans(model, result, indicators(id)) }));
}

/**
 * @param {Model} model
 * @param {Result} result
 * @param {{id: string, weight: number}[]} indicators
 */
function roleMeans(model, result, indicators) {
  const means = model.roles.map((role) => [role, roleMean(result, indicators, role)]);
  return Object.fromEntries(means.filter(([, mean]) => mean !== null));
}

/**
 * @param {Result} result
 * @param {{id: string, weight: number}[]} indicators
 * @param {Role} role
 */
function roleMean(result, indicators, role) {
  const rated = indicators.flatMap(({ id, weight }) => {
    const value = result.indicators[id]?.by_role[role];
    return value == null ? [] : [{ weight, value }];
  });
  const total = rated.reduce((sum, { weight }) => sum + weight, 0);
  return total ? rated.reduce((sum, { weight, value }) => sum + weight * value, 0) / total : null;
}

/**
 * Return the roles whose marks tell something: those that answered, where there is more than one.
 * @param {Model} model
 * @param {Row[]} rows
 */
export function markedRoles(model, rows) {
  const roles = model.roles.filter((role) => rows.some((row) => role in row.byRole));
  return roles.length > 1 ? roles : [];
}

/**
 * Return the section of the profile.
 * @param {View} view
 */
export function dimensionsChart(view) {
  const rows = dimensionRows(view.model, view.outcome.result);
  const roles = markedRoles(view.model, rows);
  const charts = LAYOUTS.map((layout) => chart(view, rows, roles, layout));
  return section(
    ID,
    view.t("dimensions-title"),
    paragraph(profileSentence(view, rows), { id: `${ID}-sentence` }),
    h("figure", { class: "vr-figure-block" }, legend(view, roles), ...charts),
    explanation(view.t("dimensions-explained")),
    profileTable(view, rows, roles),
  );
}

/**
 * Return the sentence that says highest, lowest and what has no score.
 * @param {Words} words
 * @param {Row[]} rows
 */
export function profileSentence(words, rows) {
  const scored = rows.filter((row) => row.reading.scored).sort((one, other) => value(other) - value(one));
  const open = rows.filter((row) => !row.reading.scored).map((row) => dimensionName(words, row.id));
  const missing = open.length ? words.t("dimensions-sentence-open", { dimensions: quoted(words, open) }) : "";
  return [extremes(words, scored), missing].filter(Boolean).join(" ");
}

/** @param {Row} row */
const value = (row) => row.reading.score ?? 0;

/**
 * @param {Words} words
 * @param {Row[]} scored  highest first
 */
function extremes(words, scored) {
  const [best, last] = [scored[0], scored[scored.length - 1]];
  const worst = scored.find((row) => value(row) === value(last));
  if (!best || !worst) return "";
  if (value(best) === value(worst)) return words.t("dimensions-sentence-even", { score: score(words, value(best)) });
  return words.t("dimensions-sentence", {
    best: dimensionName(words, best.id),
    highest: score(words, value(best)),
    worst: dimensionName(words, worst.id),
    lowest: score(words, value(worst)),
  });
}

/**
 * @param {View} view
 * @param {Role[]} roles
 */
const legend = (view, roles) =>
  h(
    "p",
    { class: "vr-legend" },
    legendEntry(mark("score", 10, 10, 6), view.t("legend-score")),
    ...roles.map((role) => legendEntry(mark(role, 10, 10, 6), roleName(view, role))),
    legendEntry(line("vr-interval", [1, 10], [19, 10]), view.t("legend-range")),
  );

/**
 * @param {View} view
 * @param {Row[]} rows
 * @param {Role[]} roles
 * @param {Layout} layout
 */
function chart(view, rows, roles, layout) {
  const { width, start, name } = layout;
  const height = TOP + rows.length * layout.row;
  const scale = { from: 0, to: 100, start, length: width - start - END, width, rtl: view.rtl };
  const x = (/** @type {number} */ amount) => placeOn(amount, scale);
  const top = (/** @type {number} */ place) => TOP + place * layout.row;
  return picture(
    { width, height, name, label: view.t("dimensions-title"), description: `${ID}-sentence` },
    ...TICKS.flatMap((tick) => grid(view, x(tick), tick, height)),
    ...rows.map((row, place) => svg("g", {}, ...rowMarks(view, { row, roles, layout, x, top: top(place) }))),
  );
}

/**
 * @param {View} view
 * @param {number} x
 * @param {number} tick
 * @param {number} height
 */
const grid = (view, x, tick, height) => [
  line("vr-grid", [x, TOP - 6], [x, height]),
  svg("text", { class: "vr-tick", x, y: TOP - 12, "text-anchor": "middle" }, score(view, tick)),
];

/**
 * @param {View} view
 * @param {{row: Row, roles: Role[], layout: Layout, x: (amount: number) => number, top: number}} place
 */
function rowMarks(view, { row, roles, layout, x, top }) {
  const { lower, upper, scored } = row.reading;
  const y = top + layout.middle;
  const marked = roles.filter((role) => role in row.byRole);
  return [
    line("vr-row", [0, top], [layout.width, top]),
    rowTitle(view, row.id, layout, top),
    line(scored ? "vr-interval" : "vr-interval vr-interval--open", [x(lower ?? 0), y], [x(upper ?? 100), y]),
    ...marked.map((role) => mark(role, x(row.byRole[role]), y + lane(role, roles), 5)),
    scored ? mark("score", x(row.reading.score ?? 0), y, 6) : null,
  ].filter((node) => node !== null);
}

/**
 * Return how far from the line of the score a role has its own line: the first above it, the others below.
 * @param {Role} role
 * @param {Role[]} roles
 */
export const lane = (role, roles) => (roles.indexOf(role) === 0 ? -LANE : LANE * roles.indexOf(role));

/**
 * @param {View} view
 * @param {string} id
 * @param {Layout} layout
 * @param {number} top
 */
function rowTitle(view, id, { name, width, middle, letters }, top) {
  const lines = brokenLines(dimensionName(view, id), letters);
  const more = lines.length - 1;
  const y = name === "vr-chart--wide" ? top + middle + 5 - (more * LEADING) / 2 : top + 20 - more * 4;
  return textLines(lines, { class: "vr-row-title", x: view.rtl ? width : 0, y, leading: LEADING });
}

/**
 * @param {View} view
 * @param {Row[]} rows
 * @param {Role[]} roles
 */
const profileTable = (view, rows, roles) =>
  table({
    caption: view.t("dimensions-caption"),
    head: [
      ...["dimension", "score", "range"].map((name) => view.t(`column-${name}`)),
      ...roles.map((role) => roleName(view, role)),
      view.t("column-answered"),
    ],
    rows: rows.map(({ id, reading, byRole }) => [
      dimensionName(view, id),
      reading.scored ? score(view, reading.score) : view.t("not-yet"),
      range(view, reading.lower, reading.upper),
      ...roles.map((role) => score(view, byRole[role])),
      percent(view, reading.coverage),
    ]),
  });
