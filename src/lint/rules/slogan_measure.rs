//! A measure that is made of slogans.

use crate::Span;
use crate::lexicon::VagueClass;
use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, NodeKind, Specificity};

rule! {
    /// V009: slogans take up much of a measure that names nothing to check.
    SloganMeasure "V009" "slogan-measure" Info
    finds: "措施由口号组成：口号占正文的五分之一以上，至少三处，又没有具体的一句",
        "a measure of slogans: three at least, a fifth of its words, and no specific sentence";
    why: "口号放在哪个问题下面都成立，说明没有针对问题", "a slogan fits under any problem, and so answers none";
    flagged: "（一）宗旨意识不强\n一是改进作风。坚持以人民为中心，举一反三、以案促改、久久为功抓落实，形成制度化、常态化。";
    passes: "（一）宗旨意识不强\n一是改进作风。坚持以人民为中心，举一反三，整改作风问题6个，清退违规发放补贴3.5万元。";
    configure: "--ignore V009 关闭；口号在 vague.tsv 的 slogan", "--ignore V009 turns it off; the slogans stand in vague.tsv";
    source: "党中央关于改进文风的要求", "the rules against empty language";
}

/// Slogans that a measure must hold at least.
const LEAST: usize = 3;
/// The part of its words that they must take up, one in so many.
const PART: usize = 5;

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    for (id, measure) in page.nodes(NodeKind::Measure) {
        let specific = page.actions(measure).any(|action| action.specificity == Some(Specificity::Specific));
        let holds_measures = measure.children.iter().any(|id| page.notice.outline.get(*id).kind == NodeKind::Measure);
        if specific || holds_measures {
            continue;
        }
        let slogans: Vec<Span> = page.actions(measure).flat_map(|action| slogans(page, action.span)).collect();
        let taken: usize = slogans.iter().map(Span::len).sum();
        let words: usize = page.actions(measure).map(|action| action.span.len()).sum();
        if slogans.len() >= LEAST && taken.saturating_mul(PART) >= words {
            let message = Message::new(
                "措施疑似由口号组成（{words}），请核对有无具体内容",
                "the measure seems to be made of slogans ({words}): please check what it says",
            );
            let listed: Vec<&str> = slogans.iter().map(|place| page.words(*place)).collect();
            found.push(Draft::new(measure.heading, message.with("words", listed)).of(id).resting_on(slogans));
        }
    }
}

fn slogans(page: &Page<'_>, sentence: Span) -> Vec<Span> {
    let slogans = page.said().vague.within(sentence).filter(|(_, class)| *class == VagueClass::Slogan);
    slogans.map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::SloganMeasure;
    use crate::lint::sample::quotes;

    #[test]
    fn slogans_alone() {
        for (text, fires) in [
            ("坚持以人民为中心，举一反三、以案促改、久久为功抓落实。", true),
            ("坚持以人民为中心，举一反三。", false),
            ("坚持以人民为中心，举一反三、以案促改，整改作风问题6个。", false),
        ] {
            let notice = format!("（一）宗旨意识不强\n一是改进作风。{text}");
            assert_eq!(!quotes(&SloganMeasure, &notice).is_empty(), fires, "{text}");
        }
    }
}
