//! What stands over a measure: a label that makes plain acts plans, a section of what is to come.
//!
//! 整改措施 announces plans in most notices; some writers report what was done under it, and that shows in the figures of
//! results that many of their measures state.

use super::{Evidence, sentence, status};
use crate::lexicon::{LabelKind, Words};
use crate::model::{NodeId, NodeKind, Outline};
use std::sync::LazyLock;

/// What a measure stands under.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Context {
    /// Under 整改措施: what is planned, whose plain acts say nothing of progress.
    pub under_measures: bool,
    /// In a section of next steps: all is still to come.
    pub to_come: bool,
}

/// Words of a section heading that tell of what is to come.
static TO_COME: LazyLock<Words<()>> = LazyLock::new(|| {
    Words::of(&[
        "下一步",
        "下步",
        "下阶段",
        "下一阶段",
        "今后",
        "后续工作",
        "工作打算",
        "整改打算",
        "努力方向",
        "后续打算",
    ])
});

/// One in so many measures under 整改措施 states results where a writer reports under that label.
const REPORTING: usize = 3;

/// Whether the notice reports under 整改措施 what was done.
fn reports_under_measures(outline: &Outline, evidence: &Evidence<'_>) -> bool {
    let labelled = |id: &NodeId| {
        let node = outline.get(*id);
        node.kind == NodeKind::Measure && node.label == Some(LabelKind::Measures)
    };
    let measures: Vec<NodeId> = outline.ids().filter(labelled).collect();
    let states = |id: &&NodeId| {
        sentence::of_measure(outline, **id).iter().any(|sentence| status::has_result(sentence.span, evidence))
    };
    measures.iter().filter(states).count() * REPORTING >= measures.len().max(1)
}

/// What the measures of a notice stand under, found once for all.
pub(super) struct Contexts {
    /// For each node, whether a heading above it tells of what is to come.
    to_come: Vec<bool>,
    /// Whether the notice reports under 整改措施 what was done.
    reports: bool,
}

impl Contexts {
    pub(super) fn of(outline: &Outline, evidence: &Evidence<'_>) -> Self {
        let mut to_come = vec![false; outline.nodes.len()];
        // A parent stands before its children.
        for id in outline.ids() {
            let node = outline.get(id);
            let below = to_come[id.0 as usize]
                || !node.children.is_empty() && TO_COME.any_in(node.heading.slice(evidence.text));
            node.children.iter().for_each(|child| to_come[child.0 as usize] = below);
        }
        Self { to_come, reports: reports_under_measures(outline, evidence) }
    }

    /// What the measure `id` stands under.
    pub(super) fn at(&self, outline: &Outline, id: NodeId, evidence: &Evidence<'_>) -> Context {
        let node = outline.get(id);
        let advised = node.marker.is_some_and(|marker| marker.slice(evidence.text).ends_with('要'));
        Context {
            under_measures: !self.reports && node.label == Some(LabelKind::Measures),
            to_come: self.to_come[id.0 as usize] || advised,
        }
    }
}
