// Save, hand over, bring together: the answer file out, files of others in, and the list of responses.
import { answersOf, asText, fileName, stateOf } from "./answers.js";
import { asDownloaded, fileOf, totalAnswers, withNewResponse, withOwn, withoutResponse, withResponsesOf } from "./assessments.js";
import { confirmed } from "./confirmation.js";
import { button, download, fill, h, select, setText } from "./dom.js";
import { askedIndicators } from "./progress.js";
import { noteList, uploadField } from "./uploads.js";
/** @import {App, Assessment, Page} from "./form_types.js" */
/** @import {Upload} from "./uploads.js" */

/** Contents of assessments that the visitor has on file. @type {WeakSet<import("./view_types.js").AnswerFile>} */
const handedOut = new WeakSet();

/**
 * Tell whether the visitor has downloaded these answers, as they are.
 * @param {Assessment} assessment
 */
export const isHandedOut = ({ file }) => handedOut.has(file);

/**
 * Give the visitor the answer file of the open assessment.
 * @param {App} app
 * @param {{ownOnly?: boolean}} [choice]
 */
export function downloadAnswers(app, choice = {}) {
  const { current } = app.session;
  if (!current) return;
  const file = fileOf(current, choice);
  download(fileName(file, new Date().toISOString().slice(0, 10)), asText(file));
  if (!choice.ownOnly || current.file.responses.length === 1) {
    handedOut.add(current.file);
    app.session.change(asDownloaded);
  }
  app.announce(app.t("downloaded"));
}

/**
 * Return the view of files and responses.
 * @param {App} app
 * @param {Assessment} assessment
 * @returns {Page}
 */
export function filesPage(app, assessment) {
  const count = h("p", { class: "vb-count" });
  const element = h(
    "div",
    {},
    h("h2", { tabindex: "-1" }, app.t("files-title")),
    h("p", {}, app.t("files-intro")),
    count,
    downloads(app, assessment),
    h("h3", {}, app.t("responses-title")),
    h("p", {}, app.t("responses-intro")),
    responseList(app, assessment),
    anotherResponse(app),
    h("h3", {}, app.t("add-files-title")),
    uploadField(app, {
      id: "vb-add-files",
      label: app.t("add-files"),
      help: app.t("add-files-help"),
      take: async (uploads) => (app.session.holds(assessment.id) ? addUploads(app, uploads) : []),
    }),
  );
  const update = () => app.session.current && setText(count, app.t("files-count", { count: totalAnswers(app.session.current) }));
  update();
  return { element, update };
}

/**
 * @param {App} app
 * @param {Assessment} assessment
 */
const downloads = (app, assessment) =>
  h(
    "p",
    { class: "vb-actions" },
    button(app.t("download-all"), () => downloadAnswers(app), { class: "vw-button vb-button--main" }),
    assessment.file.responses.length > 1 && button(app.t("download-own"), () => downloadAnswers(app, { ownOnly: true })),
  );

/**
 * @param {App} app
 * @param {Assessment} assessment
 */
const responseList = (app, assessment) =>
  h("ol", { class: "vb-responses" }, ...assessment.file.responses.map((_, place) => responseItem(app, assessment, place)));

/**
 * @param {App} app
 * @param {Assessment} assessment
 * @param {number} place
 */
function responseItem(app, assessment, place) {
  const response = assessment.file.responses[place];
  const role = app.texts.roles[response.role];
  const asked = askedIndicators(app.model, assessment.file.form, response.role);
  const answered = asked.filter(({ id }) => stateOf(answersOf(response)[id]) === "answered").length;
  const own = place === assessment.own;
  const named = { role, number: place + 1 };
  return h(
    "li",
    {},
    h("p", {}, h("strong", {}, role), " · ", app.t("answered-of", { answered, total: asked.length })),
    h("p", { class: "vb-help" }, sourceOf(app, assessment, place)),
    h(
      "p",
      { class: "vb-actions" },
      !own && button(app.t("response-open"), () => openResponse(app, place), { "aria-label": app.t("response-open-named", named) }),
      assessment.file.responses.length > 1 &&
        button(app.t("response-remove"), () => void removeResponse(app, place), { "aria-label": app.t("response-remove-named", named) }),
    ),
  );
}

/**
 * @param {App} app
 * @param {Assessment} assessment
 * @param {number} place
 */
function sourceOf(app, assessment, place) {
  if (place === assessment.own) return app.t("response-own");
  return assessment.sources[place] ? app.t("response-from", { name: assessment.sources[place] }) : app.t("response-here");
}

/**
 * @param {App} app
 * @param {number} place
 */
function openResponse(app, place) {
  app.session.change((assessment) => withOwn(assessment, place));
  app.redraw();
}

/**
 * @param {App} app
 * @param {number} place
 */
async function removeResponse(app, place) {
  const { t } = app;
  const yes = await confirmed({ title: t("response-remove-title"), text: t("response-remove-text"), yes: t("response-remove"), no: t("keep") });
  if (!yes) return;
  app.session.change((assessment) => withoutResponse(assessment, place));
  app.redraw();
  app.announce(t("response-removed"));
}

/** @param {App} app */
function anotherResponse(app) {
  const roles = app.model.roles.map((role) => /** @type {[string, string]} */ ([role, app.texts.roles[role]]));
  const chosen = select({ id: "vb-another-role", options: roles, value: roles[0][0] });
  const begin = () => {
    app.session.change((assessment) => withNewResponse(assessment, chosen.value));
    app.redraw();
    app.announce(app.t("response-begun"));
  };
  return h(
    "details",
    { class: "vb-more" },
    h("summary", {}, app.t("response-another")),
    h("p", { class: "vb-help" }, app.t("response-another-help")),
    h("p", { class: "vb-actions" }, h("label", { for: chosen.id }, app.t("role")), chosen, button(app.t("response-begin"), begin)),
  );
}

/**
 * Add the responses of files that are in order to the open assessment, and return what to tell of each.
 * @param {App} app
 * @param {Upload[]} uploads
 */
async function addUploads(app, uploads) {
  const told = uploads.flatMap((upload) => ("file" in upload ? addUpload(app, upload) : []));
  const list = document.querySelector(".vb-responses");
  if (list && app.session.current) fill(list, ...responseList(app, app.session.current).children);
  return told;
}

/**
 * @param {App} app
 * @param {Extract<Upload, {file: unknown}>} upload
 */
function addUpload(app, { name, file, notes }) {
  const { current } = app.session;
  if (!current) return [];
  if (file.form !== current.file.form) {
    const values = { name, theirs: app.t(`form-${file.form}`), ours: app.t(`form-${current.file.form}`) };
    return [h("p", { class: "vb-refusal" }, app.t("other-form-file", values))];
  }
  const { assessment, added, known } = withResponsesOf(current, file, name);
  if (added) app.session.change(() => assessment);
  return [
    added ? h("p", {}, app.t("responses-added", { name, count: added })) : h("p", {}, app.t("responses-known", { name })),
    ...(added && known ? [h("p", {}, app.t("responses-some-known", { count: known }))] : []),
    ...(notes.length ? [noteList(app, notes)] : []),
  ];
}
