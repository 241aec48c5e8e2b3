//! What the tree says of a place in it: the nearest problem, measure, responsible bodies, time limit and status.

use super::wire;
use crate::model::{Node, NodeId, NodeKind, Outline};
use crate::{CharIndex, Class, Span};

/// A tree with its text, asked node by node.
pub(super) struct Context<'a> {
    text: &'a str,
    chars: CharIndex,
    ids: Vec<String>,
    outline: &'a Outline,
}

impl<'a> Context<'a> {
    pub(super) fn new(text: &'a str, outline: &'a Outline) -> Self {
        Self { text, chars: CharIndex::new(text), ids: wire::node_ids(outline), outline }
    }

    /// The id of a node: the path of its 1-based positions.
    pub(super) fn id(&self, NodeId(at): NodeId) -> &str {
        &self.ids[at as usize]
    }

    /// The span in characters.
    pub(super) fn chars(&self, span: Span) -> wire::Span {
        let char = |byte| self.chars.chars_before(self.text, byte);
        wire::Span { start: char(span.lo()), end: char(span.hi()) }
    }

    /// Heading of the innermost node of that kind, the node itself among them.
    pub(super) fn heading(&self, node: NodeId, kind: NodeKind) -> Option<&'a str> {
        self.nearest(node, kind).map(|id| self.outline.get(id).heading.slice(self.text))
    }

    /// The innermost node of that kind, the node itself among them.
    pub(super) fn nearest(&self, node: NodeId, kind: NodeKind) -> Option<NodeId> {
        self.outline.ancestry(node).find(|id| self.outline.get(*id).kind == kind)
    }

    /// Responsible bodies of the innermost node that names some, joined by `、`.
    pub(super) fn responsible(&self, node: NodeId) -> Option<String> {
        let bodies = |node: &Node| -> Vec<&str> { node.responsible.iter().map(|span| span.slice(self.text)).collect() };
        self.around(node, |node| Some(bodies(node)).filter(|bodies| !bodies.is_empty())).map(|bodies| bodies.join("、"))
    }

    /// Time limit of the innermost node that has one: its date, else its words.
    pub(super) fn deadline(&self, node: NodeId) -> Option<String> {
        let deadline = self.around(node, |node| node.deadline.as_ref())?;
        Some(deadline.date.map_or_else(|| deadline.span.slice(self.text).to_owned(), |date| date.to_string()))
    }

    /// Status of the innermost node that has one.
    pub(super) fn status(&self, node: NodeId) -> Option<&'static str> {
        self.around(node, |node| node.status.map(Class::word))
    }

    /// What the innermost node around that says anything says.
    fn around<T>(&self, node: NodeId, say: impl Fn(&'a Node) -> Option<T>) -> Option<T> {
        self.outline.ancestry(node).find_map(|id| say(self.outline.get(id)))
    }
}
