//! What is promised for no day.

use crate::Span;
use crate::lexicon::LintCue;
use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, Node, NodeId, NodeKind, RejectReason};

rule! {
    /// V006: 将于近期, 尽快, 适时, and no date.
    PromiseWithoutDate "V006" "promise-without-date" Info
    finds: "承诺将要做的事没有期限：将出台、尽快、适时、力争，全句和所属措施都没有日期",
        "a promise (将, 尽快, 适时, 力争) without a date in the sentence or a time limit of its measure";
    why: "没有期限的承诺不会逾期，也就无法督办", "nobody can tell when it is late";
    flagged: "（一）管网建设滞后\n一是加快建设。下一步将尽快完成老旧管网改造。";
    passes: "（一）管网建设滞后\n一是加快建设。下一步将于2025年6月底前完成老旧管网改造。";
    configure: "--ignore V006 关闭；承诺的词在 lint_cues.tsv 的 promise，含这些字而不是承诺的词在 aimless",
        "--ignore V006 turns it off; the words stand in lint_cues.tsv under `promise`, what only looks like one under `aimless`";
    source: "《关于加强巡视整改和成果运用的意见》（2022年）：整改任务明确时限",
        "Opinions on the use of inspection results (2022): every task has its time limit";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    for (id, action) in page.nodes(NodeKind::Action) {
        let Some(promise) = promise(page, action.span).filter(|_| !is_dated(page, id, action)) else { continue };
        let message = Message::new(
            "承诺“{promise}”疑似没有完成期限，请核对",
            "the promise “{promise}” seems to have no date: please check",
        );
        let message = message.with("promise", page.words(promise));
        found.push(Draft::new(action.span, message).of(id).resting_on([promise]));
    }
}

/// The first word of the sentence that promises.
fn promise(page: &Page<'_>, sentence: Span) -> Option<Span> {
    let said = page.said();
    let hidden = |place: Span| said.of(LintCue::Aimless).within(sentence).any(|(other, ())| other.overlaps(place));
    said.of(LintCue::Promise).within(sentence).map(|(place, ())| place).find(|place| !hidden(*place))
}

/// Whether the sentence names a date, or the measure or problem above it a time limit.
fn is_dated(page: &Page<'_>, id: NodeId, action: &Node) -> bool {
    let outline = &page.notice.outline;
    let mut above = outline.ancestry(id).map(|id| outline.get(id));
    let limited = above.any(|node| node.deadline.is_some());
    let dated = |reason: RejectReason| reason == RejectReason::Date;
    let told = || page.notice.rejected.iter().any(|no| dated(no.reason) && action.span.contains(no.span));
    let periods = ["年底前", "年内", "月底前", "年底", "季度", "长期"];
    limited || told() || periods.iter().any(|word| page.words(action.span).contains(word))
}

#[cfg(test)]
mod tests {
    use super::PromiseWithoutDate;
    use crate::lint::sample::quotes;

    #[test]
    fn a_promise_has_its_day() {
        for (text, fires) in [
            ("下一步将尽快完成老旧管网改造。", true),
            ("适时启动二期工程建设。", true),
            ("将于2025年6月底前完成老旧管网改造。", false),
            ("力争年底前完成老旧管网改造。", false),
            // 拟 in a word that promises nothing.
            ("对拟提拔的干部开展廉政审查。", false),
            ("已完成老旧管网改造。", false),
        ] {
            let notice = format!("（一）管网建设滞后\n一是加快建设。{text}");
            assert_eq!(!quotes(&PromiseWithoutDate, &notice).is_empty(), fires, "{text}");
        }
    }
}
