// What stays around every view: which assessment is open and its views, messages, and the bar that says how the answers
// are kept and offers the file.
import { isDownloadDue, ownResponse, totalAnswers } from "./assessments.js";
import { button, fill, h, setText } from "./dom.js";
import { downloadAnswers } from "./files.js";
import { progress } from "./progress.js";
import { hashOf, VIEWS } from "./routes.js";
/** @import {App, Assessment, Page, Route} from "./form_types.js" */
/** @import {Status} from "./session.js" */
/** @import {State} from "./scorer.js" */

/** The frame of the page. */
export class Shell {
  #app;
  #head = h("div", { class: "vb-head" });
  #message = h("p", { class: "vb-message", role: "status" });
  #place = h("div", { class: "vb-place" });
  #kept = h("span", { class: "vb-bar__kept" });
  #done = h("span", { class: "vb-bar__done" });
  #scorer = h("p", { class: "vb-bar__scorer" });
  #offline = h("span", { class: "vb-bar__offline" });
  #bar;

  /** @param {App} app */
  constructor(app) {
    this.#app = app;
    const save = button(app.t("download"), () => downloadAnswers(app));
    const state = h("p", {}, this.#kept, this.#done, this.#offline);
    this.#bar = h("aside", { class: "vb-bar", "aria-label": app.t("bar") }, h("div", {}, state, this.#scorer), save);
    this.element = h("div", { class: "vb" }, this.#head, this.#message, this.#place, this.#bar);
  }

  /**
   * Show a page of an assessment, or one that belongs to none.
   * @param {Page} page
   * @param {Assessment | null} assessment
   * @param {Route} route
   */
  show(page, assessment, route) {
    fill(this.#head, ...(assessment && route.name === "assessment" ? this.#heading(assessment, route) : this.#wayBack(route)));
    fill(this.#place, page.element);
    this.#bar.hidden = !assessment;
    this.update();
  }

  /** Move the focus to the heading of the view, or to what a route names. */
  focus() {
    /** @type {HTMLElement | null} */ (this.#place.querySelector("h2[tabindex]"))?.focus();
  }

  /**
   * Show and say a message.
   * @param {string} text
   */
  say(text) {
    setText(this.#message, text);
  }

  /** Show how far the open assessment is. */
  update() {
    const { session, model, t } = this.#app;
    const { current } = session;
    if (!current) return;
    const { answered, total } = progress(model, current).all;
    const count = totalAnswers(current) - current.downloaded;
    setText(this.#done, ` · ${isDownloadDue(current) ? t("download-reminder", { count }) : t("answered-of", { answered, total })}`);
    this.#bar.classList.toggle("vb-bar--due", isDownloadDue(current));
  }

  /**
   * Show how the answers are kept.
   * @param {Status} status
   */
  showStatus({ code, at }) {
    const { t, format } = this.#app;
    const text = t(`kept-${code}`, { time: at ? format.time(at) : "" });
    const bad = code !== "none" && code !== "saved";
    if (bad && this.#kept.textContent !== text) this.say(text);
    setText(this.#kept, text);
    this.#bar.classList.toggle("vb-bar--bad", bad);
  }

  /**
   * Show how far the scorer is, and offer to try again where it failed.
   * @param {State} state
   * @param {string} step
   */
  showScorer(state, step) {
    const { t, scorer } = this.#app;
    const text = { idle: "", ready: "", loading: step && t(`scorer-${step}`), failed: t("scorer-failed"), unsupported: t("scorer-unsupported") }[state];
    const failed = state === "failed" && [scorer.problem && h("code", {}, scorer.problem), button(t("try-again"), () => scorer.start())];
    fill(this.#scorer, text, ...(failed || []).flatMap((part) => part && [" ", part]));
  }

  /** Say that the page works without network now. */
  showOffline() {
    setText(this.#offline, ` · ${this.#app.t("works-offline")}`);
  }

  /** @param {Route} route */
  #wayBack(route) {
    return route.name === "list" ? [] : [listLink(this.#app)];
  }

  /**
   * @param {Assessment} assessment
   * @param {Extract<Route, {name: "assessment"}>} route
   */
  #heading(assessment, route) {
    const { t, texts } = this.#app;
    const role = texts.roles[ownResponse(assessment).role];
    const link = (/** @type {typeof VIEWS[number]} */ view) => {
      const hash = hashOf({ name: "assessment", id: assessment.id, view });
      return h("li", {}, h("a", { href: hash, "aria-current": view === route.view && "page" }, t(`view-${view}`)));
    };
    return [
      listLink(this.#app),
      h("p", { class: "vb-name" }, h("strong", {}, assessment.name), ` · ${role} · ${t(`form-${assessment.file.form}`)}`),
      h("nav", { class: "vb-views", "aria-label": t("views") }, h("ul", {}, ...VIEWS.map(link))),
    ];
  }
}

/** @param {App} app */
const listLink = ({ t }) => h("p", { class: "vb-back" }, h("a", { href: hashOf({ name: "list" }) }, t("back-to-list")));
