//! Digits that were lost on the way to the page.

use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, WarningCode};

rule! {
    /// N007: a unit without its figure, a date whose glyphs were lost.
    DamagedNumber "N007" "damaged-number" Warning
    finds: "疑似缺损的数字：“完成率%”“资金万元”“202356日”",
        "figures that seem damaged: a unit without its number, a date without its glyphs";
    why: "网页转换和复制常丢数字，读者看到的是一个没有数的通报",
        "conversion and copying lose digits, and the reader is left without the figure";
    flagged: "（一）整改不力\n一是加快整改。截至目前，整改完成率%，其余正在推进。";
    passes: "（一）整改不力\n一是加快整改。截至目前，整改完成率96%，其余正在推进。";
    configure: "--ignore N007 关闭", "--ignore N007 turns it off";
    source: "《政府网站发展指引》：发布信息应当准确、完整",
        "Guidelines for government websites: what is published is accurate and complete";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let warnings = page.notice.warnings.iter().filter(|warning| warning.code == WarningCode::DamagedNumber);
    for span in warnings.filter_map(|warning| warning.span) {
        let message =
            Message::new("“{words}”疑似缺损数字，请核对", "digits seem to be lost in “{words}”: please check");
        let message = message.with("words", page.words(span));
        found.push(Draft::new(span, message).of(page.owner(span.lo())));
    }
}

#[cfg(test)]
mod tests {
    use super::DamagedNumber;
    use crate::lint::sample::quotes;

    #[test]
    fn a_unit_needs_its_figure() {
        for (text, fires) in [
            ("截至目前，整改完成率%，其余正在推进。", true),
            ("清退违规资金万元。", true),
            ("整改完成率96%，清退违规资金3.5万元。", false),
            ("完成率以%计，资金以万元为单位。", false),
        ] {
            let notice = format!("（一）整改不力\n一是加快整改。{text}");
            assert_eq!(!quotes(&DamagedNumber, &notice).is_empty(), fires, "{text}");
        }
    }
}
