//! What the rules look at, and what they hand back.

use super::figures::same_unit;
use super::{Parsed, Settings};
use crate::lexicon::LintWords;
use crate::model::{Message, Metric, MetricId, Node, NodeId, NodeKind, Notice, Role};
use crate::scan::ends_sentence;
use crate::{Document, Lexicon, Span};
use std::cell::OnceCell;

/// One notice, with what several rules ask of it found once.
pub struct Page<'a> {
    /// The text and its source.
    pub document: &'a Document,
    /// The text.
    pub text: &'a str,
    /// What was read from it.
    pub notice: &'a Notice,
    /// The dictionaries.
    pub lexicon: &'a Lexicon,
    /// What the user chose.
    pub settings: &'a Settings,
    /// Where a sentence or line ends, behind its mark; found when first asked for.
    ends: OnceCell<Vec<usize>>,
    /// What several rules look for all over the text; found when first asked for.
    said: OnceCell<LintWords>,
}

impl<'a> Page<'a> {
    pub(super) fn new(parsed: Parsed<'a>, settings: &'a Settings) -> Self {
        let Parsed { document, notice, lexicon } = parsed;
        Self {
            document,
            text: document.text(),
            notice,
            lexicon,
            settings,
            ends: OnceCell::new(),
            said: OnceCell::new(),
        }
    }

    /// The words of a span.
    #[must_use]
    pub fn words(&self, span: Span) -> &'a str {
        span.slice(self.text)
    }

    /// The words of the text that several rules look for.
    pub(crate) fn said(&self) -> &LintWords {
        self.said.get_or_init(|| LintWords::all_in(self.text, self.lexicon))
    }

    /// The sentence or line that holds byte `at`, with the mark that ends it.
    #[must_use]
    pub fn sentence(&self, at: usize) -> Span {
        let ends = self.ends.get_or_init(|| {
            let marks = self.text.char_indices().filter(|(_, c)| ends_sentence(*c) || *c == '\n');
            marks.map(|(start, c)| start + c.len_utf8()).collect()
        });
        let next = ends.partition_point(|end| *end <= at);
        let start = next.checked_sub(1).map_or(0, |before| ends[before]);
        Span::new(start, ends.get(next).copied().unwrap_or(self.text.len()))
    }

    /// The words between two places of the text; none where the second stands before the end of the first.
    #[must_use]
    pub fn between(&self, before: Span, after: Span) -> &'a str {
        self.text.get(before.hi()..after.lo()).unwrap_or_default()
    }

    /// The whole that `part` is a part of.
    #[must_use]
    pub fn whole(&self, part: &Metric) -> Option<&'a Metric> {
        let MetricId(index) = part.part_of?;
        self.notice.metrics.get(index as usize)
    }

    /// The start of the move that ends at `end`: 由71户 of 由71户压减至48户.
    #[must_use]
    pub fn start_of(&self, end: &Metric) -> Option<&'a Metric> {
        let metrics = &self.notice.metrics;
        let at = metrics.partition_point(|metric| metric.quantity.span.lo() < end.quantity.span.lo());
        let start = metrics[..at].last()?;
        let pair = start.role == Role::Other && start.key == end.key && same_unit(start, end);
        (pair && end.change.is_some()).then_some(start)
    }

    /// The amount told side by side with `amount` and before it, so that both together may be the whole of what follows:
    /// 遗留问题6个 beside 审计问题31个.
    #[must_use]
    pub fn beside(&self, amount: &Metric) -> Option<&'a Metric> {
        let metrics = &self.notice.metrics;
        let at = metrics.partition_point(|metric| metric.quantity.span.lo() < amount.quantity.span.lo());
        let other = metrics[..at].last()?;
        let between = self.between(other.quantity.span, amount.quantity.span);
        let joined = between.contains(['、', '和', '及']) && !between.contains(['，', ',', '；', ';', '。', '\n']);
        let is_part = |part, of| self.whole(part).is_some_and(|whole| std::ptr::eq(whole, of));
        let apart = !is_part(other, amount) && !is_part(amount, other);
        (joined && apart && same_unit(other, amount)).then_some(other)
    }

    /// The first line with words: where a finding stands that rests on something missing.
    #[must_use]
    pub fn opening(&self) -> Span {
        let start = self.text.len() - self.text.trim_start().len();
        let end = self.text[start..].find('\n').map_or(self.text.len(), |len| start + len);
        Span::new(start, end).trim(self.text)
    }

    /// Whether this is a notice of rectification, and not any other text that has a list in it.
    #[must_use]
    pub fn answers_inspection(&self) -> bool {
        self.notice.header.kind.is_some() && self.nodes(NodeKind::Measure).next().is_some()
    }

    /// The innermost node at byte `at` that is more than a sentence.
    #[must_use]
    pub fn owner(&self, at: usize) -> Option<NodeId> {
        let outline = &self.notice.outline;
        let node = outline.innermost(at)?;
        outline.ancestry(node).find(|id| outline.get(*id).kind != NodeKind::Action)
    }

    /// A place counted within `stretch` as a place of the text.
    #[must_use]
    pub fn within(&self, stretch: Span, at: Span) -> Span {
        Span::new(stretch.lo() + at.lo(), stretch.lo() + at.hi())
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
