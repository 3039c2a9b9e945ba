// The stamp of reproducibility: which model, scorer and answers gave this result, and that it comes out again.
import { explanation, factList, section } from "./blocks.js";
import { button, fill, h, setText } from "./dom.js";
import { withoutEmpty } from "./answers.js";
/** @import {Outcome, Stamp, View} from "./view_types.js" */

const ID = "result-stamp";

/**
 * Return the stamp in one line, as it stands at the head of a report.
 * @param {Stamp} stamp
 */
export const stampLine = ({ model, model_hash, scorer, answers_hash, result_hash }) =>
  [model, model_hash, scorer, answers_hash, result_hash].join(" · ");

/**
 * Return whether a second computation gave the same, in words.
 * @param {Pick<View, "t">} words
 * @param {Stamp} first
 * @param {Stamp} second
 */
export const recomputedSentence = ({ t }, first, second) =>
  t(first.result_hash === second.result_hash ? "stamp-same" : "stamp-other", {
    first: first.result_hash,
    second: second.result_hash,
  });

/** Shows the stamp and computes again on demand. */
export class StampSection {
  constructor() {
    this.element = h("div", {});
    this.outcome = h("p", { role: "status", class: "vr-screen" });
    this.facts = h("div", {});
    /** @type {View | null} */
    this.view = null;
    this.shown = "";
  }

  /** @param {View} view */
  update(view) {
    if (!this.view) this.draw(view);
    this.view = view;
    const { stamp } = view.outcome;
    if (this.shown === stampLine(stamp)) return;
    this.shown = stampLine(stamp);
    setText(this.outcome, "");
    fill(this.facts, stampFacts(view, stamp));
  }

  /** @param {View} view */
  draw(view) {
    const again = button(view.t("stamp-recompute"), () => void this.recompute(), { id: `${ID}-recompute` });
    const parts = [explanation(view.t("stamp-explained")), this.facts, again, this.outcome];
    fill(this.element, section(ID, view.t("stamp-title"), ...parts));
  }

  /** Score the same answers again and say whether the result is the same. */
  async recompute() {
    const { view } = this;
    if (!view) return;
    setText(this.outcome, view.t("stamp-running"));
    try {
      /** @type {Outcome} */
      const again = await view.scorer.call("assess", { files: [withoutEmpty(view.assessment.file)] });
      setText(this.outcome, recomputedSentence(view, view.outcome.stamp, again.stamp));
    } catch {
      setText(this.outcome, view.t("stamp-failed"));
    }
  }
}

/**
 * @param {View} view
 * @param {Stamp} stamp
 */
const stampFacts = ({ t }, stamp) =>
  factList([
    [t("stamp-model"), stamp.model],
    [t("stamp-model-hash"), h("code", {}, stamp.model_hash)],
    [t("stamp-scorer"), stamp.scorer],
    [t("stamp-answers-hash"), h("code", {}, stamp.answers_hash)],
    [t("stamp-result-hash"), h("code", {}, stamp.result_hash)],
  ]);
