//! A problem that nothing answers.

use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, NodeKind};

rule! {
    /// S004: a problem below which no measure stands.
    ProblemWithoutMeasure "S004" "problem-without-measure" Warning
    finds: "问题之下没有整改措施", "a problem with no measure below it";
    why: "反馈的每个问题都要逐条说明整改情况，漏写会被当作没有整改",
        "every problem of the feedback has to be answered one by one";
    flagged: "（一）学习不够深入\n（二）作风不够扎实\n一是开展培训。组织培训3次。";
    passes: "（一）学习不够深入\n一是组织学习。开展学习6次。\n（二）作风不够扎实\n一是开展培训。组织培训3次。";
    configure: "--ignore S004 关闭", "--ignore S004 turns it off";
    source: "《中国共产党巡视工作条例》：整改情况应当逐条报告",
        "Regulations on the inspection work of the CPC: rectification is reported point by point";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    for (id, problem) in page.nodes(NodeKind::Problem) {
        if !problem.inline && problem.children.is_empty() {
            let message = Message::new(
                "问题“{problem}”之下没有找到整改措施，请核对",
                "no measure found below the problem “{problem}”: please check",
            );
            let message = message.with("problem", page.words(problem.heading));
            found.push(Draft::new(problem.heading, message).of(id));
        }
    }
}
