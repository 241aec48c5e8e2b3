//! The sentences of a measure.

use crate::Span;
use crate::model::{NodeId, NodeKind, Outline};

/// A sentence of a measure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sentence {
    pub span: Span,
    /// Its node, where it has one of its own.
    pub action: Option<NodeId>,
    /// The heading of a marked measure, which names what follows.
    pub heading: bool,
}

/// Marks between the end of a heading and the end of its sentence, in bytes.
const MARK: usize = 4;

/// The measure's own sentences; its whole span where it has no actions and no measures below it.
pub(super) fn of_measure(outline: &Outline, id: NodeId) -> Vec<Sentence> {
    let node = outline.get(id);
    let child = |kind: NodeKind| {
        let with_id = node.children.iter().map(|child| (*child, outline.get(*child)));
        with_id.filter(move |(_, child)| child.kind == kind && !child.inline)
    };
    let actions: Vec<(NodeId, Span)> = child(NodeKind::Action).map(|(id, action)| (id, action.span)).collect();
    if actions.is_empty() && child(NodeKind::Measure).next().is_none() {
        return vec![Sentence { span: node.span, action: None, heading: false }];
    }
    let names = |span: &Span| {
        node.marker.is_some()
            && span.overlaps(node.heading)
            && span.hi() <= node.heading.hi() + MARK
            && actions.len() > 1
    };
    actions.iter().map(|(id, span)| Sentence { span: *span, action: Some(*id), heading: names(span) }).collect()
}
