//! What stands over a measure: a label that makes plain acts plans, a section of what is to come.
//!
//! 整改措施 announces plans in most notices; some writers report what was done under it, and that shows in the figures of
//! results that many of their measures state.

use super::{Evidence, sentence, status};
use crate::lexicon::LabelKind;
use crate::model::{NodeId, NodeKind, Outline};

/// What a measure stands under.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Context {
    /// Under 整改措施: what is planned, whose plain acts say nothing of progress.
    pub under_measures: bool,
    /// In a section of next steps: all is still to come.
    pub to_come: bool,
}

/// Words of a section heading that tell of what is to come.
const TO_COME: [&str; 10] =
    ["下一步", "下步", "下阶段", "下一阶段", "今后", "后续工作", "工作打算", "整改打算", "努力方向", "后续打算"];

/// One in so many measures under 整改措施 states results where a writer reports under that label.
const REPORTING: usize = 3;

/// Whether the notice reports under 整改措施 what was done.
pub(super) fn reports_under_measures(outline: &Outline, evidence: &Evidence<'_>) -> bool {
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

impl Context {
    pub(super) fn of(outline: &Outline, id: NodeId, reports: bool, evidence: &Evidence<'_>) -> Self {
        let headings = outline.ancestry(id).skip(1).map(|above| outline.get(above).heading.slice(evidence.text));
        let advised = outline.get(id).marker.is_some_and(|marker| marker.slice(evidence.text).ends_with('要'));
        let to_come = headings.into_iter().any(|heading| TO_COME.iter().any(|word| heading.contains(word)));
        Self {
            under_measures: !reports && outline.get(id).label == Some(LabelKind::Measures),
            to_come: to_come || advised,
        }
    }
}
