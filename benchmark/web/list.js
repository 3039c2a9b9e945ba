// The assessments on this device, the start of a new one, and the files that may become one.
import { asText, fileName } from "./answers.js";
import { duplicate, fileOf, fromFile, ownResponse, recordFaults } from "./assessments.js";
import { confirmed } from "./confirmation.js";
import { button, download, h } from "./dom.js";
import { newId } from "./ids.js";
import { progress } from "./progress.js";
import { hashOf } from "./routes.js";
import { startForm } from "./start.js";
import { faultLine, noteList, uploadField } from "./uploads.js";
/** @import {App, Assessment, Broken, Page} from "./form_types.js" */
/** @import {Upload} from "./uploads.js" */

/**
 * Return the view of everything on this device.
 * @param {App} app
 * @returns {Promise<Page>}
 */
export async function listPage(app) {
  const { t } = app;
  const { usable, broken } = await readRecords(app);
  const kept = usable.length + broken.length > 0;
  return {
    element: h(
      "div",
      { class: "vb-list" },
      kept && h("h2", { tabindex: "-1" }, t("list-title")),
      kept && h("p", { class: "vb-help" }, t("list-intro")),
      ...usable.map((assessment) => card(app, assessment)),
      ...broken.map((found) => brokenCard(app, found)),
      startForm(app),
      h("h2", {}, t("open-title")),
      uploadField(app, { id: "vb-open-files", label: t("open-files"), help: t("open-files-help"), take: (uploads) => openUploads(app, uploads) }),
      h("h2", {}, t("forget-title")),
      h("p", {}, t("forget-intro")),
      button(t("forget-all"), () => void forgetAll(app), { class: "vw-button vb-button--danger" }),
    ),
  };
}

/**
 * @param {App} app
 * @returns {Promise<{usable: Assessment[], broken: Broken[]}>}
 */
async function readRecords({ storage, model }) {
  const all = (await storage.all()).map((found) => ({ ...found, faults: recordFaults(found.record, model) }));
  const usable = all.filter(({ faults }) => !faults.length).map(({ record }) => /** @type {Assessment} */ (record));
  return {
    usable: usable.sort((one, other) => other.changed.localeCompare(one.changed)),
    broken: all.filter(({ faults }) => faults.length),
  };
}

/**
 * @param {App} app
 * @param {Assessment} assessment
 */
function card(app, assessment) {
  const { t, format } = app;
  const { id, name, changed } = assessment;
  const { answered, total } = progress(app.model, assessment).all;
  const facts = [
    app.texts.roles[ownResponse(assessment).role],
    t(`form-${assessment.file.form}`),
    t("answered-of", { answered, total }),
    t("changed-at", { moment: format.moment(new Date(changed)) }),
  ];
  const save = () => {
    const file = fileOf(assessment);
    download(fileName(file, new Date().toISOString().slice(0, 10)), asText(file));
  };
  return h(
    "article",
    { class: "vb-card", "aria-labelledby": `vb-card-${id}` },
    h("h3", { id: `vb-card-${id}` }, h("a", { href: hashOf({ name: "assessment", id, view: "overview" }) }, name)),
    h("p", { class: "vb-help" }, facts.join(" · ")),
    h(
      "p",
      { class: "vb-actions" },
      button(t("duplicate"), () => void copy(app, assessment), { "aria-label": t("duplicate-named", { name }) }),
      button(t("download"), save, { "aria-label": t("download-named", { name }) }),
      button(t("delete"), () => void removeAssessment(app, assessment), { "aria-label": t("delete-named", { name }) }),
    ),
  );
}

/**
 * @param {App} app
 * @param {Broken} found
 */
function brokenCard(app, { key, record, faults }) {
  const { t } = app;
  const remove = async () => {
    const yes = await confirmed({ title: t("delete-title"), text: t("delete-broken-text"), yes: t("delete"), no: t("keep") });
    if (!yes) return;
    await app.storage.remove(key);
    app.redraw();
  };
  return h(
    "article",
    { class: "vb-card vb-card--broken" },
    h("h3", {}, t("broken-title")),
    h("p", {}, t("broken-text")),
    h("details", { class: "vb-more" }, h("summary", {}, t("broken-faults")), h("ul", {}, ...faults.slice(0, 20).map((fault) => faultLine(app, fault)))),
    h(
      "p",
      { class: "vb-actions" },
      button(t("download"), () => download("unreadable-answers.json", rawText(record))),
      button(t("delete"), () => void remove()),
    ),
  );
}

/**
 * Return a record as text, whatever it is: what JSON cannot say is left out of it.
 * @param {unknown} record
 */
function rawText(record) {
  try {
    return JSON.stringify(record, null, 2) ?? String(record);
  } catch {
    return String(record);
  }
}

/**
 * @param {App} app
 * @param {Assessment} assessment
 */
export async function copy(app, assessment) {
  const name = app.t("copy-of", { name: assessment.name });
  await app.keep(duplicate(assessment, { id: newId(), now: new Date().toISOString(), name }));
  await app.go({ name: "list" });
  app.announce(app.t("duplicated", { name }));
}

/**
 * Remove an assessment once the visitor says yes.
 * @param {App} app
 * @param {Assessment} assessment
 */
export async function removeAssessment(app, { id, name }) {
  const { t } = app;
  const yes = await confirmed({ title: t("delete-title"), text: t("delete-text", { name }), yes: t("delete"), no: t("keep") });
  if (!yes) return;
  await app.discard(id);
  await app.go({ name: "list" });
  app.announce(t("deleted", { name }));
}

/** @param {App} app */
async function forgetAll(app) {
  const { t } = app;
  const yes = await confirmed({ title: t("forget-title"), text: t("forget-text"), yes: t("forget-yes"), no: t("keep") });
  if (!yes) return;
  await app.forgetAll();
  await app.go({ name: "list" });
  app.announce(t("forgotten"));
}

/**
 * Keep each file that is in order as an assessment; a single one is opened.
 * @param {App} app
 * @param {Upload[]} uploads
 */
async function openUploads(app, uploads) {
  const files = uploads.flatMap((upload) => ("file" in upload ? [upload] : []));
  const kept = files.map(({ name, file }) =>
    fromFile(file, { id: newId(), now: new Date().toISOString(), name: name.replace(/\.json$/i, ""), source: name }),
  );
  for (const assessment of kept) await app.keep(assessment);
  const notes = files.flatMap((upload) => upload.notes);
  if (kept.length && uploads.length === kept.length && !notes.length) {
    await app.go(kept.length === 1 ? { name: "assessment", id: kept[0].id, view: "overview" } : { name: "list" });
    app.announce(app.t("opened", { count: kept.length }));
  }
  const links = kept.map(({ id, name }) => h("p", {}, h("a", { href: hashOf({ name: "assessment", id, view: "overview" }) }, name)));
  return [...links, ...(notes.length ? [noteList(app, notes)] : [])];
}
