// Files that the visitor gives: read only when small enough, checked, carried over from an earlier model, and reported.
import { readFile, SIZE_LIMIT } from "./answer_check.js";
import { button, download, fill, h } from "./dom.js";
import { parseJson } from "./faults.js";
/** @import {AnswerFile, Fault, Note} from "./view_types.js" */
/** @import {App, FormModel} from "./form_types.js" */

/** @typedef {{name: string, file: AnswerFile, notes: Note[]} | {name: string, faults: Fault[], upload: File}} Upload */

/** Faults that are shown of one file. */
const MOST_SHOWN = 20;

/**
 * Return what each of the given files is.
 * @param {App} app
 * @param {Iterable<File>} uploads
 */
const readUploads = (app, uploads) => Promise.all(Array.from(uploads, (upload) => readUpload(app, upload)));

/**
 * @param {App} app
 * @param {File} upload
 * @returns {Promise<Upload>}
 */
async function readUpload(app, upload) {
  const { name } = upload;
  if (upload.size > SIZE_LIMIT) return { name, faults: [tooLarge(app)], upload };
  const text = await upload.text().catch(() => null);
  if (text === null) return { name, faults: [{ code: "not-readable" }], upload };
  const { file, faults } = readFile(text, app.model);
  if (file) return { name, file, notes: [] };
  if (!isEarlier(faults, text, app.model)) return { name, faults, upload };
  try {
    return { name, ...(await app.scorer.call("migrate", { file: parseJson(text) })) };
  } catch (error) {
    return { name, faults: /** @type {{faults?: Fault[]}} */ (error).faults ?? faults, upload };
  }
}

/** @param {App} app */
const tooLarge = (app) => ({ code: "too-large", values: { limit: app.t("megabytes", { count: app.format.number(SIZE_LIMIT / 1_000_000) }) } });

/**
 * Tell whether nothing is wrong but that the file belongs to an earlier model that this one knows the way from.
 * @param {Fault[]} faults
 * @param {string} text
 * @param {FormModel} model
 */
const isEarlier = (faults, text, model) =>
  faults.every(({ code }) => code === "other-model") && hasWayFrom(model, /** @type {AnswerFile} */ (parseJson(text)).model);

/**
 * Tell whether answers of an earlier model can be carried over.
 * @param {FormModel} model
 * @param {string} earlier
 */
export const hasWayFrom = (model, earlier) => model.migrations.some(({ from }) => from === earlier);

/**
 * Return a place to choose files, or to drop them on.
 * @param {App} app
 * @param {{id: string, label: string, help: string, take: (uploads: Upload[]) => Promise<Node[]>}} parts
 *   `take` gives what to tell about the files that could be used
 */
export function uploadField(app, { id, label, help, take }) {
  const report = h("div", { class: "vb-report", role: "status" });
  const read = async (/** @type {Iterable<File>} */ files) => {
    const uploads = await readUploads(app, files);
    const told = await take(uploads);
    fill(report, ...told, ...uploads.map((upload) => refusal(app, upload)));
  };
  const control = h("input", { type: "file", id, multiple: true, accept: ".json,application/json", "aria-describedby": `${id}-help` });
  control.addEventListener("change", () => void read([...(control.files ?? [])]).then(() => (control.value = "")));
  const place = h("div", { class: "vb-drop" }, h("label", { for: id }, label), h("p", { class: "vb-help", id: `${id}-help` }, help), control);
  takeDrops(place, read);
  return h("div", {}, place, report);
}

/**
 * @param {HTMLElement} place
 * @param {(files: Iterable<File>) => Promise<void>} read
 */
function takeDrops(place, read) {
  const mark = (/** @type {boolean} */ on) => place.classList.toggle("vb-drop--over", on);
  place.addEventListener("dragover", (event) => (event.preventDefault(), mark(true)));
  place.addEventListener("dragleave", () => mark(false));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(false);
    void read(event.dataTransfer?.files ?? []);
  });
}

/**
 * Return what is wrong with a file, where in it, and the file itself to keep; nothing for a file in order.
 * @param {App} app
 * @param {Upload} upload
 */
function refusal(app, upload) {
  if (!("faults" in upload)) return null;
  const { name, faults } = upload;
  const shown = faults.slice(0, MOST_SHOWN);
  const newer = faults.some(({ code }) => code === "newer-model");
  return h(
    "div",
    { class: "vb-refusal" },
    h("p", {}, h("strong", {}, app.t("file-refused", { name }))),
    h("ul", {}, ...shown.map((fault) => faultLine(app, fault))),
    faults.length > shown.length && h("p", {}, app.t("faults-more", { count: faults.length - shown.length })),
    newer && button(app.t("download-original"), () => download(name, upload.upload)),
  );
}

/**
 * Return a fault with its place, in words.
 * @param {App} app
 * @param {Fault} fault
 */
export const faultLine = (app, { place, code, values }) =>
  h("li", {}, place && place !== "(whole file)" && h("code", {}, place), place && place !== "(whole file)" && " – ", app.t(`fault-${code}`, values));

/**
 * Return what became of answers of an earlier model.
 * @param {App} app
 * @param {Note[]} notes
 */
export const noteList = (app, notes) =>
  h("ul", {}, ...notes.map(({ code, from, to }) => h("li", {}, app.t(`migrated-${code}`, { from, to: to ?? "" }))));
