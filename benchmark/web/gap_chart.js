// The gap map: what is learnt in VET against what work needs, in four fields; list, table and sentence beside it.
import { explanation, factList, fold, paragraph, section, table } from "./blocks.js";
import { h } from "./dom.js";
import { areaName, level, percent, score, signed } from "./figures.js";
import { LIMIT, placeInMap, spots } from "./gap_map.js";
import { brokenLines, legendEntry, line, picture, svg, textLines } from "./svg.js";
/** @import {AreaResult, Gap, View, Words} from "./view_types.js" */
/** @import {Frame, Spot} from "./gap_map.js" */

const ID = "result-gap";
const WIDTH = 320;
const HEIGHT = 340;
const [LEFT, TOP, SIZE, RADIUS] = [28, 6, 288, 10];

/** Fields of the map: at which corner each one lies. */
const FIELDS = [
  { id: "close-the-gap", learnt: 0, needed: 4 },
  { id: "use-or-slim", learnt: 4, needed: 0 },
  { id: "keep", learnt: 4, needed: 4 },
  { id: "watch", learnt: 0, needed: 0 },
];

const COLUMNS = ["area", "learnt", "needed", "gap", "priority", "transfer", "shares", "field"];

/** @typedef {AreaResult & {id: string, group: string, number: number, learnt: number, needed: number}} Area */

/**
 * Return the areas that both sides rated, numbered in the order of the model.
 * @param {Words} words
 * @param {Gap} gap
 * @returns {Area[]}
 */
export const ratedAreas = ({ model }, gap) =>
  model.gap.areas.flatMap(({ id, group }, place) => {
    const area = gap.areas[id];
    const rated = area?.field && area.learnt !== null && area.needed !== null;
    return rated ? [/** @type {Area} */ ({ ...area, id, group, number: place + 1 })] : [];
  });

/**
 * Return the section of the gap map, or what it needs.
 * @param {View} view
 */
export function gapChart(view) {
  const { gap } = view.outcome.result;
  const areas = ratedAreas(view, gap);
  const parts = areas.length ? map(view, gap, areas) : [paragraph(view.t("gap-none"))];
  return section(ID, view.t("gap-title"), explanation(view.t("gap-explained")), ...parts);
}

/**
 * Return the sentences of the map: the index with its two sides where there is one, and what stands out.
 * @param {Words} words
 * @param {Gap} gap
 * @param {Area[]} areas
 */
export function gapSentence(words, gap, areas) {
  const count = (/** @type {string} */ field) => areas.filter((area) => area.field === field).length;
  const [first] = byPriority(areas);
  const [close, use, keep, watch] = ["close-the-gap", "use-or-slim", "keep", "watch"].map(count);
  return [
    words.t("gap-sentence-fields", { close, use, keep, watch }),
    (first.priority ?? 0) > 0 ? words.t("gap-sentence-first", { area: areaName(words, first.id) }) : "",
    gap.scored ? indexSentence(words, gap) : words.t("gap-sentence-unscored", gapNeeds(words)),
  ].filter(Boolean).join(" ");
}

/**
 * @param {Words} words
 * @param {Gap} gap
 */
const indexSentence = (words, gap) =>
  words.t("gap-sentence", {
    index: score(words, gap.index),
    under: score(words, gap.under_provision),
    over: score(words, gap.under_use),
  });

/** @param {Area[]} areas */
const byPriority = (areas) => [...areas].sort((one, other) => (other.priority ?? 0) - (one.priority ?? 0));

/** @param {Words} words */
function gapNeeds({ model }) {
  const [part, all = 1] = String(model.gap.share).split("/").map(Number);
  return { count: Math.ceil((model.gap.areas.length * part) / all - 1e-9), group: model.gap.per_group };
}

/**
 * @param {View} view
 * @param {Gap} gap
 * @param {Area[]} areas
 */
const map = (view, gap, areas) => [
  gap.single_perspective ? paragraph(view.t("gap-single"), { class: "vr-note" }) : null,
  paragraph(gapSentence(view, gap, areas), { id: `${ID}-sentence` }),
  h(
    "div",
    { class: "vr-map" },
    h("figure", { class: "vr-figure-block" }, legend(view), chart(view, areas)),
    h("div", {}, ...FIELDS.map((field) => fieldList(view, field.id, areas))),
  ),
  gap.scored ? factList(gapFacts(view, gap)) : null,
  explanation(view.t("gap-no-cause")),
  fold(`${ID}-table`, view.t("gap-table"), () => [explanation(view.t("gap-table-explained")), areaTable(view, areas)]),
];

/**
 * @param {View} view
 * @param {Gap} gap
 * @returns {[string, string, string][]}
 */
const gapFacts = (view, gap) => [
  [view.t("gap-index"), score(view, gap.index), view.t("gap-index-meaning")],
  [view.t("gap-under-provision"), score(view, gap.under_provision), view.t("gap-under-provision-meaning")],
  [view.t("gap-under-use"), score(view, gap.under_use), view.t("gap-under-use-meaning")],
  [view.t("gap-net"), signed(view, gap.net), view.t("gap-net-meaning")],
];

/** @param {View} view */
const legend = (view) =>
  h(
    "p",
    { class: "vr-legend" },
    ...Object.entries(view.texts.gap.groups).map(([group, name]) => legendEntry(outline(group, 10, 10, 7), name)),
  );

