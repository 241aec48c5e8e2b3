//! How far a measure has come, by the words of its sentences.

use super::Evidence;
use super::context::Context;
use super::cues::{self, Signs};
use super::sentence::Sentence;
use crate::Span;
use crate::model::{NodeId, NodeKind, Outline, Role, Status};

/// The status of a measure; that of the measures below it where it says nothing itself. `read` holds what the words of the
/// actions say.
pub(super) fn of(
    outline: &Outline,
    id: NodeId,
    sentences: &[Sentence],
    context: Context,
    read: &[Signs],
    evidence: &Evidence<'_>,
) -> Option<Status> {
    let words = |sentence: &Sentence| match sentence.action {
        Some(action) => read[action.0 as usize],
        None => cues::read(sentence.span, evidence),
    };
    let signs = sentences
        .iter()
        .map(|sentence| (sentence, signs(words(sentence), sentence.span, evidence)))
        .filter(|(sentence, signs)| !sentence.heading || signs.already || has_result(sentence.span, evidence))
        .fold(Signs::default(), |sum, (_, signs)| sum.and(signs.settled()));
    if context.to_come {
        return Some(Status::Planned);
    }
    let said = if context.under_measures {
        Signs { act: false, improved: false, done: signs.already, course: false, planned: false, ..signs }
    } else {
        signs
    };
    status(said).or_else(|| of_children(outline, id))
}

fn status(signs: Signs) -> Option<Status> {
    match (signs.done || signs.improved || signs.act, signs.ongoing, signs.planned) {
        (true, false, false) => Some(Status::Done),
        (false, true, false) => Some(Status::Ongoing),
        (false, false, true) => Some(Status::Planned),
        (false, false, false) => signs.course.then_some(Status::Ongoing),
        _ => Some(Status::Mixed),
    }
}

/// What the measures below come to.
fn of_children(outline: &Outline, id: NodeId) -> Option<Status> {
    let below = outline.get(id).children.iter().map(|child| outline.get(*child));
    let mut stated = below.filter(|child| child.kind == NodeKind::Measure).filter_map(|child| child.status);
    let first = stated.next()?;
    Some(if stated.all(|status| status == first) { first } else { Status::Mixed })
}

/// What one sentence says: by its words, its figures, its time limits.
fn signs(words: Signs, span: Span, evidence: &Evidence<'_>) -> Signs {
    let mut signs = words;
    signs.act |= has_result(span, evidence);
    signs.planned |= has_limit_ahead(span, evidence);
    signs
}

/// Whether the sentence states what was reached in figures.
pub(super) fn has_result(span: Span, evidence: &Evidence<'_>) -> bool {
    evidence.metrics_in(span).iter().any(|metric| metric.role == Role::Achieved)
}

/// Whether the sentence sets a time limit (`6月底前`) for something that is not yet done.
pub(super) fn has_limit_ahead(span: Span, evidence: &Evidence<'_>) -> bool {
    let words = span.slice(evidence.text);
    super::deadline::limits(span, evidence).any(|(limit, _)| {
        let before = &words[..limit.lo() - span.lo()];
        let after = &words[limit.hi() - span.lo()..];
        !before.ends_with("已于") && !before.ends_with("已在") && !after.starts_with('已')
    })
}
