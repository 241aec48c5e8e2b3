//! Size conditions: 亿元以上项目37个, 超50亿元项目1个, 运行超过30年的9870座. The condition is no metric; the count that it
//! limits carries it.

use super::exclude::is_stop;
use super::mention::{Known, Mention};
use super::page::Page;
use crate::Span;
use crate::model::{Approx, Comparison, Dimension, Threshold};
use crate::scan::Form;
use memchr::memmem;
use rust_decimal::Decimal;

/// A size condition found in the text.
pub(super) struct Condition<'a> {
    mention: Mention<'a>,
    op: Comparison,
}

impl Condition<'_> {
    /// Number, unit and the words of comparison.
    pub fn words(&self) -> Span {
        self.mention.outer
    }

    pub fn threshold(&self) -> Threshold {
        Threshold {
            op: self.op,
            value: self.mention.value,
            unit: self.mention.unit.to_string(),
            span: self.mention.span,
        }
    }
}

/// The condition that limits the noun of `name` from an earlier clause of its sentence: 500万元以上项目全程跟踪，已纳入项目14个.
/// `room` begins where the sentence or the stretch of the metric before ends, and ends where the clause of the metric begins.
pub(super) fn carried<'c, 'a>(
    page: &Page<'_>,
    room: Span,
    name: &str,
    conditions: &'c [Condition<'a>],
) -> Option<&'c Condition<'a>> {
    const NOUN: usize = 2;
    let next = conditions.partition_point(|condition| condition.words().lo() < room.hi());
    let condition = conditions[..next].last().filter(|condition| condition.words().lo() >= room.lo())?;
    let limited = page.text.get(condition.words().hi()..room.hi())?.trim_start_matches(' ');
    let limited = limited.strip_prefix('的').unwrap_or(limited);
    let (at, _) = name.char_indices().rev().nth(NOUN - 1)?;
    limited.starts_with(&name[at..]).then_some(condition)
}

/// Parts the size conditions from the quantities.
pub(super) fn split<'a>(page: &Page<'_>, mentions: Vec<Mention<'a>>) -> (Vec<Mention<'a>>, Vec<Condition<'a>>) {
    let mut kept = Vec::with_capacity(mentions.len());
    let mut conditions = Vec::new();
    for mention in mentions {
        match comparison(page, &mention) {
            Some(op) => conditions.push(Condition { mention, op }),
            None => kept.push(mention),
        }
    }
    (kept, conditions)
}

/// The comparison that `mention` makes, if it limits what follows it.
pub(super) fn comparison(page: &Page<'_>, mention: &Mention<'_>) -> Option<Comparison> {
    let behind = &page.text[mention.span.hi()..];
    if mention.form == Form::Chinese && mention.dimension() == Dimension::Ratio {
        return None;
    }
    let (op, end) = after_words(behind)
        .map(|(op, len)| (op, mention.span.hi() + len))
        .or_else(|| before_words(page, mention).map(|op| (op, mention.outer.hi())))?;
    limits(page, end).then_some(op)
}

fn after_words(behind: &str) -> Option<(Comparison, usize)> {
    const WORDS: &[(&str, Comparison)] = &[
        ("及以上", Comparison::AtLeast),
        ("（含）以上", Comparison::AtLeast),
        ("(含)以上", Comparison::AtLeast),
        ("以上", Comparison::AtLeast),
        ("及以下", Comparison::AtMost),
        ("（含）以下", Comparison::AtMost),
        ("(含)以下", Comparison::AtMost),
        ("以下", Comparison::AtMost),
        ("以内", Comparison::AtMost),
    ];
    WORDS.iter().find(|(word, _)| behind.starts_with(word)).map(|(word, op)| (*op, word.len()))
}

fn before_words(page: &Page<'_>, mention: &Mention<'_>) -> Option<Comparison> {
    let before = page.text[..mention.span.lo()].trim_end_matches([' ', '\u{a0}']);
    const WORDS: &[(&str, Comparison)] = &[
        ("不超过", Comparison::AtMost),
        ("不低于", Comparison::AtLeast),
        ("不少于", Comparison::AtLeast),
        ("超过", Comparison::Above),
        ("高于", Comparison::Above),
        ("大于", Comparison::Above),
        ("低于", Comparison::Below),
        ("小于", Comparison::Below),
        ("不足", Comparison::Below),
        ("不到", Comparison::Below),
        ("不满", Comparison::Below),
        ("未满", Comparison::Below),
        ("超", Comparison::Above),
        ("满", Comparison::AtLeast),
    ];
    let stated = WORDS.iter().find(|(word, _)| before.ends_with(word)).map(|(_, op)| *op);
    stated.or_else(|| (before.ends_with("连续") && opens_relative(page, mention)).then_some(Comparison::AtLeast))
}

/// 连续3个月未交纳党费的2名: the stretch of time opens a relative clause in front of a count. Elsewhere (连续3年获评) it is a mere
/// duration.
fn opens_relative(page: &Page<'_>, mention: &Mention<'_>) -> bool {
    let rest = &page.text[mention.span.hi()..];
    let near = rest.char_indices().nth(16).map_or(rest, |(at, _)| &rest[..at]);
    let clause = near.split(is_stop).next().unwrap_or_default();
    clause.rfind('的').is_some_and(|at| clause[at + "的".len()..].starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a condition that ends at `end` limits a noun: a noun follows, not a stop, a second value or a verb of change.
fn limits(page: &Page<'_>, end: usize) -> bool {
    let rest = page.text[end..].trim_start_matches([' ', '\u{a0}']);
    let rest = rest.strip_prefix('的').unwrap_or(rest);
    let Some(next) = rest.chars().next() else { return false };
    !is_stop(next)
        && !next.is_whitespace()
        && !matches!(next, '和' | '并' | '及' | '且' | '或' | '；' | '而' | '等')
        && !page.change_follows(end)
        && (next.is_ascii_digit() || !next.is_ascii())
}

/// 亿元以上项目: a bare unit of money as a condition means one of it.
pub(super) fn bare_units<'a>(page: &Page<'a>) -> Vec<Condition<'a>> {
    memmem::find_iter(page.text.as_bytes(), "元以").filter_map(|at| bare_unit(page, at + "元".len())).collect()
}

/// The condition whose unit ends at `end`, where no number stands before it.
fn bare_unit<'a>(page: &Page<'a>, end: usize) -> Option<Condition<'a>> {
    let (op, len) = after_words(&page.text[end..])?;
    let before = &page.text[..end];
    let unit = ["千万元", "百万元", "亿元", "万元"].iter().find(|unit| before.ends_with(**unit))?;
    let start = end - unit.len();
    let numbered = page.text[..start].chars().next_back().is_some_and(|c| {
        c.is_ascii_digit() || ('０'..='９').contains(&c) || "余多十百千万亿一二两三四五六七八九几".contains(c)
    });
    if numbered || !limits(page, end + len) || page.scan.marks.in_title(start) {
        return None;
    }
    let span = Span::new(start, end);
    let mention = Mention {
        span,
        number: span,
        value: Decimal::ONE,
        upper: None,
        fraction: None,
        unit: (*unit).into(),
        known: page.lexicon.units.get(unit).map(Known::from),
        approx: Approx::Exact,
        outer: Span::new(start, end + len),
        form: Form::Chinese,
    };
    Some(Condition { mention, op })
}
