/**
 * Draws charts of official figures: node charts.mjs < [{"kind": "TrendChart" | "RangeChart", ...}, ...] > [{"width", "height", "marks"}, ...]
 *
 * The fields of a chart are those of `TrendChart` and `RangeChart` in charts.py. `marks` is the inside of an SVG element without any word: numbers
 * and years stand in it and nothing else, so that one drawing serves every language. Colours come from the style sheet by class. An axis of
 * values begins at nought.
 */

import { text } from "node:stream/consumers";

import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";

const WIDTH = 340;
const LEFT = 40;
const RIGHT = 34;
const TICKS = 5;
const TREND = { height: 200, top: 22, bottom: 28 };
const STRIP = { side: 20, top: 26, bottom: 30, least: 34 };
const RADIUS = 4;
const GAP = 1;
// Room between a mark and the number beside it.
const PAD = 6;
const ASCENT = 4.5;

const rounded = (number) => Math.round(number * 100) / 100;

const scaled = (domain, range) => {
  const scale = scaleLinear(domain, range);
  return Object.assign((value) => rounded(scale(value)), { ticks: () => scale.ticks(TICKS) });
};

/** Return the scale of values: from nought to a round number that holds the largest value. */
const valueScale = (most, range) => scaled(scaleLinear([0, most || 1], [0, 1]).nice(TICKS).domain(), range);

const element = (tag, attributes, content) => {
  const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`).join("");
  return content === undefined ? `<${tag}${list}/>` : `<${tag}${list}>${content}</${tag}>`;
};
const path = (name, d) => (d ? element("path", { class: `vw-chart__${name}`, d }) : "");
const label = (x, y, anchor, content) => element("text", { x: rounded(x), y: rounded(y), "text-anchor": anchor }, content);
const across = (y, left = LEFT, right = RIGHT) => `M${left} ${y}H${WIDTH - right}`;
const upright = (x, from, to) => `M${x} ${from}V${to}`;

/** Return a dot of the country or, as a square, of the EU; hollow where a flag says that the value is uncertain. */
function mark(name, x, y, hollow) {
  const look = `vw-chart__dot vw-chart__dot--${name}${hollow ? " vw-chart__dot--hollow" : ""}`;
  if (name === "own") return element("circle", { class: look, cx: x, cy: y, r: RADIUS + 1 });
  return element("rect", { class: look, x: rounded(x - RADIUS), y: rounded(y - RADIUS), width: 2 * RADIUS, height: 2 * RADIUS });
}

/** Split points where a line would join what does not belong together: before a break and over a year without value. */
function runs(points, years) {
  const place = (point) => years.indexOf(point.year);
  const found = [];
  for (const point of points) {
    const last = found.at(-1)?.at(-1);
    if (last && !point.apart && place(point) === place(last) + 1) found.at(-1).push(point);
    else found.push([point]);
  }
  return found;
}

function trendLine(name, points, years, x, y) {
  const shape = line((point) => x(point.year), (point) => y(point.value)).digits(2);
  const lines = runs(points, years).filter((run) => run.length > 1).map((run) => shape(run));
  const dots = points.map((point) => mark(name, x(point.year), y(point.value), point.hollow));
  return path(`line vw-chart__line--${name}`, lines.join("")) + dots.join("");
}

function trend({ years, most, band, own, eu, targets }) {
  const { height, top, bottom } = TREND;
  const x = scaled([years[0], years.at(-1)], [LEFT + 2 * PAD, WIDTH - RIGHT - 2 * PAD]);
  const y = valueScale(most, [height - bottom, top]);
  const shape = area((part) => x(part.year), (part) => y(part.lowest), (part) => y(part.highest)).digits(2);
  const labels = [
    ...y.ticks().map((tick) => label(LEFT - PAD, y(tick) + ASCENT, "end", tick)),
    ...years.map((year) => label(x(year), height - PAD, "middle", year)),
  ];
  const marks = [
    path("grid", y.ticks().map((tick) => across(y(tick))).join("")),
    path("band", band.length > 1 ? shape(band) : ""),
    path("target", targets.map(({ value }) => across(y(value))).join("")),
    ...targets.map(({ year, value }) => label(WIDTH - RIGHT + PAD / 2, y(value) + ASCENT, "start", year)),
    trendLine("eu", eu, years, x, y),
    trendLine("own", own, years, x, y),
    ...labels,
  ];
  return { width: WIDTH, height, marks: marks.join("") };
}

/** Return values as dots on the scale that pile up where they would cover each other: `{x, level}` in the order of the values. */
function piled(values, x) {
  const size = 2 * RADIUS + GAP;
  const ends = [];
  return values.map((dot) => {
    const place = x(dot.value);
    const free = ends.findIndex((end) => place - end >= size);
    const level = free < 0 ? ends.length : free;
    ends[level] = place;
    return { ...dot, x: place, level };
  });
}

/** Return dots as a path of points that the style sheet makes round. */
const points = (dots, y) => dots.map((dot) => `M${dot.x} ${y(dot.level)}h0`).join("");

function range({ most, countries, eu, targets }) {
  const x = valueScale(most, [STRIP.side, WIDTH - STRIP.side]);
  const dots = piled([...countries].sort((a, b) => a.value - b.value), x);
  const size = 2 * RADIUS + GAP;
  const levels = Math.max(...dots.map((dot) => dot.level)) + 1;
  const foot = STRIP.top + Math.max(STRIP.least, levels * size + 2 * RADIUS);
  const y = (level) => rounded(foot - RADIUS - GAP - level * size);
  const others = dots.filter((dot) => !dot.own);
  const marks = [
    path("grid", across(foot, STRIP.side, STRIP.side) + x.ticks().map((tick) => upright(x(tick), foot, foot + PAD)).join("")),
    path("target", targets.map(({ value }) => upright(x(value), STRIP.top - PAD, foot)).join("")),
    ...targets.map(({ year, value }) => label(x(value), STRIP.top - 2 * PAD, "middle", year)),
    path("line vw-chart__line--eu", eu === null ? "" : upright(x(eu.value), STRIP.top, foot)),
    eu === null ? "" : mark("eu", x(eu.value), STRIP.top, eu.hollow),
    path("points", points(others, y)),
    path("points vw-chart__points--hollow", points(others.filter((dot) => dot.hollow), y)),
    ...dots.filter((dot) => dot.own).map((dot) => mark("own", dot.x, y(dot.level), dot.hollow)),
    ...x.ticks().map((tick) => label(x(tick), foot + 3.5 * PAD, "middle", tick)),
  ];
  return { width: WIDTH, height: foot + STRIP.bottom, marks: marks.join("") };
}

const kinds = { TrendChart: trend, RangeChart: range };
const charts = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(charts.map((chart) => kinds[chart.kind](chart))));
