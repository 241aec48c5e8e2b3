//! Part and whole: which earlier quantity this one is a part of.
//!
//! Mentions are read in the order of the text. Each way in which a notice ties a part to its whole is one function;
//! [`Weaver::whole`] says in which order they are asked. There the values are no evidence: a notice whose parts exceed the
//! whole is what a checker wants to see. They only break ties where a list may or may not go on. What the words leave untied
//! is tied at last where it adds up (`sums`).

mod acts;
mod lists;
mod look;
mod sums;

use super::figures::Figures;
use super::mention::Mention;
use super::noun::Behind;
use crate::Span;
use crate::model::{Dimension, Node};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

/// For each mention the index of its whole.
pub(super) fn wholes(figures: Figures<'_>) -> Vec<Option<usize>> {
    let mentions = figures.mentions;
    let nouns = figures.behinds.iter().map(|behind| matches!(behind, Behind::Noun(_))).collect();
    let done = Vec::with_capacity(mentions.len());
    let targets = targets(figures);
    let mut weaver = Weaver { figures, nouns, targets, sorts: sorts(mentions), openings: openings(figures), done };
    for index in 0..mentions.len() {
        let whole = weaver.whole(index).filter(|&whole| !weaver.is_full(index, whole));
        weaver.done.push(whole);
    }
    weaver.add_up();
    weaver.done
}

/// How many mentions back a whole is looked for.
const REACH: usize = 24;

struct Weaver<'a> {
    figures: Figures<'a>,
    /// Whether a noun stands behind the number.
    nouns: Vec<bool>,
    /// Whether it stands in a field 整改目标.
    targets: Vec<bool>,
    /// What each mention counts or measures.
    sorts: Vec<usize>,
    /// Places of 其中, 包括, 含 where they open a list of parts.
    openings: Vec<Span>,
    done: Vec<Option<usize>>,
}

/// Where 其中, 包括, 含 stand at the head of a clause or bracket (not 包含 in a noun, 含 in 含量).
fn openings(figures: Figures<'_>) -> Vec<Span> {
    let Figures { page, cues, .. } = figures;
    let heads =
        |at: usize| page.text[..at].trim_end().chars().next_back().is_none_or(|c| "，,。；;（(：:、\n".contains(c));
    cues.parts.iter().copied().filter(|span| heads(span.lo())).collect()
}

/// Which mentions stand in a field 整改目标: what is aimed at there is no whole of what was reached.
fn targets(figures: Figures<'_>) -> Vec<bool> {
    let outline = figures.page.outline;
    let fields: Vec<Span> = outline.nodes.iter().filter_map(|node: &Node| node.target).collect();
    let held = |at: usize| fields.iter().any(|field| field.lo() <= at && at < field.hi());
    figures.mentions.iter().map(|mention| held(mention.span.lo())).collect()
}

/// A number for each mention, the same for those that count or measure the same sort of thing.
fn sorts(mentions: &[Mention<'_>]) -> Vec<usize> {
    let mut known = FxHashMap::default();
    let numbered = mentions.iter().map(|mention| {
        let next = known.len();
        *known.entry((mention.dimension(), sort(mention))).or_insert(next)
    });
    numbered.collect()
}

impl Weaver<'_> {
    fn whole(&self, index: usize) -> Option<usize> {
        if !self.can_be_part(index) {
            return None;
        }
        self.second_of_pair(index)
            .or_else(|| self.bracketed(index))
            .or_else(|| self.among(index))
            .or_else(|| self.remainder(index))
            .or_else(|| self.listed(index))
            .or_else(|| self.strung(index))
            .or_else(|| self.predicate(index))
            .or_else(|| self.picked(index))
            .or_else(|| self.worked_off(index))
            .or_else(|| self.found_in(index))
            .or_else(|| self.acted(index))
            .or_else(|| self.parallel(index))
            .or_else(|| self.completes(index))
    }

    /// A count or an amount; no share, no change, no stretch of time.
    fn can_be_part(&self, index: usize) -> bool {
        let sums = !matches!(
            self.figures.mentions[index].dimension(),
            Dimension::Ratio
                | Dimension::PercentagePoint
                | Dimension::Multiple
                | Dimension::Time
                | Dimension::Rank
                | Dimension::Score
                | Dimension::Temperature
                | Dimension::Compound
        );
        sums && !self.is_norm(index) && (self.figures.names[index].change.is_none() || self.ends_pair(index))
    }

    /// Both numbers of a pair are parts of one whole: 其中50万元以上的村由1个增加到3个.
    fn second_of_pair(&self, index: usize) -> Option<usize> {
        if self.ends_pair(index) { self.done[index - 1] } else { None }
    }
}

/// What is counted or measured, so far as the unit says it: persons are 人, 名 and 位, money is of one currency.
fn sort<'m>(mention: &'m Mention<'_>) -> &'m str {
    match mention.unit.as_ref() {
        "名" | "位" | "员" => "人",
        // 18台（套）: the second unit is another reading of the same count.
        unit if unit.ends_with([')', '）']) => unit.split(['(', '（']).next().unwrap_or(unit),
        unit if mention.dimension() == Dimension::Count => unit,
        unit => mention.known.as_ref().map_or(unit, |known| &known.base),
    }
}

fn scaled(mention: &Mention<'_>) -> Decimal {
    mention.known.as_ref().map_or(mention.value, |unit| mention.value.saturating_mul(unit.factor))
}

