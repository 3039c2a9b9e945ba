// Where the answers come from: every field is optional, and only as fine as comparing needs.
import { PROFILE_NUMBERS, PROFILE_TEXTS, SIZES } from "./answer_check.js";
import { withProfile } from "./assessments.js";
import { field, fill, h, select, setText } from "./dom.js";
import { hashOf } from "./routes.js";
/** @import {App, Page} from "./form_types.js" */

/** Fields whose values stand in a vocabulary of the site. */
const VOCABULARIES = { country: "countries", sector: "sectors", wbl_model: "wbl-models", track: "tracks" };
const EQF_LEVELS = ["1", "2", "3", "4", "5", "6", "7", "8"];

/** @typedef {Record<string, Record<string, string>>} Vocabularies */

/**
 * Return the view of the profile.
 * @param {App} app
 * @returns {Page}
 */
export function profilePage(app) {
  const fields = h("div", { class: "vb-profile" });
  const show = (/** @type {Vocabularies} */ vocabularies) => fill(fields, ...profileFields(app, vocabularies));
  app.practices().then(({ vocabularies }) => show(vocabularies), () => show({}));
  return {
    element: h("div", {}, h("h2", { tabindex: "-1" }, app.t("profile-title")), h("p", {}, app.t("profile-intro")), fields, goOn(app)),
  };
}

/** @param {App} app */
const goOn = ({ t, session }) =>
  h(
    "p",
    { class: "vb-actions" },
    h("a", { class: "vw-button vb-button--main", href: hashOf({ name: "assessment", id: session.current?.id ?? "", view: "form" }) }, t("profile-continue")),
  );

/**
 * @param {App} app
 * @param {Vocabularies} vocabularies
 */
const profileFields = (app, vocabularies) => [
  chosen(app, "country", vocabularies),
  chosen(app, "sector", vocabularies),
  choice(app, "size", SIZES.map((size) => [size, app.t("profile-employees", { size })])),
  chosen(app, "wbl_model", vocabularies),
  chosen(app, "track", vocabularies),
  choice(app, "eqf_level", EQF_LEVELS.map((level) => [level, level])),
  learners(app),
  written(app, "period"),
];

/**
 * @param {App} app
 * @param {string} key
 * @returns {string}
 */
const valueOf = (app, key) => String(app.session.current?.file.profile?.[key] ?? "");

/**
 * @param {App} app
 * @param {string} key
 * @param {string} value
 */
function keep(app, key, value) {
  const text = value.trim();
  const typed = key in PROFILE_NUMBERS ? Number(text) : text;
  app.session.change((assessment) => withProfile(assessment, key, text === "" ? null : typed));
}

/**
 * Return a field with the terms of a vocabulary; without the vocabulary, or with few terms, it is written by hand.
 * @param {App} app
 * @param {keyof typeof VOCABULARIES} key
 * @param {Vocabularies} vocabularies
 */
function chosen(app, key, vocabularies) {
  const terms = Object.entries(vocabularies[VOCABULARIES[key]] ?? {});
  if (!terms.length) return written(app, key);
  return choice(app, key, terms.sort(([, one], [, other]) => one.localeCompare(other, app.lang)));
}

/**
 * @param {App} app
 * @param {string} key
 * @param {[string, string][]} terms
 */
function choice(app, key, terms) {
  const value = valueOf(app, key);
  const known = value === "" || terms.some(([term]) => term === value);
  /** @type {[string, string][]} */
  const options = [["", app.t("profile-none")], ...terms, ...(known ? [] : [/** @type {[string, string]} */ ([value, value])])];
  const control = select({ id: `profile-${key}`, options, value, onchange: (next) => keep(app, key, next) });
  return field({ label: app.t(`profile-${key}`), control });
}

/**
 * @param {App} app
 * @param {keyof typeof PROFILE_TEXTS} key
 */
function written(app, key) {
  const oninput = () => keep(app, key, control.value);
  const control = h("input", { id: `profile-${key}`, maxlength: PROFILE_TEXTS[key], value: valueOf(app, key), autocomplete: "off", oninput });
  const help = key === "period" ? app.t("profile-period-help") : undefined;
  return field({ label: app.t(`profile-${key}`), control, help });
}

/** @param {App} app */
function learners(app) {
  const error = h("p", { class: "vb-error", id: "profile-learners-error", role: "alert" });
  const [least, most] = PROFILE_NUMBERS.learners;
  const oninput = () => {
    const text = control.value.trim();
    const fine = text === "" || (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most);
    control.setAttribute("aria-invalid", String(!fine));
    setText(error, fine ? "" : app.t("profile-learners-wrong"));
    if (fine) keep(app, "learners", text);
  };
  const control = h("input", { id: "profile-learners", inputmode: "numeric", maxlength: 10, value: valueOf(app, "learners"), autocomplete: "off", oninput });
  return field({ label: app.t("profile-learners"), control, error, help: app.t("profile-learners-help") });
}
