//! What the rules look at, and what they hand back.

use super::{Parsed, Settings};
use crate::model::{Message, Metric, Node, NodeId, NodeKind, Notice};
use crate::{Lexicon, Span};

/// One notice, with what several rules ask of it found once.
pub struct Page<'a> {
    /// The text.
    pub text: &'a str,
    /// What was read from it.
    pub notice: &'a Notice,
    /// The dictionaries.
    pub lexicon: &'a Lexicon,
    /// What the user chose.
    pub settings: &'a Settings,
}

impl<'a> Page<'a> {
    pub(super) fn new(parsed: Parsed<'a>, settings: &'a Settings) -> Self {
        Self { text: parsed.document.text(), notice: parsed.notice, lexicon: parsed.lexicon, settings }
    }

    /// The words of a span.
    #[must_use]
    pub fn words(&self, span: Span) -> &'a str {
        span.slice(self.text)
    }

    /// The nodes of that kind, in reading order.
    pub fn nodes(&self, kind: NodeKind) -> impl Iterator<Item = (NodeId, &'a Node)> {
        let outline = &self.notice.outline;
        outline.ids().map(|id| (id, outline.get(id))).filter(move |(_, node)| node.kind == kind)
    }

    /// The actions (sentences) directly below a measure.
    pub fn actions(&self, measure: &'a Node) -> impl Iterator<Item = &'a Node> {
        let below = measure.children.iter().map(|id| self.notice.outline.get(*id));
        below.filter(|node| node.kind == NodeKind::Action)
    }

    /// The metrics whose number stands inside `span`.
    #[must_use]
    pub fn metrics_in(&self, span: Span) -> &'a [Metric] {
        let metrics = &self.notice.metrics;
        let first = metrics.partition_point(|metric| metric.quantity.span.lo() < span.lo());
        let after = metrics.partition_point(|metric| metric.quantity.span.lo() < span.hi());
        &metrics[first..after.max(first)]
    }
}

/// A finding before the rule's card is put to it.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The words concerned.
    pub span: Span,
    /// The innermost node concerned.
    pub node: Option<NodeId>,
    /// Everything else that it rests on.
    pub related: Vec<Span>,
    /// What it says.
    pub message: Message,
}

impl Draft {
    /// A finding at `span`.
    #[must_use]
    pub fn new(span: Span, message: Message) -> Self {
        Self { span, node: None, related: Vec::new(), message }
    }

    /// The same, of that node.
    #[must_use]
    pub fn of(self, node: impl Into<Option<NodeId>>) -> Self {
        Self { node: node.into(), ..self }
    }

    /// The same, resting on these words too.
    #[must_use]
    pub fn resting_on(self, related: impl IntoIterator<Item = Span>) -> Self {
        Self { related: related.into_iter().collect(), ..self }
    }
}
