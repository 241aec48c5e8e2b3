//! How checkable a sentence is: specific, partial or vague.

use super::Evidence;
use super::cues::Signs;
use crate::Span;
use crate::lexicon::EvidenceClass;
use crate::model::{Dimension, Metric, Specificity};
use crate::scan::DateKind;

/// The label of a sentence of a measure: specific where it names something that an outsider could check, partial where it
/// names an act, else vague.
pub(super) fn of(span: Span, signs: Signs, evidence: &Evidence<'_>) -> Specificity {
    let checkable = has_figure(span, evidence) || has_date(span, evidence) || has_document(span, evidence);
    if checkable || has_penalty_or_name(span, evidence) {
        Specificity::Specific
    } else if signs.act || signs.done || signs.carried_on {
        Specificity::Partial
    } else {
        Specificity::Vague
    }
}

fn has_figure(span: Span, evidence: &Evidence<'_>) -> bool {
    evidence.metrics_in(span).iter().any(|metric| !is_frequency(metric, evidence.text))
}

/// A stretch of time in a habit (`每天1小时`) checks nothing.
fn is_frequency(metric: &Metric, text: &str) -> bool {
    let before = &text[..metric.quantity.span.lo()];
    let habit = before.chars().rev().take(4).any(|c| c == '每');
    metric.quantity.dimension == Dimension::Time && habit
}

fn has_date(span: Span, evidence: &Evidence<'_>) -> bool {
    let dates = &evidence.scan.dates;
    let first = dates.partition_point(|token| token.span.lo() < span.lo());
    dates[first..].iter().take_while(|token| token.span.hi() <= span.hi()).any(|token| token.kind != DateKind::Clock)
}

/// A document that was made or studied; one that is only followed (`严格执行《…》`) names nothing new unless numbered.
fn has_document(span: Span, evidence: &Evidence<'_>) -> bool {
    let documents = evidence.documents;
    let first = documents.partition_point(|document| document.span.lo() < span.lo());
    documents[first..].iter().take_while(|document| document.span.hi() <= span.hi()).any(|document| {
        let before = &evidence.text[span.lo()..document.span.lo()];
        let followed =
            evidence.lexicon.evidence.suffix_of(before).is_some_and(|(_, class)| *class == EvidenceClass::Follows);
        document.number.is_some() || !followed
    })
}

/// A penalty, or a body or a place that the words name: one of a stated seat (`市审计局`), one with a name before it
/// (`弦歌大道`).
fn has_penalty_or_name(span: Span, evidence: &Evidence<'_>) -> bool {
    let words = span.slice(evidence.text);
    let list = &evidence.lexicon.evidence;
    let unnamed = |after| list.prefix_of(after).is_some_and(|(_, class)| *class == EvidenceClass::Unnamed);
    list.find_in(words).any(|(at, class)| match class {
        EvidenceClass::Penalty => true,
        EvidenceClass::Body => has_seat(&words[..at.lo()]) && !unnamed(&words[at.hi()..]),
        EvidenceClass::Place => words[..at.lo()].chars().rev().take_while(|c| is_han(*c)).take(2).count() == 2,
        _ => false,
    })
}

/// Characters between the seat and the end of a body's name.
const SEAT: usize = 10;

/// Whether the name of a body that stands behind `before` has its seat there: 市, 县, 区….
fn has_seat(before: &str) -> bool {
    let mut near = before.chars().rev().take_while(|c| is_han(*c)).take(SEAT).peekable();
    while let Some(c) = near.next() {
        let seat = matches!(c, '省' | '市' | '县' | '区' | '州');
        if seat && near.peek().is_none_or(|before| !"全各上在本社园辖".contains(*before)) {
            return true;
        }
    }
    false
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}
