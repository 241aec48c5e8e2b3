//! What should have been done by the day of publication.

use super::day::Day;
use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, NodeKind, Status};

rule! {
    /// V007: the time limit had passed when the notice was published, and nothing says that it was met.
    OverduePromise "V007" "overdue-promise" Warning
    finds: "发布时期限已过，而措施仍写作计划或推进中", "a time limit that had passed at publication, with the measure still planned or under way";
    why: "疑似逾期未完成，或者内容没有更新", "it may be late, or the text was not brought up to date";
    flagged: "县水利局党组关于巡察整改进展情况的通报\n（一）管网建设滞后\n一是加快建设。将于2023年6月底前完成老旧管网改造。\n县水利局党组\n2023年10月19日";
    passes: "县水利局党组关于巡察整改进展情况的通报\n（一）管网建设滞后\n一是加快建设。将于2023年12月底前完成老旧管网改造。\n县水利局党组\n2023年10月19日";
    configure: "--ignore V007 关闭；没有发布日期的通报不查", "--ignore V007 turns it off; a notice without a date of publication is not checked";
    source: "《关于加强巡视整改和成果运用的意见》（2022年）：按期完成整改",
        "Opinions on the use of inspection results (2022): every task is finished in time";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let Some(published) = page.notice.header.published else { return };
    for (id, measure) in page.nodes(NodeKind::Measure) {
        let open = matches!(measure.status, Some(Status::Planned | Status::Ongoing)) && measure.stated_status.is_none();
        let Some(deadline) = measure.deadline.as_ref().filter(|_| open) else { continue };
        let Some(date) = deadline.date.filter(|date| Day::is_before(*date, published)) else { continue };
        let message = Message::new(
            "期限“{limit}”（{date}）在发布日期{published}之前，措施疑似尚未完成，请核对",
            "the time limit {limit} ({date}) lies before the publication on {published}, and the measure seems unfinished",
        );
        let message = message.with("limit", page.words(deadline.span)).with("date", date).with("published", published);
        found.push(Draft::new(deadline.span, message).of(id).resting_on([measure.heading]));
    }
}

#[cfg(test)]
mod tests {
    use super::OverduePromise;
    use crate::lint::sample::quotes;

    #[test]
    fn only_what_is_unfinished_is_late() {
        for (text, fires) in [
            ("将于2023年6月底前完成老旧管网改造。", true),
            ("将于2023年12月底前完成老旧管网改造。", false),
            ("已于2023年6月底前完成老旧管网改造。", false),
        ] {
            let notice = format!(
                "县水利局党组关于巡察整改进展情况的通报\n（一）管网建设滞后\n一是加快建设。{text}\n县水利局党组\n2023年10月19日"
            );
            assert_eq!(!quotes(&OverduePromise, &notice).is_empty(), fires, "{text}");
        }
    }
}
