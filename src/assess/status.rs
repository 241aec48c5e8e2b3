//! How far a measure has come, by the words of its sentences.

use super::Evidence;
use super::context::Context;
use super::sentence::Sentence;
use crate::Span;
use crate::lexicon::StatusCue;
use crate::model::{NodeId, NodeKind, Outline, Role, Status};

/// What the sentences of a measure say, taken together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Signs {
    /// 已…, 完成.
    done: bool,
    /// 已 itself: done even where the sentence also plans.
    already: bool,
    /// An act in the plain form, or a result in figures.
    act: bool,
    ongoing: bool,
    planned: bool,
    /// A course that goes on where nothing else is said.
    course: bool,
}

impl Signs {
    fn and(self, other: Self) -> Self {
        Self {
            done: self.done || other.done,
            already: self.already || other.already,
            act: self.act || other.act,
            ongoing: self.ongoing || other.ongoing,
            planned: self.planned || other.planned,
            course: self.course || other.course,
        }
    }

    /// What a single sentence comes to: in a plan only 已 tells of something done.
    fn settled(self) -> Self {
        if self.planned { Self { done: self.already, act: false, ..self } } else { self }
    }
}

/// The status of a measure; that of the measures below it where it says nothing itself.
pub(super) fn of(
    outline: &Outline,
    id: NodeId,
    sentences: &[Sentence],
    context: Context,
    evidence: &Evidence<'_>,
) -> Option<Status> {
    let signs = sentences
        .iter()
        .map(|sentence| (sentence, signs(sentence.span, evidence)))
        .filter(|(sentence, signs)| !sentence.heading || signs.already)
        .fold(Signs::default(), |sum, (_, signs)| sum.and(signs.settled()));
    if context.to_come {
        return Some(Status::Planned);
    }
    let said = if context.under_measures {
        Signs { act: false, done: signs.already, course: false, planned: false, ..signs }
    } else {
        signs
    };
    status(said).or_else(|| of_children(outline, id))
}

fn status(signs: Signs) -> Option<Status> {
    match (signs.done || signs.act, signs.ongoing, signs.planned) {
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

/// Marks that end a clause.
const CLAUSE_ENDS: [char; 6] = ['，', ',', '；', ';', '。', '！'];

/// What one sentence says. What stands behind 正在 in its clause is under way, not done.
fn signs(span: Span, evidence: &Evidence<'_>) -> Signs {
    let words = span.slice(evidence.text);
    let mut signs = Signs::default();
    let mut under_way = 0;
    for (at, cue) in evidence.lexicon.status.find_in(words) {
        let (before, after) = (&words[..at.lo()], &words[at.hi()..]);
        let already = at.slice(words).starts_with(['已', '均']);
        if at.lo() < under_way && !already && matches!(cue, StatusCue::Done | StatusCue::Act) {
            continue;
        }
        match cue {
            StatusCue::Done if is_said(before, after) => {
                signs.done = true;
                signs.already |= already;
            }
            StatusCue::Ongoing if !after.starts_with('的') => {
                signs.ongoing = true;
                under_way = at.hi() + after.find(CLAUSE_ENDS).unwrap_or(after.len());
            }
            StatusCue::Planned => signs.planned = true,
            StatusCue::Act if is_said(before, after) => signs.act = true,
            StatusCue::Aim if is_result(before, after) => signs.done = true,
            StatusCue::Aim => signs.course = true,
            _ => {}
        }
    }
    signs.act |= evidence.metrics_in(span).iter().any(|metric| metric.role == Role::Achieved);
    signs.planned |= has_limit_ahead(span, evidence);
    signs
}

/// Whether a cue tells of something, and neither denies it nor only describes a noun (`已完成的任务`).
fn is_said(before: &str, after: &str) -> bool {
    let denied = ["未", "不", "没有", "无法", "尚未", "未能", "待"].iter().any(|word| before.ends_with(word));
    !denied && !after.starts_with('的')
}

/// Whether a word of direction stands as what came out: at the end of a clause, behind its subject.
fn is_result(before: &str, after: &str) -> bool {
    let ends = after.is_empty() || after.starts_with(CLAUSE_ENDS);
    let clause = before.rsplit(CLAUSE_ENDS).next().unwrap_or_default();
    ends && clause.chars().count() >= 2
}

/// Whether the sentence sets a time limit (`6月底前`) for something that is not yet done.
fn has_limit_ahead(span: Span, evidence: &Evidence<'_>) -> bool {
    let words = span.slice(evidence.text);
    super::deadline::limits(span, evidence).any(|(limit, _)| {
        let before = &words[..limit.lo() - span.lo()];
        let after = &words[limit.hi() - span.lo()..];
        !before.ends_with("已于") && !before.ends_with("已在") && !after.starts_with('已')
    })
}
