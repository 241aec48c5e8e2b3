// The two languages of the page, and the words of the data's classes in them.

/** The words in the language of the page. */
function t(zh, en) {
  return document.documentElement.dataset.ui === "en" ? en : zh;
}

const CLASSES = {
  role: {
    achieved: ["成效", "achieved"], target: ["目标", "target"], problem: ["问题规模", "size of a problem"],
    scope: ["范围", "scope"], other: ["其他", "other"],
  },
  kind: { section: ["部分", "section"], problem: ["问题", "problem"], measure: ["措施", "measure"], action: ["语句", "sentence"] },
  status: { done: ["已完成", "done"], ongoing: ["推进中", "ongoing"], planned: ["计划", "planned"], mixed: ["进展不一", "mixed"] },
  severity: { error: ["存疑", "error"], warning: ["注意", "warning"], info: ["留意", "info"] },
  specificity: {
    specific: ["具体：外人可以核对", "specific: an outsider could check it"],
    partial: ["部分：有举动，无从核对", "partial: an act with nothing to check it by"],
    vague: ["空泛：只有意图、态度或方向", "vague: intent, attitude or direction only"],
  },
  named_by: {
    "head-before": ["数字前的词", "the words before the number"],
    "head-after": ["数字后的名词", "the noun after the number"],
    "verb-and-head": ["前面的动词和后面的名词", "verb before, noun after"],
    "head-and-verb": ["后面的名词及其动作", "noun after and what it did"],
    "elided": ["承前补足", "filled in from a metric before it"],
    "part-of": ["由总体补足", "filled in from the whole"],
    "respectively": ["按“分别”对应", "aligned by 分别"],
    "inherited": ["承前指标（变化量）", "a change of the metric before it"],
    "heading": ["由标题补足", "filled in from the heading"],
    "unit-only": ["只有量词", "the unit alone"],
    "corrected": ["更正文件所定", "a correction of yours"],
  },
  approx: { exact: ["", ""], about: ["约", "about"], over: ["超过", "over"], under: ["不足", "under"] },
};

/** A class of the data in words; one that has no words here stands for itself. */
function word(kind, value) {
  const words = CLASSES[kind][value];
  return words ? t(...words) : value || "";
}

/** A number as it is written, in groups of three. */
function number(value) {
  const [whole, part] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return part ? `${grouped}.${part}` : grouped;
}

/** Value and unit of a metric, its sign of approximation before them. */
function amount(metric) {
  const sign = word("approx", metric.approx || "exact");
  const upper = metric.upper === undefined ? "" : `–${number(metric.upper)}`;
  return `${sign ? `${sign} ` : ""}${number(metric.value)}${upper} ${metric.unit}`;
}