/**
 * @param {string} group
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
function outline(group, x, y, radius) {
  if (group === "transversal") return svg("circle", { class: "vr-area", cx: x, cy: y, r: radius });
  const side = radius * 1.8;
  return svg("rect", { class: "vr-area", x: x - side / 2, y: y - side / 2, width: side, height: side });
}

/**
 * @param {View} view
 * @param {Area[]} areas
 */
function chart(view, areas) {
  const frame = { left: view.rtl ? WIDTH - LEFT - SIZE : LEFT, top: TOP, size: SIZE, radius: RADIUS, rtl: view.rtl };
  const placed = spots(areas, frame);
  return picture(
    { width: WIDTH, height: HEIGHT, name: "vr-chart--map", label: view.t("gap-title"), description: `${ID}-sentence` },
    svg("rect", { class: "vr-frame", x: frame.left, y: TOP, width: SIZE, height: SIZE }),
    ...limits(frame),
    ...FIELDS.map((field) => fieldName(view, field, frame)),
    ...axes(view, frame),
    ...areas.map((area, place) => areaMark(area, placed[place])),
  );
}

/** @param {Frame} frame */
function limits(frame) {
  const { x, y } = placeInMap(LIMIT, LIMIT, frame);
  return [line("vr-limit", [x, TOP], [x, TOP + SIZE]), line("vr-limit", [frame.left, y], [frame.left + SIZE, y])];
}

/**
 * @param {View} view
 * @param {{id: string, learnt: number, needed: number}} field
 * @param {Frame} frame
 */
function fieldName(view, { id, learnt, needed }, { left, rtl }) {
  const lines = brokenLines(view.t(`field-${id}`), learnt ? 18 : 26);
  const atEnd = learnt > 0 !== rtl;
  const y = needed ? TOP + 13 : TOP + SIZE - 6 - (lines.length - 1) * 12;
  const x = atEnd ? left + SIZE - 5 : left + 5;
  return textLines(lines, { class: "vr-field", x, y, leading: 12, "text-anchor": learnt ? "end" : "start" });
}

/**
 * @param {View} view
 * @param {Frame} frame
 */
function axes(view, frame) {
  const side = view.rtl ? frame.left + SIZE + 9 : frame.left - 9;
  const middle = { x: frame.left + SIZE / 2, y: TOP + SIZE / 2 };
  const edge = view.rtl ? WIDTH - 3 : 11;
  const look = { class: "vr-axis-name", "text-anchor": "middle" };
  const turned = { x: edge, y: middle.y, transform: `rotate(-90 ${edge} ${middle.y})` };
  return [
    ...[0, 1, 2, 3, 4].flatMap((value) => ticks(view, value, side, frame)),
    svg("text", { ...look, x: middle.x, y: TOP + SIZE + 32 }, view.t("axis-learnt")),
    svg("text", { ...look, ...turned }, view.t("axis-needed")),
  ];
}

/**
 * @param {View} view
 * @param {number} value
 * @param {number} side
 * @param {Frame} frame
 */
function ticks(view, value, side, frame) {
  const place = placeInMap(value, value, frame);
  const text = level(view, value);
  const look = { class: "vr-tick", "text-anchor": "middle" };
  return [
    svg("text", { ...look, x: place.x, y: TOP + SIZE + 14 }, text),
    svg("text", { ...look, x: side, y: place.y + 4 }, text),
  ];
}

/**
 * @param {Area} area
 * @param {Spot} spot
 */
const areaMark = ({ group, number, field }, { x, y }) =>
  svg(
    "g",
    { class: `vr-spot vr-spot--${field}` },
    outline(group, x, y, RADIUS - 0.5),
    svg("text", { x, y: y + 4, "text-anchor": "middle" }, String(number)),
  );

/**
 * @param {View} view
 * @param {string} field
 * @param {Area[]} areas
 */
function fieldList(view, field, areas) {
  const members = areas.filter((area) => area.field === field);
  if (!members.length) return null;
  const items = members.map((area) => h("li", { value: String(area.number) }, areaName(view, area.id)));
  return h(
    "div",
    { class: "vr-field-list" },
    h("h4", {}, view.t(`field-${field}`)),
    explanation(view.t(`field-${field}-meaning`)),
    h("ol", {}, ...items),
  );
}

/**
 * @param {View} view
 * @param {Area[]} areas
 */
const areaTable = (view, areas) =>
  table({
    caption: view.t("gap-caption"),
    head: COLUMNS.map((name) => view.t(`column-${name}`)),
    rows: byPriority(areas).map((area) => areaRow(view, area)),
  });

/**
 * @param {View} view
 * @param {NonNullable<AreaResult["shares"]>} shares
 */
function sharesWords(view, shares) {
  const shown = [shares.more_needed, shares.equal, shares.more_learnt].map((share) => percent(view, share));
  return view.t("shares", { more: shown[0], equal: shown[1], less: shown[2] });
}

/**
 * @param {View} view
 * @param {Area} area
 */
const areaRow = (view, area) => [
  `${area.number} ${areaName(view, area.id)}`,
  level(view, area.learnt),
  level(view, area.needed),
  signed(view, area.gap, level),
  signed(view, area.priority, level),
  signed(view, area.transfer_gap, level),
  area.shares ? sharesWords(view, area.shares) : "–",
  view.t(`field-${area.field}`),
];
