//! Figures and misses of an evaluation.

use super::card::{Card, Miss};
use super::cases::Case;
use super::tally::{Figure, Score, Tally};
use crate::Class;
use serde::{Serialize, Serializer};

/// The figures of an evaluation over all its notices.
///
/// As JSON: `{"notices": [names], "figures": {"detect": {"f1": …, "precision": …, "recall": …, "tp": …, "predicted": …,
/// "gold": …}, …}, "misses": [{"notice": …, "figure": …, "verdict": "missed|made-up|wrong", "want": …, "got": …, "words":
/// …, "place": {}}]}`.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Names of the notices, in their order.
    pub notices: Vec<String>,
    /// The figures of which something was given or wanted, in the order of [`Figure`].
    #[serde(serialize_with = "by_name")]
    pub figures: Vec<(Figure, Score)>,
    /// What was missed, made up or wrong, notice by notice.
    pub misses: Vec<Miss>,
}

impl Report {
    pub(super) fn of(cases: &[Case], cards: Vec<Card>) -> Self {
        let mut tally = Tally::default();
        let mut misses = Vec::new();
        for card in cards {
            tally.merge(&card.tally);
            misses.extend(card.misses);
        }
        Self { notices: cases.iter().map(|case| case.name.clone()).collect(), figures: tally.scores(), misses }
    }

    /// A figure, if anything was given or wanted of it.
    #[must_use]
    pub fn get(&self, figure: Figure) -> Option<Score> {
        self.figures.iter().find(|(known, _)| *known == figure).map(|(_, score)| *score)
    }
}

fn by_name<S: Serializer>(figures: &[(Figure, Score)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(figures.iter().map(|(figure, score)| (figure.word(), score)))
}
