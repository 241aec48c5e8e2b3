//! Numbers to metrics.
//!
//! Comes in: a scan and the tree. Goes out: metrics with their names and relations, and the numbers that are none, with the
//! reason. Start with [`measure`].

use crate::Lexicon;
use crate::model::{Block, Metric, Outline, Rejected};
use crate::scan::Scan;

/// What the quantity room finds.
#[derive(Debug, Default)]
pub struct Measured {
    /// Metrics in the order of the text.
    pub metrics: Vec<Metric>,
    /// Numbers that are none.
    pub rejected: Vec<Rejected>,
}

/// Finds the metrics of `text`.
#[must_use]
pub fn measure(_text: &str, _scan: &Scan, _outline: &Outline, _blocks: &[Block], _lexicon: &Lexicon) -> Measured {
    Measured::default()
}
