//! Counting: what was found, given and wanted, and the figures that follow.

use crate::Class;
use crate::class::classes;
use serde::Serialize;

classes! {
    /// What a figure is about.
    Figure {
        /// Facts of header and footer; a fact that the text does not state must be null.
        Header = "header",
        /// Nodes of the same kind whose heading begins at the same place, inline problems apart.
        Outline = "outline",
        /// Parent and child among these nodes.
        Edges = "edges",
        /// Inline problems (headings overlap by half).
        Inline = "inline",
        /// Status of the measures that were found.
        Status = "status",
        /// Quantities by place.
        Detect = "detect",
        /// … whose value, upper end, unit and approximation are right too.
        Quantity = "quantity",
        /// … that are right and carry a right name.
        Named = "named",
        /// … that are right, named and hang under the right measure or problem.
        Placed = "placed",
        /// Size conditions of detected quantities.
        Threshold = "threshold",
        /// Wholes of detected quantities.
        PartOf = "part_of",
        /// Ranks of detected quantities.
        Rank = "rank",
        /// Directions of changes of detected quantities.
        Change = "change",
        /// Roles of detected quantities.
        Role = "role",
        /// The label vague on sentences of measures.
        Vague = "vague",
        /// The same of three labels on sentences of measures.
        Label3 = "label3",
        /// Planted faults, by rule and place.
        Findings = "findings",
    }
}

impl Figure {
    /// All figures in the order in which they are printed.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::WORDS.iter().map(|(_, figure)| *figure)
    }
}

/// A figure with its counts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Score {
    /// Harmonic mean of precision and recall, four digits.
    pub f1: f64,
    /// Share of what was given that is right, four digits.
    pub precision: f64,
    /// Share of what was wanted that was found, four digits.
    pub recall: f64,
    /// How many were found.
    pub tp: usize,
    /// How many were given.
    pub predicted: usize,
    /// How many were wanted.
    pub gold: usize,
}

/// Counts of every figure, summed over notices.
#[derive(Debug, Default)]
pub(super) struct Tally([Counts; Figure::WORDS.len()]);

#[derive(Debug, Default, Clone, Copy)]
struct Counts {
    found: usize,
    given: usize,
    wanted: usize,
}

impl Tally {
    /// Adds what was found, given and wanted of a figure.
    pub fn add(&mut self, figure: Figure, found: usize, given: usize, wanted: usize) {
        let counts = &mut self.0[figure as usize];
        counts.found += found;
        counts.given += given;
        counts.wanted += wanted;
    }

    /// Adds all counts of another tally.
    pub fn merge(&mut self, other: &Tally) {
        for figure in Figure::all() {
            let Counts { found, given, wanted } = other.0[figure as usize];
            self.add(figure, found, given, wanted);
        }
    }

    /// The figures of which something was given or wanted.
    pub fn scores(&self) -> Vec<(Figure, Score)> {
        let counted = Figure::all().map(|figure| (figure, self.0[figure as usize]));
        counted.filter(|(_, c)| c.given + c.wanted > 0).map(|(figure, counts)| (figure, counts.score())).collect()
    }
}

impl Counts {
    fn score(self) -> Score {
        let precision = share(self.found, self.given);
        let recall = share(self.found, self.wanted);
        let sum = precision + recall;
        let f1 = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
        Score {
            f1: four_digits(f1),
            precision: four_digits(precision),
            recall: four_digits(recall),
            tp: self.found,
            predicted: self.given,
            gold: self.wanted,
        }
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Rounded by the decimal digits of the exact value, half to even: multiplying by 10,000 first would round some figures
/// the other way.
fn four_digits(share: f64) -> f64 {
    format!("{share:.4}").parse().unwrap_or(share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_follow_from_counts() {
        let mut tally = Tally::default();
        tally.add(Figure::Detect, 2, 3, 4);
        let mut other = Tally::default();
        other.add(Figure::Detect, 1, 1, 1);
        other.add(Figure::Rank, 0, 0, 2);
        other.add(Figure::Change, 0, 0, 0);
        tally.merge(&other);
        let detect = Score { f1: 0.6667, precision: 0.75, recall: 0.6, tp: 3, predicted: 4, gold: 5 };
        let rank = Score { f1: 0.0, precision: 0.0, recall: 0.0, tp: 0, predicted: 0, gold: 2 };
        assert_eq!(tally.scores(), [(Figure::Detect, detect), (Figure::Rank, rank)]);
    }

    #[test]
    fn ties_round_to_even() {
        for (share, want) in [(0.03125, 0.0312), (0.09375, 0.0938), (1.0, 1.0), (2.0 / 3.0, 0.6667)] {
            assert_eq!(four_digits(share), want, "{share}");
        }
    }
}
