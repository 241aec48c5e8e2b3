//! How much of each notice stands in each other one.

use super::corpus::Corpus;
use super::report::Pair;
use rust_decimal::Decimal;

/// How much of a notice stands in another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlap {
    /// The notice, as a place in the corpus.
    pub notice: u32,
    /// The notice that it is found in.
    pub other: u32,
    /// Characters of the first that stand in the other.
    pub chars: usize,
    /// Characters of all sentences of the first that were compared.
    pub of: usize,
}

impl Overlap {
    /// The share to four digits.
    #[must_use]
    pub fn share(&self) -> Decimal {
        if self.of == 0 {
            return Decimal::ZERO;
        }
        (Decimal::from(self.chars) / Decimal::from(self.of)).round_dp(4)
    }
}

/// A stretch of a notice that stands in another: both notices, first character, end.
type Stretch = (u32, u32, usize, usize);

/// The shares of all notices that have a pair, set phrases left out: what two pairs cover counts once.
pub(super) fn overlaps(corpus: &Corpus, pairs: &[Pair]) -> Vec<Overlap> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for pair in pairs.iter().filter(|pair| !pair.boilerplate) {
        let (a, b) = (corpus.notice_of(pair.a.sentence), corpus.notice_of(pair.b.sentence));
        if a != b {
            let (of_a, of_b) = (corpus.chars(pair.a), corpus.chars(pair.b));
            stretches.push((a, b, of_a.0, of_a.1));
            stretches.push((b, a, of_b.0, of_b.1));
        }
    }
    stretches.sort_unstable();
    let same = |x: &Stretch, y: &Stretch| (x.0, x.1) == (y.0, y.1);
    let overlap = |stretches: &[Stretch]| {
        let (notice, other, ..) = stretches[0];
        let of = corpus.notices[notice as usize].chars as usize;
        Overlap { notice, other, chars: union(stretches), of }
    };
    stretches.chunk_by(same).map(overlap).collect()
}

/// Characters that the stretches cover together; they stand in order.
fn union(stretches: &[Stretch]) -> usize {
    let mut reached = 0;
    let mut sum = 0;
    for (_, _, start, end) in stretches {
        sum += end.saturating_sub(reached.max(*start));
        reached = reached.max(*end);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::super::testing::corpus;
    use super::super::{Options, find};
    use super::*;
    use crate::Lexicon;

    #[test]
    fn stretches_are_counted_once() {
        for (stretches, want) in
            [(&[(0, 1, 5, 10), (0, 1, 5, 8), (0, 1, 9, 12)][..], 7), (&[(0, 1, 0, 3), (0, 1, 7, 9)], 5), (&[], 0)]
        {
            assert_eq!(union(stretches), want, "{stretches:?}");
        }
    }

    #[test]
    fn the_matrix_goes_both_ways() {
        let corpus = corpus(&["逐项明确责任科室和完成时限", "逐项明确责任股室和完成时限，发放农机购置补贴资金"]);
        let matrix = find(&corpus, &Lexicon::builtin(), &Options::default()).matrix;
        let shares: Vec<_> = matrix.iter().map(|o| (o.notice, o.other, o.chars, o.of)).collect();
        assert_eq!(shares, [(0, 1, 13, 17), (1, 0, 13, 28)]);
    }
}
