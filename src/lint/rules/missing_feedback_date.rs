//! The day of the feedback is not told.

use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{InspectionKind, Message};

rule! {
    /// H002: nothing says when the inspection gave its feedback.
    MissingFeedbackDate "H002" "missing-feedback-date" Warning
    finds: "通报没有写明反馈日期", "a notice that does not say when the feedback was given";
    why: "集中整改的期限从反馈之日起算，没有这一天就无法判断是否按期",
        "the time for rectification runs from that day";
    flagged: "县教育局党组关于巡察整改进展情况的通报\n2024年3月11日至5月10日，县委第三巡察组对县教育局党组开展了巡察。\n（一）学习不够深入\n一是组织学习。开展学习6次。";
    passes: "县教育局党组关于巡察整改进展情况的通报\n2024年3月11日至5月10日，县委第三巡察组对县教育局党组开展了巡察，6月6日反馈了巡察意见。\n（一）学习不够深入\n一是组织学习。开展学习6次。";
    configure: "--ignore H002 关闭", "--ignore H002 turns it off";
    source: "《关于加强巡视整改和成果运用的意见》（2022年）：整改期限自反馈之日起算",
        "Opinions on the use of inspection results (2022): the time runs from the feedback";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let header = &page.notice.header;
    if page.answers_inspection() && header.kind != Some(InspectionKind::Audit) && header.feedback_date.is_none() {
        let message =
            Message::new("没有找到巡察（巡视、督察）的反馈日期，请核对", "no date of the feedback found: please check");
        found.push(Draft::new(page.opening(), message));
    }
}

#[cfg(test)]
mod tests {
    use super::MissingFeedbackDate;
    use crate::lint::sample::quotes;

    #[test]
    fn the_day_or_month_is_enough() {
        let measures = "（一）学习不够深入\n一是组织学习。开展学习6次。";
        for (opening, fires) in [
            ("县教育局党组关于巡察整改进展情况的通报\n县委第三巡察组对县教育局党组开展了巡察。", true),
            (
                "县教育局党组关于巡察整改进展情况的通报\n2024年6月6日，县委第三巡察组向县教育局党组反馈了巡察意见。",
                false,
            ),
            ("县教育局党组关于巡察整改进展情况的通报\n2024年6月，县委第三巡察组向县教育局党组反馈了巡察意见。", false),
            ("关于审计发现问题整改情况的公告\n2024年6月6日，县审计局出具了审计报告。", false),
            ("关于近期工作安排的通知", false),
        ] {
            let notice = format!("{opening}\n{measures}");
            assert_eq!(!quotes(&MissingFeedbackDate, &notice).is_empty(), fires, "{opening}");
        }
    }
}
