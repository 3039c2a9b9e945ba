// What the part of the address after # says: which assessment is open, and which view of it.
/** @import {Route, View} from "./form_types.js" */

/** @type {View[]} */
export const VIEWS = ["overview", "profile", "form", "gap", "results", "files"];

/**
 * Return the route of a hash; null for a hash that is no route, such as the target of a link inside the page.
 * @param {string} hash
 * @returns {Route | null}
 */
export function routeOf(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  if (hash.replace(/^#/, "") === "" || parts.has("list")) return { name: "list" };
  if (parts.has("s")) return { name: "share", code: parts.get("s") ?? "" };
  const id = parts.get("a");
  if (!id) return null;
  const view = /** @type {View} */ (parts.get("v"));
  return {
    name: "assessment",
    id,
    view: VIEWS.includes(view) ? view : "overview",
    ...(parts.get("d") ? { dimension: parts.get("d") ?? "" } : {}),
    ...(parts.get("i") ? { indicator: parts.get("i") ?? "" } : {}),
  };
}

/**
 * Return the hash of a route.
 * @param {Route} route
 */
export function hashOf(route) {
  if (route.name === "list") return "#list";
  if (route.name === "share") return `#s=${route.code}`;
  const { id, view, dimension, indicator } = route;
  const parts = { a: id, v: view, ...(dimension ? { d: dimension } : {}), ...(indicator ? { i: indicator } : {}) };
  return `#${new URLSearchParams(parts)}`;
}
