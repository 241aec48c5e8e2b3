// The card beside a mark: what it is, what it is worth, and why the program says so.

const card = document.getElementById("card");

function showCard(mark, notice) {
  const told = mark.ranges.filter((range) => range.metric || range.finding || range.node?.specificity);
  if (!told.length) return hideCard();
  card.replaceChildren(...told.map((range) => tell(range, notice)));
  card.hidden = false;
  mark.setAttribute("aria-describedby", "card");
  const at = mark.getClientRects()[0] || mark.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, innerWidth - card.offsetWidth - 8));
  const below = at.bottom + 8;
  const fits = below + card.offsetHeight < innerHeight || at.top < card.offsetHeight;
  card.style.left = `${left}px`;
  card.style.top = `${fits ? below : at.top - card.offsetHeight - 8}px`;
}

function hideCard() {
  card.hidden = true;
  document.querySelector("[aria-describedby=card]")?.removeAttribute("aria-describedby");
}

function tell(range, notice) {
  if (range.metric) return tellMetric(range.metric, notice);
  if (range.finding) return tellFinding(range.finding);
  return el("p", { class: `told told-${range.node.specificity}` }, word("specificity", range.node.specificity));
}

function tellMetric(metric, notice) {
  const whole = notice.metrics.find((other) => other.id === metric.part_of);
  const rows = [
    [t("键", "key"), metric.key],
    [t("类别", "role"), word("role", metric.role)],
    [t("时段", "period"), metric.period],
    [t("条件", "condition"), metric.threshold],
    [t("位次", "rank"), metric.rank],
    [t("变化", "change"), metric.change],
    [t("属于", "part of"), whole && `${whole.name} ${amount(whole)}`],
    [t("名称来自", "named by"), word("named_by", metric.named_by)],
    [t("更正前", "before correction"), metric.corrected],
  ].filter(([, value]) => value);
  return el("div", { class: "told" },
    el("b", { class: "told-name" }, bdi(metric.name)),
    el("span", { class: "told-value" }, amount(metric)),
    el("dl", null, ...rows.map(([name, value]) => el("div", null, el("dt", null, name), el("dd", null, bdi(value))))));
}

function tellFinding(finding) {
  return el("p", { class: `told told-${finding.severity}` }, el("b", null, `${finding.rule} `), shown(t(...finding.message)));
}
