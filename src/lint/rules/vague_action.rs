//! A sentence of a measure that says nothing to check.

use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, Node, NodeKind, Specificity};

rule! {
    /// V002: a vague sentence in a measure that says something elsewhere.
    VagueAction "V002" "vague-action" Info
    finds: "措施中没有可核实内容的一句话；整条都空泛的措施由 V001 提示",
        "a sentence with nothing to check, in a measure that has something elsewhere; measures that are vague throughout are told by V001";
    why: "空话夹在实话中间，篇幅长了，内容没有多", "it makes the notice longer and says no more";
    flagged: "（一）宗旨意识不强\n一是改进作风。组织专题学习4次。不断强化责任意识，切实转变工作作风。";
    passes: "（一）宗旨意识不强\n一是改进作风。组织专题学习4次。整改作风问题6个。";
    configure: "--ignore V002 关闭；证据和空话的词在 evidence.tsv、vague.tsv",
        "--ignore V002 turns it off; the words stand in evidence.tsv and vague.tsv";
    source: "中办《关于加强巡视整改和成果运用的意见》（2022年）要求防止“纸面整改”",
        "General Office of the CPC Central Committee, 2022: no “rectification on paper”";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let vague = |action: &Node| action.specificity == Some(Specificity::Vague);
    for (_, measure) in page.nodes(NodeKind::Measure) {
        let heading = measure.heading;
        let says_something = page.actions(measure).any(|action| !vague(action));
        let sentences = measure.children.iter().map(|id| (*id, page.notice.outline.get(*id)));
        let vague = sentences.filter(|(_, node)| node.kind == NodeKind::Action && vague(node));
        for (id, action) in vague.filter(|(_, node)| says_something && !heading.overlaps(node.span)) {
            let message = Message::new("这句话疑似没有可核实的内容，请核对", "nothing to check in this sentence");
            found.push(Draft::new(action.span, message).of(id));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::VagueAction;
    use crate::lint::sample::quotes;

    #[test]
    fn a_sentence_between_others() {
        for (text, count) in [
            ("组织专题学习4次。不断强化责任意识，切实转变工作作风。", 1),
            ("组织专题学习4次。整改作风问题6个。", 0),
            // All of it is vague: told once, of the measure.
            ("不断强化责任意识。切实转变工作作风。", 0),
        ] {
            let notice = format!("（一）宗旨意识不强\n一是改进作风。{text}");
            assert_eq!(quotes(&VagueAction, &notice).len(), count, "{text}");
        }
    }
}
