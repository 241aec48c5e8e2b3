//! A gap of the template that nobody filled in.

use crate::Span;
use crate::lexicon::LintCue;
use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::Message;
use std::collections::BTreeMap;

rule! {
    /// H006: XX, ×月×日, ____, 某某 left in.
    Placeholder "H006" "placeholder" Warning
    finds: "没有填写的占位符：XX单位、×月×日、____、某某局", "a placeholder left in: XX, ×月×日, ____, 某某";
    why: "模板没有填完就发布了；人名脱敏（张某某、李××）不提示",
        "a template was published unfinished; names that were hidden on purpose (张某某) are passed over";
    flagged: "（一）学习不够深入\n一是组织学习。XX局党组于X月X日召开专题会议。";
    passes: "（一）学习不够深入\n一是组织学习。局党组于5月6日召开专题会议，对张某某、李××进行提醒谈话。";
    configure: "--ignore H006 关闭；姓氏列在 lint_cues.tsv 的 surname",
        "--ignore H006 turns it off; family names stand in lint_cues.tsv under `surname`";
    source: "《政府网站发展指引》：发布信息应当准确、完整",
        "Guidelines for government websites: what is published is accurate and complete";
}

/// Characters that stand for what is to be filled in, two in a row at least, or one before 月, 日, 年.
fn is_blank(c: char) -> bool {
    matches!(c, 'X' | 'x' | 'Ｘ' | 'ｘ' | '×' | '✕' | '_' | '＿' | '﹍' | '某')
}

/// One finding for each way in which a gap is written, at its first place.
fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let mut gaps: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for run in runs(page.text).into_iter().filter(|run| is_gap(page, *run)) {
        let place = with_word(page, run);
        gaps.entry(page.words(place)).or_default().push(place);
    }
    for (words, places) in gaps {
        let Some((first, others)) = places.split_first() else { continue };
        let message = Message::new(
            "“{words}”疑似没有填写的占位符（共{places}处），请核对",
            "“{words}” seems to be a placeholder (in {places} places): please check",
        );
        let message = message.with("words", words).with("places", places.len());
        found.push(Draft::new(*first, message).of(page.owner(first.lo())).resting_on(others.iter().copied()));
    }
}

/// Stretches of one character out of [`BLANKS`], once or more often.
fn runs(text: &str) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    let mut last = None;
    for (at, c) in text.char_indices().filter(|(_, c)| is_blank(*c)) {
        match runs.last_mut().filter(|run| run.hi() == at && last == Some(c)) {
            Some(run) => *run = Span::new(run.lo(), at + c.len_utf8()),
            None => runs.push(Span::new(at, at + c.len_utf8())),
        }
        last = Some(c);
    }
    runs
}

/// Whether the run stands for something that is missing.
fn is_gap(page: &Page<'_>, run: Span) -> bool {
    let words = page.words(run);
    let (before, behind) = (&page.text[..run.lo()], &page.text[run.hi()..]);
    let latin = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '@' | '/' | '-' | '_');
    let in_code = before.ends_with(latin) || behind.starts_with(latin);
    let person = page.lexicon.lint.of(LintCue::Surname).suffix_of(before).is_some();
    let count = words.chars().count();
    let dated = behind.starts_with(['月', '日', '年']);
    let blank = words.chars().next().unwrap_or(' ');
    match blank {
        '某' => count >= 2 && !person,
        '_' | '＿' | '﹍' => count >= 2 && !in_code,
        // ×月: a single one says nothing but before a part of a date.
        _ => dated || count >= 2 && !in_code && !person,
    }
}

/// The gap with the word behind it: XX局, ××集团, ×月.
fn with_word(page: &Page<'_>, gap: Span) -> Span {
    const NEAR: usize = 6;
    let near = page.text[gap.hi()..].char_indices().take_while(|(_, c)| c.is_alphabetic()).take(NEAR);
    let end = near.last().map_or(gap.hi(), |(at, c)| gap.hi() + at + c.len_utf8());
    let word = page.lexicon.segmenter().tag(&page.text[gap.hi()..end]).first().map_or(0, |tagged| tagged.word.len());
    Span::new(gap.lo(), gap.hi() + word)
}

#[cfg(test)]
mod tests {
    use super::Placeholder;
    use crate::lint::sample::quotes;

    #[test]
    fn gaps_are_told_and_hidden_names_are_not() {
        for (text, want) in [
            ("XX局召开会议。", &["XX局"][..]),
            ("于×月×日召开会议。", &["×日", "×月"]),
            ("清退资金____万元。", &["____万元"]),
            ("××集团公司清退资金5万元。", &["××集团公司"]),
            ("某某单位负责整改。", &["某某单位"]),
            ("对张某某进行提醒谈话，对李××诫勉。", &[]),
            ("某单位负责人被约谈。", &[]),
            ("采购尺寸为3×4米的展板2块。", &[]),
            ("邮箱为jw_xx@example.cn。", &[]),
        ] {
            let notice = format!("（一）学习不够深入\n一是组织学习。{text}");
            let mut found = quotes(&Placeholder, &notice);
            found.sort();
            assert_eq!(found, want, "{text}");
        }
    }
}
