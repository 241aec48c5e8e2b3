//! The time of the inspection is not told.

use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Header, InspectionKind, Message, PartialDate};

rule! {
    /// H003: nothing says from when to when the inspection took place.
    MissingPeriod "H003" "missing-period" Info
    finds: "巡察、巡视的通报没有写明巡察起止时间", "a notice that does not say when the inspection took place";
    why: "读者不知道整改的是哪一次巡察",
        "a reader cannot tell which inspection it answers";
    flagged: "县教育局党组关于巡察整改进展情况的通报\n2024年6月6日，县委第三巡察组向县教育局党组反馈了巡察意见。\n（一）学习不够深入\n一是组织学习。开展学习6次。";
    passes: "县教育局党组关于巡察整改进展情况的通报\n2024年3月11日至5月10日，县委第三巡察组对县教育局党组开展了巡察，6月6日反馈了巡察意见。\n（一）学习不够深入\n一是组织学习。开展学习6次。";
    configure: "--ignore H003 关闭", "--ignore H003 turns it off";
    source: "公开通报的通行体例：开头说明巡察时间、反馈时间",
        "the customary opening of such notices";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let header = &page.notice.header;
    if page.answers_inspection() && is_inspection(header.kind) && period_of(header).is_none() {
        let message =
            Message::new("没有找到巡察（巡视）的起止时间，请核对", "no time of the inspection found: please check");
        found.push(Draft::new(page.opening(), message));
    }
}

/// The first day of the inspection; the day of the feedback alone is none.
fn period_of(header: &Header) -> Option<PartialDate> {
    let only_feedback = header.inspection_end.is_none() && header.inspection_start == header.feedback_date;
    header.inspection_start.filter(|_| !only_feedback)
}

fn is_inspection(kind: Option<InspectionKind>) -> bool {
    matches!(kind, Some(InspectionKind::LocalInspection | InspectionKind::CentralInspection))
}

#[cfg(test)]
mod tests {
    use super::MissingPeriod;
    use crate::lint::sample::quotes;

    #[test]
    fn start_and_end_are_told() {
        let measures = "（一）学习不够深入\n一是组织学习。开展学习6次。";
        for (opening, fires) in [
            (
                "县教育局党组关于巡察整改进展情况的通报\n2024年6月6日，县委第三巡察组向县教育局党组反馈了巡察意见。",
                true,
            ),
            (
                "县教育局党组关于巡察整改进展情况的通报\n2024年3月11日至5月10日，县委第三巡察组对县教育局党组开展了巡察。",
                false,
            ),
            ("关于审计发现问题整改情况的公告\n2024年6月6日，县审计局出具了审计报告。", false),
            ("关于近期工作安排的通知", false),
        ] {
            let notice = format!("{opening}\n{measures}");
            assert_eq!(!quotes(&MissingPeriod, &notice).is_empty(), fires, "{opening}");
        }
    }
}
