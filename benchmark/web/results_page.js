// The results inside the questionnaire, loaded when they are wanted; and answers that came with a share link.
import { button, fill, h } from "./dom.js";
import { faultLine } from "./uploads.js";
/** @import {App, Page} from "./form_types.js" */
/** @import {AnswerFile, Assessment, Context} from "./view_types.js" */

/** @type {{id: string, results: ReturnType<typeof import("./results.js").createResults>} | null} */
let latest = null;

/**
 * Return the view of the results of the open assessment; it goes on living while its assessment stays open.
 * @param {App} app
 * @returns {Promise<Page>}
 */
export async function resultsPage(app) {
  const id = app.session.current?.id ?? "";
  const { createResults } = await import("./results.js");
  if (latest?.id !== id) latest = { id, results: createResults(contextOf(app, id)) };
  const { results } = latest;
  const update = () => app.session.current && results.update(app.scored(), app.session.current);
  update();
  return { element: framed(app, "results-title", results.element), update };
}

/**
 * @param {App} app
 * @param {string} title
 * @param {HTMLElement} content
 */
const framed = ({ t }, title, content) =>
  h(
    "div",
    { class: "vb-results" },
    h("h2", { tabindex: "-1" }, t(title)),
    h("p", { class: "vb-actions" }, button(t("print"), () => print())),
    content,
  );

/**
 * @param {App} app
 * @param {string} owner  id of the assessment that is shown; "" for answers that are only read
 * @returns {Context}
 */
const contextOf = (app, owner) => ({
  t: app.t,
  texts: app.texts,
  model: app.model,
  format: app.format,
  practices: () => app.practices(),
  scorer: app.scorer,
  actions: {
    openIndicator: (indicator) => {
      const id = app.session.current?.id;
      if (id) void app.go({ name: "assessment", id, view: "form", indicator });
    },
    save: (patch) => {
      if (app.session.holds(owner)) app.session.change((assessment) => ({ ...assessment, .../** @type {object} */ (patch) }));
    },
  },
  lang: app.lang,
  home: app.home,
  readOnly: owner === "",
});

/**
 * Return the view of answers that came with a share link; nothing of them is kept.
 * @param {App} app
 * @param {string} code
 * @returns {Promise<Page>}
 */
export async function sharedPage(app, code) {
  const place = h("div", {}, h("p", { role: "status" }, app.t("shared-loading")));
  const show = async () => {
    try {
      const [{ createResults }, { openShared }] = await Promise.all([import("./results.js"), import("./share.js")]);
      const file = await openShared(app.scorer, code);
      const results = createResults(contextOf(app, ""));
      results.update(await app.scorer.call("assess", { files: [file] }), shared(file));
      fill(place, results.element);
    } catch (error) {
      fill(place, h("ul", { role: "alert" }, ...faultsOf(error).map((fault) => faultLine(app, fault))));
    }
  };
  void show();
  return { element: framed(app, "shared-title", place) };
}

/**
 * @param {AnswerFile} file
 * @returns {Assessment}
 */
const shared = (file) => ({ id: "shared", name: "", file });

/**
 * @param {unknown} error
 * @returns {import("./view_types.js").Fault[]}
 */
const faultsOf = (error) => /** @type {{faults?: import("./view_types.js").Fault[]}} */ (error)?.faults ?? [{ code: "defect" }];
