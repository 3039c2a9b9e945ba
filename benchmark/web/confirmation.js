// Asks before something is removed: a dialog of the page, which holds the focus and closes with Escape.
import { button, h } from "./dom.js";

/**
 * Return whether the visitor says yes.
 * @param {{title: string, text: string, yes: string, no: string}} words
 * @returns {Promise<boolean>}
 */
export function confirmed({ title, text, yes, no }) {
  const dialog = h(
    "dialog",
    { class: "vb-dialog", "aria-labelledby": "vb-dialog-title", "aria-describedby": "vb-dialog-text" },
    h("h2", { id: "vb-dialog-title" }, title),
    h("p", { id: "vb-dialog-text" }, text),
    h(
      "p",
      { class: "vb-actions" },
      button(no, () => dialog.close(""), { autofocus: true }),
      button(yes, () => dialog.close("yes"), { class: "vw-button vb-button--danger" }),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    }),
  );
}
