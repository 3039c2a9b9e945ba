// Geometry of the gap map: how much an area is learnt and needed (0-4) becomes a place; marks never cover each other.

/** Ratings from here on count as high (section 3 of the model's description). */
export const LIMIT = 2.5;

/** The scale of the map goes a little beyond the ratings, so that marks at its ends have room. */
const LOW = -0.6;
const HIGH = 4.6;

/** Room for the name of a field, two lines at its upper or lower edge. */
const NAME = 24;

/** @typedef {{id: string, x: number, y: number}} Spot */
/** @typedef {{left: number, top: number, size: number, radius: number, rtl: boolean}} Frame */

/**
 * Return the place of a rating on one axis, in units of the picture.
 * @param {number} value
 * @param {number} size
 */
const along = (value, size) => ((value - LOW) / (HIGH - LOW)) * size;

/**
 * Return the place of a pair of ratings: learnt from the side where reading begins, needed from below.
 * @param {number} learnt
 * @param {number} needed
 * @param {Frame} frame
 */
export function placeInMap(learnt, needed, { left, top, size, rtl }) {
  const right = along(learnt, size);
  return { x: left + (rtl ? size - right : right), y: top + size - along(needed, size) };
}

/** Places are tried at this distance from each other, in units of the picture. */
const STEP = 4;

/**
 * Return the places of a field, the nearest to a point first.
 * @param {{x: number, y: number}} point
 * @param {{x: [number, number], y: [number, number]}} field
 */
function placesNear(point, field) {
  const stops = (/** @type {[number, number]} */ [least, most]) =>
    Array.from({ length: Math.floor((most - least) / STEP) + 1 }, (_, step) => least + step * STEP);
  const far = (/** @type {number} */ x, /** @type {number} */ y) => Math.hypot(x - point.x, y - point.y);
  const places = stops(field.x).flatMap((x) => stops(field.y).map((y) => ({ x, y, far: far(x, y) })));
  return places.sort((one, other) => one.far - other.far);
}

/**
 * Return a place for every area, as near to its ratings as the others leave room, and always in its own field.
 * @param {{id: string, learnt: number, needed: number}[]} areas
 * @param {Frame} frame
 * @returns {Spot[]}
 */
export function spots(areas, frame) {
  /** @type {Spot[]} */
  const placed = [];
  for (const area of areas) placed.push({ id: area.id, ...freePlace(area, placed, frame) });
  return placed;
}

/**
 * @param {{learnt: number, needed: number}} area
 * @param {Spot[]} placed
 * @param {Frame} frame
 */
function freePlace(area, placed, frame) {
  const field = fieldOf(area, frame);
  const { x, y } = placeInMap(area.learnt, area.needed, frame);
  const ideal = { x: within(x, field.x), y: within(y, field.y) };
  const isFree = (/** @type {{x: number, y: number}} */ place) =>
    placed.every((other) => Math.hypot(other.x - place.x, other.y - place.y) >= 2 * frame.radius);
  return isFree(ideal) ? ideal : (placesNear(ideal, field).find(isFree) ?? ideal);
}

/**
 * @param {number} value
 * @param {[number, number]} ends
 */
const within = (value, [least, most]) => Math.min(Math.max(value, least), most);

/**
 * Return between which ends the mark of an area stays: inside its field, and off the name of the field at its edge.
 * @param {{learnt: number, needed: number}} area
 * @param {Frame} frame
 * @returns {{x: [number, number], y: [number, number]}}
 */
function fieldOf({ learnt, needed }, frame) {
  const [right, up] = [ends(learnt), ends(needed)];
  const corners = [placeInMap(right[0], up[0], frame), placeInMap(right[1], up[1], frame)];
  const [left, end] = sorted(corners.map(({ x }) => x));
  const [top, bottom] = sorted(corners.map(({ y }) => y));
  const names = needed >= LIMIT ? [NAME, 0] : [0, NAME];
  const { radius } = frame;
  return { x: [left + radius, end - radius], y: [top + radius + names[0], bottom - radius - names[1]] };
}

/**
 * Return the ends of the half of an axis that a value lies in.
 * @param {number} value
 */
const ends = (value) => (value >= LIMIT ? [LIMIT, HIGH] : [LOW, LIMIT]);

/** @param {number[]} values */
const sorted = (values) => values.sort((one, other) => one - other);
