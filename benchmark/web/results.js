// The results, live while people answer: disagreement first, then the score, why, and what to do next.
import { agenda } from "./agenda.js";
import { answersOnly } from "./answers_only.js";
import { list, openFold, paragraph } from "./blocks.js";
import { ComparisonSection } from "./comparison.js";
import { contents } from "./contents.js";
import { dimensionsChart } from "./dimensions_chart.js";
import { disagreement } from "./disagreement.js";
import { fill, h } from "./dom.js";
import { roleName } from "./figures.js";
import { gapChart } from "./gap_chart.js";
import { hints } from "./hints.js";
import { overview } from "./overview.js";
import { Plan } from "./plan.js";
import { readings } from "./readings.js";
import { reasons } from "./reasons.js";
import { ShareSection } from "./share.js";
import { StampSection, stampLine } from "./stamp.js";
import { steps } from "./steps.js";
/** @import {Assessment, Context, Faulty, LiveSection, Outcome, Practices, Result, View, Waiting} from "./view_types.js" */

/**
 * A place of the page that is drawn again only when what it is drawn from has changed: a new score must be seen at
 * once. What is open stays open, and the focus stays.
 * @param {(view: View) => HTMLElement | null} draw
 * @param {(view: View) => string} basis
 * @returns {LiveSection}
 */
function drawn(draw, basis) {
  const element = h("div", {});
  let latest = "";
  const update = (/** @type {View} */ view) => {
    const present = basis(view);
    if (present !== latest) replace(element, draw(view));
    latest = present;
  };
  return { element, update };
}

/** Results as text, made once for all that is drawn from them. @type {WeakMap<Result, string>} */
const written = new WeakMap();

/**
 * The result but for its gap module and its further readings.
 * @param {View} view
 */
function ratings({ outcome: { result } }) {
  const { gap: _, tags: __, ...rest } = result;
  const text = written.get(result) ?? JSON.stringify(rest);
  written.set(result, text);
  return text;
}

/**
 * What next steps are drawn from.
 * @param {View} view
 */
const advice = ({ outcome, content, assessment }) =>
  JSON.stringify([outcome.advice.map(({ priority: _, ...step }) => step), content?.vocabularies, assessment.file.profile]);

/**
 * @param {HTMLElement} place
 * @param {HTMLElement | null} content
 */
function replace(place, content) {
  const open = Array.from(place.querySelectorAll("details[open]"), ({ id }) => id);
  const focused = place.contains(document.activeElement) ? document.activeElement?.id : "";
  fill(place, content);
  for (const part of place.querySelectorAll("details")) if (open.includes(part.id)) openFold(part);
  if (focused) /** @type {HTMLElement | null} */ (place.querySelector(`#${CSS.escape(focused)}`))?.focus();
}

/**
 * Return the results: their element, and what to call when the outcome or the assessment changed.
 * @param {Context} context
 */
export function createResults(context) {
  const element = h("div", { class: "vr" });
  const sections = allSections();
  const overviewOfAll = h("nav", { class: "vr-contents", "aria-label": context.t("contents-title") });
  /** @type {Practices | null} */
  let content = null;
  let asked = false;
  let listed = "";
  let latest = () => {};

  const arrange = () => {
    const [first, ...others] = sections.map((section) => section.element);
    fill(element, first, overviewOfAll, ...others);
  };
  const show = (/** @type {Outcome} */ outcome, /** @type {Assessment} */ assessment) => {
    const view = viewOf(context, outcome, assessment, content);
    if (!element.contains(overviewOfAll)) arrange();
    for (const section of sections) section.update(view);
    const titles = Array.from(element.querySelectorAll("h3"), ({ textContent }) => textContent).join("\n");
    if (titles !== listed) fill(overviewOfAll, contents(element));
    listed = titles;
  };
  const askForPractices = () => {
    if (asked) return;
    asked = true;
    const arrived = (/** @type {Practices} */ found) => ((content = found), latest());
    context.practices().then(arrived, () => arrived({ practices: [], guidelines: [], vocabularies: {} }));
  };
  const update = (/** @type {Outcome | Faulty | Waiting} */ outcome, /** @type {Assessment} */ assessment) => {
    latest = () => {
      if ("result" in outcome) show(outcome, assessment);
      else fill(element, answersOnly(context, assessment.file, outcome));
    };
    latest();
    if ("result" in outcome) askForPractices();
  };
  openForPrint(element);
  return { element, update };
}

/** @returns {LiveSection[]} */
function allSections() {
  const plan = new Plan();
  return [
    drawn(head, (view) => JSON.stringify([view.assessment.name, view.outcome.stamp]) + ratings(view)),
    drawn(disagreement, ratings),
    drawn(overview, ratings),
    drawn(dimensionsChart, ratings),
    drawn(reasons, ratings),
    drawn(gapChart, ({ outcome }) => JSON.stringify(outcome.result.gap)),
    drawn(readings, ({ outcome }) => JSON.stringify(outcome.result.tags)),
    drawn((view) => steps(view, (step, what) => plan.add(step.indicator, what)), advice),
    plan,
    drawn(agenda, ({ outcome }) => JSON.stringify([outcome.agenda, outcome.advice.map((step) => step.indicator)])),
    new ComparisonSection(),
    drawn(hints, ({ outcome }) => JSON.stringify(outcome.hints)),
    new StampSection(),
    new ShareSection(),
  ];
}

/**
 * @param {Context} context
 * @param {Outcome} outcome
 * @param {Assessment} assessment
 * @param {Practices | null} content
 * @returns {View}
 */
const viewOf = (context, outcome, assessment, content) => ({
  ...context,
  outcome,
  assessment,
  content,
  lang: context.lang ?? document.documentElement.lang,
  home: context.home ?? "../",
  rtl: document.documentElement.dir === "rtl",
  readOnly: context.readOnly ?? false,
});

/**
 * Return the head: on paper the name, the day and the stamp; everywhere what these results are and are not.
 * @param {View} view
 */
function head(view) {
  const { assessment, outcome, t, format, readOnly } = view;
  const printed = t("report-printed", { date: format.date(new Date()) });
  const facts = [assessment.name, printed, t("report-stamp", { stamp: stampLine(outcome.stamp) })];
  return h(
    "div",
    {},
    h("div", { class: "vr-print vr-report-head" }, ...facts.filter(Boolean).map((text) => paragraph(text))),
    h("div", { class: "vr-note" }, readOnly ? paragraph(t("shared-read-only")) : null, list(kindOfResult(view))),
  );
}

/**
 * Return the sentences that say plainly what kind of result this is.
 * @param {View} view
 */
function kindOfResult(view) {
  const { form, perspective, indicators } = view.outcome.result;
  const any = Object.values(indicators).some((item) => item.state === "answered");
  const single = any ? view.t("kind-single", { role: roleName(view, perspective) }) : view.t("kind-none");
  return [perspective === "pair" ? view.t("kind-pair") : single, view.t(`kind-${form}`), view.t("kind-self")];
}

/**
 * Open everything that belongs on paper while the page is printed.
 * @param {HTMLElement} element
 */
function openForPrint(element) {
  /** @type {HTMLElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = Array.from(element.querySelectorAll(".vr-fold:not([open])"));
    opened.forEach(openFold);
  });
  addEventListener("afterprint", () => {
    for (const part of opened) part.removeAttribute("open");
  });
}
