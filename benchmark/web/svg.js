// SVG elements by own hand: text stays text, colours come from the style sheet, shapes differ by role.
import { h } from "./dom.js";
/** @import {Role} from "./view_types.js" */

const NAMESPACE = "http://www.w3.org/2000/svg";

/**
 * Return an SVG element.
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string | null)} children
 */
export function svg(tag, attributes, ...children) {
  const element = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * Return a picture that scales with its place; `label` names it, `description` is the id of the sentence beside it.
 * @param {{width: number, height: number, name: string, label: string, description: string}} frame
 * @param {...(Node | null)} children
 */
export function picture({ width, height, name, label, description }, ...children) {
  const attributes = {
    class: `vr-chart ${name}`,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "aria-label": label,
    "aria-describedby": description,
  };
  return svg("svg", attributes, ...children);
}

/**
 * Return a place rounded to a tenth of a unit, so that the same picture has the same text.
 * @param {number} value
 */
const tenth = (value) => Math.round(value * 10) / 10;

/**
 * Return the corners of a shape of about `size` units around its middle, as the attribute `points`.
 * @param {[number, number][]} corners  in units of `size`
 * @param {number} x
 * @param {number} y
 * @param {number} size
 */
const points = (corners, x, y, size) =>
  corners.map(([right, down]) => `${tenth(x + right * size)},${tenth(y + down * size)}`).join(" ");

/** @type {Record<string, [number, number][]>} */
const CORNERS = {
  square: [[-0.85, -0.85], [0.85, -0.85], [0.85, 0.85], [-0.85, 0.85]],
  triangle: [[0, -1.1], [1.05, 0.8], [-1.05, 0.8]],
  diamond: [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]],
};

/** @type {Record<Role, string>} */
const SHAPE_OF_ROLE = { "vet-provider": "circle", company: "square", learner: "triangle", score: "diamond" };

/**
 * Return a mark whose shape says what it stands for: a role, or `score`.
 * @param {Role} kind
 * @param {number} x
 * @param {number} y
 * @param {number} size
 */
export function mark(kind, x, y, size) {
  const shape = SHAPE_OF_ROLE[kind] ?? "triangle";
  const look = { class: `vr-mark vr-mark--${kind}` };
  if (shape === "circle") return svg("circle", { ...look, cx: tenth(x), cy: tenth(y), r: size });
  return svg("polygon", { ...look, points: points(CORNERS[shape], x, y, size) });
}

/**
 * Return an entry of a legend: a shape around the middle of a square of 20 units, and what it stands for.
 * @param {Node} shape
 * @param {string} text
 */
export function legendEntry(shape, text) {
  const look = { class: "vr-legend__mark", viewBox: "0 0 20 20", "aria-hidden": "true" };
  return h("span", {}, svg("svg", look, shape), " ", text);
}

/**
 * Return a line.
 * @param {string} name
 * @param {[number, number]} from
 * @param {[number, number]} to
 */
export const line = (name, [x1, y1], [x2, y2]) =>
  svg("line", { class: name, x1: tenth(x1), y1: tenth(y1), x2: tenth(x2), y2: tenth(y2) });

/**
 * Break a text into lines of at most `limit` characters where words allow it.
 * @param {string} text
 * @param {number} limit
 */
export function brokenLines(text, limit) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && longer.length <= limit) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * Return lines of text, one below the other; `y` is the base of the first line.
 * @param {string[]} lines
 * @param {Record<string, string | number> & {x: number, y: number, leading: number}} place
 */
export function textLines(lines, { x, y, leading, ...attributes }) {
  const place = (/** @type {number} */ row) => ({ x: tenth(x), y: tenth(y + row * leading) });
  return svg("text", attributes, ...lines.map((text, row) => svg("tspan", place(row), text)));
}
