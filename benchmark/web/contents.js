// The way to each section of the results. The address stays as it is: its fragment may be a share code.
import { button, h } from "./dom.js";

/**
 * Return the list of the sections that are on the page.
 * @param {HTMLElement} page
 */
export const contents = (page) =>
  h("ul", {}, ...Array.from(page.querySelectorAll("h3"), (heading) => h("li", {}, way(heading))));

/** @param {HTMLElement} heading */
const way = (heading) =>
  button(heading.textContent ?? "", () => goTo(heading.id), { class: "vr-link", id: `${heading.id}-way` });

/**
 * Go to a heading; it is looked up when it is needed, since its section may have been drawn again.
 * @param {string} id
 */
function goTo(id) {
  const heading = document.getElementById(id);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}
