// Copies a text, or says how to do it by hand where the browser does not allow it.
import { button, fill, h, setText } from "./dom.js";

/**
 * Return a button that copies what `text` gives, a place that says whether it did, and the text itself where it did not.
 * @param {{id: string, label: string, text: () => string, t: (key: string) => string}} parts
 */
export function copyButton({ id, label, text, t }) {
  const said = h("span", { role: "status", class: "vw-small" });
  const byHand = h("div", {});
  const copied = () => (fill(byHand), setText(said, t("selection-copied")));
  const refused = () => {
    const field = h("textarea", { readonly: true, rows: 4, dir: "ltr", "aria-label": label, value: text() });
    fill(byHand, field);
    field.select();
    setText(said, t("selection-copy-by-hand"));
  };
  const copy = () => {
    setText(said, "");
    return navigator.clipboard?.writeText(text()).then(copied, refused) ?? refused();
  };
  return h("div", { class: "vc-copy" }, button(label, () => void copy(), { id }), said, byHand);
}
