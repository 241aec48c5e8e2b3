//! The words before a number, freed of what is no part of a name: circumstances of time, adverbs and connectors in front,
//! linking verbs behind.

use super::page::Page;
use crate::Span;
use crate::charset::CharSet;
use crate::lexicon::NamingClass;
use crate::scan::DateKind;

/// Marks that can stand at either end of a name and belong to none.
static EDGES: CharSet = CharSet::of(&[
    '、', '，', ',', '。', '；', ';', '：', ':', '（', '(', '）', ')', ' ', '\u{3000}', '\u{a0}', '\n', '\r', '—', '·',
]);

fn is_edge(c: char) -> bool {
    EDGES.has(c)
}

/// `span` without white space, marks, dates and lead words in front.
pub(super) fn front(page: &Page<'_>, mut span: Span) -> Span {
    loop {
        let before = span;
        let words = span.slice(page.text);
        span.start += (words.len() - words.trim_start_matches(is_edge).len()) as u32;
        span = after_time(page, span);
        span = after_date(page, span);
        span = after_lead(page, span);
        if let Some(marker) = page.markers.at(span.lo()) {
            span.start = marker.end.min(span.end);
        }
        if span == before {
            return span;
        }
    }
}

/// `span` without white space, marks and linking words behind.
pub(super) fn back(page: &Page<'_>, mut span: Span) -> Span {
    loop {
        let before = span;
        let words = span.slice(page.text);
        span.end -= (words.len() - trim_marks(words).len()) as u32;
        let words = span.slice(page.text);
        if let Some((len, ())) = page.lexicon.naming.of(NamingClass::Link).suffix_of(words)
            && is_whole_word_at_end(page, span, len)
        {
            span.end -= len as u32;
        }
        span = before_start_value(page, span);
        if span == before {
            return span;
        }
    }
}

/// `words` without marks at the end; a closing bracket whose mate stands in them is kept.
fn trim_marks(words: &str) -> &str {
    let mut rest = words;
    while let Some(mark) = rest.chars().next_back().filter(|c| is_edge(*c)) {
        let opened = matches!(mark, '）' | ')') && rest.contains(['（', '(']);
        if opened {
            break;
        }
        rest = &rest[..rest.len() - mark.len_utf8()];
    }
    rest
}

/// Most characters behind 由 or 从 that say when a pair starts.
const LONGEST_START: usize = 9;

/// The words before 由 or 从 of a pair whose start is dated: 药占比由年初的, 大班额比例由目前的.
fn before_start_value(page: &Page<'_>, span: Span) -> Span {
    let words = span.slice(page.text);
    let near = words.char_indices().rev().take(LONGEST_START + 1);
    let Some(at) = near.map(|(at, _)| at).find(|at| *at > 0 && words[*at..].starts_with(['由', '从'])) else {
        return span;
    };
    let tail = &words[at + "由".len()..];
    const DATED: [&str; 15] = [
        "年",
        "初",
        "目前",
        "现在",
        "同期",
        "原",
        "巡察前",
        "巡视前",
        "整改前",
        "改革前",
        "期末",
        "期初",
        "最初",
        "此前",
        "过去",
    ];
    let timed =
        tail.ends_with(['前', '时']) || tail.ends_with("前的") || tail.ends_with("时的") || tail.starts_with('每');
    if timed || DATED.iter().any(|word| tail.contains(word)) {
        return Span::new(span.lo(), span.lo() + at);
    }
    span
}

/// `span` freed at both ends.
pub(super) fn both(page: &Page<'_>, span: Span) -> Span {
    front(page, back(page, span))
}

/// Where the name begins behind a circumstance: 采取…等方式复耕撂荒地, 范围内仍有散养户, 剔除重复件后为.
pub(super) fn after_circumstance(page: &Page<'_>, span: Span) -> Span {
    let words = span.slice(page.text);
    const TIES: [&str; 5] = ["仍有", "尚有", "现有", "共有", "还有"];
    for tie in TIES.iter().filter(|_| words.contains('有')) {
        if let Some(at) = words.find(tie).filter(|at| words.len() > at + tie.len() + "户".len()) {
            return Span::new(span.lo() + at + tie.len(), span.hi());
        }
    }
    let bare = words.trim_end_matches(['为', '达', '共', ' ']);
    if bare.ends_with('后') && bare.chars().count() > 4 {
        return Span::new(span.hi(), span.hi());
    }
    let cut = page.lexicon.naming.of(NamingClass::Cut).find_in(words).last();
    match cut {
        Some((hit, ())) if hit.hi() < words.len() => Span::new(span.lo() + hit.hi(), span.hi()),
        _ => span,
    }
}

/// 截至督察时, 截至目前: a time that is no date.
fn after_time(page: &Page<'_>, span: Span) -> Span {
    let words = span.slice(page.text);
    if !words.starts_with("截至") && !words.starts_with("截止") {
        return span;
    }
    let near = words.char_indices().nth(12).map_or(words.len(), |(at, _)| at);
    match words[..near].find(['时', '前']) {
        Some(at) => Span::new(span.lo() + at + "时".len(), span.hi()),
        None => span,
    }
}

/// A date in front, with the words that tie it: 截至2022年底, 2023年以来.
fn after_date(page: &Page<'_>, span: Span) -> Span {
    let Some(date) = page.dates.at(span.lo() + tie(span.slice(page.text))) else { return span };
    let token = page.scan.dates.partition_point(|token| token.span < date);
    let clock = page.scan.dates.get(token).is_some_and(|token| token.kind == DateKind::Clock);
    if clock || date.hi() >= span.hi() {
        return span;
    }
    let mut at = date.hi();
    const TAILS: [&str; 17] = [
        "以来",
        "年底前",
        "底前",
        "之前",
        "以前",
        "底",
        "末",
        "初",
        "前",
        "后",
        "起",
        "止",
        "的",
        "度",
        "中旬",
        "上旬",
        "下旬",
    ];
    while let Some(tail) = TAILS.iter().find(|tail| page.text[at..span.hi()].starts_with(**tail)) {
        at += tail.len();
    }
    Span::new(at.min(span.hi()), span.hi())
}

/// Length of the word that ties a date to what follows.
fn tie(words: &str) -> usize {
    match words.chars().next() {
        Some('截') if words.starts_with("截至") || words.starts_with("截止") => "截至".len(),
        Some(c @ ('到' | '至' | '自' | '从' | '于' | '在' | '较' | '比')) => c.len_utf8(),
        _ => 0,
    }
}

fn after_lead(page: &Page<'_>, span: Span) -> Span {
    let words = span.slice(page.text);
    let Some((len, ())) = page.lexicon.naming.of(NamingClass::Lead).prefix_of(words) else { return span };
    // A single character may be the first of a longer word: 有 in 有效, 共 in 共青团.
    let single = words[..len].chars().nth(1).is_none();
    if len == words.len() || single && page.words(span).first().is_none_or(|word| word.word.len() != len) {
        return if len == words.len() { Span::new(span.hi(), span.hi()) } else { span };
    }
    Span::new(span.lo() + len, span.hi())
}

/// Whether `words` end with a word of at most `len` bytes, not with the end of a longer one: 约 in 签约, 计 in 审计.
pub(super) fn is_whole_word_at_end(page: &Page<'_>, words: Span, len: usize) -> bool {
    let cue = &page.text[words.hi() - len..words.hi()];
    cue.chars().nth(1).is_some() || page.words(words).last().is_some_and(|word| word.word.len() <= len)
}
