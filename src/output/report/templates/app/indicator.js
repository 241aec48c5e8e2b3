// One indicator over all bodies and years.

async function showIndicators(view, wanted) {
  const [all, list] = [await part("metrics"), notices()];
  const keys = shared(all, list);
  const chosen = wanted && keys.some(([key]) => key === wanted) ? wanted : keys[0]?.[0];
  view.replaceChildren(el("h1", null, t("横向比较", "Across bodies")));
  if (!chosen) {
    view.append(el("p", { class: "hint" }, t("没有两个以上单位或年份共有的指标", "No indicator stands in more than one notice")));
    return;
  }
  const options = keys.map(([key, metrics]) => el("option", { value: key, selected: key === chosen }, `${shown(key)}（${metrics.length}）`));
  const select = el("select", { id: "indicator", onchange: (event) => {
    location.hash = `#/indicators/${encodeURIComponent(event.target.value)}`;
  } }, ...options);
  view.append(
    el("p", { class: "hint" }, t("同一指标在各单位、各年的数值，按折算后的基本单位画图", "One indicator over all bodies and years, drawn in its base unit")),
    el("div", { class: "filters" }, el("label", null, el("span", null, t("指标", "Indicator")), select)),
    panel(new Map(keys).get(chosen), list));
}

/** The keys that stand in more than one notice, with their metrics; the most widespread first. */
function shared(all, list) {
  const byKey = new Map();
  for (const metric of all) {
    if (metric.role === "other") continue;
    byKey.set(metric.key, [...(byKey.get(metric.key) || []), metric]);
  }
  const spread = ([, metrics]) => new Set(metrics.map((metric) => metric.n)).size;
  return [...byKey].filter((entry) => spread(entry) > 1).sort((a, b) => spread(b) - spread(a) || a[0].localeCompare(b[0], "zh"));
}

function panel(metrics, list) {
  const largest = Math.max(...metrics.map((metric) => Math.abs(Number(metric.base))));
  const order = [...metrics].sort((a, b) => compare(list[a.n].body || "", list[b.n].body || "", false) || compare(list[a.n].year, list[b.n].year, false));
  return el("table", { class: "ranking panel-bars" },
    el("thead", null, el("tr", null, ...[t("单位", "Body"), t("年份", "Year"), t("数值", "Value")].map((name, at) => el("th", { scope: "col", colspan: at === 2 ? 2 : null }, name)))),
    el("tbody", null, ...order.map((metric) => {
      const notice = list[metric.n];
      const words = `${notice.body || title(notice)} ${notice.year ?? ""} ${amount(metric)}`;
      return el("tr", null,
        el("th", { scope: "row" }, el("a", { href: `#/notice/${metric.n}/${metric.id}` }, bdi(notice.body || title(notice)))),
        el("td", { class: "num" }, notice.year ?? ""), el("td", null, bar(Number(metric.base), largest, words)),
        el("td", { class: "num" }, amount(metric)));
    })));
}

/** A bar like those of the overview. */
function bar(value, largest, words) {
  const name = svg("title");
  name.textContent = shown(words);
  const width = largest > 0 ? (Math.abs(value) / largest) * 100 : 0;
  return svg("svg", { class: "bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", role: "img" }, name,
    svg("rect", { class: "bar-track", width: 100, height: 10 }), svg("rect", { class: "bar-fill", width, height: 10 }));
}
