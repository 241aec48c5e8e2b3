//! From the model to the contract: spans become characters, ids become paths, words are copied.

use super::super::{decimal::Exact, warnings};
use super::types::*;
use super::{Options, SCHEMA_VERSION, metric_id, node_ids};
use crate::i18n::Lang;
use crate::model::{self, NodeId};
use crate::{CharIndex, Class, Document, Lexicon, assess};

/// The wire form of `notice`, which was parsed from `document`.
#[must_use]
pub fn notice(document: &Document, notice: &model::Notice, lexicon: &Lexicon, options: &Options) -> Notice {
    let text = document.text();
    let scores = options.scores.then(|| assess::score(text, notice, lexicon));
    Writer { text, chars: CharIndex::new(text), notice, ids: node_ids(&notice.outline), scores }
        .notice(document, lexicon, options)
}

impl Corrected {
    /// The wire form of what a correction changed.
    pub(in super::super) fn of(corrected: &model::Corrected) -> Self {
        let model::Corrected { name, key, value, role, reason } = corrected.clone();
        Self { name, key, value: value.map(Exact), role: role.map(Class::word), reason }
    }
}

struct Writer<'a> {
    text: &'a str,
    chars: CharIndex,
    notice: &'a model::Notice,
    ids: Vec<String>,
    scores: Option<assess::Scores>,
}

