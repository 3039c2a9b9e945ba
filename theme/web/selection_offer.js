// Practices from a link that somebody shared: shown first, added only when the visitor says so.
import { button, fill, h } from "./dom.js";
import { ownLanguage } from "./practice_words.js";

/** @import { Parts } from "./explore_types.d.ts" */
/** @import { Asked } from "./practice_query.js" */

/**
 * Show what a link names, and offer what the selection lacks.
 * @param {HTMLElement} place
 * @param {Parts} parts
 * @param {{asked: Asked, selected: string[], add: (slugs: string[]) => void, refuse: () => void}} offer
 */
export function showOffer(place, { t, number, home, lang }, { asked, selected, add, refuse }) {
  const { practices, unknown } = asked;
  const fresh = practices.filter(({ slug }) => !selected.includes(slug)).map(({ slug }) => slug);
  place.hidden = practices.length + unknown.length === 0;
  if (place.hidden) return fill(place);
  const items = practices.map(({ slug, title, address, ...own }) => {
    return h("li", {}, h("a", { href: home + address, ...ownLanguage(own, lang) }, title), !fresh.includes(slug) && ` (${t("selection-there")})`);
  });
  return fill(
    place,
    h("h2", { id: "vc-offer" }, t("selection-offer")),
    h("p", {}, t(fresh.length ? "selection-offer-text" : "selection-offer-there")),
    h("ul", {}, ...items),
    unknown.length > 0 && h("p", {}, t("compare-unknown")),
    unknown.length > 0 && h("ul", {}, ...unknown.map((slug) => h("li", {}, h("bdi", {}, slug)))),
    h(
      "p",
      { class: "vc-row" },
      fresh.length > 0 && button(t("selection-offer-add", { n: number(fresh.length) }), () => add(fresh)),
      button(t(fresh.length ? "selection-offer-refuse" : "selection-offer-close"), refuse),
    ),
  );
}
