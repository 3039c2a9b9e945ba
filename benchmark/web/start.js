// The start of a new assessment: role, form, and a name that stays on this device.
import { newAssessment } from "./assessments.js";
import { field, fill, h, setText } from "./dom.js";
import { newId } from "./ids.js";
import { askedIndicators } from "./progress.js";
/** @import {App} from "./form_types.js" */

/**
 * Return the form that begins an assessment.
 * @param {App} app
 */
export function startForm(app) {
  const { t } = app;
  const summary = h("div", { class: "vb-errors", role: "alert" });
  const form = h(
    "form",
    { class: "vb-start", novalidate: true, "aria-labelledby": "vb-start-title" },
    h("h2", { id: "vb-start-title", tabindex: "-1" }, t("start-title")),
    summary,
    roles(app),
    forms(app),
    field({ label: t("assessment-name"), help: t("assessment-name-help"), control: h("input", { id: "vb-name", name: "name", maxlength: 100, autocomplete: "off" }) }),
    h("p", { class: "vb-actions" }, h("button", { class: "vw-button vb-button--main" }, t("start"))),
  );
  form.addEventListener("change", () => showSizes(app, form));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(app, form, summary);
  });
  showSizes(app, form);
  return form;
}

/** @param {App} app */
const roles = ({ t, model, texts }) =>
  h(
    "fieldset",
    { class: "vb-levels", id: "vb-roles" },
    h("legend", {}, t("choose-role")),
    ...model.roles.map((role) => option("role", role, texts.roles[role], t(`role-help-${role}`))),
  );

/** @param {App} app */
const forms = ({ t }) =>
  h(
    "fieldset",
    { class: "vb-levels" },
    h("legend", {}, t("choose-form")),
    option("form", "full", t("form-full"), "", true),
    option("form", "short", t("form-short"), ""),
    h("p", { class: "vb-help" }, t("choose-form-help")),
  );

/**
 * @param {string} name
 * @param {string} value
 * @param {string} text
 * @param {string} help
 * @param {boolean} [checked]
 */
const option = (name, value, text, help, checked = false) =>
  h(
    "label",
    { class: "vb-choice" },
    h("input", { type: "radio", name, value, checked, id: `vb-${name}-${value}` }),
    h("span", {}, h("strong", {}, text), h("span", { class: "vb-choice__help" }, help)),
  );

/**
 * Say how long each form is for the chosen role; before one is chosen, for the role that is asked most.
 * @param {App} app
 * @param {HTMLFormElement} form
 */
function showSizes({ t, model }, form) {
  const role = new FormData(form).get("role");
  for (const name of ["full", "short"]) {
    const counts = model.roles.filter((one) => !role || one === role).map((one) => askedIndicators(model, name, one).length);
    const place = form.querySelector(`#vb-form-${name} + span .vb-choice__help`);
    if (place) setText(place, t(`form-${name}-size`, { count: Math.max(...counts) }));
  }
}

/**
 * @param {App} app
 * @param {HTMLFormElement} form
 * @param {HTMLElement} summary
 */
function submit(app, form, summary) {
  const data = new FormData(form);
  const role = data.get("role");
  if (!role) return showMissingRole(app, form, summary);
  const kind = data.get("form") === "short" ? "short" : "full";
  void begin(app, { name: String(data.get("name") ?? ""), role: String(role), form: kind });
}

/**
 * @param {App} app
 * @param {HTMLFormElement} form
 * @param {HTMLElement} summary
 */
function showMissingRole({ t }, form, summary) {
  const first = /** @type {HTMLInputElement} */ (form.querySelector("[name=role]"));
  const jump = (/** @type {Event} */ event) => (event.preventDefault(), first.focus());
  fill(summary, h("p", {}, t("errors-title")), h("ul", {}, h("li", {}, h("a", { href: `#${first.id}`, onclick: jump }, t("role-missing")))));
  first.focus();
}

/**
 * Begin an assessment and open it.
 * @param {App} app
 * @param {{name: string, role: string, form: "full" | "short"}} choice
 */
export async function begin(app, { name, role, form }) {
  const now = new Date();
  const own = name.trim() || app.t("assessment-named", { role: app.texts.roles[role], date: app.format.date(now) });
  const start = { id: newId(), now: now.toISOString(), name: own, role, form, lang: app.lang, model: app.model.id };
  const assessment = newAssessment(start);
  await app.keep(assessment);
  await app.go({ name: "assessment", id: assessment.id, view: "profile" });
}
