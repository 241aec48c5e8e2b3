//! Parts that do not make up their whole.

use crate::Span;
use crate::lexicon::LintCue;
use crate::lint::figures::{in_unit_of, is_amount, is_exact, same_unit, sum_shown, total, value};
use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, Metric, Role};
use std::cmp::Ordering;

rule! {
    /// N002: the parts of a closed list add up to something else than the whole.
    SumMismatch "N002" "sum-mismatch" Error
    finds: "各部分之和与总数不符：封闭列举（分别、其余、合计）之和不等于总数，或“其中”各项之和大于总数",
        "parts that do not make up their whole: a closed list (分别, 其余, 合计) with another sum, or parts after 其中 that come to more";
    why: "分项与总数总有一个漏写、写错或重复计算",
        "an item is missing, wrong or counted twice";
    flagged: "（一）人才队伍滞后\n一是拓宽引才渠道。招聘医务人员112名，其中硕士研究生8名、本科生60名、专科生50名。";
    passes: "（一）人才队伍滞后\n一是拓宽引才渠道。招聘医务人员112名，其中硕士研究生8名、本科生60名、专科生等若干名。";
    configure: "--ignore N002 关闭；可能互相重叠的部分（女、党员、省级）列在 lint_cues.tsv 的 overlap，另起一项的词（并、另）列在 aside",
        "--ignore N002 turns it off; parts that may overlap are those of `overlap` in lint_cues.tsv, words by which a list goes on to something else those of `aside`";
    source: "算术", "arithmetic";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let metrics = &page.notice.metrics;
    for (index, first) in metrics.iter().enumerate() {
        if let Some(whole) = page.whole(first).filter(|_| opens_list(page, index)) {
            let parts = parts_from(page, index, whole);
            let closed = is_closed(page, whole, &parts);
            let lead = page.between(whole.quantity.span, first.quantity.span);
            if closed || page.lexicon.lint.of(LintCue::Part).any_in(lead) {
                found.extend(judge(page, whole, &parts, closed));
            }
        }
        if says_total(page, first) {
            found.extend(judge(page, first, &listed_before(page, index), true));
        }
    }
}

/// Whether no part of the same whole stands directly before.
fn opens_list(page: &Page<'_>, index: usize) -> bool {
    let metrics = &page.notice.metrics;
    index == 0 || metrics[index - 1].part_of != metrics[index].part_of
}

/// The list of parts of `whole` that the metric at `first` opens: one behind the other in a sentence, nothing between them
/// that starts a list of its own or says that they overlap.
fn parts_from<'a>(page: &Page<'a>, first: usize, whole: &Metric) -> Vec<&'a Metric> {
    let metrics = &page.notice.metrics;
    let sentence = page.sentence(metrics[first].quantity.span.lo());
    let mut parts: Vec<&Metric> = Vec::new();
    for part in &metrics[first..] {
        let fits = page.whole(part).is_some_and(|of| std::ptr::eq(of, whole)) && same_unit(part, whole);
        let joined = parts.last().is_none_or(|before| joins(page, before, part));
        if !fits || !joined || part.quantity.span.hi() > sentence.hi() {
            break;
        }
        parts.push(part);
    }
    parts
}

/// Whether `next` goes on with the list of `before`.
fn joins(page: &Page<'_>, before: &Metric, next: &Metric) -> bool {
    let between = page.between(before.quantity.span, next.quantity.span);
    let cues = &page.lexicon.lint;
    let item = between.trim_start().starts_with(['、', '，', ',', '和', '及', '（', '）', ')']);
    item && !cues.of(LintCue::Part).any_in(between)
}

/// Whether the words say that these are all of the parts.
fn is_closed(page: &Page<'_>, whole: &Metric, parts: &[&Metric]) -> bool {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let cues = &page.lexicon.lint;
    let lead = page.between(whole.quantity.span, first.quantity.span);
    let stretch = Span::new(whole.quantity.span.hi().min(last.quantity.span.hi()), last.quantity.span.hi());
    let tail: String = page.text[last.quantity.span.hi()..].chars().take(4).collect();
    let open = cues.of(LintCue::Open).any_in(page.words(stretch)) || cues.of(LintCue::Open).prefix_of(&tail).is_some();
    let rest = cues.of(LintCue::Rest).any_in(page.words(last.span));
    let told = cues.of(LintCue::Closed).any_in(lead) && !cues.of(LintCue::Part).any_in(lead);
    !open && (rest || told)
}

/// Whether the metric is the sum of what was listed before it: 合计21件.
fn says_total(page: &Page<'_>, metric: &Metric) -> bool {
    let sentence = page.sentence(metric.quantity.span.lo());
    let before = page.text[sentence.lo()..metric.quantity.span.lo()].trim_end();
    is_amount(metric) && page.lexicon.lint.of(LintCue::Total).suffix_of(before).is_some()
}

