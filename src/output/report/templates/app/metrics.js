// All metrics in one table.

async function showMetrics(view) {
  const [all, list] = [await part("metrics"), notices()];
  const options = (values, words) => frequent(values).map(([value, count]) => [value, `${words(value)}（${count}）`]);
  pagedTable(view, all, {
    id: "table-metrics",
    title: t("指标", "Metrics"),
    placeholder: t("查找指标、单位、问题…", "Search metrics, bodies, problems…"),
    counted: (count) => t(`${count} 项指标`, `${count} metrics`),
    words: (metric) => [metric.name, metric.key, list[metric.n].body, list[metric.n].title, metric.problem, metric.value + metric.unit].join(" "),
    filters: [
      ...noticeFilters(list),
      { key: "unit", name: t("计量单位", "Unit"), options: options(all.map((metric) => metric.unit), (unit) => unit), value: (metric) => metric.unit },
      { key: "role", name: t("性质", "Role"), options: options(all.map((metric) => metric.role), (role) => word("role", role)), value: (metric) => metric.role },
    ],
    columns: () => [
      { name: t("指标", "Metric"), sort: (metric) => metric.name, head: true,
        show: (metric) => el("a", { href: `#/notice/${metric.n}/${metric.id}` }, bdi(metric.name)) },
      { name: t("数值", "Value"), sort: (metric) => Number(metric.base), show: amount, class: "num" },
      { name: t("性质", "Role"), sort: (metric) => metric.role, show: (metric) => word("role", metric.role) },
      ...noticeColumns(list),
      { name: t("问题", "Problem"), sort: (metric) => metric.problem, show: (metric) => bdi(metric.problem || ""), class: "long" },
    ],
  });
}
