//! A measure that answers nothing.

use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, NodeKind};

rule! {
    /// S005: a measure that hangs under no heading at all, in a notice that has problems.
    MeasureWithoutProblem "S005" "measure-without-problem" Info
    finds: "措施之上没有问题，也没有任何标题", "a measure above which neither a problem nor any heading stands";
    why: "不知道这条措施是针对哪个问题的", "a reader cannot tell what it answers";
    flagged: "一是组织学习。开展学习6次。\n二是强化督导。开展督导2次。\n（一）制度不够健全\n一是健全制度。印发办法1份。";
    passes: "（一）学习不够深入\n一是组织学习。开展学习6次。\n二是强化督导。开展督导2次。\n（二）制度不够健全\n一是健全制度。印发办法1份。";
    configure: "--ignore S005 关闭", "--ignore S005 turns it off";
    source: "《中国共产党巡视工作条例》：整改情况应当逐条报告",
        "Regulations on the inspection work of the CPC: rectification is reported point by point";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let outline = &page.notice.outline;
    if page.nodes(NodeKind::Problem).all(|(_, problem)| problem.inline) {
        return;
    }
    for id in outline.roots.iter().filter(|id| outline.get(**id).kind == NodeKind::Measure) {
        let measure = outline.get(*id);
        let message = Message::new(
            "措施“{measure}”之上没有找到问题或标题，请核对",
            "neither a problem nor a heading stands above “{measure}”: please check",
        );
        let message = message.with("measure", page.words(measure.heading));
        found.push(Draft::new(measure.heading, message).of(*id));
    }
}

#[cfg(test)]
mod tests {
    use super::MeasureWithoutProblem;
    use crate::lint::sample::quotes;

    #[test]
    fn a_heading_is_enough() {
        let problem = "（二）制度不够健全\n一是健全制度。印发办法1份。";
        for (text, fires) in [
            ("一是组织学习。开展学习6次。\n", true),
            ("（一）整改工作组织情况\n一是组织学习。开展学习6次。\n", false),
            ("（一）学习不够深入\n一是组织学习。开展学习6次。\n", false),
        ] {
            let notice = format!("{text}{problem}");
            assert_eq!(!quotes(&MeasureWithoutProblem, &notice).is_empty(), fires, "{text}");
        }
        // No problems at all: a plan or a speech.
        assert_eq!(quotes(&MeasureWithoutProblem, "一是组织学习。开展学习6次。"), [""; 0]);
    }
}
