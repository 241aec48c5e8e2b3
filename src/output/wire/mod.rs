//! The JSON contract of a notice: its types, and the one conversion that fills them.
//!
//! Inside the library a span counts bytes; here, and only here, it becomes characters.

mod comparison;
mod duplicate;
mod finding;
mod types;
mod write;

pub use comparison::Source as ComparedSource;
pub use comparison::{Comparison, MetricChange, ProblemChange, Promise, Recycled};
pub use duplicate::{Cluster, Difference, Duplicate, Duplicates, Overlap, Place};
pub use finding::{Arg, Args, Finding, FindingWriter, Findings, Related, Summary};
pub use types::*;
pub use write::notice;

use crate::i18n::Lang;
use crate::model;

/// Version of the contract.
pub const SCHEMA_VERSION: &str = "1.0";

/// What a notice is printed with.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Whether to list the numbers that are no metrics.
    pub rejected: bool,
    /// Whether to say why each action got its label, and to count the concreteness of every node.
    pub scores: bool,
    /// Language of the warnings' messages.
    pub lang: Lang,
}

/// The id of every node: the path of its 1-based positions.
#[must_use]
pub fn node_ids(outline: &model::Outline) -> Vec<String> {
    outline.paths()
}

/// The id of the metric at that place of the list.
#[must_use]
pub fn metric_id(at: usize) -> String {
    format!("m{}", at + 1)
}
