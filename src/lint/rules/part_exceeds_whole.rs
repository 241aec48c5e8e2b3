//! A part that is larger than its whole.

use crate::lexicon::LintCue;
use crate::lint::figures::{is_exact, same_unit, shares_a_word, value};
use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, Metric, Role};

rule! {
    /// N001: a part (其中, 已完成) above the whole that it is a part of.
    PartExceedsWhole "N001" "part-exceeds-whole" Error
    finds: "部分大于整体：“其中”的数大于总数，或完成数大于应完成数",
        "a part above its whole, or more done than there was to do";
    why: "两个数必有一个写错、漏写或口径不同",
        "one of the two figures is wrong, incomplete, or counts something else";
    flagged: "（一）信访办理不力\n一是办结信访件。受理信访件21件，其中重复信访件25件。";
    passes: "（一）信访办理不力\n一是办结信访件。受理信访件25件，其中重复信访件21件。";
    configure: "--ignore N001 关闭", "--ignore N001 turns it off";
    source: "统计常识", "arithmetic";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let metrics = &page.notice.metrics;
    for part in metrics {
        let Some(whole) = part.part_of.and_then(|id| metrics.get(id.0 as usize)) else { continue };
        if exceeds(page, part, whole) && is_told(page, part, whole) && !moves(page, part) {
            let message = Message::new(
                "部分“{part}”大于整体“{whole}”，请核对",
                "the part {part} is above the whole {whole}: please check",
            );
            let message =
                message.with("part", page.words(part.quantity.span)).with("whole", page.words(whole.quantity.span));
            found.push(Draft::new(part.span, message).of(part.node).resting_on([whole.span]));
        }
    }
}

/// Whether the words themselves say that it is a part: 其中, 已, or the noun of the whole once more, in one sentence. A tie
/// that the reading only inferred is no ground for a finding.
fn is_told(page: &Page<'_>, part: &Metric, whole: &Metric) -> bool {
    let between = page.between(whole.quantity.span, part.quantity.span);
    let one_sentence = page.sentence(whole.quantity.span.lo()).contains(part.quantity.span);
    let opened = page.lexicon.lint.of(LintCue::Part).any_in(between);
    // 关停两家、限期整改五家 are beside each other; 办理33件，已有71件办结 may be said of what the 33 are a part of.
    let listed = between.contains('、') || whole.part_of.is_some();
    let to_do = whole.role == Role::Problem || page.lexicon.lint.of(LintCue::Intake).any_in(&whole.name);
    let said = to_do && between.contains('已') || shares_a_word(&whole.name, between);
    one_sentence && (opened || said && !listed)
}

/// 由71户压减至48户: the start or the end of a move tells how many there were or are, not how many of the whole. A start
/// has no role of its own.
fn moves(page: &Page<'_>, part: &Metric) -> bool {
    part.role == Role::Other || page.start_of(part).is_some()
}

/// Whether the part is larger, both being exact and of one unit, than the whole with what is told beside it.
fn exceeds(page: &Page<'_>, part: &Metric, whole: &Metric) -> bool {
    let both = page.beside(whole).map_or(Some(value(whole)), |other| value(whole).checked_add(value(other)));
    is_exact(part) && is_exact(whole) && same_unit(part, whole) && both.is_some_and(|both| value(part) > both)
}

#[cfg(test)]
mod tests {
    use super::PartExceedsWhole;
    use crate::lint::sample::quotes;

    #[test]
    fn a_part_is_no_larger_than_its_whole() {
        for (text, fires) in [
            ("受理信访件21件，其中重复信访件25件。", true),
            ("查实问题9个，已整改到位11个。", true),
            ("受理信访件25件，已办结27件。", true),
            ("排查隐患25处，整改隐患27处。", true),
            ("资助学生1.26万人次，其中脱贫户家庭学生13100人次。", true),
            ("受理信访件25件，其中重复信访件21件。", false),
            ("遗留问题6个、审计查出问题31个，已整改35个。", false),
            ("遗留问题6个、审计查出问题31个，已整改39个。", true),
            ("排查漏点186处。另对上轮遗留漏点12处、热线反映漏点33处，已修复43处。", false),
            ("排查隐患12处，发现漏点33处，漏点已修复43处。", true),
            ("注销企业23户，其中法人户数由71户压减至48户。", false),
            ("整改问题23个，已由去年的31个减少到28个。", false),
            ("关闭企业4户，其中亏损企业由原来的12户减少至7户。", false),
            ("查实问题11个，已整改到位11个。", false),
            ("受理信访件20余件，其中重复信访件25件。", false),
            // Two counts beside each other, and one of another sentence.
            ("盘盈23台件、盘亏11台件，报废处置设备217台件。", false),
            ("对41家养老机构开展检查，关停两家、限期整改五家。", false),
            ("公安机关立案8件，主管部门办理33件，目前已有71件办结。", false),
            ("对未交纳党费的2名党员批评教育。确定发展对象7名。", false),
        ] {
            let notice = format!("（一）信访办理不力\n一是办结信访件。{text}");
            assert_eq!(!quotes(&PartExceedsWhole, &notice).is_empty(), fires, "{text}");
        }
    }
}