impl Writer<'_> {
    fn notice(&self, document: &Document, lexicon: &Lexicon, options: &Options) -> Notice {
        let source = document.source();
        let parsed = self.notice;
        Notice {
            schema_version: SCHEMA_VERSION,
            generator: concat!("zhenggai ", env!("CARGO_PKG_VERSION")),
            lexicon: lexicon.checksum().to_owned(),
            source: Source {
                path: source.path.clone(),
                format: source.format.clone(),
                encoding: source.encoding.clone(),
                sha256: source.sha256.clone(),
                chars: self.chars.chars_before(self.text, self.text.len()),
            },
            year: parsed.year,
            header: self.header(),
            blocks: parsed.blocks.iter().map(|b| Block { kind: b.kind.word(), span: self.span(b.span) }).collect(),
            outline: parsed.outline.roots.iter().map(|id| self.node(*id)).collect(),
            metrics: parsed.metrics.iter().enumerate().map(|(at, metric)| self.metric(at, metric)).collect(),
            documents: parsed.documents.iter().map(|d| self.document(d)).collect(),
            rejected: options.rejected.then(|| parsed.rejected.iter().map(|r| self.rejected(r)).collect()),
            warnings: parsed.warnings.iter().map(|w| self.warning(w, options.lang)).collect(),
            concreteness: self.scores.as_ref().map(|scores| Concreteness::of(&scores.notice)),
        }
    }

    fn span(&self, span: crate::Span) -> Span {
        Span {
            start: self.chars.chars_before(self.text, span.lo()),
            end: self.chars.chars_before(self.text, span.hi()),
        }
    }

    fn slice(&self, span: crate::Span) -> String {
        span.slice(self.text).to_owned()
    }

    fn words(&self, span: crate::Span) -> Words {
        Words { text: self.slice(span), span: self.span(span) }
    }

    fn id(&self, id: NodeId) -> String {
        self.ids[id.0 as usize].clone()
    }

    fn header(&self) -> Header {
        let h = &self.notice.header;
        let date = |date: Option<model::PartialDate>| date.map(|d| d.to_string());
        let list = |spans: &[crate::Span]| spans.iter().map(|span| self.slice(*span)).collect();
        Header {
            title: h.title.clone(),
            issuer: h.issuer.clone(),
            inspected_body: h.inspected_body.clone(),
            inspecting_team: h.inspecting_team.clone(),
            kind: h.kind.map(Class::word),
            level: h.level.map(Class::word),
            round: h.round.clone(),
            inspection_start: date(h.inspection_start),
            inspection_end: date(h.inspection_end),
            feedback_date: date(h.feedback_date),
            published: date(h.published),
            phones: list(&h.phones),
            emails: list(&h.emails),
            address: h.address.map(|span| self.slice(span)),
            postcode: h.postcode.map(|span| self.slice(span)),
        }
    }

    fn node(&self, id: NodeId) -> Node {
        let node = self.notice.outline.get(id);
        Node {
            id: self.id(id),
            kind: node.kind.word(),
            marker: node.marker.map(|span| self.slice(span)),
            heading: self.slice(node.heading),
            span: self.span(node.span),
            heading_span: self.span(node.heading),
            inline: node.inline,
            status: node.status.map(Class::word),
            specificity: node.specificity.map(Class::word),
            deadline: node.deadline.as_ref().map(|d| Deadline {
                text: self.slice(d.span),
                date: d.date.map(|date| date.to_string()),
                span: self.span(d.span),
            }),
            responsible: node.responsible.iter().map(|span| self.words(*span)).collect(),
            target: node.target.map(|span| self.words(span)),
            stated_status: node.stated_status.map(|span| self.slice(span)),
            score: self.scores.as_ref().and_then(|scores| scores.of(id)).map(|action| self.score(action)),
            concreteness: self.concreteness(id),
            children: node.children.iter().map(|child| self.node(*child)).collect(),
        }
    }

    fn score(&self, action: &assess::Explanation) -> Score {
        let fact = |fact: &assess::Fact| Fact {
            kind: fact.kind.word(),
            text: self.slice(fact.span),
            span: self.span(fact.span),
        };
        let empty = |word: &assess::EmptyWord| EmptyWord {
            class: word.class.word(),
            weight: word.weight,
            text: self.slice(word.span),
            span: self.span(word.span),
        };
        Score {
            verb: action.verb.word(),
            acts: action.acts.iter().map(|span| self.words(*span)).collect(),
            evidence: action.facts.iter().map(fact).collect(),
            empty_words: action.empty.iter().map(empty).collect(),
            empty_weight: action.empty.iter().map(|word| u32::from(word.weight)).sum(),
            promise: action.promise,
            heading: action.heading,
        }
    }

    fn concreteness(&self, id: NodeId) -> Option<Concreteness> {
        let index = self.scores.as_ref()?.nodes.get(id.0 as usize)?;
        assess::has_index(self.notice.outline.get(id).kind).then(|| Concreteness::of(index))
    }

    fn metric(&self, at: usize, metric: &model::Metric) -> Metric {
        let quantity = &metric.quantity;
        Metric {
            id: metric_id(at),
            node: metric.node.map(|id| self.id(id)),
            span: self.span(metric.span),
            text: self.slice(metric.span),
            quantity: Quantity { span: self.span(quantity.span), text: self.slice(quantity.span) },
            name: metric.name.clone(),
            name_spans: metric.name_spans.iter().map(|span| self.span(*span)).collect(),
            named_by: metric.named_by.word(),
            key: metric.key.clone(),
            value: Exact(quantity.value),
            upper: quantity.upper.map(Exact),
            fraction: quantity.fraction.map(|(num, den)| Fraction { num, den }),
            unit: quantity.unit.clone(),
            approx: quantity.approx.word(),
            dimension: quantity.dimension.word(),
            base: Base { value: Exact(quantity.base.value), unit: quantity.base.unit.clone() },
            threshold: metric.threshold.as_ref().map(|t| Threshold {
                op: t.op.word(),
                value: Exact(t.value),
                unit: t.unit.clone(),
            }),
            part_of: metric.part_of.map(|id| metric_id(id.0 as usize)),
            rank: metric
                .rank
                .as_ref()
                .map(|r| Rank { position: r.position, scope: r.scope.map(|span| self.slice(span)) }),
            change: metric.change.map(|c| Change { direction: c.direction.word(), basis: c.basis.map(Class::word) }),
            period: metric.period.map(|p| Period {
                start: p.start.map(|date| date.to_string()),
                end: p.end.map(|date| date.to_string()),
                text: self.slice(p.span),
            }),
            role: metric.role.word(),
            corrected: metric.corrected.as_deref().map(Corrected::of),
        }
    }

    fn document(&self, document: &model::CitedDocument) -> CitedDocument {
        CitedDocument {
            title: document.title.map(|span| self.slice(span)),
            number: document.number.map(|span| self.slice(span)),
            span: self.span(document.span),
            node: document.node.map(|id| self.id(id)),
        }
    }

    fn rejected(&self, rejected: &model::Rejected) -> Rejected {
        Rejected { span: self.span(rejected.span), text: self.slice(rejected.span), reason: rejected.reason.word() }
    }

    fn warning(&self, warning: &model::Warning, lang: Lang) -> Warning {
        Warning {
            code: warning.code.word(),
            message: warnings::message(warning, lang),
            args: warning.args.clone(),
            span: warning.span.map(|span| self.span(span)),
        }
    }
}

impl Concreteness {
    /// The wire form of `index`.
    pub(in crate::output) fn of(index: &assess::Concreteness) -> Self {
        let share = |label| ratio(index.share(label), 1);
        Self {
            specific: share(model::Specificity::Specific),
            partial: share(model::Specificity::Partial),
            vague: share(model::Specificity::Vague),
            cheap_talk: ratio(index.cheap_talk(), 1),
            evidence_per_1000: ratio(index.density(), 1000),
        }
    }
}

fn ratio(ratio: assess::Ratio, scale: u32) -> Ratio {
    Ratio { num: ratio.num, den: ratio.den, value: ratio.times(scale).map(Exact) }
}
