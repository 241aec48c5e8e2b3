//! Measures that one notice tells twice.

use crate::lint::rule::rule;
use crate::lint::{Draft, Page, Thresholds};
use crate::model::Message;
use crate::similar::{Options, within};

rule! {
    /// D001: two sentences that say the same in the same words.
    RepeatedMeasure "D001" "repeated-measure" Info
    finds: "同一份通报里两处措施文字相同或几乎相同，数字、日期、单位名称不计",
        "two places of one notice that say the same in nearly the same words, figures, dates and names left out";
    why: "不同的问题用同一段话作答，疑似没有逐条整改",
        "one passage answers two problems, which may mean that neither was dealt with on its own";
    flagged: "一、学习不深入\n一是建立台账，逐项明确责任科室和完成时限。\n二、作风不扎实\n一是召开会议，逐项明确责任科室和完成时限。";
    passes: "一、学习不深入\n一是建立台账，逐项明确责任科室和完成时限。\n二、作风不扎实\n一是召开会议，通报3起典型案例。";
    configure: "--ignore D001 关闭；相似度和最短字数在 zhenggai.toml 的 [lint.thresholds] 里设（repeat-likeness、repeat-chars）；不计为重复的套话列在 phrases.tsv",
        "--ignore D001 turns it off; likeness and least length are `repeat-likeness` and `repeat-chars` under [lint.thresholds] of zhenggai.toml; set phrases that do not count stand in phrases.tsv";
    source: "《关于加强巡视整改和成果运用的意见》（2022年）：逐条整改、防止“纸面整改”",
        "Opinions on the use of inspection results (2022): every point on its own, none “on paper”";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let Thresholds { repeat_likeness, repeat_chars, .. } = page.settings.thresholds;
    let options = Options { threshold: repeat_likeness, min_chars: repeat_chars, ..Options::default() };
    for repeat in within(page.document, page.notice, page.lexicon, &options) {
        let message = Message::new(
            "与前文疑似重复（相似度{share}）：“{first}”，请核对",
            "the same seems to be said before (likeness {share}): “{first}”, please check",
        );
        let message = message.with("share", repeat.likeness.share()).with("first", page.words(repeat.a));
        found.push(Draft::new(repeat.b, message).of(page.owner(repeat.b.lo())).resting_on([repeat.a]));
    }
}

#[cfg(test)]
mod tests {
    use super::RepeatedMeasure;
    use crate::lint::sample::quotes;

    #[test]
    fn the_later_place_is_told() {
        let text = "一、学习不深入\n一是组织观看警示教育片，开展廉政家访活动12次。\n二、作风不扎实\n一是组织观看警示教育片，开展廉政家访活动9次。";
        assert_eq!(quotes(&RepeatedMeasure, text).len(), 1);
        let text = "一、学习不深入\n一是加强组织领导。\n二、作风不扎实\n一是加强组织领导。";
        assert_eq!(quotes(&RepeatedMeasure, text), [""; 0], "too short to say anything");
    }
}
