// The dimensions with how far each is, beside the questions; above them on a narrow screen.
import { h, setText } from "./dom.js";
import { progress } from "./progress.js";
import { hashOf } from "./routes.js";
/** @import {App} from "./form_types.js" */

const WIDE = "(min-width: 60rem)";

/**
 * Return the list of dimensions; `update` shows how far they are now.
 * @param {App} app
 * @param {string} here  the dimension that is shown
 */
export function partsNavigation(app, here) {
  const { current } = app.session;
  const summary = h("summary", {});
  const score = h("p", { class: "vb-live" });
  /** @type {Map<string, HTMLElement>} */
  const counts = new Map();
  const links = current ? Object.keys(progress(app.model, current).dimensions) : [];
  const list = h("ol", {}, ...links.map((id) => {
    const count = h("span", { class: "vb-parts__count" });
    counts.set(id, count);
    const hash = hashOf({ name: "assessment", id: current?.id ?? "", view: "form", dimension: id });
    return h("li", {}, h("a", { href: hash, "aria-current": id === here && "step" }, app.texts.dimensions[id].title), count);
  }));
  const element = h("details", { class: "vb-parts", open: matchMedia(WIDE).matches }, summary, h("nav", { "aria-label": app.t("parts") }, list), score);
  return { element, update: () => show(app, { summary, score, counts }) };
}

/**
 * @param {App} app
 * @param {{summary: HTMLElement, score: HTMLElement, counts: Map<string, HTMLElement>}} places
 */
function show(app, { summary, score, counts }) {
  const { current } = app.session;
  if (!current) return;
  const { all, dimensions } = progress(app.model, current);
  setText(summary, app.t("parts-summary", { answered: all.answered, total: all.total }));
  for (const [id, place] of counts) {
    const { answered, total } = dimensions[id];
    setText(place, app.t("count-of", { answered, total }));
  }
  setText(score, liveScore(app));
}

/**
 * Return the score so far in a sentence; nothing while none is known.
 * @param {App} app
 */
function liveScore(app) {
  const scored = app.scored();
  if (!("result" in scored)) return "";
  const { overall, dimensions } = scored.result;
  const whole = (/** @type {number | null} */ value) => app.format.number(value ?? 0);
  if (overall.scored) {
    const values = { score: whole(overall.score), lower: whole(overall.lower), upper: whole(overall.upper) };
    return app.t(values.lower === values.upper ? "live-score-complete" : "live-score", values);
  }
  const count = Object.values(dimensions).filter((dimension) => dimension.scored).length;
  return app.t("live-unscored", { count, needed: app.model.scored_dimensions });
}
