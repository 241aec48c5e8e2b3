//! What the words of a node say of its progress and checkability.
//!
//! Comes in: the tree, the scan, the metrics. Goes out: status, deadline, responsible bodies, specificity, written into the
//! tree's nodes. It reads the sentences (actions) of a measure one by one and passes no verdict beyond their words. Start
//! with [`judge`].

mod concreteness;
mod context;
mod cues;
mod deadline;
mod deeds;
mod empty;
mod explain;
mod facts;
mod names;
mod promise;
mod responsible;
mod sentence;
mod specificity;
mod status;

pub use concreteness::{Concreteness, Ratio, has_index};
pub use deeds::VerbKind;
pub use empty::EmptyWord;
pub use explain::{Explanation, Scores, score};
pub use facts::{Fact, FactKind};

use crate::model::{CitedDocument, Metric, NodeId, NodeKind, Outline, PartialDate};
use crate::scan::Scan;
use crate::{Lexicon, Span};
use context::{Context, Contexts};
use cues::Signs;

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
    /// Day of publication, from which a deadline without a year counts.
    pub published: Option<PartialDate>,
    /// The dictionaries.
    pub lexicon: &'a Lexicon,
}

impl<'a> Evidence<'a> {
    /// The metrics whose number stands inside `span`.
    fn metrics_in(&self, span: Span) -> &'a [Metric] {
        let first = self.metrics.partition_point(|metric| metric.quantity.span.lo() < span.lo());
        let count = self.metrics[first..].iter().take_while(|metric| metric.quantity.span.lo() < span.hi()).count();
        &self.metrics[first..first + count]
    }
}

/// Judges every node of `outline`.
pub fn judge(outline: &mut Outline, evidence: &Evidence<'_>) {
    let contexts = Contexts::of(outline, evidence);
    let mut read = vec![Signs::default(); outline.nodes.len()];
    let ids: Vec<NodeId> = outline.ids().collect();
    // Actions come before their measure, which goes by what their words say.
    for &id in ids.iter().rev() {
        let node = outline.get(id);
        match node.kind {
            NodeKind::Action => {
                let signs = cues::read(node.span, evidence);
                let specificity = specificity::of(node.span, evidence);
                read[id.0 as usize] = signs;
                outline.nodes[id.0 as usize].specificity = Some(specificity);
            }
            NodeKind::Measure => {
                let context = contexts.at(outline, id, evidence);
                let sentences = sentence::of_measure(outline, id);
                let status = status::of(outline, id, &sentences, context, &read, evidence);
                let deadline = deadline::of(outline.get(id), &sentences, context, evidence);
                let responsible = responsible::of(outline.get(id), &sentences, evidence);
                let node = &mut outline.nodes[id.0 as usize];
                node.status = status;
                node.deadline = deadline;
                node.responsible = responsible;
            }
            NodeKind::Problem | NodeKind::Section => {
                let deadline = deadline::of(node, &[], Context::default(), evidence);
                outline.nodes[id.0 as usize].deadline = deadline;
            }
        }
    }
}

#[cfg(test)]
mod tests;