fn is_mark(c: char) -> bool {
    matches!(c, '，' | ',' | '。' | '；' | ';' | '：' | ':' | '、' | '（' | '(' | '）' | ')')
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '；' | ';' | '\n')
}

#[cfg(test)]
mod tests {
    use crate::quantity::sample::shown;

    /// Each part with its whole: `part < whole`.
    fn check(cases: &[(&str, &[&str])]) {
        for (text, want) in cases {
            let got = shown(text, |notice, metric| {
                let whole = &notice.metrics[metric.part_of?.0 as usize];
                Some(format!("< {}", whole.quantity.span.slice(text)))
            });
            assert_eq!(got, *want, "{text}");
        }
    }

    #[test]
    fn lists_of_parts() {
        check(&[
            ("学校现有专任教师812人，其中正高级96人，副高级251人。", &["96人 < 812人", "251人 < 812人"]),
            ("配备管理员12名（专职3名、兼职9名）。", &["3名 < 12名", "9名 < 12名"]),
            ("购置图书5600册（含电子书1200册）。", &["1200册 < 5600册"]),
            ("争取资金3.92亿元，其中中央资金2.1亿元、社会资本1.3亿元。", &["2.1亿元 < 3.92亿元", "1.3亿元 < 3.92亿元"]),
            (
                "清理款项86笔、412.7万元，其中已收回58笔、287.3万元，核销19笔、64.4万元。",
                &["58笔 < 86笔", "287.3万元 < 412.7万元", "19笔 < 86笔", "64.4万元 < 412.7万元"],
            ),
            // A list may split one part.
            ("立案15件，处分13人，其中撤职4人。", &["4人 < 13人"]),
        ]);
    }

    #[test]
    fn acts_upon_a_set() {
        check(&[
            ("排查隐患156处，已整改142处，限期整改14处。", &["142处 < 156处", "14处 < 156处"]),
            ("反馈的36个问题已整改35个。", &["35个 < 36个"]),
            ("29项任务已完成25项、基本完成3项，正在推进1项。", &["25项 < 29项", "3项 < 29项", "1项 < 29项"]),
            ("督察反馈的62项任务中，58项已完成，4项达到序时进度。", &["58项 < 62项", "4项 < 62项"]),
            ("对27家企业开展检查，注销2家、合并3家。", &["2家 < 27家", "3家 < 27家"]),
            ("对17个小区幼儿园逐一检查，已移交15所，剩余2所。", &["15所 < 17个", "2所 < 17个"]),
            ("不符合条件享受保障57户。已清退49户。", &["49户 < 57户"]),
        ]);
    }

    #[test]
    fn more_done_than_there_was_is_still_a_part() {
        check(&[("查实问题9个，已整改到位11个。", &["11个 < 9个"])]);
    }

    #[test]
    fn what_remains() {
        check(&[
            ("对27家企业开展检查，发现问题119个，已整改103个，其余16个纳入计划。", &["103个 < 119个", "16个 < 119个"]),
            ("已收回甲地块1宗，另聘请专家3人。", &[]),
        ]);
    }

    #[test]
    fn lists_that_are_no_parts() {
        check(&[
            ("收回甲地块1宗、乙地块2宗，划拨3宗。", &[]),
            ("召开党组会9次、整改推进会4次。", &[]),
            ("新建公办幼儿园6所，改扩建3所，新增学位2160个。", &[]),
            ("4个方面35个问题。", &[]),
            ("对12个科室开展检查，整改率98%，同比增长5%。", &[]),
            ("种植草木7.5万平方米，其中乔木3200株。", &[]),
        ]);
    }

    #[test]
    fn parts_that_add_up() {
        check(&[
            ("评查案件76件，评定优秀31件、合格43件、瑕疵2件。", &["31件 < 76件", "43件 < 76件", "2件 < 76件"]),
            ("清理案款1326笔，发放962笔，其余364笔已提存。", &["962笔 < 1326笔", "364笔 < 1326笔"]),
            (
                "消费品零售额2148633万元。城镇零售额1705920万元，乡村零售额442713万元。",
                &["1705920万元 < 2148633万元", "442713万元 < 2148633万元"],
            ),
            // Too few to tell from chance.
            ("审批建设用地2宗，出让工业用地1宗、居住用地1宗。", &[]),
            // One list, no whole.
            ("开展检查12次、培训7次、宣讲5次。", &[]),
            ("应征1.12亿元，实征9870万元，少征1330万元。", &[]),
        ]);
    }

    #[test]
    fn a_list_ends_where_it_is_full() {
        check(&[
            (
                "筹集资金18.72亿元，其中中央资金8.52亿元、债券10.2亿元，支出14.93亿元。",
                &["8.52亿元 < 18.72亿元", "10.2亿元 < 18.72亿元"],
            ),
            ("处理责任人27人，其中禁入限制2人，扣减薪酬318万元。", &["2人 < 27人"]),
        ]);
    }

    #[test]
    fn rates_norms_and_states_hold_no_parts() {
        check(&[
            ("受理业务46万件，日均办件2780件。其中跨省受理3万件。", &["3万件 < 46万件"]),
            ("部分整改1个，尚未整改1个。", &[]),
            ("闲置的18台（套）设备中，调剂11台、报废4台。", &["11台 < 18台（套）", "4台 < 18台（套）"]),
        ]);
    }
}
