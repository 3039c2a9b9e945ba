// The score on its scale with the limits of the bands: a line, the range, and the mark of the score.
import { line, mark, picture, svg } from "./svg.js";
import { score } from "./figures.js";
/** @import {Overall, View} from "./view_types.js" */

const WIDTH = 360;
const HEIGHT = 62;
const MARGIN = 14;
const MIDDLE = 22;

/**
 * Return the place of a value on a scale that begins at the side where reading begins.
 * @param {number} value
 * @param {{from: number, to: number, start: number, length: number, width: number, rtl: boolean}} scale
 */
export function placeOn(value, { from, to, start, length, width, rtl }) {
  const place = start + ((value - from) / (to - from)) * length;
  return rtl ? width - place : place;
}

/**
 * Return the picture of the score on its scale; `sentence` is the id of the sentence that says the same.
 * @param {View} view
 * @param {Overall} overall
 * @param {string} sentence
 */
export function bandScale(view, overall, sentence) {
  const scale = { from: 0, to: 100, start: MARGIN, length: WIDTH - 2 * MARGIN, width: WIDTH, rtl: view.rtl };
  const x = (/** @type {number} */ value) => placeOn(value, scale);
  const limits = [...view.model.bands.map((band) => band.from), 100];
  return picture(
    { width: WIDTH, height: HEIGHT, name: "vr-chart--scale", label: view.t("score-title"), description: sentence },
    line("vr-axis", [x(0), MIDDLE], [x(100), MIDDLE]),
    ...limits.flatMap((limit) => tick(view, x(limit), limit)),
    line("vr-interval", [x(overall.lower ?? 0), MIDDLE], [x(overall.upper ?? 100), MIDDLE]),
    mark("score", x(overall.score ?? 0), MIDDLE, 9),
  );
}

/**
 * @param {View} view
 * @param {number} x
 * @param {number} limit
 */
const tick = (view, x, limit) => [
  line("vr-grid", [x, MIDDLE - 12], [x, MIDDLE + 16]),
  svg("text", { class: "vr-tick", x, y: MIDDLE + 32, "text-anchor": "middle" }, score(view, limit)),
];
