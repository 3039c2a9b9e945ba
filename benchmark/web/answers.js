// Answer files `vetwork-answers/1` as values: how they begin, what an answer is, and how they become text.
/** @import {Answer, AnswerFile, Response, Role} from "./view_types.js" */

export const FORMAT = "vetwork-answers/1";

/** Limits of the format, in characters. */
export const REASON_LENGTH = 500;
export const EVIDENCE_LENGTH = 2000;

/**
 * What the controls of a question hold.
 * @typedef {{choice: string, reason: string, evidence: string, target: string}} Controls
 */

/**
 * Return an answer file with one empty response.
 * @param {{model: string, form: "full" | "short", lang: string, role: Role}} start
 * @returns {AnswerFile}
 */
export const newFile = ({ model, form, lang, role }) => ({
  format: FORMAT,
  model,
  form,
  lang,
  profile: {},
  responses: [{ role, answers: {}, gap: {} }],
});

/**
 * Return the answers of a response by indicator.
 * @param {Response} response
 * @returns {Record<string, Answer>}
 */
export const answersOf = (response) => response.answers ?? {};

/**
 * Return the answer that the controls of a question say; null where they say none. "Does not apply" counts once it has
 * a reason.
 * @param {Controls} controls
 * @returns {Answer | null}
 */
export function answerOf({ choice, reason, evidence, target }) {
  if (choice === "na") return reason.trim() ? { na: reason.trim() } : null;
  const more = {
    ...(evidence.trim() ? { evidence: evidence.trim() } : {}),
    ...(target === "" ? {} : { target: Number(target) }),
  };
  if (choice === "missing") return { missing: true, ...more };
  if (choice !== "") return { level: Number(choice), ...more };
  return Object.keys(more).length ? { missing: true, ...more } : null;
}

/**
 * Return what the controls of a question hold for an answer.
 * @param {Answer | undefined} answer
 * @returns {Controls}
 */
export const controlsOf = (answer) => ({
  choice: choiceOf(answer),
  reason: answer?.na ?? "",
  evidence: answer?.evidence ?? "",
  target: answer?.target === undefined ? "" : String(answer.target),
});

/** @param {Answer | undefined} answer */
function choiceOf(answer) {
  if (answer?.level !== undefined) return String(answer.level);
  if (answer?.na !== undefined) return "na";
  return answer?.missing ? "missing" : "";
}

/**
 * Return how far an indicator is: `answered` (a level, or does not apply), `unknown` (don't know), or `open`.
 * @param {Answer | undefined} answer
 * @returns {"answered" | "unknown" | "open"}
 */
export function stateOf(answer) {
  if (answer?.level !== undefined || answer?.na !== undefined) return "answered";
  return answer?.missing ? "unknown" : "open";
}

/**
 * Return how many answers and ratings a response has.
 * @param {Response} response
 */
export const countAnswers = ({ answers = {}, gap = {} }) =>
  Object.keys(answers).length + Object.values(gap).reduce((sum, rating) => sum + Object.keys(rating).length, 0);

/**
 * Return the file without empty objects.
 * @param {AnswerFile} file
 * @returns {AnswerFile}
 */
export function withoutEmpty({ profile, responses, ...head }) {
  return {
    ...head,
    ...(profile && Object.keys(profile).length ? { profile } : {}),
    responses: responses.map(({ role, answers = {}, gap = {} }) => ({
      role,
      ...(Object.keys(answers).length ? { answers } : {}),
      ...(Object.keys(gap).length ? { gap } : {}),
    })),
  };
}

/**
 * Return the text of an answer file.
 * @param {AnswerFile} file
 */
export const asText = (file) => `${JSON.stringify(file, null, 2)}\n`;

/**
 * Return a name for the file to download: the visitor's own name of it stays on the device.
 * @param {AnswerFile} file
 * @param {string} day  such as 2026-01-31
 */
export function fileName(file, day) {
  const roles = [...new Set(file.responses.map((response) => response.role))];
  return `${[file.model.split("/")[0], ...roles, day].join("-")}.json`;
}
