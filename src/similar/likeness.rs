//! How much two masked forms have in common.

use rust_decimal::Decimal;

/// 2·LCS of |a| + |b|, both in characters: 1 where the forms are the same, 0 where they share nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Likeness {
    /// Length of the longest common subsequence.
    pub shared: u32,
    /// Characters of both forms together.
    pub total: u32,
}

impl Likeness {
    /// Whether it is at least that many thousandths.
    #[must_use]
    pub fn reaches(self, thousandths: u32) -> bool {
        self.total > 0 && u64::from(self.shared) * 2000 >= u64::from(thousandths) * u64::from(self.total)
    }

    /// The share to four digits.
    #[must_use]
    pub fn share(self) -> Decimal {
        if self.total == 0 {
            return Decimal::ZERO;
        }
        (Decimal::from(u64::from(self.shared) * 2) / Decimal::from(self.total)).round_dp(4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_threshold_is_met_exactly() {
        let likeness = |shared, total| Likeness { shared, total };
        assert!(likeness(7, 20).reaches(700));
        assert!(!likeness(699, 2000).reaches(700));
        assert!(!likeness(0, 0).reaches(0));
        assert_eq!(likeness(2, 6).share().to_string(), "0.6667");
    }
}
