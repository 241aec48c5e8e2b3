//! Two notices of one body, compared, in the JSON contract.

use super::super::decimal::Exact;
use super::{Metric, Options, Span, node_ids, notice};
use crate::compare::{self, Edition};
use crate::i18n::Lang;
use crate::model::{MetricId, NodeId};
use crate::{CharIndex, Class, Lexicon};
use schemars::JsonSchema;
use serde::Serialize;

/// What `zhenggai compare --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Comparison {
    /// The body, as the new notice prints it, else the old one.
    pub body: Option<String>,
    /// The older notice.
    pub old: Source,
    /// The newer notice.
    pub new: Source,
    /// Indicators.
    pub metrics: Vec<MetricChange>,
    /// Problems.
    pub problems: Vec<ProblemChange>,
    /// Sentences that the new notice takes over.
    pub measures: Vec<Recycled>,
    /// What the old notice promised.
    pub promises: Vec<Promise>,
}

/// A notice that was compared.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Source {
    /// Path.
    pub path: String,
    /// Year.
    pub year: Option<i16>,
}

/// An indicator in two years.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MetricChange {
    /// matched, added or dropped.
    pub status: &'static str,
    /// Canonical name: the new notice's, else the old one's.
    pub key: String,
    /// The old notice's metric.
    pub old: Option<Metric>,
    /// The new notice's metric.
    pub new: Option<Metric>,
    /// New less old, in the new metric's unit.
    pub delta: Option<Exact>,
    /// New over old.
    pub ratio: Option<Exact>,
    /// How sure it is that both are one indicator, 0 to 1.
    pub confidence: Option<Exact>,
    /// Where the new notice's words about the change do not fit the values.
    pub warnings: Vec<String>,
    /// Whether a correction of the user's says that both are one indicator.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub pinned: bool,
}

/// A problem in two years.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProblemChange {
    /// repeated, resolved or new.
    pub status: &'static str,
    /// Node of the old notice.
    pub old: Option<String>,
    /// Node of the new notice.
    pub new: Option<String>,
    /// Heading of the old notice's node.
    pub old_span: Option<Span>,
    /// Heading of the new notice's node.
    pub new_span: Option<Span>,
    /// Words of the old heading.
    pub old_text: Option<String>,
    /// Words of the new heading.
    pub new_text: Option<String>,
    /// How sure it is that both are one problem, 0 to 1.
    pub similarity: Option<Exact>,
}

/// A sentence that both notices have.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Recycled {
    /// recycled.
    pub status: &'static str,
    /// Node of the old notice.
    pub old: String,
    /// Node of the new notice.
    pub new: String,
    /// The stretch of the old notice.
    pub old_span: Span,
    /// The stretch of the new notice.
    pub new_span: Span,
    /// Words of the old notice.
    pub old_text: String,
    /// Words of the new notice.
    pub new_text: String,
    /// 2·LCS over the length of both, figures and names masked.
    pub similarity: Exact,
}

/// A promise of the old notice.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Promise {
    /// kept, missed or silent.
    pub status: &'static str,
    /// Node of the old notice.
    pub old: String,
    /// Words that promise.
    pub old_span: Span,
    /// The same as text.
    pub old_text: String,
    /// Node of the new notice that speaks of it.
    pub new: Option<String>,
    /// What the verdict rests on.
    pub why: String,
}

impl Comparison {
    /// Compares two notices of one body, the older first; messages in `lang`.
    #[must_use]
    pub fn of(old: &Edition<'_>, new: &Edition<'_>, lexicon: &Lexicon, lang: Lang) -> Self {
        let found = compare::compare(old, new, lexicon);
        let (mut old, mut new) = (Side::of(old, lexicon, lang), Side::of(new, lexicon, lang));
        Self {
            body: new.edition.notice.header.body().or(old.edition.notice.header.body()).map(str::to_owned),
            metrics: found.metrics.iter().map(|change| metric(change, &mut old, &mut new, lang)).collect(),
            problems: found.problems.iter().map(|change| problem(change, &old, &new)).collect(),
            measures: found.measures.iter().map(|recycled| measure(recycled, &old, &new)).collect(),
            promises: found.promises.iter().map(|promise| self::promise(promise, &old, &new, lang)).collect(),
            old: old.source(),
            new: new.source(),
        }
    }
}

