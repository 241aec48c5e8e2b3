//! Time limits: from a labelled field, or from the words (`6月底前`).

use super::Evidence;
use super::context::Context;
use super::sentence::Sentence;
use crate::Span;
use crate::model::{Deadline, Node, PartialDate};
use crate::scan::{DateKind, DateToken};

/// The deadline of a node: the one of its field with its date read, else the first that its sentences set.
pub(super) fn of(node: &Node, sentences: &[Sentence], context: Context, evidence: &Evidence<'_>) -> Option<Deadline> {
    if let Some(field) = &node.deadline {
        let date = dates_in(field.span, evidence).filter_map(|token| last_day(token, true, evidence)).last();
        return Some(Deadline { span: field.span, date: field.date.or(date) });
    }
    sentences.iter().find_map(|sentence| {
        let (span, token) = limits(sentence.span, evidence).next()?;
        let words = sentence.span.slice(evidence.text);
        let ahead = context.to_come || !words.contains('已');
        let past = words[..span.lo() - sentence.span.lo()].ends_with("已于")
            || words[span.hi() - sentence.span.lo()..].starts_with('已');
        (!past).then(|| Deadline { span, date: last_day(token, ahead, evidence) })
    })
}

/// The dates of `span` that 前 makes a limit, with their words.
pub(super) fn limits<'e>(span: Span, evidence: &'e Evidence<'_>) -> impl Iterator<Item = (Span, &'e DateToken)> {
    dates_in(span, evidence).filter_map(move |token| {
        let after = &evidence.text[token.span.hi()..span.hi().max(token.span.hi())];
        let word = ["之前", "以前", "前"].iter().find(|word| after.starts_with(**word))?;
        let counted =
            after[word.len()..].starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
        (!counted).then(|| (Span::new(token.span.lo(), token.span.hi() + word.len()), token))
    })
}

fn dates_in<'e>(span: Span, evidence: &'e Evidence<'_>) -> impl Iterator<Item = &'e DateToken> {
    let dates = &evidence.scan.dates;
    let first = dates.partition_point(|token| token.span.lo() < span.lo());
    dates[first..]
        .iter()
        .take_while(move |token| token.span.hi() <= span.hi())
        .filter(|token| token.kind != DateKind::Clock)
}

/// The last day that a limit allows. A month without a year, in a limit that lies `ahead`, is the first one that does not
/// lie before publication.
fn last_day(token: &DateToken, ahead: bool, evidence: &Evidence<'_>) -> Option<PartialDate> {
    let stated = token.end.or(token.start);
    let words = token.span.slice(evidence.text);
    let yearless = !words.contains('年') && !words.contains(['-', '.', '/']);
    let Some(published) = evidence.published.filter(|_| yearless && ahead) else { return stated };
    let date = token.last_in(evidence.text, published.year)?;
    let passed = date.month < published.month;
    if passed { token.last_in(evidence.text, published.year + 1) } else { Some(date) }
}
