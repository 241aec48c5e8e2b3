// A long list as a table: searched, filtered, sorted, a page at a time.

const PAGE = 100;

/**
 * Fills `view` with a heading and the table of `all`. `shape` holds
 * - `id`, `title`, `hint`: of the table;
 * - `columns()`: name, `sort` (what is sorted by), `show` (what is shown), `class`, and `head` for the column that names a row;
 * - `filters`: key, name, `[value, words]` of its options, `value` of an entry, and the option chosen at first;
 * - `words`: the words of an entry that are searched;
 * - `counted`: how many entries, in words.
 */
function pagedTable(view, all, shape) {
  const state = { words: "", chosen: {}, by: null, descending: false, page: 0 };
  for (const filter of shape.filters) state.chosen[filter.key] = filter.chosen || "";
  const parts = { head: el("tr"), body: el("tbody"), count: el("p", { class: "count", role: "status" }), pager: el("div", { class: "pager" }) };
  const draw = () => drawPage(state, all, shape, parts, draw);
  const change = (update) => {
    update();
    state.page = 0;
    draw();
  };
  const search = el("input", { type: "search", "aria-label": t("查找", "Search"), placeholder: shape.placeholder,
    oninput: pausing((event) => change(() => (state.words = event.target.value))) });
  const filter = ({ key, name, options }) => el("label", null, el("span", null, name),
    el("select", { "data-filter": key, onchange: (event) => change(() => (state.chosen[key] = event.target.value)) },
      el("option", { value: "" }, t("全部", "all")),
      ...options.map(([value, words]) => el("option", { value, selected: String(value) === state.chosen[key] }, shown(words)))));
  view.replaceChildren(
    el("h1", null, shape.title), shape.hint && el("p", { class: "hint" }, shape.hint),
    el("div", { class: "filters", role: "search" }, search, ...shape.filters.map(filter)),
    parts.count,
    el("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": shape.title },
      el("table", { class: "data", id: shape.id }, el("thead", null, parts.head), parts.body)),
    parts.pager);
  draw();
}

function found(state, all, shape) {
  const words = state.words.toLowerCase().split(/\s+/).filter(Boolean);
  const filters = shape.filters.filter(({ key }) => state.chosen[key]);
  return all.filter((entry) => filters.every(({ key, value }) => String(value(entry)) === state.chosen[key])
    && (!words.length || holds(shape.words(entry), words)));
}

function holds(text, words) {
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
}

function drawPage(state, all, shape, parts, draw) {
  const columns = shape.columns();
  const list = found(state, all, shape);
  if (state.by !== null) {
    const key = columns[state.by].sort;
    list.sort((a, b) => compare(key(a), key(b), state.descending));
  }
  const pages = Math.max(1, Math.ceil(list.length / PAGE));
  const rows = list.slice(state.page * PAGE, (state.page + 1) * PAGE);
  const cell = (column, entry) => el(column.head ? "th" : "td", { scope: column.head ? "row" : null, class: column.class }, column.show(entry));
  parts.head.replaceChildren(...columns.map((column, at) => sortHeading(column, at, state, parts, draw)));
  parts.body.replaceChildren(...rows.map((entry) => el("tr", null, ...columns.map((column) => cell(column, entry)))));
  parts.count.textContent = shape.counted(number(list.length)) + (list.length < all.length ? ` / ${number(all.length)}` : "");
  const turn = (words, by) => el("button", { type: "button", disabled: state.page + by < 0 || state.page + by >= pages, onclick: () => {
    state.page += by;
    draw();
    parts.count.scrollIntoView({ block: "center" });
  } }, words);
  parts.pager.replaceChildren(...(pages === 1 ? [] : [
    turn(t("← 上一页", "← Previous"), -1), el("span", null, `${state.page + 1} / ${pages}`), turn(t("下一页 →", "Next →"), 1)]));
}

function sortHeading(column, at, state, parts, draw) {
  const sorted = state.by === at ? (state.descending ? "descending" : "ascending") : null;
  const sort = () => {
    state.descending = state.by === at ? !state.descending : column.class === "num";
    state.by = at;
    state.page = 0;
    draw();
    parts.head.cells[at].querySelector("button").focus();
  };
  return el("th", { scope: "col", class: column.class, "aria-sort": sorted }, el("button", { type: "button", class: "sort", onclick: sort }, column.name));
}

/** The values with how often each stands there, the most frequent first. */
function frequent(values) {
  const counts = new Map();
  for (const value of values) if (value !== null && value !== undefined && value !== "") counts.set(value, (counts.get(value) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 300);
}

/** The filters by year and by body that every table of notices' contents has. */
function noticeFilters(list) {
  const years = frequent(list.map((notice) => notice.year)).sort((a, b) => a[0] - b[0]);
  return [
    { key: "year", name: t("年份", "Year"), options: years.map(([year]) => [year, String(year)]), value: (entry) => list[entry.n].year },
    { key: "body", name: t("单位", "Body"), options: frequent(list.map((notice) => notice.body)).map(([body]) => [body, body]), value: (entry) => list[entry.n].body },
  ];
}

/** The columns that say which notice. */
function noticeColumns(list) {
  return [
    { name: t("单位", "Body"), sort: (entry) => list[entry.n].body, show: (entry) => bdi(list[entry.n].body || title(list[entry.n])) },
    { name: t("年份", "Year"), sort: (entry) => list[entry.n].year, show: (entry) => list[entry.n].year ?? "", class: "num" },
  ];
}
