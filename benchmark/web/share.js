// A link with the answers in its fragment, which browsers send to no server: first what it holds, then the link.
import { withoutEmpty } from "./answers.js";
import { explanation, list, paragraph, section, table } from "./blocks.js";
import { button, fill, h, setText } from "./dom.js";
import { areaName, indicatorName, roleName } from "./figures.js";
import { faultList } from "./comparison.js";
import { hashOf } from "./routes.js";
/** @import {AnswerFile, Context, SharedContents, SharedResponse, View} from "./view_types.js" */

const ID = "result-share";

/**
 * Return the link that opens a code on this page.
 * @param {string} page  the address of the page, with or without a fragment
 * @param {string} code
 */
export const shareLink = (page, code) => page.replace(/#.*$/s, "") + hashOf({ name: "share", code });

/**
 * Return the answers of a share code, decoded by the scorer; rejected with its faults.
 * @param {Context["scorer"]} scorer
 * @param {string} code
 * @returns {Promise<AnswerFile>}
 */
export const openShared = async (scorer, code) => (await scorer.call("decode", { code })).file;

/** Makes the link on demand; a change of the answers takes it away. */
export class ShareSection {
  constructor() {
    this.element = h("div", { class: "vr-screen" });
    this.body = h("div", {});
    /** @type {View | null} */
    this.view = null;
    this.shared = "";
  }

  /** @param {View} view */
  update(view) {
    if (!this.view) this.draw(view);
    this.view = view;
    if (this.shared !== JSON.stringify(view.assessment.file)) fill(this.body);
  }

  /** @param {View} view */
  draw(view) {
    if (view.readOnly) return;
    const prepare = button(view.t("share-prepare"), () => void this.prepare(), { id: `${ID}-prepare` });
    fill(this.element, section(ID, view.t("share-title"), explanation(view.t("share-explained")), prepare, this.body));
  }

  /** Ask the scorer for the code and show what it holds. */
  async prepare() {
    const { view } = this;
    if (!view) return;
    const { file } = view.assessment;
    try {
      const { code, contents } = await view.scorer.call("encode", { files: [withoutEmpty(file)] });
      this.shared = JSON.stringify(file);
      fill(this.body, ...contentBlocks(view, contents), linkBlock(view, shareLink(location.href, code)));
      this.body.querySelector("h4")?.focus();
    } catch (error) {
      fill(this.body, faultList(view, error));
    }
  }
}

/**
 * @param {View} view
 * @param {SharedContents} contents
 */
function contentBlocks(view, { form, profile, responses }) {
  const facts = Object.entries(profile).map(([key, value]) => profileWords(view, key, value));
  return [
    h("h4", { tabindex: "-1" }, view.t("share-contents")),
    list([view.t(`share-form-${form}`), ...facts]),
    ...responses.map((response, place) => responseTable(view, response, place)),
    explanation(view.t("share-left-out")),
  ];
}

/** Vocabularies that profile values come from. @type {Record<string, string>} */
const VOCABULARY = { country: "countries", sector: "sectors", wbl_model: "wbl-models", track: "tracks" };

/**
 * @param {View} view
 * @param {string} key
 * @param {string | number} value
 */
function profileWords({ t, content }, key, value) {
  const names = content?.vocabularies[VOCABULARY[key]] ?? {};
  const name = Object.hasOwn(names, String(value)) ? names[String(value)] : String(value);
  return t("share-profile", { key: t(`profile-${key}`), value: name });
}

/**
 * @param {View} view
 * @param {SharedResponse} response
 * @param {number} place
 */
function responseTable(view, { role, levels, gap }, place) {
  const answers = Object.entries(levels).map(([id, value]) => [
    indicatorName(view, id),
    typeof value === "number" ? String(value) : view.t(`state-${value}`),
  ]);
  const ratings = Object.entries(gap).map(([id, rating]) => [areaName(view, id), ratingWords(view, rating)]);
  return table({
    caption: view.t("share-response", { number: place + 1, role: roleName(view, role) }),
    head: [view.t("share-question"), view.t("share-answer")],
    rows: [...answers, ...ratings],
  });
}

/**
 * @param {View} view
 * @param {Record<string, number>} rating
 */
const ratingWords = ({ t }, rating) =>
  Object.entries(rating)
    .map(([name, value]) => `${t(`column-${name}`)} ${value}`)
    .join(" · ");

/**
 * @param {View} view
 * @param {string} link
 */
function linkBlock(view, link) {
  const said = h("p", { role: "status" });
  const select = () => control.select();
  const control = h("input", { id: `${ID}-link`, readonly: true, value: link, dir: "ltr", onfocus: select });
  const copied = () => setText(said, view.t("share-copied"));
  const byHand = () => (control.focus(), setText(said, view.t("share-by-hand")));
  const copy = () => navigator.clipboard?.writeText(link).then(copied, byHand) ?? byHand();
  return h(
    "div",
    {},
    paragraph(view.t("share-who")),
    h("label", { for: control.id }, view.t("share-link")),
    control,
    button(view.t("share-copy"), () => void copy(), { id: `${ID}-copy` }),
    said,
  );
}
