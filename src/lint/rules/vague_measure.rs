//! A measure in which nothing can be checked.

use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, Node, NodeKind, Specificity};

rule! {
    /// V001: no sentence of a measure names a figure, a document, a date, a body, or an act.
    VagueMeasure "V001" "vague-measure" Warning
    finds: "整条措施没有一处可以核实的内容：没有数字、文件、日期、单位，也没有看得出的具体动作",
        "a measure with nothing to check in it: no figure, document, date or body, and no recognisable act";
    why: "读者无从判断做了什么、做到什么程度；巡察“回头看”时也无法核验",
        "a reader cannot tell what was done or how far it went, and nobody can verify it later";
    flagged: "（一）宗旨意识不强\n一是进一步提高政治站位。不断强化责任意识，切实转变工作作风。";
    passes: "（一）宗旨意识不强\n一是进一步提高政治站位。组织专题学习4次，整改作风问题6个。";
    configure: "--ignore V001 关闭；证据和空话的词在 evidence.tsv、vague.tsv",
        "--ignore V001 turns it off; the words stand in evidence.tsv and vague.tsv";
    source: "中办《关于加强巡视整改和成果运用的意见》（2022年）要求防止“纸面整改”",
        "General Office of the CPC Central Committee, 2022: no “rectification on paper”";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    for (id, measure) in page.nodes(NodeKind::Measure) {
        let actions: Vec<&Node> = page.actions(measure).collect();
        let below = measure.children.iter().any(|child| page.notice.outline.get(*child).kind == NodeKind::Measure);
        let vague = |action: &&Node| action.specificity == Some(Specificity::Vague);
        if !below && !actions.is_empty() && actions.iter().all(vague) {
            let message = Message::new(
                "整条措施的{sentences}句话里疑似没有可核实的内容，请核对",
                "nothing to check in any of the {sentences} sentences of this measure",
            );
            let message = message.with("sentences", actions.len());
            let rest = actions.iter().map(|action| action.span).filter(|span| *span != measure.heading);
            found.push(Draft::new(measure.heading, message).of(id).resting_on(rest));
        }
    }
}
