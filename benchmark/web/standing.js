// Where an assessment stands: progress by dimension, what is missing, and what belongs to the assessment as a whole.
import { ownResponse, withForm } from "./assessments.js";
import { button, field, fill, h, setText } from "./dom.js";
import { copy, removeAssessment } from "./list.js";
import { firstOpen, gapProgress, parts, progress } from "./progress.js";
import { hashOf } from "./routes.js";
/** @import {App, Assessment, Page, View} from "./form_types.js" */

/**
 * Return the view of where the open assessment stands.
 * @param {App} app
 * @param {Assessment} assessment
 * @returns {Page}
 */
export function standingPage(app, assessment) {
  const way = h("p", { class: "vb-actions" });
  const table = h("div", { class: "vw-table" });
  const missing = h("div", { class: "vb-missing" });
  const element = h(
    "div",
    {},
    h("h2", { tabindex: "-1" }, app.t("standing-title")),
    way,
    table,
    missing,
    settings(app, assessment),
  );
  /** What is drawn; the same is not drawn again, since it may have the focus. */
  let drawn = assessment.file;
  const draw = (/** @type {Assessment} */ current) => {
    drawn = current.file;
    fill(way, goOn(app, current));
    fill(table, progressTable(app, current));
    fill(missing, ...missingList(app, current));
  };
  draw(assessment);
  const { session } = app;
  const update = () => session.current && session.current.file !== drawn && draw(session.current);
  return { element, update };
}

/**
 * @param {Assessment} assessment
 * @param {View} view
 * @param {{dimension?: string, indicator?: string}} [target]
 */
const to = ({ id }, view, target = {}) => hashOf({ name: "assessment", id, view, ...target });

/**
 * Return the way on: to the first open question, or to the results.
 * @param {App} app
 * @param {Assessment} assessment
 */
function goOn({ t, model }, assessment) {
  const open = firstOpen(model, assessment);
  const dimension = model.indicators.find(({ id }) => id === open)?.dimension;
  const hash = dimension ? to(assessment, "form", { dimension }) : to(assessment, "results");
  return h("a", { class: "vw-button vb-button--main", href: hash }, t(open ? "go-on" : "see-results"));
}

/**
 * @param {App} app
 * @param {Assessment} assessment
 */
function progressTable(app, assessment) {
  const { t } = app;
  const { dimensions, all } = progress(app.model, assessment);
  const gap = gapProgress(app.model, assessment);
  const row = (/** @type {Node | string} */ name, /** @type {{answered: number, unknown?: number, total: number}} */ count) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, name),
      h("td", {}, h("progress", { max: count.total, value: count.answered, "aria-hidden": "true" }), " ", t("count-of", { answered: count.answered, total: count.total })),
      h("td", {}, count.unknown ?? ""),
    );
  return h(
    "table",
    { class: "vb-table" },
    h("caption", {}, t("standing-caption")),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("part")), h("th", { scope: "col" }, t("answered")), h("th", { scope: "col" }, t("dont-know")))),
    h(
      "tbody",
      {},
      ...Object.entries(dimensions).map(([id, count]) => row(h("a", { href: to(assessment, "form", { dimension: id }) }, app.texts.dimensions[id].title), count)),
      row(h("strong", {}, t("all-parts")), all),
      row(h("a", { href: to(assessment, "gap") }, t("gap-form-title")), gap),
    ),
  );
}

/**
 * @param {App} app
 * @param {Assessment} assessment
 */
function missingList(app, assessment) {
  const { open } = progress(app.model, assessment).all;
  if (!open.length) return [h("p", {}, app.t("nothing-missing"))];
  const byPart = parts(app.model, assessment)
    .map(({ id, indicators }) => ({ id, missing: indicators.filter((indicator) => open.includes(indicator.id)) }))
    .filter(({ missing }) => missing.length);
  return [
    h("h3", {}, app.t("missing-title", { count: open.length })),
    ...byPart.flatMap(({ id, missing }) => [
      h("h4", {}, app.texts.dimensions[id].title),
      h("ul", {}, ...missing.map((indicator) => h("li", {}, h("a", { href: to(assessment, "form", { indicator: indicator.id }) }, app.texts.indicators[indicator.id].title)))),
    ]),
  ];
}

/**
 * @param {App} app
 * @param {Assessment} assessment
 */
const settings = (app, assessment) =>
  h(
    "section",
    { class: "vb-settings", "aria-labelledby": "vb-settings" },
    h("h3", { id: "vb-settings" }, app.t("settings-title")),
    h("p", { class: "vb-help" }, app.t("answered-as", { role: app.texts.roles[ownResponse(assessment).role] })),
    nameField(app, assessment),
    formChoice(app, assessment),
    h(
      "p",
      { class: "vb-actions" },
      button(app.t("duplicate"), () => void copy(app, app.session.current ?? assessment)),
      button(app.t("delete"), () => void removeAssessment(app, app.session.current ?? assessment), { class: "vw-button vb-button--danger" }),
    ),
  );

/**
 * @param {App} app
 * @param {Assessment} assessment
 */
function nameField(app, { name }) {
  const rename = () => {
    const given = control.value.trim();
    if (given) app.session.change((assessment) => ({ ...assessment, name: given }));
  };
  const control = h("input", { id: "vb-rename", maxlength: 100, value: name, autocomplete: "off", oninput: rename });
  return field({ label: app.t("assessment-name"), help: app.t("assessment-name-help"), control });
}

/**
 * @param {App} app
 * @param {Assessment} assessment
 */
function formChoice(app, assessment) {
  const said = h("p", { class: "vw-hidden", role: "status" });
  const choose = (/** @type {"full" | "short"} */ form) => {
    app.session.change((current) => withForm(current, form));
    setText(said, app.t("form-changed"));
  };
  const option = (/** @type {"full" | "short"} */ form) =>
    h("label", { class: "vb-inline" }, h("input", { type: "radio", name: "vb-form", value: form, checked: assessment.file.form === form, onchange: () => choose(form) }), app.t(`form-${form}`));
  return h("fieldset", { class: "vb-plain" }, h("legend", {}, app.t("form")), option("full"), option("short"), h("p", { class: "vb-help" }, app.t("form-change-help")), said);
}
