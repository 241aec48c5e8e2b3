//! Labels of paired and ledger style: `反馈问题1：`, `整改措施：`, `责任单位：`, or such a word alone on its line.

use super::marker::{Place, label_number, place};
use super::marks::Marks;
use crate::charset::Chars;
use crate::lexicon::{Hits, LabelKind};
use crate::{Lexicon, Span};

/// A label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LabelToken {
    /// Its characters, with number, brackets and colon.
    pub span: Span,
    /// What it introduces.
    pub kind: LabelKind,
    /// Its number: 反馈问题1.
    pub ordinal: Option<u32>,
    /// What it stands behind.
    pub place: Place,
    /// A word alone on its line, without a colon.
    pub cell: bool,
}

/// What ends a label.
pub(super) const COLONS: Chars = Chars { each: &['：', ':'], ranges: &[] };

/// The labels among the `hits` in `text`, and those made of several words that end at `colons`.
pub(super) fn labels(
    text: &str,
    hits: &Hits<LabelKind>,
    colons: &[usize],
    marks: &Marks,
    lexicon: &Lexicon,
) -> Vec<LabelToken> {
    let plain = hits.within(Span::new(0, text.len()));
    let mut found: Vec<LabelToken> = plain.filter_map(|(word, kind)| label(text, word, kind, marks)).collect();
    found.extend(colons.iter().filter_map(|colon| {
        let (word, kind) = composed(text, *colon, lexicon)?;
        label(text, word, kind, marks)
    }));
    found.sort_by_key(|label| (label.span.start, std::cmp::Reverse(label.span.end)));
    found.dedup_by(|later, earlier| later.span.overlaps(earlier.span));
    found
}

/// Longest label, in bytes.
const LONGEST: usize = 48;

/// Words that may stand before a label's word: 具体整改措施.
const MODIFIERS: &[&str] = &[
    "整改",
    "具体",
    "主要",
    "工作",
    "下一步",
    "下步",
    "本次",
    "拟",
    "采取的",
    "采取",
    "目前",
    "当前",
    "反馈",
    "巡察",
    "巡视",
    "审计",
    "督察",
    "督导",
    "检查",
    "发现",
    "总体",
    "我局",
    "我院",
    "我校",
    "我镇",
    "我县",
    "我行",
    "分管",
    "主管",
    "牵头",
    "计划",
    "预计",
    "任务",
    "问题",
    "阶段性",
    "初步",
    "已",
    "已取得的",
    "取得的",
    "取得",
];

/// The label made of several words that ends at the colon `at`: `整改措施及成效：`, `我局整改情况：`.
fn composed(text: &str, at: usize, lexicon: &Lexicon) -> Option<(Span, LabelKind)> {
    // Nearly all colons stand behind other words.
    lexicon.labels.suffix_of(&text[..at])?;
    let floor = at.saturating_sub(LONGEST);
    let floor = (floor..=at).find(|at| text.is_char_boundary(*at))?;
    let words = &text[floor..at];
    let start = words
        .char_indices()
        .rev()
        .find(|(_, c)| !c.is_alphabetic() && !matches!(c, '、' | '/'))
        .map_or(0, |(mark, c)| mark + c.len_utf8());
    let phrase = &words[start..];
    let mut kind = None;
    for part in phrase.split(['及', '和', '与', '、', '/']) {
        let (len, found) = lexicon.labels.suffix_of(part)?;
        if !modifies(&part[..part.len() - len]) {
            return None;
        }
        if kind.is_none() || *found == LabelKind::Progress {
            kind = Some(*found);
        }
    }
    kind.map(|kind| (Span::new(floor + start, at), kind))
}

/// Whether `words` are modifiers only.
fn modifies(words: &str) -> bool {
    let mut rest = words;
    while !rest.is_empty() {
        match MODIFIERS.iter().filter(|word| rest.starts_with(**word)).map(|word| word.len()).max() {
            Some(len) => rest = &rest[len..],
            None => return false,
        }
    }
    true
}

