//! Meetings and papers, and nothing that came of them.

use crate::Span;
use crate::lexicon::LintCue;
use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, Node, NodeKind, Specificity};
use std::collections::BTreeSet;

rule! {
    /// V008: a measure of activities without a result.
    ActivityOnly "V008" "activity-only" Info
    finds: "整条措施只有开会、发文、学习、培训等活动，没有一处结果",
        "a measure of meetings, papers and lessons, with no result in it";
    why: "做了动作不等于解决了问题，“以会议落实会议”", "acts are not yet results";
    flagged: "（一）河道管护不到位\n一是强化河道管护。召开专题会议2次。印发管护通知1份。";
    passes: "（一）河道管护不到位\n一是强化河道管护。召开专题会议2次。清理河道垃圾36吨。";
    configure: "--ignore V008 关闭；活动的词在 lint_cues.tsv 的 activity，结果的词在 result",
        "--ignore V008 turns it off; activities stand in lint_cues.tsv under `activity`, results under `result`";
    source: "党中央关于整治形式主义为基层减负的要求", "the campaign against formalism";
}

/// Sentences that a measure must have to be judged by them.
const LEAST: usize = 2;

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    for (id, measure) in page.nodes(NodeKind::Measure) {
        let sentences: Vec<&Node> =
            page.actions(measure).filter(|action| !measure.heading.overlaps(action.span)).collect();
        let activities: Vec<Span> = sentences.iter().filter_map(|action| activity(page, action.span)).collect();
        let other = sentences.iter().any(|action| says_other(page, action));
        if sentences.len() == activities.len() && activities.len() >= LEAST && !other {
            let message = Message::new(
                "整条措施疑似只有活动（{words}），没有结果，请核对",
                "the measure seems to tell of activities only ({words}): please check for results",
            );
            let words: BTreeSet<&str> = activities.iter().map(|place| page.words(*place)).collect();
            let words: Vec<&str> = words.into_iter().collect();
            found.push(Draft::new(measure.heading, message.with("words", words)).of(id).resting_on(activities));
        }
    }
}

/// The activity that a sentence tells of.
fn activity(page: &Page<'_>, sentence: Span) -> Option<Span> {
    page.said().of(LintCue::Activity).within(sentence).map(|(place, ())| place).next()
}

/// Whether a sentence has a result in it, or is no statement of an act at all.
fn says_other(page: &Page<'_>, action: &Node) -> bool {
    let result = page.said().of(LintCue::Result).within(action.span).next().is_some();
    result || action.specificity == Some(Specificity::Vague)
}

#[cfg(test)]
mod tests {
    use super::ActivityOnly;
    use crate::lint::sample::quotes;

    #[test]
    fn one_result_is_enough() {
        for (text, fires) in [
            ("召开专题会议2次。印发管护通知1份。", true),
            ("组织集中学习6次。开展警示教育3场。", true),
            ("召开专题会议2次。清理河道垃圾36吨。", false),
            ("召开专题会议2次，整改到位问题6个。印发管护通知1份。", false),
            ("召开专题会议2次。", false),
        ] {
            let notice = format!("（一）河道管护不到位\n一是强化河道管护。{text}");
            assert_eq!(!quotes(&ActivityOnly, &notice).is_empty(), fires, "{text}");
        }
    }
}
