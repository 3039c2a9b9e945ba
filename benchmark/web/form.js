// The questions of a dimension, all or one at a time, and the way from one to the next.
import { countOf, firstOpen, parts } from "./progress.js";
import { ownResponse } from "./assessments.js";
import { h, setText } from "./dom.js";
import { partsNavigation } from "./parts_navigation.js";
import { question } from "./questions.js";
import { hashOf } from "./routes.js";
/** @import {App, AskedIndicator, Assessment, Page, Route} from "./form_types.js" */

/** @typedef {{id: string, indicators: AskedIndicator[]}} Part */
/** @typedef {{part: Part, all: Part[], one: AskedIndicator | null, notAsked: boolean}} Place */

/**
 * Return the view of the questions at a place.
 * @param {App} app
 * @param {Assessment} assessment
 * @param {{dimension?: string, indicator?: string}} route
 * @returns {Page}
 */
export function formPage(app, assessment, route) {
  const place = placeOf(app, assessment, route);
  const { part, one } = place;
  const { title, description } = app.texts.dimensions[part.id];
  const count = h("p", { class: "vb-count" });
  const navigation = partsNavigation(app, part.id);
  const element = h(
    "div",
    { class: "vb-form" },
    navigation.element,
    h(
      "div",
      { class: "vb-form__main" },
      h("h2", { tabindex: "-1" }, title),
      !one && h("p", {}, description),
      place.notAsked && h("p", { class: "vb-note" }, app.t("not-asked-here")),
      count,
      modeSwitch(app, assessment, place),
      ...(one ? [one] : part.indicators).map((indicator) => question(app, assessment, indicator)),
      pager(app, assessment, place),
    ),
  );
  const update = () => {
    const { current } = app.session;
    if (!current) return;
    const { answered, total } = countOf(part.indicators, ownResponse(current));
    setText(count, app.t("answered-of", { answered, total }));
    navigation.update();
  };
  update();
  return { element, update };
}

/**
 * Return where a route leads; a question that is not asked here leads to its dimension, or to the first open question.
 * @param {App} app
 * @param {Assessment} assessment
 * @param {{dimension?: string, indicator?: string}} route
 * @returns {Place}
 */
function placeOf({ model }, assessment, { dimension, indicator }) {
  const all = parts(model, assessment);
  const holding = (/** @type {string | undefined} */ id) => all.find((part) => part.indicators.some((item) => item.id === id));
  const wanted = indicator && model.indicators.find(({ id }) => id === indicator);
  const named = wanted ? wanted.dimension : dimension;
  const part = all.find(({ id }) => id === named) ?? holding(firstOpen(model, assessment)) ?? all[0];
  const one = part.indicators.find(({ id }) => id === indicator) ?? null;
  return { part, all, one, notAsked: Boolean(indicator) && !one };
}

/**
 * @param {Assessment} assessment
 * @param {{dimension?: string, indicator?: string}} target
 */
const formHash = ({ id }, target) => hashOf({ name: "assessment", id, view: "form", ...target });

/**
 * Return the way to the other mode: all questions of the dimension, or one at a time.
 * @param {App} app
 * @param {Assessment} assessment
 * @param {Place} place
 */
const modeSwitch = ({ t }, assessment, { part, one }) =>
  h(
    "p",
    { class: "vb-mode" },
    one
      ? h("a", { href: formHash(assessment, { dimension: part.id }) }, t("mode-all"))
      : h("a", { href: formHash(assessment, { indicator: part.indicators[0].id }) }, t("mode-one")),
  );

/**
 * Return the ways back and on, in the mode that is on.
 * @param {App} app
 * @param {Assessment} assessment
 * @param {Place} place
 */
function pager(app, assessment, place) {
  const steps = place.one ? indicatorSteps(app, assessment, place) : dimensionSteps(app, assessment, place);
  const at = steps.findIndex(({ id }) => id === (place.one ?? place.part).id);
  const [before, after] = [steps[at - 1], steps[at + 1] ?? gapStep(app, assessment)];
  return h(
    "nav",
    { class: "vb-pager", "aria-label": app.t("pager") },
    before && h("a", { class: "vw-button", href: before.hash, rel: "prev" }, app.t("previous-named", { title: before.title })),
    h("a", { class: "vw-button vb-button--main", href: after.hash, rel: "next" }, app.t("next-named", { title: after.title })),
  );
}

/**
 * @param {App} app
 * @param {Assessment} assessment
 * @param {Place} place
 */
const indicatorSteps = ({ texts }, assessment, { all }) =>
  all
    .flatMap(({ indicators }) => indicators)
    .map(({ id }) => ({ id, title: texts.indicators[id].title, hash: formHash(assessment, { indicator: id }) }));

/**
 * @param {App} app
 * @param {Assessment} assessment
 * @param {Place} place
 */
const dimensionSteps = ({ texts }, assessment, { all }) =>
  all.map(({ id }) => ({ id, title: texts.dimensions[id].title, hash: formHash(assessment, { dimension: id }) }));

/**
 * @param {App} app
 * @param {Assessment} assessment
 */
const gapStep = ({ t }, { id }) => ({ title: t("gap-form-title"), hash: hashOf(/** @type {Route} */ ({ name: "assessment", id, view: "gap" })) });
