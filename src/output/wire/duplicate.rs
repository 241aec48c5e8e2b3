//! Duplicated passages in the JSON contract.

use super::super::decimal::Exact;
use super::Span;
use crate::Class;
use crate::similar::{self, Passage, Run};
use schemars::JsonSchema;
use serde::Serialize;

/// What `zhenggai dups --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Duplicates {
    /// The pairs, by the place of the first passage, then of the second.
    pub duplicates: Vec<Duplicate>,
    /// The clusters.
    pub clusters: Vec<Cluster>,
    /// How much of each notice stands in each other one; only where anything does.
    pub matrix: Vec<Overlap>,
}

/// Two passages that say the same.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Duplicate {
    /// The passage that comes first.
    pub a: Place,
    /// The other.
    pub b: Place,
    /// 2·LCS / (|a| + |b|) in characters of the masked forms.
    pub similarity: Exact,
    /// within (one notice), across (notices of several bodies, or of one year), year (one body, two years).
    pub scope: &'static str,
    /// Number of the cluster, from 1.
    pub cluster: usize,
    /// Whether it is a set phrase that any measure could carry.
    pub boilerplate: bool,
    /// Figures, names and words that differ, in the order of the passage.
    pub differs: Vec<Difference>,
}

/// A passage.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Place {
    /// Path of the notice.
    pub notice: String,
    /// Id of the innermost node.
    pub node: Option<String>,
    /// Where.
    pub span: Span,
    /// The words.
    pub text: String,
}

/// What stands in one place of both passages.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Difference {
    /// In the first.
    pub a: String,
    /// In the second.
    pub b: String,
}

/// All passages that say the same.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Cluster {
    /// Its number, from 1.
    pub cluster: usize,
    /// Who said it first, by date.
    pub first: Place,
    /// The body of that notice.
    pub first_body: Option<String>,
    /// Day of publication of that notice, else of the feedback.
    pub first_date: Option<String>,
    /// Number of passages.
    pub passages: usize,
    /// Number of bodies.
    pub bodies: usize,
    /// Paths of the notices.
    pub notices: Vec<String>,
    /// Whether it is a set phrase that any measure could carry.
    pub boilerplate: bool,
    /// Whether all its pairs are told; else those of its first passage with each other one.
    pub complete: bool,
}

/// How much of a notice stands in another one.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Overlap {
    /// The notice.
    pub notice: String,
    /// The notice that it is found in.
    pub other: String,
    /// Characters of the first that stand in the other.
    pub chars: usize,
    /// Characters of the first that were compared.
    pub of: usize,
    /// The one by the other.
    pub share: Exact,
}

impl Duplicates {
    /// The contract's form of what was found.
    #[must_use]
    pub fn of(found: &similar::Findings<'_>) -> Self {
        Self {
            duplicates: found.pairs.iter().map(|pair| Duplicate::of(found, pair)).collect(),
            clusters: (1..).zip(&found.clusters).map(|(number, cluster)| Cluster::of(found, number, cluster)).collect(),
            matrix: found.matrix.iter().map(|overlap| Overlap::of(found, overlap)).collect(),
        }
    }
}

impl Duplicate {
    /// The contract's form of a pair.
    #[must_use]
    pub fn of(found: &similar::Findings<'_>, pair: &similar::Pair) -> Self {
        let differs = found.differences(pair).into_iter();
        Self {
            a: place(found, pair.a),
            b: place(found, pair.b),
            similarity: Exact(pair.likeness.share()),
            scope: pair.scope.word(),
            cluster: pair.cluster,
            boilerplate: pair.boilerplate,
            differs: differs.map(|similar::Difference { a, b }| Difference { a, b }).collect(),
        }
    }
}

impl Cluster {
    fn of(found: &similar::Findings<'_>, number: usize, cluster: &similar::Cluster) -> Self {
        let Passage { body, date, .. } = found.passage(cluster.first);
        Self {
            cluster: number,
            first: place(found, cluster.first),
            first_body: body.map(str::to_owned),
            first_date: date.map(|date| date.to_string()),
            passages: cluster.places,
            bodies: cluster.bodies,
            notices: cluster.notices.iter().map(|notice| found.path(*notice).to_owned()).collect(),
            boilerplate: cluster.boilerplate,
            complete: cluster.complete,
        }
    }
}

impl Overlap {
    fn of(found: &similar::Findings<'_>, overlap: &similar::Overlap) -> Self {
        Self {
            notice: found.path(overlap.notice).to_owned(),
            other: found.path(overlap.other).to_owned(),
            chars: overlap.chars,
            of: overlap.of,
            share: Exact(overlap.share()),
        }
    }
}

fn place(found: &similar::Findings<'_>, run: Run) -> Place {
    let passage = found.passage(run);
    let (start, end) = passage.chars;
    Place {
        notice: passage.path.to_owned(),
        node: passage.node.map(str::to_owned),
        span: Span { start, end },
        text: passage.words.to_owned(),
    }
}
