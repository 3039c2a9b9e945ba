// An assessment whose answers belong to another version of the model: carry them over, or take them as they are.
import { asText, fileName } from "./answers.js";
import { fromFile } from "./assessments.js";
import { button, download, fill, h } from "./dom.js";
import { newId } from "./ids.js";
import { hashOf } from "./routes.js";
import { faultLine, hasWayFrom, noteList } from "./uploads.js";
/** @import {App, Assessment, Page} from "./form_types.js" */

/**
 * Return the view of an assessment that the present model cannot show.
 * @param {App} app
 * @param {Assessment} assessment
 * @returns {Page}
 */
export function migrationPage(app, assessment) {
  const { t, model } = app;
  const { file } = assessment;
  const possible = hasWayFrom(model, file.model);
  const report = h("div", { class: "vb-report", role: "status" });
  const save = () => download(fileName(file, new Date().toISOString().slice(0, 10)), asText(file));
  return {
    element: h(
      "div",
      {},
      h("h2", { tabindex: "-1" }, t("other-model-title", { name: assessment.name })),
      h("p", {}, t(possible ? "other-model-text" : "other-model-no-way", { found: file.model, wanted: model.id })),
      h(
        "p",
        { class: "vb-actions" },
        possible && button(t("carry-over"), () => void carryOver(app, assessment, report), { class: "vw-button vb-button--main" }),
        button(t("download-original"), save),
      ),
      report,
    ),
  };
}

/**
 * Keep the answers in the present model as another assessment; the earlier one stays as it is.
 * @param {App} app
 * @param {Assessment} assessment
 * @param {HTMLElement} report
 */
async function carryOver(app, assessment, report) {
  try {
    const { file, notes } = await app.scorer.call("migrate", { file: assessment.file });
    const start = { id: newId(), now: new Date().toISOString(), name: app.t("carried-over-name", { name: assessment.name, model: app.model.id }), source: "" };
    const next = { ...fromFile(file, start), own: assessment.own, sources: assessment.sources, plan: assessment.plan };
    await app.keep(next);
    const link = h("a", { href: hashOf({ name: "assessment", id: next.id, view: "overview" }) }, next.name);
    fill(report, h("p", {}, app.t("carried-over"), " ", link), noteList(app, notes));
  } catch (error) {
    const { faults = [{ code: "defect" }] } = /** @type {{faults?: import("./view_types.js").Fault[]}} */ (error);
    fill(report, h("ul", {}, ...faults.map((fault) => faultLine(app, fault))));
  }
}