/// One of the two notices, ready to be told of.
struct Side<'a> {
    edition: &'a Edition<'a>,
    chars: CharIndex,
    ids: Vec<String>,
    /// Metrics that have not been told yet: each is told once.
    metrics: Vec<Option<Metric>>,
}

impl<'a> Side<'a> {
    fn of(edition: &'a Edition<'a>, lexicon: &Lexicon, lang: Lang) -> Self {
        let written =
            notice(edition.document, edition.notice, lexicon, &Options { rejected: false, scores: false, lang });
        Self {
            edition,
            chars: CharIndex::new(edition.document.text()),
            ids: node_ids(&edition.notice.outline),
            metrics: written.metrics.into_iter().map(Some).collect(),
        }
    }

    fn source(&self) -> Source {
        Source { path: self.edition.document.source().path.clone(), year: self.edition.notice.year }
    }

    fn metric(&mut self, MetricId(at): MetricId) -> Option<Metric> {
        self.metrics.get_mut(at as usize)?.take()
    }

    fn id(&self, NodeId(at): NodeId) -> String {
        self.ids[at as usize].clone()
    }

    fn heading(&self, node: NodeId) -> crate::Span {
        self.edition.notice.outline.get(node).heading
    }

    fn span(&self, span: crate::Span) -> Span {
        let char = |byte| self.chars.chars_before(self.edition.document.text(), byte);
        Span { start: char(span.lo()), end: char(span.hi()) }
    }

    fn words(&self, span: crate::Span) -> String {
        span.slice(self.edition.document.text()).to_owned()
    }
}

fn metric(change: &compare::MetricChange, old: &mut Side<'_>, new: &mut Side<'_>, lang: Lang) -> MetricChange {
    let (old, new) = (change.old.and_then(|id| old.metric(id)), change.new.and_then(|id| new.metric(id)));
    MetricChange {
        status: change.status.word(),
        key: new.as_ref().or(old.as_ref()).map(|metric| metric.key.clone()).unwrap_or_default(),
        old,
        new,
        delta: change.delta.map(Exact),
        ratio: change.ratio.map(Exact),
        confidence: change.confidence.map(Exact),
        warnings: change.warnings.iter().map(|warning| warning.text(lang)).collect(),
        pinned: change.pinned,
    }
}

fn problem(change: &compare::ProblemChange, old: &Side<'_>, new: &Side<'_>) -> ProblemChange {
    let (old_heading, new_heading) = (change.old.map(|id| old.heading(id)), change.new.map(|id| new.heading(id)));
    ProblemChange {
        status: change.status.word(),
        old: change.old.map(|id| old.id(id)),
        new: change.new.map(|id| new.id(id)),
        old_span: old_heading.map(|span| old.span(span)),
        new_span: new_heading.map(|span| new.span(span)),
        old_text: old_heading.map(|span| old.words(span)),
        new_text: new_heading.map(|span| new.words(span)),
        similarity: change.similarity.map(Exact),
    }
}

fn measure(recycled: &compare::Recycled, old: &Side<'_>, new: &Side<'_>) -> Recycled {
    Recycled {
        status: "recycled",
        old: old.id(recycled.old),
        new: new.id(recycled.new),
        old_span: old.span(recycled.old_span),
        new_span: new.span(recycled.new_span),
        old_text: old.words(recycled.old_span),
        new_text: new.words(recycled.new_span),
        similarity: Exact(recycled.similarity),
    }
}

fn promise(promise: &compare::Promise, old: &Side<'_>, new: &Side<'_>, lang: Lang) -> Promise {
    Promise {
        status: promise.status.word(),
        old: old.id(promise.old),
        old_span: old.span(promise.old_span),
        old_text: old.words(promise.old_span),
        new: promise.new.map(|id| new.id(id)),
        why: promise.why.text(lang),
    }
}
