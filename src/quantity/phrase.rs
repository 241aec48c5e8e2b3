//! Names as they are composed: stretches of the text, and the few words that a composition adds.

use crate::Span;

/// One part of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words of the text.
    Words(Span),
    /// A word that the composition adds, such as 比例 behind 占….
    Added(&'static str),
}

/// Most pieces of a name: what is inherited again and again must not grow.
const MOST_PIECES: usize = 12;

/// A name in the making.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Phrase(pub Vec<Piece>);

impl Phrase {
    pub fn words(span: Span) -> Self {
        if span.is_empty() { Self::default() } else { Self(vec![Piece::Words(span)]) }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// This phrase followed by `other`.
    #[must_use]
    pub fn then(&self, other: &Self) -> Self {
        Self(self.0.iter().chain(&other.0).copied().take(MOST_PIECES).collect())
    }

    /// This phrase followed by an added word.
    #[must_use]
    pub fn with(&self, word: &'static str) -> Self {
        self.then(&Self(vec![Piece::Added(word)]))
    }

    /// The words joined, white space dropped.
    pub fn text(&self, text: &str) -> String {
        let words = || {
            self.0.iter().map(|piece| match piece {
                Piece::Words(span) => span.slice(text),
                Piece::Added(word) => word,
            })
        };
        let is_blank = |c: char| c.is_whitespace() || c == '\u{feff}';
        let mut joined = String::with_capacity(words().map(str::len).sum());
        words().flat_map(|words| words.split(is_blank)).for_each(|words| joined.push_str(words));
        joined
    }

    /// The stretches of the text, in order of place.
    pub fn spans(&self) -> Vec<Span> {
        let mut spans: Vec<Span> =
            self.0.iter().filter_map(|piece| if let Piece::Words(span) = piece { Some(*span) } else { None }).collect();
        spans.sort();
        spans.dedup();
        spans
    }
}
