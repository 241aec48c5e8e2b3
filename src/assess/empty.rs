//! The empty words of a sentence: what says nothing an outsider could check, with its weight.

use crate::lexicon::VagueClass;
use crate::{Lexicon, Span};

/// An empty word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EmptyWord {
    /// Intensifier, empty verb, slogan….
    pub class: VagueClass,
    /// From 1 (weak) to 3 (strong).
    pub weight: u8,
    /// Its words, as bytes of the text.
    pub span: Span,
}

/// The empty words of the sentence `span`, in order.
pub(super) fn of(span: Span, text: &str, lexicon: &Lexicon) -> Vec<EmptyWord> {
    let found = lexicon.vague.find_in(span.slice(text));
    let empty = found.filter(|(_, (class, _))| *class != VagueClass::Plain);
    empty.map(|(at, (class, weight))| EmptyWord { class: *class, weight: *weight, span: moved(at, span) }).collect()
}

/// `at`, counted within `span`, as a place of the text.
pub(super) fn moved(at: Span, span: Span) -> Span {
    Span::new(span.lo() + at.lo(), span.lo() + at.hi())
}

/// The weight of all of them.
pub(super) fn weight(words: &[EmptyWord]) -> u32 {
    words.iter().map(|word| u32::from(word.weight)).sum()
}
