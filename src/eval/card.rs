//! The score card of one notice: counts and misses.

use super::place::Place;
use super::tally::{Figure, Tally};
use crate::Class;
use serde::{Serialize, Serializer};

/// Something that was missed, made up or wrong.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Miss {
    /// The notice.
    pub notice: String,
    /// The figure that it counts against.
    #[serde(serialize_with = "word")]
    pub figure: Figure,
    /// In what way.
    #[serde(flatten)]
    pub verdict: Verdict,
    /// The words that it is about.
    pub words: String,
    /// Where, in characters; `None` for facts of the header.
    pub place: Option<Place>,
}

/// In what way a prediction differs from the annotation.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "verdict", rename_all = "kebab-case")]
pub enum Verdict {
    /// In the annotation only.
    Missed,
    /// In the prediction only.
    MadeUp,
    /// In both, and not the same.
    Wrong {
        /// What the annotation says.
        want: String,
        /// What the prediction says.
        got: String,
    },
}

/// Counts and misses of one notice.
#[derive(Debug)]
pub(super) struct Card {
    notice: String,
    pub tally: Tally,
    pub misses: Vec<Miss>,
}

impl Card {
    pub fn new(notice: &str) -> Self {
        Self { notice: notice.to_owned(), tally: Tally::default(), misses: Vec::new() }
    }

    /// Counts one item that was wanted and given, right or not.
    pub fn judge(&mut self, figure: Figure, right: bool) {
        self.tally.add(figure, usize::from(right), 1, 1);
    }

    /// Notes a miss.
    pub fn note(&mut self, figure: Figure, verdict: Verdict, words: &str, place: Option<Place>) {
        self.misses.push(Miss { notice: self.notice.clone(), figure, verdict, words: words.to_owned(), place });
    }
}

impl Verdict {
    /// A difference, from what both sides say.
    pub(super) fn wrong(want: impl Into<String>, got: impl Into<String>) -> Self {
        Self::Wrong { want: want.into(), got: got.into() }
    }
}

fn word<S: Serializer>(figure: &Figure, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(figure.word())
}