fn label(text: &str, word: Span, kind: LabelKind, marks: &Marks) -> Option<LabelToken> {
    let boxed = text[..word.lo()].chars().next_back().filter(|c| matches!(c, '【' | '[' | '［'));
    let start = word.lo() - boxed.map_or(0, char::len_utf8);
    let place = place(text, start);
    let quoted = marks.quote_at(start).is_some() || marks.in_title(start);
    let bracketed = marks.bracket_at(start).is_some_and(|bracket| boxed.is_none() || bracket.lo() < start);
    if quoted || bracketed || place == Place::Inside && !behind_marker(text, start) {
        return None;
    }
    let (end, ordinal, cell) = ending(text, word.hi(), boxed.is_some(), place == Place::LineStart)?;
    let column = text[..start].ends_with('\t');
    if cell && place != Place::LineStart && !column {
        return None;
    }
    Some(LabelToken { span: Span::new(start, end), kind, ordinal, place, cell })
}

/// A label may follow a marker directly: `1.反馈问题：`, `（二）整改措施`.
fn behind_marker(text: &str, at: usize) -> bool {
    text[..at].ends_with(['.', '．', '、', '）', ')', '】', '”', '是'])
        || text[..at].chars().next_back().is_some_and(|c| ('①'..='⑳').contains(&c))
}

/// Where a label ends whose word ends at `at`, its number, and whether it fills a line without colon.
fn ending(text: &str, at: usize, boxed: bool, begins_line: bool) -> Option<(usize, Option<u32>, bool)> {
    let spaces = [' ', '\u{a0}', '\u{3000}'];
    let rest = text[at..].trim_start_matches(spaces);
    let (ordinal, tail) = label_number(rest).map_or((None, rest), |(ordinal, len)| (Some(ordinal), &rest[len..]));
    let rest = tail.trim_start_matches(spaces);
    let end = |rest: &str| text.len() - rest.len();
    let rest = if boxed { rest.strip_prefix(['】', ']', '］'])? } else { rest };
    if let Some(after) = rest.strip_prefix(['：', ':', '∶', '︰']) {
        return Some((end(after), ordinal, false));
    }
    if boxed {
        return Some((end(rest), ordinal, false));
    }
    if ordinal.is_some()
        && let Some(after) = rest.strip_prefix(['、', '．', '.'])
    {
        return Some((end(after), ordinal, false));
    }
    // 问题一　主体责任落实不到位
    if ordinal.is_some()
        && begins_line
        && rest.len() < tail.len()
        && rest.starts_with(|c: char| c.is_alphabetic() || c == '“')
    {
        return Some((end(rest), ordinal, false));
    }
    let full = rest.is_empty() || rest.starts_with(['\n', '\r', '\u{2028}', '\t']);
    full.then_some((end(rest), ordinal, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, want: &[(&str, Option<u32>)]) {
        let found = crate::scan::scan(text, &Lexicon::builtin()).labels;
        let got: Vec<_> = found.iter().map(|label| (label.span.slice(text), label.ordinal)).collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn forms() {
        check("反馈问题1：甲\n整改措施：乙", &[("反馈问题1：", Some(1)), ("整改措施：", None)]);
        check("责任单位：党建办　　完成时限：7月底", &[("责任单位：", None), ("完成时限：", None)]);
        check("【整改情况】已完成", &[("【整改情况】", None)]);
        check("问题一：学习不深入", &[("问题一：", Some(1))]);
        check("整改措施\n印发通知", &[("整改措施", None)]);
        check("问题二　监管缺位", &[("问题二　", Some(2))]);
        check("1.反馈问题：甲", &[("反馈问题：", None)]);
        check("具体整改措施及阶段性成效：甲", &[("具体整改措施及阶段性成效：", None)]);
        check("我局整改情况：甲", &[("我局整改情况：", None)]);
    }

    #[test]
    fn near_misses() {
        check("关于巡察整改情况的通报", &[]);
        check("明确责任单位、责任人和完成时限", &[]);
        check("“整改措施：”", &[]);
        check("落实整改措施：开展检查", &[]);
        check("针对存在问题，逐项整改", &[]);
        check("发现问题3个", &[]);
    }
}
