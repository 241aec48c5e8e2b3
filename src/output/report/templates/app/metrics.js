// All metrics in one table: searched, filtered, sorted, a page at a time.

const PAGE = 100;

/** The columns: heading, what is sorted by, what is shown. */
function columns(list) {
  const of = (metric) => list[metric.n];
  return [
    { name: t("指标", "Metric"), sort: (m) => m.name, show: (m) => el("a", { href: `#/notice/${m.n}/${m.id}` }, bdi(m.name)), head: true },
    { name: t("数值", "Value"), sort: (m) => Number(m.base), show: (m) => amount(m), class: "num" },
    { name: t("类别", "Role"), sort: (m) => m.role, show: (m) => word("role", m.role) },
    { name: t("单位", "Body"), sort: (m) => of(m).body, show: (m) => bdi(of(m).body || title(of(m))) },
    { name: t("年份", "Year"), sort: (m) => of(m).year, show: (m) => of(m).year ?? "", class: "num" },
    { name: t("问题", "Problem"), sort: (m) => m.problem, show: (m) => bdi(m.problem || ""), class: "long" },
  ];
}

async function showMetrics(view) {
  const [all, list] = [await part("metrics"), notices()];
  const state = { words: "", filters: {}, by: null, descending: false, page: 0 };
  const head = el("tr");
  const body = el("tbody");
  const count = el("p", { class: "count", role: "status" });
  const pager = el("div", { class: "pager" });
  const draw = () => drawMetrics(state, all, list, { head, body, count, pager }, draw);
  const change = (update) => {
    update();
    state.page = 0;
    draw();
  };
  const search = el("input", { type: "search", "aria-label": t("查找：名称、键、单位、问题", "Search: name, key, body, problem"),
    placeholder: t("查找指标、单位、问题…", "Search metrics, bodies, problems…"),
    oninput: pausing((event) => change(() => (state.words = event.target.value))) });
  view.replaceChildren(
    el("h1", null, t("指标", "Metrics")),
    el("div", { class: "filters", role: "search" }, search, ...filters(all, list).map(([key, name, options]) => el("label", null, el("span", null, name),
      el("select", { onchange: (event) => change(() => (state.filters[key] = event.target.value)) },
        el("option", { value: "" }, t("全部", "all")), ...options.map(([value, words]) => el("option", { value }, shown(words))))))),
    count,
    el("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": t("指标表", "Table of metrics") },
      el("table", { class: "data", id: "table-metrics" }, el("thead", null, head), body)),
    pager);
  draw();
}

/** What can be filtered by: key, name, values with their words. */
function filters(all, list) {
  const tally = (values) => [...values.reduce((map, value) => map.set(value, (map.get(value) || 0) + 1), new Map())];
  const common = (values) => tally(values).filter(([value]) => value !== "" && value !== null).sort((a, b) => b[1] - a[1]).slice(0, 300);
  const years = tally(list.map((notice) => notice.year)).filter(([year]) => year).sort((a, b) => a[0] - b[0]);
  return [
    ["year", t("年份", "Year"), years.map(([year]) => [year, String(year)])],
    ["body", t("单位", "Body"), common(list.map((notice) => notice.body)).map(([body]) => [body, body])],
    ["unit", t("计量单位", "Unit"), common(all.map((metric) => metric.unit)).map(([unit, count]) => [unit, `${unit}（${count}）`])],
    ["role", t("类别", "Role"), common(all.map((metric) => metric.role)).map(([role]) => [role, word("role", role)])],
  ];
}

function matching(state, all, list) {
  const words = state.words.toLowerCase().split(/\s+/).filter(Boolean);
  const { year, body, unit, role } = state.filters;
  return all.filter((metric) => {
    const notice = list[metric.n];
    if ((year && String(notice.year) !== year) || (body && notice.body !== body)) return false;
    if ((unit && metric.unit !== unit) || (role && metric.role !== role)) return false;
    const text = `${metric.name} ${metric.key} ${notice.body || ""} ${notice.title || ""} ${metric.problem || ""} ${metric.value}${metric.unit}`.toLowerCase();
    return words.every((wanted) => text.includes(wanted));
  });
}

function drawMetrics(state, all, list, parts, draw) {
  const shape = columns(list);
  const found = matching(state, all, list);
  if (state.by !== null) {
    const key = shape[state.by].sort;
    found.sort((a, b) => compare(key(a) ?? "", key(b) ?? "", state.descending));
  }
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const rows = found.slice(state.page * PAGE, (state.page + 1) * PAGE);
  parts.head.replaceChildren(...shape.map((column, at) => heading(column, at, state, draw)));
  parts.body.replaceChildren(...rows.map((metric) => el("tr", null,
    ...shape.map((column) => el(column.head ? "th" : "td", { scope: column.head ? "row" : null, class: column.class }, column.show(metric))))));
  parts.count.textContent = t(`${number(found.length)} 项指标`, `${number(found.length)} metrics`) + (found.length < all.length ? ` / ${number(all.length)}` : "");
  const turn = (words, by) => el("button", { type: "button", disabled: state.page + by < 0 || state.page + by >= pages, onclick: () => {
    state.page += by;
    draw();
  } }, words);
  parts.pager.replaceChildren(...(pages > 1 ? [turn(t("← 上一页", "← Previous"), -1), el("span", null, `${state.page + 1} / ${pages}`), turn(t("下一页 →", "Next →"), 1)] : []));
}

function heading(column, at, state, draw) {
  const sorted = state.by === at ? (state.descending ? "descending" : "ascending") : null;
  return el("th", { scope: "col", class: column.class, "aria-sort": sorted }, el("button", { type: "button", class: "sort", onclick: () => {
    const numbers = column.class === "num";
    state.descending = state.by === at ? !state.descending : numbers;
    state.by = at;
    state.page = 0;
    draw();
    document.querySelectorAll("#table-metrics thead button")[at].focus();
  } }, column.name));
}
