//! One indicator with two values.

use crate::lexicon::LintCue;
use crate::lint::figures::{is_amount, is_exact, is_percent, same_unit, value};
use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, Metric, NodeKind, Role};
use std::collections::BTreeMap;

rule! {
    /// N004: the same key and period with two values.
    ConflictingValues "N004" "conflicting-values" Error
    finds: "同一指标、同一时点出现两个数值：总体情况里的两处总数，或同名的率、占比",
        "one indicator of one time with two values: totals of the whole work, or shares and rates of one name";
    why: "前后不一的数字，读者不知道信哪一个",
        "a reader does not know which of the two to believe";
    flagged: "一、整改工作情况\n（一）总体进展。累计清退资金43.6万元。\n二、整改成效\n（一）主要成效。累计清退资金46.3万元。";
    passes: "一、整改工作情况\n（一）总体进展。累计清退资金43.6万元。\n二、整改成效\n（一）主要成效。累计清退资金43.6万元。";
    configure: "--ignore N004 关闭；不足以辨认指标的率（完成率、占比）列在 lint_cues.tsv 的 generic-rate",
        "--ignore N004 turns it off; rates whose name does not tell of what stand in lint_cues.tsv under `generic-rate`";
    source: "算术", "arithmetic";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let mut said: BTreeMap<String, Vec<&Metric>> = BTreeMap::new();
    for metric in page.notice.metrics.iter().filter(|metric| stands_alone(metric)) {
        let Some(key) = key(page, metric) else { continue };
        let before = said.entry(key).or_default();
        let other = before.iter().copied().rev().find(|other| contradicts(page, other, metric));
        let again = before.iter().any(|other| same_unit(other, metric) && value(other) == value(metric));
        if let Some(other) = other.filter(|_| !again) {
            found.push(finding(page, other, metric));
        }
        before.push(metric);
    }
}

fn finding(page: &Page<'_>, first: &Metric, later: &Metric) -> Draft {
    let message = Message::new(
        "“{name}”此处为{later}，前文为{first}，疑似不一致，请核对",
        "“{name}” is {later} here and {first} before: please check",
    );
    let message = message
        .with("name", later.name.as_str())
        .with("later", page.words(later.quantity.span))
        .with("first", page.words(first.quantity.span));
    Draft::new(later.span, message).of(later.node).resting_on([first.span])
}

/// Whether the figure states how much there is, and not how much more, a part, or an aim.
fn stands_alone(metric: &Metric) -> bool {
    is_exact(metric)
        && metric.part_of.is_none()
        && metric.threshold.is_none()
        && (is_amount(metric) || is_percent(metric))
}

/// Under what the figure is compared: its key, what had to be done and was wholly done being what was done.
fn key(page: &Page<'_>, metric: &Metric) -> Option<String> {
    if metric.role == Role::Target && !is_of_today(page, metric) {
        return None;
    }
    let key = strip(page, &metric.key);
    (key.chars().count() >= 4).then(|| key.to_owned())
}

/// 巡察指出应清退资金 is 清退资金: the key without what says that the feedback asked for it.
fn strip<'k>(page: &Page<'_>, key: &'k str) -> &'k str {
    let cues = page.lexicon.lint.of(LintCue::Inspection);
    let mut rest = key;
    while let Some((len, ())) = cues.prefix_of(rest) {
        rest = &rest[len..];
    }
    rest.strip_prefix('应').unwrap_or(key)
}

/// 由目前的1.4%: a start that is told as the value of today.
fn is_of_today(page: &Page<'_>, metric: &Metric) -> bool {
    let sentence = page.sentence(metric.quantity.span.lo());
    let before = page.text[sentence.lo()..metric.quantity.span.lo()].trim_end();
    let before = before.strip_suffix('的').unwrap_or(before);
    page.lexicon.lint.of(LintCue::Current).suffix_of(before).is_some()
}

/// Whether the two cannot both be right.
fn contradicts(page: &Page<'_>, first: &Metric, later: &Metric) -> bool {
    if !same_unit(first, later) || value(first) == value(later) || first.change.is_some() != later.change.is_some() {
        return false;
    }
    let today = is_of_today(page, later);
    let started = |metric: &Metric| metric.role == Role::Other && !is_of_today(page, metric);
    let end = |metric: &Metric| metric.period.and_then(|period| period.end);
    let one_time = today || end(first) == end(later);
    // 移交236件，剔除重复件后为198件: one sentence that reckons.
    let apart = !page.sentence(first.quantity.span.lo()).contains(later.quantity.span);
    !started(first)
        && !started(later)
        && one_time
        && apart
        && (is_state(page, later) || one_start(page, first, later) || of_all(page, first) && of_all(page, later))
}

