//! A share above a hundred percent.

use crate::lexicon::LintCue;
use crate::lint::figures::{HUNDRED, is_percent};
use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, Metric};

rule! {
    /// N006: a share of a whole (整改率, 占比, 满意率) above 100 %.
    ImpossiblePercentage "N006" "impossible-percentage" Error
    finds: "超过100%的占比、整改率、满意率等份额；增长率、任务完成率可以超过100%，不提示",
        "a share of a whole above 100 %: 占比, 整改率, 满意率; growth and fulfilment of a plan may exceed it";
    why: "部分不可能大于整体，数字必有误",
        "a part cannot exceed its whole, so the figure is wrong";
    flagged: "（一）服务意识不强\n一是优化服务。窗口服务满意率达到102.5%。";
    passes: "（一）服务意识不强\n一是优化服务。招商引资任务完成率达到102.5%。";
    configure: "--ignore N006 关闭；不能超过100%的率列在 lint_cues.tsv 的 share",
        "--ignore N006 turns it off; what cannot exceed 100 % stands in lint_cues.tsv under `share`";
    source: "算术", "arithmetic";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    for metric in page.notice.metrics.iter().filter(|metric| is_share_above_all(page, metric)) {
        let message = Message::new(
            "“{name}”为{value}，份额疑似不应超过100%，请核对",
            "“{name}” is {value}, and a share cannot exceed 100 %: please check",
        );
        let message = message.with("name", metric.name.as_str()).with("value", page.words(metric.quantity.span));
        found.push(Draft::new(metric.span, message).of(metric.node));
    }
}

fn is_share_above_all(page: &Page<'_>, metric: &Metric) -> bool {
    let share = || page.lexicon.lint.of(LintCue::Share).suffix_of(&metric.name).is_some();
    // 占年度计划的118%: more than was planned.
    let planned = || page.lexicon.lint.of(LintCue::Outside).any_in(&metric.name);
    is_percent(metric) && metric.change.is_none() && metric.quantity.value > HUNDRED && share() && !planned()
}

#[cfg(test)]
mod tests {
    use super::ImpossiblePercentage;
    use crate::lint::sample::quotes;

    #[test]
    fn only_shares_end_at_a_hundred() {
        for (text, fires) in [
            ("问题整改率达到105%。", true),
            ("民生支出占比120%。", true),
            ("群众满意度为100.5%。", true),
            ("问题整改率达到100%。", false),
            ("群众满意率提高105%。", false),
            ("税收收入增长150%。", false),
            ("完成投资2.86亿元，占年度计划的104%。", false),
            ("完成年度目标任务的118%。", false),
        ] {
            let notice = format!("（一）服务意识不强\n一是优化服务。{text}");
            assert_eq!(!quotes(&ImpossiblePercentage, &notice).is_empty(), fires, "{text}");
        }
    }
}
