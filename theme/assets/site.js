// Comforts on top of pages that work without them: the switch for light and dark, menus that close,
// wide tables that the keyboard can scroll, and the language that the reader chose last.

const store = {
  set(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Storage is blocked or full: the choice holds for this page only.
    }
  },
};

function prepareSchemeSwitch(button) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (document.documentElement.dataset.scheme ?? (dark.matches ? "dark" : "light")) === "dark";
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.hidden = false;
  button.addEventListener("click", () => {
    document.documentElement.dataset.scheme = isDark() ? "light" : "dark";
    store.set("vetwork-scheme", document.documentElement.dataset.scheme);
    show();
  });
  dark.addEventListener("change", show);
  show();
}

function prepareMenu(menu) {
  const narrow = matchMedia("(max-width: 60rem)");
  const fit = () => (menu.open = !narrow.matches);
  narrow.addEventListener("change", fit);
  fit();
}

function closeOnEscape(event) {
  if (event.key !== "Escape") return;
  for (const open of document.querySelectorAll(".vw-language[open], .vw-menu[open]")) {
    if (open.matches(".vw-menu") && !matchMedia("(max-width: 60rem)").matches) continue;
    open.open = false;
    if (open.contains(document.activeElement)) open.querySelector("summary").focus();
  }
}

function makeScrollable(table) {
  const frame = document.createElement("div");
  frame.className = "vw-table";
  table.before(frame);
  frame.append(table);
  new ResizeObserver(() => nameRegion(frame)).observe(frame);
  nameRegion(frame);
}

function nameRegion(frame) {
  const wide = frame.scrollWidth > frame.clientWidth;
  frame.toggleAttribute("tabindex", wide);
  if (wide) {
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", document.querySelector("main").dataset.tableRegion);
  } else {
    frame.removeAttribute("role");
    frame.removeAttribute("aria-label");
  }
}

document.querySelectorAll("[data-scheme-switch]").forEach(prepareSchemeSwitch);
document.querySelectorAll("[data-menu]").forEach(prepareMenu);
document.querySelectorAll("main table").forEach(makeScrollable);
document.addEventListener("keydown", closeOnEscape);
document.querySelectorAll("a[data-language]").forEach((link) =>
  link.addEventListener("click", () => store.set("vetwork-language", link.dataset.language)),
);
