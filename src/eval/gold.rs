//! The annotation of one notice, as it stands in its JSON file.

use super::words::Word;
use crate::model::{Approx, Direction, NodeKind, Role, Specificity, Status};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a careful reader finds in a notice.
#[derive(Debug, Deserialize)]
pub(super) struct Gold {
    /// Facts of header and footer by name; `null` where the text does not state one.
    #[serde(default)]
    pub header: Facts,
    /// The tree.
    pub outline: Vec<GoldNode>,
    /// The quantities.
    pub metrics: Vec<GoldMetric>,
    /// Sentences of measures with their label.
    #[serde(default)]
    pub sentences: Vec<GoldSentence>,
    /// Faults that a careful reader finds.
    #[serde(default)]
    pub findings: Vec<GoldFinding>,
}

/// A number or structure that does not hold.
#[derive(Debug, Deserialize)]
pub(super) struct GoldFinding {
    /// Name of the rule.
    pub rule: String,
    pub quote: String,
    pub nth: Option<usize>,
}

/// Header facts by name.
pub(super) type Facts = BTreeMap<String, Option<Fact>>;

/// A header fact.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub(super) enum Fact {
    /// Words or a date.
    Text(String),
    /// Telephone numbers, e-mail addresses.
    List(Vec<String>),
}

/// A section, problem or measure.
#[derive(Debug, Deserialize)]
pub(super) struct GoldNode {
    pub kind: Word<NodeKind>,
    pub marker: Option<String>,
    pub heading: String,
    /// Which occurrence of the heading; without it the next one in reading order.
    pub nth: Option<usize>,
    pub status: Option<Word<Status>>,
    #[serde(default)]
    pub inline: bool,
    #[serde(default)]
    pub children: Vec<GoldNode>,
}

/// A quantity that counts or measures something real.
#[derive(Debug, Deserialize)]
pub(super) struct GoldMetric {
    pub quote: String,
    pub nth: Option<usize>,
    /// Number and unit, inside the quote.
    pub num: String,
    pub num_nth: Option<usize>,
    pub name: String,
    #[serde(default)]
    pub alt_names: Vec<String>,
    pub value: f64,
    pub upper: Option<f64>,
    pub unit: String,
    #[serde(default)]
    pub approx: Word<Approx>,
    pub threshold: Option<Threshold>,
    pub part_of: Option<Whole>,
    pub rank: Option<Rank>,
    pub change: Option<Change>,
    #[serde(default)]
    pub role: Word<Role>,
    /// One careful reader would list it and another would not.
    #[serde(default)]
    pub optional: bool,
}

/// A size condition.
#[derive(Debug, Deserialize)]
pub(super) struct Threshold {
    /// `>=`, `>`, `<=`, `<`, or what else an annotator wrote: it must be the same.
    pub op: String,
    pub value: f64,
    pub unit: String,
}

/// The metric that another is a part of, by its number and unit.
#[derive(Debug, Deserialize)]
pub(super) struct Whole {
    pub num: String,
    pub nth: Option<usize>,
}

/// A rank; its scope is not scored.
#[derive(Debug, Deserialize)]
pub(super) struct Rank {
    pub position: u32,
}

/// A change; its basis is not scored.
#[derive(Debug, Deserialize)]
pub(super) struct Change {
    pub direction: Word<Direction>,
}

/// A sentence of a measure.
#[derive(Debug, Deserialize)]
pub(super) struct GoldSentence {
    pub quote: String,
    pub nth: Option<usize>,
    pub label: Word<Specificity>,
    /// Headings of measures are annotated and not scored.
    #[serde(default)]
    pub heading: bool,
}
