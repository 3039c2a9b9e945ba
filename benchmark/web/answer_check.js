// Checks an answer file as the scorer's parser does: the same faults at the same places (tests/cases/answer-files).
import { EVIDENCE_LENGTH, FORMAT, REASON_LENGTH } from "./answers.js";
import { add, isMapping, items, keys, level, mapping, parseJson, placeOf, shown, text, whole } from "./faults.js";
/** @import {AnswerFile, Fault} from "./view_types.js" */
/** @import {AskedIndicator, FormModel} from "./form_types.js" */

/** @import {Mapping, Path} from "./faults.js" */

/** @typedef {{model: FormModel, indicators: Map<string, AskedIndicator>, areas: Set<string>, faults: Fault[]}} Check */

/** Largest file that is read, in bytes. */
export const SIZE_LIMIT = 2_000_000;

const MOST_RESPONSES = 500;
const LANG_LENGTH = 35;
export const SIZES = ["1-9", "10-49", "50-249", "250+"];
const FORMS = ["full", "short"];
/** Longest text of a field of the profile, in characters. */
export const PROFILE_TEXTS = { country: 80, sector: 80, size: 80, wbl_model: 80, track: 80, period: 40 };
/** Least and largest number of a field of the profile. @type {Record<string, [number, number]>} */
export const PROFILE_NUMBERS = { eqf_level: [1, 8], learners: [0, 1_000_000_000] };
const REQUIRED = ["format", "model", "form", "responses"];
const RATINGS = ["learnt", "needed", "applied"];
/** @type {Record<string, string[]>} */
const ANSWER_KEYS = { level: ["level", "evidence", "target"], na: ["na"], missing: ["missing", "evidence", "target"] };

/**
 * Return the answer file of a text, or all its faults.
 * @param {string} source
 * @param {FormModel} model
 * @returns {{file: AnswerFile, faults: []} | {file: null, faults: Fault[]}}
 */
export function readFile(source, model) {
  let data;
  try {
    data = parseJson(source);
  } catch {
    return { file: null, faults: [{ place: placeOf([]), code: "not-json", values: {} }] };
  }
  const faults = checkFile(data, model);
  return faults.length ? { file: null, faults } : { file: /** @type {AnswerFile} */ (data), faults: [] };
}

/**
 * Return all faults of an answer file; in a file of another format or model only those of its head, since its ids mean
 * nothing here.
 * @param {unknown} data
 * @param {FormModel} model
 * @returns {Fault[]}
 */
export function checkFile(data, model) {
  /** @type {Check} */
  const check = {
    model,
    indicators: new Map(model.indicators.map((indicator) => [indicator.id, indicator])),
    areas: new Set(model.gap.areas.map((area) => area.id)),
    faults: [],
  };
  const head = mapping(check, data, []);
  if (isMapping(data)) checkHead(check, head);
  checkProfile(check, head.profile ?? (Object.hasOwn(head, "profile") ? null : {}), ["profile"]);
  if (head.format === FORMAT && head.model === model.id) {
    const responses = Object.hasOwn(head, "responses") ? items(check, head.responses, ["responses"], MOST_RESPONSES) : [];
    responses.forEach((response, place) => checkResponse(check, response, ["responses", place]));
  }
  return check.faults;
}

/**
 * @param {Check} check
 * @param {Mapping} head
 */
function checkHead(check, head) {
  keys(check, head, [], [...REQUIRED, "lang", "profile"], REQUIRED);
  const { format = FORMAT, model, form = "full" } = head;
  if (format !== FORMAT) add(check, ["format"], "other-format", { found: shown(format) });
  if (Object.hasOwn(head, "model") && model !== check.model.id) {
    add(check, ["model"], isNewer(model, check.model.id) ? "newer-model" : "other-model", { found: shown(model), wanted: check.model.id });
  }
  if (!FORMS.includes(/** @type {string} */ (form))) add(check, ["form"], "unknown-form", { found: shown(form) });
  if (Object.hasOwn(head, "lang")) text(check, head.lang, ["lang"], LANG_LENGTH);
}

/**
 * Tell whether a file is for a later version of the model.
 * @param {unknown} found
 * @param {string} own
 */
function isNewer(found, own) {
  if (typeof found !== "string") return false;
  const [name, number] = edition(found);
  return name === edition(own)[0] && number > edition(own)[1];
}

/**
 * @param {string} id
 * @returns {[string, number]}
 */
