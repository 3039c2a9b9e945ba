// What the answers alone say while there is no score: why there is none, how many answers, which levels were chosen.
import { fold, paragraph, section, table } from "./blocks.js";
import { dimensionName, indicatorName, roleName } from "./figures.js";
import { faultList } from "./comparison.js";
import { indicatorsOf } from "./missing_answers.js";
/** @import {Answer, AnswerFile, Fault, Model, Role, Words} from "./view_types.js" */

const ID = "result-answers";

/**
 * Return, per dimension, how many indicators that a role is asked have an answer from at least one of its respondents.
 * @param {Model} model
 * @param {AnswerFile} file
 * @returns {{id: string, counts: {role: Role, answered: number, asked: number}[]}[]}
 */
export function answerCounts(model, file) {
  const roles = rolesOf(model, file);
  return model.dimensions.map(({ id }) => {
    const indicators = indicatorsOf(model, file.form).filter((item) => item.dimension === id);
    const askedOf = (/** @type {Role} */ role) => indicators.filter((item) => item.roles.includes(role));
    return { id, counts: roles.map((role) => count(file, role, askedOf(role))) };
  });
}

/**
 * @param {Model} model
 * @param {AnswerFile} file
 */
const rolesOf = ({ roles }, { responses }) => roles.filter((role) => responses.some((item) => item.role === role));

/**
 * @param {AnswerFile} file
 * @param {Role} role
 * @param {{id: string}[]} asked
 */
const count = (file, role, asked) => ({
  role,
  asked: asked.length,
  answered: asked.filter(({ id }) => answersOf(file, role, id).some((answer) => !answer.missing)).length,
});

/**
 * @param {AnswerFile} file
 * @param {Role} role
 * @param {string} id
 * @returns {Answer[]}
 */
const answersOf = (file, role, id) =>
  file.responses.filter((response) => response.role === role).flatMap(({ answers }) => answers?.[id] ?? []);

/**
 * Return the section shown while there is no score.
 * @param {Words} words
 * @param {AnswerFile} file
 * @param {{faults: Fault[]} | {state: string}} outcome
 */
export function answersOnly(words, file, outcome) {
  const state = (/** @type {string} */ code) => paragraph(words.t(`no-score-${code}`), { role: "status" });
  return section(
    ID,
    words.t("answers-title"),
    "faults" in outcome ? faultList(words, outcome) : state(outcome.state),
    countTable(words, file),
    fold(`${ID}-levels`, words.t("answers-levels"), () => [levelTable(words, file)]),
  );
}

/**
 * @param {Words} words
 * @param {AnswerFile} file
 */
const countTable = (words, file) =>
  table({
    caption: words.t("answers-caption"),
    head: [words.t("column-dimension"), ...rolesOf(words.model, file).map((role) => roleName(words, role))],
    rows: answerCounts(words.model, file).map(({ id, counts }) => [
      dimensionName(words, id),
      ...counts.map(({ answered, asked }) => words.t("answers-count", { answered, asked })),
    ]),
  });

/**
 * @param {Words} words
 * @param {AnswerFile} file
 */
function levelTable(words, file) {
  const roles = rolesOf(words.model, file);
  return table({
    caption: words.t("answers-levels"),
    head: [words.t("column-indicator"), ...roles.map((role) => roleName(words, role))],
    rows: indicatorsOf(words.model, file.form).map(({ id }) => [
      indicatorName(words, id),
      ...roles.map((role) => answersOf(file, role, id).map((answer) => answerWords(words, answer)).join(", ") || "–"),
    ]),
  });
}

/**
 * @param {Words} words
 * @param {Answer} answer
 */
const answerWords = ({ t }, { level, na }) =>
  level === undefined ? t(na === undefined ? "state-missing" : "state-na") : String(level);
