//! The status cues of one sentence, read with their grammar: what is denied, described, under way or merely aimed at.

use super::Evidence;
use crate::lexicon::{DeedClass, StatusCue};
use crate::{Lexicon, Span};

/// Marks that end a clause.
pub(super) const CLAUSE_ENDS: [char; 7] = ['，', ',', '；', ';', '。', '！', '：'];

/// What the words of a sentence, or of several taken together, say of progress.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Signs {
    /// 完成, 到位, 销号.
    pub done: bool,
    /// A result without a measure (`满意度明显提升`).
    pub improved: bool,
    /// 已 itself: done even where the sentence also plans.
    pub already: bool,
    /// An act in the plain form.
    pub act: bool,
    /// 正在, 推进中.
    pub ongoing: bool,
    /// An act that goes on: 持续开展.
    pub carried_on: bool,
    /// 将, 拟, 力争.
    pub planned: bool,
    /// A course that goes on where nothing else is said: 加大, 严格落实.
    pub course: bool,
}

impl Signs {
    /// What both say.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            done: self.done || other.done,
            improved: self.improved || other.improved,
            already: self.already || other.already,
            act: self.act || other.act,
            ongoing: self.ongoing || other.ongoing,
            carried_on: self.carried_on || other.carried_on,
            planned: self.planned || other.planned,
            course: self.course || other.course,
        }
    }

    /// What a single sentence comes to: in a plan only 已 tells of something done.
    pub(super) fn settled(self) -> Self {
        if self.planned { Self { done: self.already, act: false, improved: false, ..self } } else { self }
    }
}

/// What the words of the sentence `span` say. Behind 正在 or 加强 in one clause an act is under way or the object of an aim
/// (`加强队伍建设`), not done.
pub(super) fn read(span: Span, evidence: &Evidence<'_>) -> Signs {
    let words = span.slice(evidence.text);
    let mut signs = Signs::default();
    let mut shadow = 0;
    for (at, cue) in evidence.scan.words.status.within(span) {
        let at = Span::new(at.lo() - span.lo(), at.hi() - span.lo());
        let (before, after) = (&words[..at.lo()], &words[at.hi()..]);
        let already = at.slice(words).starts_with(['已', '均']);
        let shadowed = at.lo() < shadow && !already;
        match cue {
            StatusCue::Done if !shadowed && is_said(before, after, evidence.lexicon) => {
                signs.done = true;
                signs.already |= already;
            }
            StatusCue::Act
                if !shadowed && is_said(before, after, evidence.lexicon) && !is_noun(after, evidence.lexicon) =>
            {
                signs.act = true
            }
            StatusCue::Ongoing if !after.starts_with('的') => {
                signs.ongoing = true;
                signs.carried_on |= at.slice(words).ends_with("开展");
                shadow = end_of_clause(words, at.hi(), shadow);
            }
            StatusCue::Planned => signs.planned = true,
            StatusCue::Aim if is_result(before, after) => signs.improved = true,
            StatusCue::Aim if !is_denied(before, evidence.lexicon) => {
                signs.course = true;
                shadow = end_of_clause(words, at.hi(), shadow);
            }
            _ => {}
        }
    }
    signs
}

/// Where the clause of byte `at` ends; `known` is where an earlier clause does, which may be the same one.
fn end_of_clause(words: &str, at: usize, known: usize) -> usize {
    if at <= known { known } else { words[at..].find(CLAUSE_ENDS).map_or(words.len(), |mark| at + mark) }
}

/// Whether a cue tells of something, and neither denies it nor only describes a noun (`已完成的任务`).
fn is_said(before: &str, after: &str, lexicon: &Lexicon) -> bool {
    !is_denied(before, lexicon) && !after.starts_with('的')
}

/// Whether an act is only named, as part of a noun (`清收工作`, `审批流程`).
pub(super) fn is_noun(after: &str, lexicon: &Lexicon) -> bool {
    lexicon.deeds.prefix_of(after).is_some_and(|(_, class)| *class == DeedClass::Thing)
}

pub(super) fn is_denied(before: &str, lexicon: &Lexicon) -> bool {
    lexicon.deeds.suffix_of(before).is_some_and(|(_, class)| *class == DeedClass::Negation)
}

/// Whether a word of direction stands as what came out: at the end of a clause, behind its subject.
fn is_result(before: &str, after: &str) -> bool {
    let ends = after.is_empty() || after.starts_with(CLAUSE_ENDS);
    ends && before.chars().rev().take_while(|c| !CLAUSE_ENDS.contains(c)).take(2).count() == 2
}
