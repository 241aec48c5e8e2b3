// Addresses, language, light and dark.

const VIEWS = {
  overview: () => {},
  notices: () => {},
  years: () => {},
  notice: (view, number, metric) => showNotice(view, Number(number), metric),
  metrics: (view) => showMetrics(view),
  findings: (view, rule) => showFindings(view, rule),
  duplicates: (view) => showDuplicates(view),
  indicators: (view, key) => showIndicators(view, key),
};

/** Shows what the address names: `#/notice/3/m17`. */
async function route() {
  const [name, ...rest] = location.hash.replace(/^#\/?/, "").split("/").map(decoded);
  const known = Object.hasOwn(VIEWS, name) ? name : "overview";
  const view = document.getElementById(`view-${known}`);
  for (const other of document.querySelectorAll(".view")) other.hidden = other !== view;
  for (const link of document.querySelectorAll(".views a")) {
    const here = link.dataset.view === (known === "notice" ? "notices" : known);
    if (here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  hideCard();
  scrollTo(0, 0);
  try {
    await VIEWS[known](view, ...rest);
  } catch (error) {
    view.replaceChildren(el("p", { class: "failed", role: "alert" }, error.message));
  }
  document.body.dataset.ready = location.hash;
}

function decoded(words) {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}

/** What the reader chose stays chosen, where the browser keeps such things for pages from the disk. */
function remembered(key, value) {
  try {
    if (value !== undefined) localStorage.setItem(`zhenggai-${key}`, value);
    return localStorage.getItem(`zhenggai-${key}`);
  } catch {
    return null;
  }
}

function speak(language) {
  const root = document.documentElement;
  root.dataset.ui = language;
  root.lang = language === "en" ? "en" : "zh-CN";
  const button = document.getElementById("ui-lang");
  [button.textContent, button.lang] = language === "en" ? ["中文", "zh"] : ["English", "en"];
  for (const named of document.querySelectorAll("[data-label-zh]")) {
    named.setAttribute("aria-label", named.dataset[language === "en" ? "labelEn" : "labelZh"]);
  }
  const find = document.getElementById("find-notice");
  find.placeholder = find.getAttribute("aria-label");
}

function shade(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
}

document.getElementById("ui-lang").addEventListener("click", () => {
  const language = document.documentElement.dataset.ui === "en" ? "zh" : "en";
  remembered("lang", language);
  speak(language);
  route();
});

document.getElementById("ui-theme").addEventListener("click", () => {
  const now = document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const next = now === "dark" ? "light" : "dark";
  remembered("theme", next);
  shade(next);
});

document.getElementById("find-notice").addEventListener("input", pausing((event) => {
  narrow(document.getElementById("table-notices"), event.target.value);
}));

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, select, textarea");
  if (event.key === "Escape") hideCard();
  if (event.key === "/" && !typing) {
    document.querySelector(".view:not([hidden]) input[type=search]")?.focus();
    event.preventDefault();
  }
});

addEventListener("hashchange", route);
addEventListener("scroll", hideCard, { passive: true });
addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("table.sortable").forEach(sortable);
  route();
});
speak(remembered("lang") || document.documentElement.dataset.ui);
shade(remembered("theme"));
