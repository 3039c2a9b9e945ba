// Assessments as values: each function returns a new one and leaves the given one as it was.
import { answersOf, countAnswers, newFile, withoutEmpty } from "./answers.js";
import { checkFile } from "./answer_check.js";
/** @import {Answer, AnswerFile, GapRating, Response, Role} from "./view_types.js" */
/** @import {Assessment, FormModel} from "./form_types.js" */

/** After so many new answers the visitor is reminded to download the file. */
const REMIND_AFTER = 10;

/**
 * Return an assessment without answers.
 * @param {{id: string, now: string, name: string, role: Role, form: "full" | "short", lang: string, model: string}} start
 * @returns {Assessment}
 */
export const newAssessment = ({ id, now, name, ...file }) => fromFile(newFile(file), { id, now, name, source: "" });

/**
 * Return the assessment that a file begins.
 * @param {AnswerFile} file
 * @param {{id: string, now: string, name: string, source: string}} start
 * @returns {Assessment}
 */
export const fromFile = (file, { id, now, name, source }) => ({
  id,
  name,
  created: now,
  changed: now,
  revision: 0,
  file,
  own: 0,
  sources: file.responses.map(() => source),
  plan: [],
  earlier: null,
  downloaded: 0,
});

/**
 * Return the same assessment as another one of its own.
 * @param {Assessment} assessment
 * @param {{id: string, now: string, name: string}} start
 * @returns {Assessment}
 */
export const duplicate = (assessment, { id, now, name }) => ({
  ...structuredClone(assessment),
  id,
  name,
  created: now,
  changed: now,
  revision: 0,
});

/**
 * Return the response that is answered here.
 * @param {Assessment} assessment
 * @returns {Response}
 */
export const ownResponse = (assessment) => assessment.file.responses[assessment.own];

/**
 * @param {Assessment} assessment
 * @param {Response} response
 * @returns {Assessment}
 */
const withOwnResponse = (assessment, response) => ({
  ...assessment,
  file: { ...assessment.file, responses: assessment.file.responses.with(assessment.own, response) },
});

/**
 * Return the assessment with an answer of the own response set, or taken away where it is null.
 * @param {Assessment} assessment
 * @param {string} id
 * @param {Answer | null} answer
 */
export function withAnswer(assessment, id, answer) {
  const response = ownResponse(assessment);
  return withOwnResponse(assessment, { ...response, answers: withEntry(response.answers, id, answer) });
}

/**
 * Return the assessment with one rating of the own response set, or taken away where it is null.
 * @param {Assessment} assessment
 * @param {string} area
 * @param {"learnt" | "needed" | "applied"} column
 * @param {number | null} level
 */
export function withRating(assessment, area, column, level) {
  const response = ownResponse(assessment);
  /** @type {GapRating} */
  const rating = withEntry(/** @type {Record<string, number> | undefined} */ (response.gap?.[area]), column, level);
  const given = Object.keys(rating).length ? rating : null;
  return withOwnResponse(assessment, { ...response, gap: withEntry(response.gap, area, given) });
}

/**
 * @template Value
 * @param {Record<string, Value> | undefined} entries
 * @param {string} key
 * @param {Value | null} value
 * @returns {Record<string, Value>}
 */
function withEntry(entries, key, value) {
  const { [key]: _, ...rest } = entries ?? {};
  return value === null ? rest : { ...entries, [key]: value };
}

/**
 * Return the assessment with a field of the profile set, or taken away where it is null.
 * @param {Assessment} assessment
 * @param {string} key
 * @param {string | number | null} value
 * @returns {Assessment}
 */
export const withProfile = (assessment, key, value) => ({
  ...assessment,
  file: { ...assessment.file, profile: withEntry(assessment.file.profile, key, value) },
});

/**
 * Return the assessment with the other form; answers stay.
 * @param {Assessment} assessment
 * @param {"full" | "short"} form
 * @returns {Assessment}
 */
export const withForm = (assessment, form) => ({ ...assessment, file: { ...assessment.file, form } });

/**
 * Return the assessment with an empty response of a role, which is now the one that is answered here.
 * @param {Assessment} assessment
 * @param {Role} role
 * @returns {Assessment}
 */
export const withNewResponse = (assessment, role) => ({
  ...assessment,
  file: { ...assessment.file, responses: [...assessment.file.responses, { role, answers: {}, gap: {} }] },
  sources: [...assessment.sources, ""],
  own: assessment.file.responses.length,
});