/// The figures of the same unit that stand one behind the other directly before a total.
fn listed_before<'a>(page: &Page<'a>, total: usize) -> Vec<&'a Metric> {
    let metrics = &page.notice.metrics;
    let sentence = page.sentence(metrics[total].quantity.span.lo());
    let mut next = &metrics[total];
    let mut items = Vec::new();
    for item in metrics[..total].iter().rev() {
        let inside = item.quantity.span.lo() >= sentence.lo();
        if !inside || !same_unit(item, next) || !is_amount(item) || !joins(page, item, next) || item.part_of.is_some() {
            break;
        }
        items.push(item);
        next = item;
    }
    items.reverse();
    items
}

/// A finding where the sum of the parts is not what it should be.
fn judge(page: &Page<'_>, whole: &Metric, parts: &[&Metric], closed: bool) -> Option<Draft> {
    let sound = parts.iter().chain([&whole]).all(|one| is_exact(one) && one.change.is_none());
    if parts.len() < 2 || !sound || overlapping(page, parts) {
        return None;
    }
    let sum = total(parts)?;
    let wrong = match sum.cmp(&value(whole)) {
        Ordering::Equal => false,
        Ordering::Greater => closed || parts.iter().all(|part| part.role != Role::Problem),
        Ordering::Less => closed,
    };
    // A single part above the whole is another rule's.
    if !wrong || parts.iter().any(|part| value(part) > value(whole)) {
        return None;
    }
    let words: Vec<&str> = parts.iter().map(|part| page.words(part.quantity.span)).collect();
    let message = Message::new(
        "分项之和{sum}＝{total}，与总数“{whole}”不符，请核对",
        "the parts {sum} = {total} do not make up the whole “{whole}”: please check",
    );
    let message = message
        .with("sum", sum_shown(&words))
        .with("total", in_unit_of(whole, sum)?)
        .with("whole", page.words(whole.quantity.span));
    let rest = parts.iter().map(|part| part.quantity.span);
    Some(Draft::new(whole.span, message).of(whole.node).resting_on(rest))
}

/// Whether one thing may be counted in two of the parts: 女职工8名、党员10名.
fn overlapping(page: &Page<'_>, parts: &[&Metric]) -> bool {
    let cues = page.lexicon.lint.of(LintCue::Overlap);
    let words = page.words(parts[0].span.to(parts[parts.len() - 1].span));
    // 并 in 吸收合并 says nothing: only what an item begins with.
    let aside = |item: &str| page.lexicon.lint.of(LintCue::Aside).prefix_of(item.trim_start()).is_some();
    let turns = words.split(['，', ',', '、', '；', ';']).skip(1).any(aside);
    turns || cues.any_in(words) || parts.iter().any(|part| cues.any_in(&part.name))
}

#[cfg(test)]
mod tests {
    use super::SumMismatch;
    use crate::lint::sample::quotes;

    #[test]
    fn parts_make_up_their_whole() {
        for (text, fires) in [
            ("开放床位420张，其中中医病区160张、西医病区190张、康复病区80张。", true),
            ("反馈的37个问题已完成整改33个，其余5个正在推进。", true),
            ("办理来信12件、来访8件，合计21件。", true),
            // Open lists, lists that add up, and parts that may overlap.
            ("开放床位420张，其中中医病区160张、西医病区190张。", false),
            ("开放床位430张，其中中医病区160张、西医病区190张、康复病区80张。", false),
            ("反馈的37个问题已完成整改33个，其余4个正在推进。", false),
            ("办理来信12件、来访8件，合计20件。", false),
            ("招聘教师12名，其中女教师8名、党员10名。", false),
            ("清退企业9户，其中注销5户、转让2户、吸收合并3户。", true),
            ("清退企业9户，其中合并5户、改制2户、又好又快转让3户。", false),
            ("清退企业9户，其中注销5户、吸收合并3户，并盘活5户。", false),
            ("清退企业9户,其中注销5户,吸收合并3户,另盘活5户。", false),
            // Stages: what was finished was begun as well.
            ("486个项目实施改造，已开工451个，完工278个。", false),
            ("实施项目48个，其中开工45个、完工27个。", false),
            ("制定修订制度30余项，其中制定20项、修订15项。", false),
            ("签约项目37个，其中5亿元以上10个、10亿元以上6个。", false),
            // One part above the whole is told by N001.
            ("受理信访件21件，其中重复信访件25件、越级信访件2件。", false),
        ] {
            let notice = format!("一、整改工作情况\n（一）总体进展。{text}");
            assert_eq!(!quotes(&SumMismatch, &notice).is_empty(), fires, "{text}");
        }
    }
}
