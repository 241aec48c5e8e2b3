//! The day of publication is not told.

use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::Message;

rule! {
    /// H004: nothing says when the notice was published.
    MissingPublicationDate "H004" "missing-publication-date" Warning
    finds: "通报没有落款日期或发布日期", "a notice without a date of signature or publication";
    why: "没有日期，“已完成”“截至目前”就没有时点",
        "without it 截至目前 has no date";
    flagged: "县教育局党组关于巡察整改进展情况的通报\n（一）学习不够深入\n一是组织学习。开展学习6次。";
    passes: "县教育局党组关于巡察整改进展情况的通报\n（一）学习不够深入\n一是组织学习。开展学习6次。\n县教育局党组\n2024年8月19日";
    configure: "--ignore H004 关闭", "--ignore H004 turns it off";
    source: "GB/T 9704—2012《党政机关公文格式》：成文日期",
        "GB/T 9704-2012: the date of the document";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let header = &page.notice.header;
    if page.answers_inspection() && header.published.is_none() {
        let message = Message::new(
            "没有找到落款日期或发布日期，请核对",
            "no date of signature or publication found: please check",
        );
        found.push(Draft::new(page.opening(), message));
    }
}

#[cfg(test)]
mod tests {
    use super::MissingPublicationDate;
    use crate::lint::sample::quotes;

    #[test]
    fn a_signature_or_a_portal_line_dates_it() {
        let measures = "（一）学习不够深入\n一是组织学习。开展学习6次。";
        for (opening, fires) in [
            ("县教育局党组关于巡察整改进展情况的通报", true),
            ("县教育局党组关于巡察整改进展情况的通报\n发布时间：2024-08-19 09:30　来源：县教育局", false),
            ("关于近期工作安排的通知", false),
        ] {
            let notice = format!("{opening}\n{measures}");
            assert_eq!(!quotes(&MissingPublicationDate, &notice).is_empty(), fires, "{opening}");
        }
    }
}
