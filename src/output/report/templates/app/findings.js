// All findings in one table, each linked to its place.

async function showFindings(view, rule) {
  const [all, list] = [await part("findings"), notices()];
  const grades = ["info", "warning", "error"];
  pagedTable(view, all, {
    id: "table-findings",
    title: t("值得核对之处", "What is worth checking"),
    hint: t("提示是线索，不是结论，请对照原文", "A finding is a hint, not a verdict: read it beside the words"),
    placeholder: t("查找规则、说明、原文…", "Search rules, messages, words…"),
    counted: (count) => t(`${count} 条提示`, `${count} findings`),
    words: (finding) => [finding.rule, ...finding.message, finding.quote, list[finding.n].body, list[finding.n].title].join(" "),
    filters: [
      { key: "rule", name: t("规则", "Rule"), chosen: rule, value: (finding) => finding.rule,
        options: frequent(all.map((finding) => finding.rule)).sort().map(([code, count]) => [code, `${code}（${count}）`]) },
      { key: "severity", name: t("程度", "Severity"), value: (finding) => finding.severity,
        options: frequent(all.map((finding) => finding.severity)).map(([grade]) => [grade, word("severity", grade)]) },
      ...noticeFilters(list),
    ],
    columns: () => [
      { name: t("规则", "Rule"), sort: (finding) => finding.rule, show: (finding) => el("span", { class: "code" }, finding.rule) },
      { name: t("程度", "Severity"), sort: (finding) => grades.indexOf(finding.severity),
        show: (finding) => el("span", { class: `grade grade-${finding.severity}` }, word("severity", finding.severity)) },
      { name: t("说明", "What it says"), sort: (finding) => t(...finding.message), head: true,
        show: (finding) => el("a", { href: `#/notice/${finding.n}/at-${finding.start}` }, shown(t(...finding.message))) },
      { name: t("原文", "Words"), sort: (finding) => finding.quote, show: (finding) => bdi(shorten(finding.quote)), class: "long" },
      ...noticeColumns(list),
    ],
  });
}

/** The first words of a long quotation. */
function shorten(words) {
  const letters = Array.from(words.replace(/\s+/g, " "));
  return letters.length > 60 ? `${letters.slice(0, 60).join("")}…` : letters.join("");
}
