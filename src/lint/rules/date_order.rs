//! Dates that cannot follow each other as told.

use super::day::{Day, published_in, stated_after};
use crate::Span;
use crate::lexicon::LintCue;
use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{BlockKind, Message, PartialDate};

rule! {
    /// H005: feedback before the inspection, completion after publication.
    DateOrder "H005" "date-order" Error
    finds: "日期先后不合：巡察结束早于开始、反馈早于巡察、发布早于反馈，或“截至”“已于”的日期晚于发布日期",
        "dates out of order: an end before its start, feedback before the inspection, publication before the feedback, or what was done after publication";
    why: "总有一个日期写错，整改期限也就无从计算",
        "one of the dates is wrong, and no time limit can be reckoned from it";
    flagged: "县教育局党组关于巡察整改进展情况的通报\n一、整改工作情况\n（一）总体进展。截至2023年12月底，34个问题整改到位31个。\n县教育局党组\n2023年8月4日";
    passes: "县教育局党组关于巡察整改进展情况的通报\n一、整改工作情况\n（一）总体进展。截至2023年7月底，34个问题整改到位31个。\n县教育局党组\n2023年8月4日";
    configure: "--ignore H005 关闭；“截至”“已于”等词在 lint_cues.tsv 的 as-of、past",
        "--ignore H005 turns it off; the words for 截至 and 已于 stand in lint_cues.tsv under `as-of` and `past`";
    source: "日历", "the calendar";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    out_of_order(page, found);
    after_publication(page, found);
}

/// The facts of the header among themselves.
fn out_of_order(page: &Page<'_>, found: &mut Vec<Draft>) {
    let header = &page.notice.header;
    for (earlier, later, zh, en) in [
        (header.inspection_start, header.inspection_end, "巡察结束", "the end of the inspection"),
        (header.inspection_start, header.feedback_date, "反馈", "the feedback"),
        (header.feedback_date, header.published, "发布", "the publication"),
    ] {
        let (Some(earlier), Some(later)) = (earlier, later) else { continue };
        if !Day::is_before(later, earlier) {
            continue;
        }
        let message = Message::new(
            "{what}日期{later}早于{earlier}，先后疑似有误，请核对",
            "{what_en} on {later} comes before {earlier}: please check",
        );
        let message = message.with("what", zh).with("what_en", en).with("later", later).with("earlier", earlier);
        let places: Vec<Span> = [later, earlier].into_iter().filter_map(|date| told(page, date)).collect();
        let place = places.first().copied().unwrap_or_else(|| page.opening());
        found.push(Draft::new(place, message).of(page.owner(place.lo())).resting_on(places.into_iter().skip(1)));
    }
}

/// Where the opening or the closing tells that date.
fn told(page: &Page<'_>, date: PartialDate) -> Option<Span> {
    use BlockKind::{Closing, Intro, Noise, Title};
    let around = page.notice.blocks.iter().filter(|block| matches!(block.kind, Closing | Intro | Noise | Title));
    around.filter_map(|block| published_in(page, block.span, date)).next()
}

/// 截至2023年8月底 in a notice of 4 August.
fn after_publication(page: &Page<'_>, found: &mut Vec<Draft>) {
    let Some(published) = page.notice.header.published else { return };
    for class in [LintCue::AsOf, LintCue::Past] {
        for (cue, ()) in page.said().of(class).within(Span::new(0, page.text.len())) {
            // 合同期限截至…: said of a term, which may well end later.
            let opens = page.text[..cue.lo()].chars().next_back().is_none_or(|c| !c.is_alphabetic());
            let fits = class == LintCue::Past || opens;
            let Some(stated) = stated_after(page, cue).filter(|_| fits) else { continue };
            if !Day::is_before(published, stated.earliest) {
                continue;
            }
            let message = Message::new(
                "“{stated}”晚于发布日期{published}，疑似有误，请核对",
                "{stated} lies after the publication on {published}: please check",
            );
            let message = message.with("stated", page.words(stated.span)).with("published", published);
            let draft = Draft::new(cue.to(stated.span), message).of(page.owner(cue.lo()));
            found.push(draft.resting_on(told(page, published)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::DateOrder;
    use crate::lint::sample::quotes;

    #[test]
    fn what_is_done_was_done_before_it_was_published() {
        for (text, want) in [
            ("截至2023年12月底，34个问题整改到位31个。", &["截至2023年12月底"][..]),
            ("截至2023年8月25日，34个问题整改到位31个。", &["截至2023年8月25日"]),
            ("该项目已于2023年10月完成验收。", &["已于2023年10月"]),
            ("截至2023年7月底，34个问题整改到位31个。", &[]),
            ("截至2023年8月，34个问题整改到位31个。", &[]),
            ("截至目前，34个问题整改到位31个。", &[]),
            ("计划于2023年12月底前完成验收。", &[]),
            ("合同期限截至2028年12月31日。", &[]),
        ] {
            let notice = format!(
                "县教育局党组整改进展情况的通报\n一、整改工作情况\n（一）总体进展。{text}\n县教育局党组\n2023年8月4日"
            );
            assert_eq!(quotes(&DateOrder, &notice), want, "{text}");
        }
    }

    #[test]
    fn the_feedback_follows_the_inspection() {
        for (feedback, fires) in [("2024年1月6日", true), ("2024年6月6日", false), ("2024年6月", false)] {
            let notice = format!(
                "县教育局党组关于巡察整改进展情况的通报\n2024年3月11日至5月10日，县委第三巡察组对县教育局党组开展了巡察。{feedback}，县委第三巡察组反馈了巡察意见。\n（一）学习不够深入\n一是组织学习。开展学习6次。"
            );
            assert_eq!(!quotes(&DateOrder, &notice).is_empty(), fires, "{feedback}");
        }
    }
}
