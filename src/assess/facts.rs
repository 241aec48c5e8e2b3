//! What an outsider could check in a sentence: figures, dates, documents, penalties, bodies and places that are named.

use super::{Evidence, names};
use crate::Span;
use crate::class::classes;
use crate::lexicon::EvidenceClass;
use crate::model::{Dimension, Metric};
use crate::scan::DateKind;

classes! {
    /// Kind of a checkable fact.
    FactKind {
        /// A count or measure: 清退12人.
        Figure = "figure",
        /// A sum of money: 收回3.2万元.
        Money = "money",
        /// What is left to do (`未完成的3个问题`): checkable only beside an act.
        Remainder = "remainder",
        /// A date: 2024年6月.
        Date = "date",
        /// A time limit: 6月底前.
        Deadline = "deadline",
        /// A document that was made or studied.
        Document = "document",
        /// A penalty: 诫勉.
        Penalty = "penalty",
        /// A person: 张某.
        Person = "person",
        /// A body of a stated seat: 市审计局.
        Body = "body",
        /// A place, a road, a plant by its name: 弦歌大道.
        Place = "place",
        /// An enterprise, a village, a project by its name: 乌石村.
        Name = "name",
    }
}

/// A checkable fact and its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub kind: FactKind,
    /// Its words, as bytes of the text.
    pub span: Span,
}

/// The facts of the sentence `span`, those that are cheap to find first.
pub(super) fn of<'e>(span: Span, evidence: &'e Evidence<'_>) -> impl Iterator<Item = Fact> + 'e {
    figures(span, evidence).chain(dates(span, evidence)).chain(documents(span, evidence)).chain(listed(span, evidence))
}

fn figures<'e>(span: Span, evidence: &'e Evidence<'_>) -> impl Iterator<Item = Fact> + 'e {
    let checkable = |metric: &&Metric| !is_frequency(metric, evidence.text) && !is_echo(metric, evidence.text);
    evidence.metrics_in(span).iter().filter(checkable).map(|metric| {
        let kind = match metric.quantity.dimension {
            _ if is_remainder(metric, evidence.text) => FactKind::Remainder,
            Dimension::Money => FactKind::Money,
            _ => FactKind::Figure,
        };
        Fact { kind, span: metric.quantity.span }
    })
}

/// Characters before a count in which 未 says that it is still to do.
const BEFORE: usize = 8;

/// What is left of problems or tasks: 尚未完成的4个问题.
fn is_remainder(metric: &Metric, text: &str) -> bool {
    let (before, after) = (&text[..metric.quantity.span.lo()], &text[metric.quantity.span.hi()..]);
    let from = before.char_indices().rev().take(BEFORE).last().map_or(0, |(at, _)| at);
    let left = ["未", "剩余", "其余", "长期"].iter().any(|word| before[from..].contains(word));
    left && ["问题", "任务", "事项", "整改", "措施"].iter().any(|noun| after.starts_with(noun))
}

/// A stretch of time in a habit (`每天1小时`) checks nothing.
fn is_frequency(metric: &Metric, text: &str) -> bool {
    let before = &text[..metric.quantity.span.lo()];
    let habit = before.chars().rev().take(4).any(|c| c == '每');
    metric.quantity.dimension == Dimension::Time && habit
}

/// Characters in which a count is looked for again.
const ECHO: usize = 12;

/// 一个 that comes twice counts nothing: 改一个成一个.
fn is_echo(metric: &Metric, text: &str) -> bool {
    let quantity = metric.quantity.span;
    let said = quantity.slice(text);
    let (before, after) = (&text[..quantity.lo()], &text[quantity.hi()..]);
    let from = before.char_indices().rev().take(ECHO).last().map_or(0, |(at, _)| at);
    let to = after.char_indices().nth(ECHO).map_or(after.len(), |(at, _)| at);
    said.starts_with('一') && (before[from..].contains(said) || after[..to].contains(said))
}

fn dates<'e>(span: Span, evidence: &'e Evidence<'_>) -> impl Iterator<Item = Fact> + 'e {
    let dates = &evidence.scan.dates;
    let first = dates.partition_point(|token| token.span.lo() < span.lo());
    let inside = dates[first..].iter().take_while(move |token| token.span.hi() <= span.hi());
    inside.filter(|token| token.kind != DateKind::Clock).map(|token| {
        let limit = ["前", "之前", "以前"].iter().any(|word| evidence.text[token.span.hi()..].starts_with(word));
        Fact { kind: if limit { FactKind::Deadline } else { FactKind::Date }, span: token.span }
    })
}

/// A document that was made or studied; one that is only followed (`严格执行《…》`) names nothing new unless numbered.
fn documents<'e>(span: Span, evidence: &'e Evidence<'_>) -> impl Iterator<Item = Fact> + 'e {
    let documents = evidence.documents;
    let first = documents.partition_point(|document| document.span.lo() < span.lo());
    let inside = documents[first..].iter().take_while(move |document| document.span.hi() <= span.hi());
    let new = move |before: &str| {
        let class = evidence.lexicon.evidence.suffix_of(before);
        class.is_none_or(|(_, class)| *class != EvidenceClass::Follows)
    };
    inside
        .filter(move |document| document.number.is_some() || new(&evidence.text[span.lo()..document.span.lo()]))
        .map(|document| Fact { kind: FactKind::Document, span: document.span })
}

/// Penalties, persons, bodies of a stated seat (`市审计局`), places with words of their own before them (`弦歌大道`), and what
/// has a proper name or a number.
fn listed<'e>(span: Span, evidence: &'e Evidence<'_>) -> impl Iterator<Item = Fact> + 'e {
    let words = span.slice(evidence.text);
    let list = &evidence.lexicon.evidence;
    let unnamed = |after| list.prefix_of(after).is_some_and(|(_, class)| *class == EvidenceClass::Unnamed);
    let proper = |at| names::proper(words, at, evidence.lexicon);
    list.find_in(words).filter_map(move |(at, class)| {
        let before = &words[..at.lo()];
        let (kind, from) = match class {
            EvidenceClass::Penalty => (FactKind::Penalty, at.lo()),
            EvidenceClass::Person => (FactKind::Person, at.lo()),
            EvidenceClass::Body if !unnamed(&words[at.hi()..]) => {
                (FactKind::Body, names::seat(before).or_else(|| names::quoted(words, at)).or_else(|| proper(at))?)
            }
            EvidenceClass::Place => (FactKind::Place, names::two_before(before)?),
            EvidenceClass::Numbered => (FactKind::Place, names::number(before)?),
            EvidenceClass::Stretch => (FactKind::Place, names::stretch(before)?),
            EvidenceClass::Places => (FactKind::Place, names::place(before, evidence.lexicon)?),
            EvidenceClass::Name | EvidenceClass::Settlement => (FactKind::Name, proper(at)?),
            _ => return None,
        };
        Some(Fact { kind, span: Span::new(span.lo() + from, span.lo() + at.hi()) })
    })
}
