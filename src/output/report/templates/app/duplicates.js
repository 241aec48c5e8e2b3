// Passages that say the same, side by side, with the words marked in which they differ.

async function showDuplicates(view) {
  const [all, list] = [await part("duplicates"), notices()];
  const scopes = { within: t("一份之内", "within a notice"), across: t("不同单位", "across bodies"), year: t("前后两年", "across years") };
  const kinds = { no: t("实质语句", "of substance"), yes: t("套话", "set phrases") };
  const kind = (pair) => (pair.boilerplate ? "yes" : "no");
  const side = (pair, at) => {
    const passage = pair["ab"[at]];
    const notice = list[passage.n];
    return el("div", null,
      el("a", { href: `#/notice/${passage.n}/at-${passage.span[0]}` }, bdi(`${notice.body || title(notice)} ${notice.year ?? ""}`)),
      el("p", { class: "passage", lang: "zh" }, ...differing(passage.text, pair.differs.map((both) => both[at]))));
  };
  pagedTable(view, all, {
    id: "table-duplicates",
    title: t("重复内容", "Duplicates"),
    hint: t("标出的是两处不同的字词", "Marked are the words in which the two differ"),
    placeholder: t("查找单位、语句…", "Search bodies, words…"),
    counted: (count) => t(`${count} 对`, `${count} pairs`),
    words: (pair) => [pair.a, pair.b].map((passage) => `${list[passage.n].body} ${passage.text}`).join(" "),
    filters: [
      { key: "scope", name: t("范围", "Scope"), options: Object.entries(scopes), value: (pair) => pair.scope },
      { key: "kind", name: t("内容", "Kind"), options: Object.entries(kinds), value: kind },
    ],
    columns: () => [
      { name: t("一处", "One"), sort: (pair) => pair.a.text, show: (pair) => side(pair, 0), class: "half" },
      { name: t("另一处", "The other"), sort: (pair) => pair.b.text, show: (pair) => side(pair, 1), class: "half" },
      { name: t("相似", "Alike"), sort: (pair) => pair.similarity, show: (pair) => `${Math.round(pair.similarity * 100)}%`, class: "num" },
    ],
  });
}

/** The words of a passage with those marked that differ, which stand in it in this order. */
function differing(text, differences) {
  const parts = [];
  let from = 0;
  for (const words of differences.filter(Boolean)) {
    const at = text.indexOf(words, from);
    if (at < 0) continue;
    parts.push(shown(text.slice(from, at)), el("mark", null, shown(words)));
    from = at + words.length;
  }
  return [...parts, shown(text.slice(from))];
}
