//! What the user chose: which rules run, and from where on they speak.

use super::Card;
use crate::model::Severity;
use std::collections::BTreeSet;

/// The settings of a run.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Codes of the rules that do not run.
    pub off: BTreeSet<String>,
    /// Rules whose findings matter less than this do not run.
    pub least: Option<Severity>,
    /// The figures that rules compare with.
    pub thresholds: Thresholds,
}

impl Settings {
    /// Whether that rule runs.
    #[must_use]
    pub fn runs(&self, card: &Card) -> bool {
        !self.off.contains(&*card.code) && self.least.is_none_or(|least| card.severity >= least)
    }
}

/// The figures that rules compare with.
#[derive(Debug, Clone)]
pub struct Thresholds {
    /// Intensifiers in one sentence from which on they are a pile-up (V003).
    pub intensifiers: usize,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { intensifiers: 3 }
    }
}