/// 由71.3%降至67.8% and, elsewhere, 由71.3%降至68.7%: two ends of what began at one value.
fn one_start(page: &Page<'_>, first: &Metric, later: &Metric) -> bool {
    let start = |end| page.start_of(end).filter(|start| is_exact(start)).map(value);
    start(first).is_some() && start(first) == start(later)
}

/// Whether the figure is a state of the unit's own, named so that there is one of it: 大班额比例.
fn is_state(page: &Page<'_>, metric: &Metric) -> bool {
    let cues = &page.lexicon.lint;
    let share = cues.of(LintCue::Share).suffix_of(&metric.key).map(|(len, ())| len);
    let named = share.is_some_and(|len| metric.key[..metric.key.len() - len].chars().count() >= 2);
    named && is_percent(metric) && metric.change.is_none()
}

/// Whether the figure speaks of the whole work: outside every problem, or said to be all there was.
fn of_all(page: &Page<'_>, metric: &Metric) -> bool {
    let outline = &page.notice.outline;
    let below_problem = metric.node.is_some_and(|node| {
        let mut above = outline.ancestry(node);
        above.any(|id| outline.get(id).kind == NodeKind::Problem)
    });
    !below_problem || is_wholly_done(page, metric)
}

/// 应清退资金46.3万元已全部清退: what had to be done is all of it.
fn is_wholly_done(page: &Page<'_>, metric: &Metric) -> bool {
    let behind: String = page.text[metric.quantity.span.hi()..].chars().take(4).collect();
    metric.key.contains('应') && (behind.starts_with("已全部") || behind.starts_with("全部"))
}

#[cfg(test)]
mod tests {
    use super::ConflictingValues;
    use crate::lint::sample::quotes;

    #[test]
    fn one_indicator_has_one_value() {
        for (first, later, fires) in [
            ("累计清退资金43.6万元。", "累计清退资金46.3万元。", true),
            ("修订完善制度23项。", "修订完善制度32项。", true),
            ("高新技术企业占比达到31%。", "高新技术企业占比为28%。", true),
            ("资产负债率由71.3%降至67.8%。", "资产负债率由71.3%降至68.7%。", true),
            ("平均办理时限由20天压缩到7天。", "平均办理时限由20天压缩到9天。", false),
            ("土地利用率由40%提高到82%。", "土地利用率由40%提高到88%。", true),
            ("资产负债率由71.3%降至67.8%。", "资产负债率由71.3%降至67.8%。", false),
            ("累计清退资金43.6万元。", "累计清退资金43.6万元。", false),
            // Another time, a change, an estimate, a part.
            ("2023年清退资金43.6万元。", "2024年清退资金46.3万元。", false),
            ("清退资金43.6万元。", "清退资金增加46.3万元。", false),
            ("清退资金43.6万元。", "清退资金40余万元。", false),
            ("覆盖率达到31%。", "覆盖率达到28%。", false),
        ] {
            let notice = format!("一、整改工作情况\n（一）总体进展。{first}\n二、工作成效\n（一）主要成效。{later}");
            assert_eq!(!quotes(&ConflictingValues, &notice).is_empty(), fires, "{first} {later}");
        }
    }

    #[test]
    fn two_ends_of_one_start_contradict_each_other_anywhere() {
        for (first, later, fires) in [
            ("资产负债率由71.3%降至67.8%。", "资产负债率已由71.3%降至68.7%。", true),
            ("资产负债率由71.3%降至67.8%。", "资产负债率由71.3%降至67.8%。", false),
            ("宅基地确权率由40%提高到82%。", "宅基地确权率由45%提高到88%。", false),
            ("宅基地确权率由40%提高到82%。", "宅基地确权率达到88%。", false),
        ] {
            let notice = format!("（一）负债偏高\n一是严控负债。{first}\n（二）审计整改不彻底\n一是逐项销号。{later}");
            assert_eq!(!quotes(&ConflictingValues, &notice).is_empty(), fires, "{first} {later}");
        }
    }

    #[test]
    fn each_problem_counts_its_own() {
        let notice =
            "（一）学习不够深入\n一是组织学习。开展专题培训3次。\n（二）作风不够扎实\n一是组织培训。开展专题培训5次。";
        assert_eq!(quotes(&ConflictingValues, notice), [""; 0]);
    }
}
