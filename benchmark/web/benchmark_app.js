// The benchmark as the visitor meets it: device, questionnaire, scorer and results, and which view is shown.
import { fileOf, recordFaults } from "./assessments.js";
import { filesPage, isHandedOut } from "./files.js";
import { formPage } from "./form.js";
import { gapPage } from "./gap.js";
import { newId } from "./ids.js";
import { listPage } from "./list.js";
import { migrationPage } from "./migration.js";
import { profilePage } from "./profile.js";
import { resultsPage, sharedPage } from "./results_page.js";
import { hashOf, routeOf } from "./routes.js";
import { createScorer } from "./scorer.js";
import { Scoring } from "./scoring.js";
import { Session } from "./session.js";
import { Shell } from "./shell.js";
import { standingPage } from "./standing.js";
/** @import {App, Assessment, FormModel, FormTexts, Page, Route} from "./form_types.js" */
/** @import {Practices} from "./view_types.js" */
/** @import {Storage} from "./storage.js" */
/** @import {Translate} from "./strings.js" */

/**
 * @typedef {object} Parts
 * @property {Translate} t
 * @property {App["format"]} format
 * @property {FormTexts} texts
 * @property {FormModel} model
 * @property {Storage} storage
 * @property {string} lang
 * @property {string} home
 * @property {{worker: string, runtime: string, model: string}} addresses
 * @property {() => Promise<Practices>} practices
 * @property {() => Promise<void>} forgetService  removes what the service worker keeps
 */

/** @implements {App} */
export class BenchmarkApp {
  /** @type {Page | null} */
  #page = null;
  /** @type {Route} */
  #route = { name: "list" };
  #turn = 0;
  #scoring;
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
    const { t, storage, addresses } = parts;
    this.t = t;
    this.format = parts.format;
    this.texts = parts.texts;
    this.model = parts.model;
    this.storage = storage;
    this.lang = parts.lang;
    this.home = parts.home;
    this.scorer = createScorer({
      workerUrl: addresses.worker,
      runtimeUrl: addresses.runtime,
      modelUrl: addresses.model,
      onState: (state, step) => this.#hearScorer(state, step),
    });
    this.#scoring = new Scoring(this.scorer, () => this.#update());
    this.session = new Session({
      storage,
      newId,
      copyName: (name) => t("copy-of", { name }),
      onChange: () => this.#changed(),
      onStatus: (status) => (this.shell?.showStatus(status), this.#guard()),
      onCopy: (copy) => void this.#goOnWith(copy),
      onElsewhere: (id) => void this.#reload(id),
    });
    /** @type {Shell} */
    this.shell = new Shell(this);
  }

  /** @returns {Promise<Practices>} */
  practices() {
    return this.#parts.practices();
  }

  /** What the scorer gave for the answers as they are. */
  scored() {
    return this.#scoring.outcome;
  }

  /** @param {string} text */
  announce(text) {
    this.shell.say(text);
  }

  /**
   * Go to a view, as when the visitor follows a link.
   * @param {Route} route
   */
  async go(route) {
    if (location.hash !== hashOf(route)) history.pushState(null, "", hashOf(route));
    await this.show(route);
  }

