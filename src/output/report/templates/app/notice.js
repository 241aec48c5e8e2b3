// A notice: its text with everything that was found in it, the tree beside it, each linked to the other.

/** `place` is a metric's id, or `at-` and the first character of a finding. */
async function showNotice(view, number, place) {
  const entry = notices()[number];
  if (!entry) return view.replaceChildren(el("p", null, t("没有这份通报", "There is no such notice")));
  const notice = await part(`notice-${number}`);
  const text = characters(notice.text);
  const words = el("article", { class: "text", lang: "zh", "aria-label": t("原文", "Text of the notice") }, ...drawText(notice, text));
  const tree = drawTree(notice, text, (target, byKeyboard) => toText(words, target, byKeyboard));
  view.replaceChildren(
    el("p", { class: "path" }, el("a", { href: "#/notices" }, t("通报", "Notices")), " / ", bdi(entry.body || entry.path)),
    el("h1", null, bdi(title(entry))), facts(notice, number), legend(view),
    el("div", { class: "reader" },
      el("details", { class: "side", open: innerWidth > 800 }, el("summary", null, t("目录", "Outline")), tree), words));
  readable(words, notice);
  const finding = notice.findings.find((other) => `at-${other.span[0]}` === place);
  const wanted = finding || notice.metrics.find((metric) => metric.id === place);
  if (wanted?.place) toText(words, wanted, true);
}

/** What header and footer say, and the file. */
function facts(notice, number) {
  const head = notice.header;
  const span = [head.inspection_start, head.inspection_end].filter(Boolean).join(" — ");
  const rows = [
    [t("被巡察单位", "inspected"), head.inspected_body], [t("发布单位", "issuer"), head.issuer],
    [t("巡察组", "team"), head.inspecting_team], [t("类型", "kind"), [head.level, head.kind].filter(Boolean).join("")],
    [t("轮次", "round"), head.round], [t("进驻", "on site"), span], [t("反馈", "feedback"), head.feedback_date],
    [t("公布", "published"), head.published], [t("文件", "file"), notice.source.path],
  ].filter(([, value]) => value);
  const all = notices().length;
  return el("div", { class: "facts" },
    el("dl", null, ...rows.map(([name, value]) => el("div", null, el("dt", null, name), el("dd", null, bdi(value))))),
    notice.warnings.length > 0 && el("details", { class: "warnings" },
      el("summary", null, t(`文本提示 ${notice.warnings.length} 条`, `${notice.warnings.length} notes on the text`)),
      el("ul", null, ...notice.warnings.map((warning) => el("li", null, shown(t(...warning)))))),
    el("p", { class: "turn" },
      number > 0 && el("a", { href: `#/notice/${number - 1}`, rel: "prev" }, t("← 上一份", "← Previous")), " ",
      number + 1 < all && el("a", { href: `#/notice/${number + 1}`, rel: "next" }, t("下一份 →", "Next →"))));
}

/** The legend, which turns marks on and off. */
function legend(view) {
  const kinds = [["m", t("指标", "metrics")], ["vague", t("空泛语句", "vague sentences")], ["f", t("提示", "findings")]];
  const button = ([name, words]) => el("button", {
    type: "button", class: `toggle toggle-${name}`, "aria-pressed": String(!view.classList.contains(`no-${name}`)),
    onclick: (event) => {
      const off = view.classList.toggle(`no-${name}`);
      event.currentTarget.setAttribute("aria-pressed", String(!off));
    },
  }, words);
  return el("div", { class: "legend-bar", role: "group", "aria-label": t("显示哪些标记", "Which marks to show") }, ...kinds.map(button));
}

/** From the tree to the words. */
function toText(words, target, byKeyboard) {
  const [start, end] = target.span;
  for (const lit of words.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const stretch of words.querySelectorAll("[data-start]")) {
    const inside = Number(stretch.dataset.start) >= start && Number(stretch.dataset.end) <= end;
    if (inside) stretch.classList.add("lit");
  }
  if (target.item) selectItem(target.item);
  if (!target.place) return;
  target.place.scrollIntoView({ block: "center" });
  if (byKeyboard) {
    target.place.tabIndex = Math.max(target.place.tabIndex, -1);
    target.place.focus({ preventScroll: true });
  }
}

/** From the words to the tree: hover or focus tells, a click or Enter goes there, arrow keys walk. */
function readable(words, notice) {
  const stops = [...words.querySelectorAll(".stop")];
  if (stops.length) stops[0].tabIndex = 0;
  const marked = (event) => event.target.closest?.("[data-start]:not(p)");
  words.addEventListener("mouseover", (event) => {
    const mark = marked(event);
    if (mark) showCard(mark, notice);
  });
  words.addEventListener("mouseout", hideCard);
  words.addEventListener("focusin", (event) => {
    const mark = marked(event);
    if (mark) showCard(mark, notice);
  });
  words.addEventListener("focusout", hideCard);
  words.addEventListener("click", (event) => {
    const mark = marked(event);
    if (mark) toTree(mark, notice);
  });
  words.addEventListener("keydown", (event) => walkStops(stops, event, notice));
}

function walkStops(stops, event, notice) {
  const at = stops.indexOf(event.target);
  if (at < 0) return;
  const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (event.key === "Enter" || event.key === " ") toTree(event.target, notice, true);
  else if (next === undefined) return;
  event.preventDefault();
  if (stops[next]) {
    stops[at].tabIndex = -1;
    stops[next].tabIndex = 0;
    stops[next].focus();
  }
}

function toTree(mark, notice, byKeyboard) {
  const metric = mark.ranges.find((range) => range.metric)?.metric;
  let item = metric?.item;
  if (!item) {
    const start = Number(mark.dataset.start);
    eachNode(notice.outline, (node) => {
      if (node.item && node.span[0] <= start && start < node.span[1]) item = node.item;
    });
  }
  if (!item) return;
  item.closest("details").open = true;
  selectItem(item);
  item.querySelector(".row").scrollIntoView({ block: "nearest" });
  if (byKeyboard) item.focus({ preventScroll: true });
}
