//! How checkable a sentence is: specific, partial or vague.

use super::deeds::{self, VerbKind};
use super::facts::{self, FactKind};
use super::{Evidence, empty};
use crate::Span;
use crate::model::Specificity;

/// The label of a sentence of a measure: specific where it states a fact that an outsider could check, partial where it
/// names an act, vague where its empty words outweigh what it names.
pub(super) fn of(span: Span, evidence: &Evidence<'_>) -> Specificity {
    let mut remainder = false;
    for fact in facts::of(span, evidence) {
        if fact.kind != FactKind::Remainder {
            return Specificity::Specific;
        }
        remainder = true;
    }
    let empty = empty::of(span, evidence.text, evidence.lexicon);
    let deeds = deeds::read(span, &empty, evidence);
    without_facts(deeds.verb, deeds.outweighed, remainder, empty::weight(&empty))
}

/// Weight of the empty words of a sentence that slight acts do not hold against.
const SENTENCE_WEIGHT: u32 = 8;
/// Weight of the empty words of a sentence that words no dictionary knows still hold against.
const UNKNOWN_WEIGHT: u32 = 2;

/// The label of a sentence that states no fact but, perhaps, what is left to do.
pub(super) fn without_facts(verb: VerbKind, outweighed: bool, remainder: bool, weight: u32) -> Specificity {
    let named = match verb {
        VerbKind::Completed | VerbKind::Act => true,
        VerbKind::SlightAct => !outweighed && weight < SENTENCE_WEIGHT,
        VerbKind::Attitude => false,
        // Words that no dictionary knows and hardly one of which is empty tell of something.
        VerbKind::Unknown => weight <= UNKNOWN_WEIGHT,
    };
    match (named, remainder) {
        (true, true) => Specificity::Specific,
        (true, false) => Specificity::Partial,
        (false, _) => Specificity::Vague,
    }
}
