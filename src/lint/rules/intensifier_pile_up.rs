//! Intensifiers one upon another.

use crate::Span;
use crate::lexicon::VagueClass;
use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, NodeKind, Specificity};

rule! {
    /// V003: 不断, 切实, 全面, 进一步 in one sentence.
    IntensifierPileUp "V003" "intensifier-pile-up" Info
    finds: "一句话里堆了三个以上程度词（进一步、切实、不断、全面、大力），又没有具体内容",
        "three intensifiers or more in one sentence (进一步, 切实, 不断, 全面) that names nothing to check";
    why: "程度词越多，越看不出做了什么", "the more of them, the less is said of what was done";
    flagged: "（一）宗旨意识不强\n一是改进作风。组织专题学习4次。进一步强化责任意识，切实转变工作作风，不断提升服务水平。";
    passes: "（一）宗旨意识不强\n一是改进作风。组织专题学习4次。切实转变工作作风，提升服务水平。";
    configure: "--ignore V003 关闭；从几个起算在 zhenggai.toml 的 [lint.thresholds] intensifiers；程度词在 vague.tsv 的 intensifier",
        "--ignore V003 turns it off; from how many on is `intensifiers` under [lint.thresholds] of zhenggai.toml; the intensifiers stand in vague.tsv";
    source: "需求工程中的“主观用语”（Femmer 等，2017）", "subjective language in the sense of Femmer et al. 2017";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let least = page.settings.thresholds.intensifiers;
    for (id, action) in page.nodes(NodeKind::Action) {
        if action.specificity == Some(Specificity::Specific) {
            continue;
        }
        let words = page.said().vague.within(action.span);
        let strong = words.filter(|(_, class)| *class == VagueClass::Intensifier);
        let places: Vec<Span> = strong.map(|(place, _)| place).collect();
        if places.len() >= least {
            let message = Message::new(
                "一句话用了{count}个程度词（{words}），请核对有无具体内容",
                "{count} intensifiers in one sentence ({words}): please check what it says",
            );
            let listed: Vec<&str> = places.iter().map(|place| page.words(*place)).collect();
            let message = message.with("count", places.len()).with("words", listed);
            found.push(Draft::new(action.span, message).of(id).resting_on(places));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::IntensifierPileUp;
    use crate::lint::sample::quotes;

    #[test]
    fn three_in_a_sentence_without_facts() {
        for (text, fires) in [
            ("进一步强化责任意识，切实转变工作作风，不断提升服务水平。", true),
            ("进一步强化责任意识，切实转变工作作风。", false),
            ("进一步强化责任意识。切实转变工作作风。不断提升服务水平。", false),
            ("进一步规范、切实落实、全面清理，清退违规资金3.5万元。", false),
        ] {
            let notice = format!("（一）宗旨意识不强\n一是改进作风。{text}");
            assert_eq!(!quotes(&IntensifierPileUp, &notice).is_empty(), fires, "{text}");
        }
    }
}
