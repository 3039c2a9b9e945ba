// One indicator as a question: five levels, don't know, does not apply with its reason, a note, a target.
import { answerOf, controlsOf, EVIDENCE_LENGTH, REASON_LENGTH } from "./answers.js";
import { ownAnswers, ownResponse, withAnswer } from "./assessments.js";
import { button, field, h, select, setText } from "./dom.js";
/** @import {App, Assessment, AskedIndicator} from "./form_types.js" */
/** @import {Controls} from "./answers.js" */

/** @typedef {{app: App, indicator: AskedIndicator, role: string, controls: Controls}} Question */

/**
 * Return the question of an indicator; a change is kept at once.
 * @param {App} app
 * @param {Assessment} assessment
 * @param {AskedIndicator} indicator
 */
export function question(app, assessment, indicator) {
  const { id } = indicator;
  const texts = app.texts.indicators[id];
  const asked = { app, indicator, role: ownResponse(assessment).role, controls: controlsOf(ownAnswers(assessment)[id]) };
  const form = h(
    "div",
    { class: "vb-question", id: `q-${id}` },
    h("h3", { tabindex: "-1", id: `q-${id}-title` }, texts.title),
    h("p", { class: "vb-help" }, texts.measures),
    choices(asked),
    more(asked),
  );
  form.addEventListener("input", () => take(asked, form));
  return form;
}

/**
 * Keep what the controls hold now.
 * @param {Question} asked
 * @param {HTMLElement} form
 */
function take({ app, indicator: { id } }, form) {
  const controls = controlsIn(form, id);
  const answer = answerOf(controls);
  app.session.change((assessment) => withAnswer(assessment, id, answer));
  showReason(app, form, id, controls);
}

/**
 * @param {HTMLElement} form
 * @param {string} id
 * @returns {Controls}
 */
function controlsIn(form, id) {
  const value = (/** @type {string} */ selector) => /** @type {HTMLInputElement | null} */ (form.querySelector(selector))?.value ?? "";
  return {
    choice: value("input[type=radio]:checked"),
    reason: value(`#${reasonId(id)}`),
    evidence: value(`#${id}-evidence`),
    target: value(`#${id}-target`),
  };
}

/** @param {string} id */
const reasonId = (id) => `${id}-reason`;

/**
 * Show the place for the reason while "does not apply" is chosen, and say that it is needed.
 * @param {App} app
 * @param {HTMLElement} form
 * @param {string} id
 * @param {Controls} controls
 */
function showReason(app, form, id, { choice, reason }) {
  const place = /** @type {HTMLElement | null} */ (form.querySelector(".vb-reason"));
  if (!place) return;
  place.hidden = choice !== "na";
  const missing = choice === "na" && !reason.trim();
  place.querySelector("textarea")?.setAttribute("aria-invalid", String(missing));
  setText(/** @type {HTMLElement} */ (form.querySelector(`#${reasonId(id)}-error`)), missing ? app.t("na-reason-needed") : "");
}

/** @param {Question} asked */
function choices(asked) {
  const { app, indicator, role } = asked;
  const { id } = indicator;
  const texts = app.texts.indicators[id];
  return h(
    "fieldset",
    { class: "vb-levels", "aria-describedby": `${id}-help` },
    h("legend", {}, texts.questions[role]),
    h("p", { class: "vb-help", id: `${id}-help` }, app.t("choose-highest")),
    ...texts.levels.map((text, level) => choice(asked, String(level), text, String(level))),
    choice(asked, "missing", app.t("dont-know"), "?"),
    indicator.na && choice(asked, "na", app.t("does-not-apply"), "–"),
    indicator.na && reason(asked),
    clearButton(asked),
  );
}

/**
 * @param {Question} asked
 * @param {string} value
 * @param {string} text
 * @param {string} sign
 */
const choice = ({ indicator: { id }, controls }, value, text, sign) =>
  h(
    "label",
    { class: "vb-choice" },
    h("input", { type: "radio", name: id, value, checked: controls.choice === value }),
    h("span", { class: "vb-choice__sign", "aria-hidden": "true" }, sign),
    h("span", {}, text),
  );

/** @param {Question} asked */
function reason({ app, indicator: { id }, controls }) {
  const error = h("p", { class: "vb-error", id: `${reasonId(id)}-error` });
  const control = h("textarea", { id: reasonId(id), rows: 2, maxlength: REASON_LENGTH, required: true, value: controls.reason });
  const place = h("div", { class: "vb-reason" }, field({ label: app.t("na-reason"), help: app.t("na-reason-help"), control, error }));
  place.hidden = controls.choice !== "na";
  return place;
}

/** @param {Question} asked */
function clearButton({ app, indicator: { id } }) {
  const clear = () => {
    const form = /** @type {HTMLElement} */ (document.getElementById(`q-${id}`));
    for (const radio of form.querySelectorAll("input")) radio.checked = false;
    form.dispatchEvent(new Event("input"));
    form.querySelector("input")?.focus();
  };
  const name = app.t("clear-answer-named", { indicator: app.texts.indicators[id].title });
  return button(app.t("clear-answer"), clear, { class: "vb-link", "aria-label": name });
}

/** @param {Question} asked */
function more({ app, indicator: { id }, controls }) {
  const { evidence, title } = app.texts.indicators[id];
  const note = h("textarea", { id: `${id}-evidence`, rows: 3, maxlength: EVIDENCE_LENGTH, value: controls.evidence });
  /** @type {[string, string][]} */
  const levels = ["0", "1", "2", "3", "4"].map((level) => [level, app.t("level-named", { level })]);
  const target = select({ id: `${id}-target`, options: [["", app.t("no-target")], ...levels], value: controls.target });
  return h(
    "details",
    { class: "vb-more", open: Boolean(controls.evidence || controls.target) },
    h("summary", {}, app.t("note-and-target"), h("span", { class: "vw-hidden" }, ` – ${title}`)),
    field({ label: app.t("evidence-note"), help: app.t("evidence-help", { examples: evidence.join("; ") }), control: note }),
    field({ label: app.t("target-level"), help: app.t("target-help"), control: target }),
  );
}
