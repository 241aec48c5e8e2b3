//! Tokens to blocks and the tree of section, problem, measure and action.
//!
//! Comes in: a scan. Goes out: [`Drawing`]: blocks that partition the text, the tree, cited documents, warnings about
//! numbering. It never reads quantities. Start with [`draw`].

use crate::Lexicon;
use crate::model::{Block, CitedDocument, Outline, Warning};
use crate::scan::Scan;

/// What the outline room finds.
#[derive(Debug, Default)]
pub struct Drawing {
    /// Partition of the text.
    pub blocks: Vec<Block>,
    /// The tree.
    pub outline: Outline,
    /// Cited documents.
    pub documents: Vec<CitedDocument>,
    /// Gaps and repeats in numbering, problems without measures.
    pub warnings: Vec<Warning>,
}

/// Draws the tree of `text`.
#[must_use]
pub fn draw(_text: &str, _scan: &Scan, _lexicon: &Lexicon) -> Drawing {
    Drawing::default()
}
