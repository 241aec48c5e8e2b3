//! What the words of a node say of its progress and checkability.
//!
//! Comes in: the tree, the scan, the metrics. Goes out: status, deadline, responsible bodies, specificity, written into the
//! tree's nodes. Start with [`judge`].

use crate::Lexicon;
use crate::model::{CitedDocument, Metric, Outline};
use crate::scan::Scan;

/// What the assess room looks at beside the tree.
pub struct Evidence<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens.
    pub scan: &'a Scan,
    /// Its metrics.
    pub metrics: &'a [Metric],
    /// Its cited documents.
    pub documents: &'a [CitedDocument],
    /// The dictionaries.
    pub lexicon: &'a Lexicon,
}

/// Judges every node of `outline`.
pub fn judge(_outline: &mut Outline, _evidence: &Evidence<'_>) {}