function edition(id) {
  const place = id.lastIndexOf("/");
  const number = id.slice(place + 1);
  return [id.slice(0, Math.max(place, 0)), /^[0-9]{1,9}$/.test(number) ? Number(number) : 0];
}

/**
 * @param {Check} check
 * @param {unknown} data
 * @param {Path} at
 */
function checkProfile(check, data, at) {
  const given = mapping(check, data, at);
  keys(check, given, at, [...Object.keys(PROFILE_TEXTS), ...Object.keys(PROFILE_NUMBERS)]);
  for (const [key, limit] of Object.entries(PROFILE_TEXTS)) {
    if (Object.hasOwn(given, key)) text(check, given[key], [...at, key], limit);
  }
  for (const [key, range] of Object.entries(PROFILE_NUMBERS)) {
    if (Object.hasOwn(given, key)) whole(check, given[key], [...at, key], range);
  }
  const { size } = given;
  if (typeof size === "string" && !SIZES.includes(size)) add(check, [...at, "size"], "unknown-size", { found: shown(size) });
}

/**
 * @param {Check} check
 * @param {unknown} data
 * @param {Path} at
 */
function checkResponse(check, data, at) {
  const given = mapping(check, data, at);
  keys(check, given, at, ["role", "answers", "gap"], ["role"]);
  const known = check.model.roles.includes(/** @type {string} */ (given.role));
  const role = known ? /** @type {string} */ (given.role) : "";
  if (Object.hasOwn(given, "role") && !known) add(check, [...at, "role"], "unknown-role", { found: shown(given.role) });
  for (const [id, answer] of entries(check, given, "answers", at)) checkAnswer(check, id, answer, role, [...at, "answers"]);
  for (const [id, rating] of entries(check, given, "gap", at)) checkRating(check, id, rating, [...at, "gap"]);
}

/**
 * @param {Check} check
 * @param {Mapping} given
 * @param {string} key
 * @param {Path} at
 */
const entries = (check, given, key, at) =>
  Object.entries(Object.hasOwn(given, key) ? mapping(check, given[key], [...at, key]) : {});

/**
 * @param {Check} check
 * @param {string} id
 * @param {unknown} data
 * @param {string} role
 * @param {Path} within
 */
function checkAnswer(check, id, data, role, within) {
  const indicator = check.indicators.get(id);
  if (!indicator) return add(check, [...within, shown(id)], "unknown-indicator", { found: shown(id) });
  const at = [...within, id];
  if (role && !indicator.roles.includes(role)) add(check, at, "not-asked", { indicator: id, role });
  const given = mapping(check, data, at);
  const kinds = Object.keys(ANSWER_KEYS).filter((kind) => Object.hasOwn(given, kind));
  if (kinds.length !== 1 || (kinds[0] === "missing" && given.missing !== true)) {
    return isMapping(data) && add(check, at, "ambiguous-answer");
  }
  keys(check, given, at, ANSWER_KEYS[kinds[0]]);
  if (kinds[0] === "na") return checkReason(check, given.na, indicator, at);
  if (Object.hasOwn(given, "evidence")) text(check, given.evidence, [...at, "evidence"], EVIDENCE_LENGTH);
  if (Object.hasOwn(given, "target")) level(check, given.target, [...at, "target"]);
  if (kinds[0] === "level") level(check, given.level, [...at, "level"]);
}

/**
 * @param {Check} check
 * @param {unknown} reason
 * @param {AskedIndicator} indicator
 * @param {Path} at
 */
function checkReason(check, reason, indicator, at) {
  text(check, reason, [...at, "na"], REASON_LENGTH);
  if (!indicator.na) add(check, [...at, "na"], "na-not-allowed", { indicator: indicator.id });
  else if (typeof reason === "string" && !reason.trim()) add(check, [...at, "na"], "empty-reason");
}

/**
 * @param {Check} check
 * @param {string} id
 * @param {unknown} data
 * @param {Path} within
 */
function checkRating(check, id, data, within) {
  if (!check.areas.has(id)) return add(check, [...within, shown(id)], "unknown-area", { found: shown(id) });
  const at = [...within, id];
  const given = mapping(check, data, at);
  keys(check, given, at, RATINGS);
  if (isMapping(data) && !Object.keys(data).length) add(check, at, "empty-rating");
  for (const key of RATINGS) if (Object.hasOwn(given, key)) level(check, given[key], [...at, key]);
}
