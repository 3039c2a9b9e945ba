// The same organisation at an earlier time: what changed, indicator by indicator, and what changed in the model.
import { SIZE_LIMIT } from "./answer_check.js";
import { withoutEmpty } from "./answers.js";
import { explanation, fold, list, paragraph, section, table } from "./blocks.js";
import { button, fill, h } from "./dom.js";
import { dimensionName, indicatorName, areaName, score, signed } from "./figures.js";
/** @import {AnswerFile, Change, Comparison, Fault, Faulty, Note, View, Words} from "./view_types.js" */

const ID = "result-comparison";

/** Faults that are shown of one file. */
const MOST_FAULTS = 20;

/** Keeps the earlier file that was chosen and compares it with the answers as they are now. */
export class ComparisonSection {
  constructor() {
    this.element = h("div", {});
    this.body = h("div", { "aria-live": "polite" });
    /** @type {View | null} */
    this.view = null;
    this.compared = "";
  }

  /** @param {View} view */
  update(view) {
    const first = !this.view;
    this.view = view;
    if (first) this.draw(view);
    void this.show(view);
  }

  /** @param {View} view */
  draw(view) {
    const chooser = h("input", {
      type: "file",
      id: `${ID}-file`,
      accept: ".json,application/json",
      onchange: (/** @type {Event} */ event) => void this.choose(/** @type {HTMLInputElement} */ (event.target)),
    });
    const label = h("label", { for: chooser.id }, view.t("comparison-choose"));
    const choose = h("div", { class: "vr-screen" }, explanation(view.t("comparison-explained")), label, chooser);
    this.element.classList.add("vr-screen");
    fill(this.element, view.readOnly ? null : section(ID, view.t("comparison-title"), choose, this.body));
  }

  /** @param {HTMLInputElement} chooser */
  async choose(chooser) {
    const [chosen] = chooser.files ?? [];
    const { view } = this;
    if (!chosen || !view) return;
    try {
      const earlier = { name: chosen.name, file: await readAnswers(view, chosen) };
      await this.compare({ ...view, assessment: { ...view.assessment, earlier } });
      view.actions.save({ earlier });
    } catch (error) {
      fill(this.body, faultList(view, error));
    }
    chooser.value = "";
  }

  /**
   * Show the comparison with the earlier file that is kept, unless it is shown already.
   * @param {View} view
   */
  async show(view) {
    try {
      await this.compare(view);
    } catch (error) {
      fill(this.body, faultList(view, error));
    }
  }

  /**
   * Compare; rejected with the faults of a file that cannot be compared.
   * @param {View} view
   */
  async compare(view) {
    const { earlier, file } = view.assessment;
    const state = JSON.stringify([earlier, file]);
    if (state === this.compared) return;
    this.compared = state;
    const files = { before: [earlier?.file], after: [withoutEmpty(file)] };
    const found = earlier && (await view.scorer.call("compare", files));
    if (this.compared !== state) return;
    this.element.classList.toggle("vr-screen", !found);
    fill(this.body, ...(found ? comparisonBlocks(view, earlier.name, found) : []));
  }
}

/**
 * Return the JSON of a chosen file. Faults are thrown as the scorer gives them.
 * @param {Words} words
 * @param {File} chosen
 * @returns {Promise<AnswerFile>}
 */
async function readAnswers({ t, format }, chosen) {
  const limit = t("megabytes", { count: format.number(SIZE_LIMIT / 1_000_000) });
  if (chosen.size > SIZE_LIMIT) throw { faults: [{ code: "too-large", values: { limit } }] };
  const text = await chosen.text();
  try {
    return JSON.parse(text);
  } catch {
    throw { faults: [{ code: "not-json", values: {} }] };
  }
}

/**
 * @param {Words} words
 * @param {Fault} fault
 */
function faultWords({ t }, { place = "", code, values }) {
  const where = place.replace(/^(\(whole file\)|before\[0\]\.?)/, "");
  return `${where && `${where}: `}${t(`fault-${code}`, values)}`;
}

/**
 * Return faults in words, with their places.
 * @param {Words} words
 * @param {unknown} error
 */
export function faultList(words, error) {
  /** @type {Fault[]} */
  const faults = /** @type {Partial<Faulty>} */ (error)?.faults ?? [{ code: "defect", values: {} }];
  return h(
    "div",
    { class: "vr-note", role: "alert" },
    paragraph(words.t("faults-found")),
    list(faults.slice(0, MOST_FAULTS).map((fault) => faultWords(words, fault))),
  );
}

/**
 * Return the sentence that says how the whole changed.
 * @param {Words} words
 * @param {Comparison} found
 */
export function comparisonSentence(words, { overall, indicators }) {
  const states = Object.values(indicators).map((item) => item.state);
  const count = (/** @type {string} */ state) => states.filter((item) => item === state).length;
  const moved = words.t("comparison-moved", { higher: count("higher"), lower: count("lower"), same: count("same") });
  if (overall.before === null || overall.after === null) return moved;
  const [before, after] = [overall.before, overall.after].map((value) => score(words, value));
  return `${words.t("comparison-sentence", { before, after, change: signed(words, overall.change) })} ${moved}`;
}

/**
 * @param {View} view
 * @param {string} name
 * @param {Comparison} found
 */
function comparisonBlocks(view, name, found) {
  const forget = () => {
    view.actions.save({ earlier: null });
    document.getElementById(`${ID}-file`)?.focus();
  };
  return [
    paragraph(view.t("comparison-with", { name })),
    found.comparable ? null : list(found.reasons.map((code) => view.t(`comparison-${code}`)), { class: "vr-note" }),
    paragraph(comparisonSentence(view, found)),
    changeTable(view, view.t("column-dimension"), found.dimensions, (id) => dimensionName(view, id)),
    fold(`${ID}-indicators`, view.t("comparison-indicators"), () => [
      changeTable(view, view.t("column-indicator"), found.indicators, (id) => indicatorName(view, id)),
    ]),
    ...modelChange(view, found.model),
    view.readOnly ? null : button(view.t("comparison-forget"), forget, { id: `${ID}-forget` }),
  ];
}

/**
 * @param {View} view
 * @param {string} what
 * @param {Record<string, Change>} changes
 * @param {(id: string) => string} name
 */
const changeTable = (view, what, changes, name) =>
  table({
    caption: view.t("comparison-caption"),
    head: [what, view.t("column-before"), view.t("column-after"), view.t("column-change")],
    rows: Object.entries(changes)
      .filter(([, change]) => change.before !== null || change.after !== null)
      .map(([id, item]) => [name(id), score(view, item.before), score(view, item.after), changeWords(view, item)]),
  });

/**
 * @param {View} view
 * @param {Change} change
 */
const changeWords = (view, { change, state }) =>
  state === "new" || state === "gone" ? view.t(`change-${state}`) : signed(view, change);

/**
 * @param {View} view
 * @param {Comparison["model"]} model
 */
const modelChange = (view, { before, after, notes }) =>
  before === after && !notes.length
    ? []
    : [paragraph(view.t("comparison-model", { before, after })), list(notes.map((note) => noteWords(view, note)))];

/**
 * @param {View} view
 * @param {Note} note
 */
const noteWords = (view, { code, kind, from, to }) =>
  view.t(`note-${code}`, { from, to: to ? (kind === "area" ? areaName : indicatorName)(view, to) : "" });