/**
 * Return the assessment with the responses of another file, and how many of them were there already. Of the profile
 * the value that was given first stays, as when the scorer merges.
 * @param {Assessment} assessment
 * @param {AnswerFile} file
 * @param {string} source
 * @returns {{assessment: Assessment, added: number, known: number}}
 */
export function withResponsesOf(assessment, file, source) {
  const known = new Set(assessment.file.responses.map(fingerprint));
  const added = file.responses.filter((response) => !known.has(fingerprint(response)));
  const merged = {
    ...assessment.file,
    profile: { ...file.profile, ...assessment.file.profile },
    responses: [...assessment.file.responses, ...added],
  };
  const sources = [...assessment.sources, ...added.map(() => source)];
  return { assessment: { ...assessment, file: merged, sources }, added: added.length, known: file.responses.length - added.length };
}

/** @param {Response} response */
const fingerprint = ({ role, answers, gap }) => JSON.stringify([role, sorted(answers), sorted(gap)]);

/** @param {Record<string, object> | undefined} entries */
const sorted = (entries) =>
  Object.entries(entries ?? {})
    .map(([key, value]) => [key, Object.entries(value).sort()])
    .sort();

/**
 * Return the assessment without one response; the last one stays.
 * @param {Assessment} assessment
 * @param {number} place
 * @returns {Assessment}
 */
export function withoutResponse(assessment, place) {
  const responses = assessment.file.responses.toSpliced(place, 1);
  if (!responses.length) return assessment;
  const own = assessment.own > place ? assessment.own - 1 : Math.min(assessment.own, responses.length - 1);
  return { ...assessment, file: { ...assessment.file, responses }, sources: assessment.sources.toSpliced(place, 1), own };
}

/**
 * Return the assessment with another of its responses to be answered here.
 * @param {Assessment} assessment
 * @param {number} own
 * @returns {Assessment}
 */
export const withOwn = (assessment, own) => ({ ...assessment, own });

/**
 * Return the answer file to download: all responses, or the own one alone.
 * @param {Assessment} assessment
 * @param {{ownOnly?: boolean}} [choice]
 * @returns {AnswerFile}
 */
export const fileOf = (assessment, { ownOnly = false } = {}) =>
  withoutEmpty({ ...assessment.file, responses: ownOnly ? [ownResponse(assessment)] : assessment.file.responses });

/**
 * Return how many answers and ratings of all responses there are.
 * @param {Assessment} assessment
 */
export const totalAnswers = (assessment) =>
  assessment.file.responses.reduce((sum, response) => sum + countAnswers(response), 0);

/**
 * Return the assessment as it is once its file is downloaded.
 * @param {Assessment} assessment
 * @returns {Assessment}
 */
export const asDownloaded = (assessment) => ({ ...assessment, downloaded: totalAnswers(assessment) });

/**
 * Tell whether it is time to remind the visitor of the download.
 * @param {Assessment} assessment
 */
export const isDownloadDue = (assessment) => totalAnswers(assessment) - assessment.downloaded >= REMIND_AFTER;

/**
 * Return what is wrong with a record of the device; nothing where it can be used. A file of another version of the
 * same model is in order: it can be carried over.
 * @param {unknown} record
 * @param {FormModel} model
 */
export function recordFaults(record, model) {
  const found = /** @type {Partial<Assessment> | null} */ (record);
  if (!hasShape(found)) return [{ place: "(whole file)", code: "not-an-object", values: {} }];
  const faults = checkFile(found.file, model).filter(({ code }) => code !== "other-model" && code !== "newer-model");
  const { responses } = /** @type {AnswerFile} */ (found.file);
  return !faults.length && !Array.isArray(responses) ? [{ place: "responses", code: "not-a-list", values: {} }] : faults;
}

/**
 * @param {Partial<Assessment> | null} record
 * @returns {record is Assessment}
 */
const hasShape = (record) =>
  typeof record === "object" &&
  record !== null &&
  typeof record.id === "string" &&
  typeof record.name === "string" &&
  !Number.isNaN(Date.parse(record.changed ?? "")) &&
  Number.isInteger(record.revision) &&
  Number.isInteger(record.own) &&
  Array.isArray(record.plan) &&
  Array.isArray(record.sources) &&
  Boolean(record.file?.responses?.[record.own ?? -1]);

/**
 * Return answers of the own response by indicator.
 * @param {Assessment} assessment
 */
export const ownAnswers = (assessment) => answersOf(ownResponse(assessment));
