// The gap module: for each area of competence, how well it is learnt and how much it is needed (and can be applied).
import { ownResponse, withRating } from "./assessments.js";
import { gapProgress } from "./progress.js";
import { h, setText } from "./dom.js";
import { hashOf } from "./routes.js";
/** @import {App, Page} from "./form_types.js" */
/** @import {GapRating} from "./view_types.js" */

/** @typedef {"learnt" | "needed" | "applied"} Column */

const LEVELS = ["0", "1", "2", "3", "4"];

/**
 * Return the view of the gap module.
 * @param {App} app
 * @returns {Page}
 */
export function gapPage(app) {
  const { t } = app;
  const count = h("p", { class: "vb-count" });
  const element = h("div", { class: "vb-gap" }, h("h2", { tabindex: "-1" }, t("gap-form-title")), h("p", {}, t("gap-intro")), count);
  element.append(keys(app), appliedSwitch(app, element), ...app.model.gap.areas.flatMap((area, place, all) => [
    area.group !== all[place - 1]?.group && h("h3", {}, app.texts.gap.groups[area.group]),
    areaRating(app, area.id),
  ]).filter((node) => node instanceof Node), toResults(app));
  const update = () => setText(count, t("gap-count", progressOf(app)));
  update();
  return { element, update };
}

/** @param {App} app */
const toResults = ({ t, session }) =>
  h(
    "p",
    { class: "vb-actions" },
    h("a", { class: "vw-button vb-button--main", href: hashOf({ name: "assessment", id: session.current?.id ?? "", view: "results" }) }, t("see-results")),
  );

/** @param {App} app */
function progressOf(app) {
  const { current } = app.session;
  return current ? gapProgress(app.model, current) : { answered: 0, total: 0 };
}

/**
 * Return what the numbers mean, for every column.
 * @param {App} app
 */
const keys = (app) =>
  h("div", { class: "vb-keys" }, key(app, "learnt"), key(app, "needed"), key(app, "applied"));

/**
 * @param {App} app
 * @param {Column} column
 */
const key = ({ t, texts }, column) =>
  h(
    "div",
    { class: `vb-key vb-column--${column}` },
    h("p", {}, h("strong", {}, t(`column-${column}`)), `: ${texts.gap[column].question}`),
    h("ol", { start: 0 }, ...texts.gap[column].levels.map((text) => h("li", {}, text))),
  );

/**
 * Return the switch for the third column; it is on where something was applied already.
 * @param {App} app
 * @param {HTMLElement} page
 */
function appliedSwitch(app, page) {
  const ratings = Object.values(app.session.current ? ownResponse(app.session.current).gap ?? {} : {});
  const shown = ratings.some((rating) => rating.applied !== undefined);
  const show = (/** @type {boolean} */ on) => page.classList.toggle("vb-gap--applied", on);
  show(shown);
  const change = (/** @type {Event} */ event) => show(/** @type {HTMLInputElement} */ (event.target).checked);
  return h("label", { class: "vb-switch" }, h("input", { type: "checkbox", checked: shown, onchange: change }), app.t("gap-applied-switch"));
}

/**
 * @param {App} app
 * @param {string} area
 */
function areaRating(app, area) {
  const { current } = app.session;
  const rating = (current && ownResponse(current).gap?.[area]) ?? {};
  return h(
    "fieldset",
    { class: "vb-area" },
    h("legend", {}, app.texts.gap.areas[area]),
    h("div", { class: "vb-area__columns" }, ...["learnt", "needed", "applied"].map((column) => scale(app, area, /** @type {Column} */ (column), rating))),
  );
}

/**
 * @param {App} app
 * @param {string} area
 * @param {Column} column
 * @param {GapRating} rating
 */
function scale(app, area, column, rating) {
  const words = (/** @type {string} */ level) => (level === "" ? app.t("gap-not-rated") : app.texts.gap[column].levels[Number(level)]);
  const chosen = rating[column] === undefined ? "" : String(rating[column]);
  const said = h("span", { class: "vb-scale__said", "aria-hidden": "true" }, words(chosen));
  const set = (/** @type {string} */ level) => {
    setText(said, words(level));
    app.session.change((assessment) => withRating(assessment, area, column, level === "" ? null : Number(level)));
  };
  const option = (/** @type {string} */ level) =>
    h(
      "label",
      {},
      h("input", { type: "radio", name: `${area}-${column}`, value: level, checked: level === chosen, onchange: () => set(level) }),
      h("span", { class: "vb-scale__sign" }, h("span", { "aria-hidden": "true" }, level || "–"), h("span", { class: "vw-hidden" }, level ? `${level}: ${words(level)}` : words(""))),
    );
  return h(
    "fieldset",
    { class: `vb-scale vb-column--${column}` },
    h("legend", {}, app.t(`column-${column}`)),
    h("div", { class: "vb-scale__row" }, ...LEVELS.map(option), option("")),
    said,
  );
}