  /** Show what the address says; what is no address of ours changes nothing, and at first leads to the list. */
  async follow({ focus = true } = {}) {
    const route = routeOf(location.hash) ?? (this.#page ? null : /** @type {Route} */ ({ name: "list" }));
    if (route) await this.show(route, { focus });
  }

  /**
   * Show a view; the latest call counts.
   * @param {Route} route
   * @param {{focus?: boolean}} [options]
   */
  async show(route, { focus = true } = {}) {
    const turn = (this.#turn += 1);
    await this.session.flush();
    this.shell.say("");
    const found = await this.#pageOf(route);
    if (turn !== this.#turn) return;
    if (!found) return this.#showMissing();
    [this.#page, this.#route] = [found.page, route];
    this.shell.show(found.page, found.assessment, route);
    if (focus) this.shell.focus();
    document.documentElement.classList.toggle("vb-open", route.name !== "list");
  }

  /** Draw the view again; the focus stays where it is. */
  redraw() {
    void this.#redraw();
  }

  async #redraw() {
    const focused = /** @type {HTMLInputElement | null} */ (document.activeElement);
    const [id, at] = [focused?.id, focused?.selectionStart ?? null];
    await this.show(this.#route, { focus: !id });
    const again = /** @type {HTMLInputElement | null} */ (id ? document.getElementById(id) : null);
    again?.focus();
    if (again && at !== null) again.setSelectionRange?.(at, at);
    else if (!again) this.shell.focus();
  }

  async #showMissing() {
    await this.go({ name: "list" });
    this.announce(this.t("not-here"));
  }

  /**
   * Return the page of a route, and the assessment it belongs to; nothing for an assessment that is not here.
   * @param {Route} route
   * @returns {Promise<{page: Page, assessment: Assessment | null} | null>}
   */
  async #pageOf(route) {
    if (route.name !== "assessment") this.session.close();
    if (route.name === "list") return { page: await listPage(this), assessment: null };
    if (route.name === "share") return { page: await sharedPage(this, route.code), assessment: null };
    const assessment = await this.#open(route.id);
    if (!assessment) return null;
    if (assessment.file.model !== this.model.id) return { page: migrationPage(this, assessment), assessment: null };
    return { page: await this.#view(assessment, route), assessment };
  }

  /**
   * @param {Assessment} assessment
   * @param {Extract<Route, {name: "assessment"}>} route
   * @returns {Page | Promise<Page>}
   */
  #view(assessment, route) {
    switch (route.view) {
      case "overview":
        return standingPage(this, assessment);
      case "profile":
        return profilePage(this);
      case "form":
        return formPage(this, assessment, route);
      case "gap":
        return gapPage(this);
      case "results":
        return resultsPage(this);
      case "files":
        return filesPage(this, assessment);
    }
  }

  /**
   * Open an assessment of this device; null where there is none, or none that can be used.
   * @param {string} id
   * @returns {Promise<Assessment | null>}
   */
  async #open(id) {
    if (this.session.current?.id === id) return this.session.current;
    const record = await this.storage.get(id).catch(() => undefined);
    if (!record || recordFaults(record, this.model).length) return null;
    if (record.file.model !== this.model.id) return record;
    this.session.open(record);
    this.#scoring.forget();
    this.#scoring.want(fileOf(record));
    return record;
  }

  #changed() {
    const { current } = this.session;
    if (current) this.#scoring.want(fileOf(current));
    this.shell.update();
    this.#page?.update?.();
    this.#guard();
  }

  #update() {
    this.#page?.update?.();
  }

  /**
   * @param {import("./scorer.js").State} state
   * @param {string} step
   */
  #hearScorer(state, step) {
    this.shell.showScorer(state, step);
    const { current } = this.session;
    if (state === "ready" && current) this.#scoring.want(fileOf(current));
    else void this.#scoring.ask();
  }

  /** Another tab has written too: go on with a copy, under its own address. @param {Assessment} copy */
  async #goOnWith(copy) {
    if (this.#route.name !== "assessment") return;
    this.#route = { ...this.#route, id: copy.id };
    history.replaceState(null, "", hashOf(this.#route));
    await this.#redraw();
    this.announce(this.t("changed-in-both", { name: copy.name }));
  }

  /** Another tab has written or removed what is open here. @param {string} id */
  async #reload(id) {
    this.session.close();
    const found = await this.storage.get(id).catch(() => undefined);
    await (found ? this.#redraw() : this.go({ name: "list" }));
    this.announce(this.t(found ? "changed-elsewhere" : "removed-elsewhere"));
  }

  /** @param {Assessment} assessment */
  async keep(assessment) {
    await this.storage.write(assessment, 0).catch(() => this.announce(this.t("kept-full")));
    this.#guard();
  }

  /** @param {string} id */
  async discard(id) {
    if (this.session.current?.id === id) this.session.close();
    await this.storage.remove(id).catch(() => {});
    this.#guard();
  }

  async forgetAll() {
    this.session.close();
    await Promise.allSettled([this.storage.removeAll(), this.#parts.forgetService()]);
    this.#guard();
  }

  /** Warn before the page is left only while it alone has answers. */
  #guard() {
    const unsafe = this.storage.unwritten().some((record) => !isHandedOut(/** @type {Assessment} */ (record)));
    if (unsafe) addEventListener("beforeunload", warn);
    else removeEventListener("beforeunload", warn);
  }
}

/** @param {Event} event */
const warn = (event) => event.preventDefault();
