//! Wire types of a notice: the JSON contract. Spans count characters here; the conversion happens once, in [`notice`].

use super::decimal::Exact;
use crate::i18n::Lang;
use crate::model::{self, NodeId};
use crate::{CharIndex, Class, Document, Lexicon};
use schemars::JsonSchema;
use serde::Serialize;

/// Version of the contract.
pub const SCHEMA_VERSION: &str = "1.0";

/// Half-open character range in the decoded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Span {
    /// First character.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// A notice.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Notice {
    /// Version of the contract.
    pub schema_version: &'static str,
    /// Program and version.
    pub generator: &'static str,
    /// SHA-256 of the dictionaries in force.
    pub lexicon: String,
    /// The file.
    pub source: Source,
    /// Year of the notice.
    pub year: Option<i16>,
    /// Facts of header and footer.
    pub header: Header,
    /// Partition of the text.
    pub blocks: Vec<Block>,
    /// The tree.
    pub outline: Vec<Node>,
    /// The metrics.
    pub metrics: Vec<Metric>,
    /// Cited documents.
    pub documents: Vec<CitedDocument>,
    /// Numbers that are no metrics.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rejected: Option<Vec<Rejected>>,
    /// Condition of the text.
    pub warnings: Vec<Warning>,
}

/// Facts of the source.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Source {
    /// Path as given.
    pub path: String,
    /// Format.
    pub format: String,
    /// Encoding.
    pub encoding: String,
    /// SHA-256 of the raw bytes.
    pub sha256: String,
    /// Characters of the decoded text.
    pub chars: usize,
}

/// Facts of header and footer.
#[derive(Debug, Serialize, JsonSchema)]
#[allow(missing_docs, reason = "the fields are those of model::Header")]
pub struct Header {
    pub title: Option<String>,
    pub issuer: Option<String>,
    pub inspected_body: Option<String>,
    pub inspecting_team: Option<String>,
    pub kind: Option<&'static str>,
    pub level: Option<&'static str>,
    pub round: Option<String>,
    pub inspection_start: Option<String>,
    pub inspection_end: Option<String>,
    pub feedback_date: Option<String>,
    pub published: Option<String>,
    pub phones: Vec<String>,
    pub emails: Vec<String>,
    pub address: Option<String>,
    pub postcode: Option<String>,
}

/// A stretch of the text and what it is.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Block {
    /// title, intro, heading, label, field, description, action, closing or noise.
    pub kind: &'static str,
    /// Where.
    pub span: Span,
}

/// Words with their place.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// A stated time limit.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Deadline {
    /// The words.
    pub text: String,
    /// The last day that they allow.
    pub date: Option<String>,
    /// Where.
    pub span: Span,
}

/// A node of the tree.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Node {
    /// Path of 1-based positions.
    pub id: String,
    /// section, problem, measure or action.
    pub kind: &'static str,
    /// The marker as printed.
    pub marker: Option<String>,
    /// The heading.
    pub heading: String,
    /// All of the node.
    pub span: Span,
    /// The heading's place, after marker and label.
    pub heading_span: Span,
    /// A deficiency named inside a measure.
    pub inline: bool,
    /// done, ongoing, planned, mixed.
    pub status: Option<&'static str>,
    /// specific, partial, vague (actions).
    pub specificity: Option<&'static str>,
    /// Stated time limit.
    pub deadline: Option<Deadline>,
    /// Responsible bodies.
    pub responsible: Vec<Words>,
    /// Text of 整改目标.
    pub target: Option<Words>,
    /// Status words of the ledger.
    pub stated_status: Option<String>,
    /// Nodes below.
    pub children: Vec<Node>,
}

/// Number and unit as printed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Quantity {
    /// Where.
    pub span: Span,
    /// The words.
    pub text: String,
}

/// A quantity in its base unit.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Base {
    /// The value.
    pub value: Exact,
    /// The base unit.
    pub unit: String,
}

/// A fraction.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Fraction {
    /// Numerator.
    pub num: u32,
    /// Denominator.
    pub den: u32,
}

/// A size condition.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Threshold {
    /// `>=`, `>`, `<=` or `<`.
    pub op: &'static str,
    /// The bound.
    pub value: Exact,
    /// Its unit as printed.
    pub unit: String,
}

/// A rank.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Rank {
    /// 1 is first.
    pub position: u32,
    /// Among whom.
    pub scope: Option<String>,
}

/// A change.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Change {
    /// up or down.
    pub direction: &'static str,
    /// 同比, 环比 or null.
    pub basis: Option<&'static str>,
}

/// A period.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Period {
    /// First day.
    pub start: Option<String>,
    /// Last day.
    pub end: Option<String>,
    /// The words.
    pub text: String,
}

/// A metric.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Metric {
    /// `m1`, `m2`, … in the order of the text.
    pub id: String,
    /// Id of the innermost node that holds it.
    pub node: Option<String>,
    /// The shortest stretch that holds name and number.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// Number and unit.
    pub quantity: Quantity,
    /// What is counted.
    pub name: String,
    /// Where the name was taken from.
    pub name_spans: Vec<Span>,
    /// The pattern that named it.
    pub named_by: &'static str,
    /// Canonical name.
    pub key: String,
    /// The number.
    pub value: Exact,
    /// Upper end of a range.
    pub upper: Option<Exact>,
    /// Numerator and denominator, where the number was a fraction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fraction: Option<Fraction>,
    /// Unit as printed.
    pub unit: String,
    /// exact, about, over or under.
    pub approx: &'static str,
    /// count, money, ratio, …
    pub dimension: &'static str,
    /// Value in the base unit.
    pub base: Base,
    /// Size condition.
    pub threshold: Option<Threshold>,
    /// Id of the whole.
    pub part_of: Option<String>,
    /// Rank.
    pub rank: Option<Rank>,
    /// Change.
    pub change: Option<Change>,
    /// Period.
    pub period: Option<Period>,
    /// achieved, target, problem, scope or other.
    pub role: &'static str,
}

/// A cited document.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CitedDocument {
    /// Title without its marks.
    pub title: Option<String>,
    /// Number.
    pub number: Option<String>,
    /// Where.
    pub span: Span,
    /// Id of the innermost node.
    pub node: Option<String>,
}

/// A number that is no metric.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Rejected {
    /// Where.
    pub span: Span,
    /// The words.
    pub text: String,
    /// Why.
    pub reason: &'static str,
}

/// A warning.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Warning {
    /// Its code.
    pub code: &'static str,
    /// What it says.
    pub message: String,
    /// Words or figures that the message was made from.
    pub args: Vec<String>,
    /// Where.
    pub span: Option<Span>,
}

/// What a notice is printed with.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Whether to list the numbers that are no metrics.
    pub rejected: bool,
    /// Language of the warnings' messages.
    pub lang: Lang,
}

/// The wire form of `notice`, which was parsed from `document`.
#[must_use]
pub fn notice(document: &Document, notice: &model::Notice, lexicon: &Lexicon, options: &Options) -> Notice {
    let text = document.text();
    Writer { text, chars: CharIndex::new(text), notice, ids: node_ids(&notice.outline) }
        .notice(document, lexicon, options)
}

/// The id of every node: the path of its 1-based positions.
#[must_use]
pub fn node_ids(outline: &model::Outline) -> Vec<String> {
    let mut ids = vec![String::new(); outline.nodes.len()];
    for (at, root) in outline.roots.iter().enumerate() {
        ids[root.0 as usize] = (at + 1).to_string();
    }
    for id in outline.ids() {
        for (at, child) in outline.get(id).children.iter().enumerate() {
            ids[child.0 as usize] = format!("{}.{}", ids[id.0 as usize], at + 1);
        }
    }
    ids
}

struct Writer<'a> {
    text: &'a str,
    chars: CharIndex,
    notice: &'a model::Notice,
    ids: Vec<String>,
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
            children: node.children.iter().map(|child| self.node(*child)).collect(),
        }
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
            message: super::warnings::message(warning, lang),
            args: warning.args.clone(),
            span: warning.span.map(|span| self.span(span)),
        }
    }
}

/// The id of the metric at that place of the list.
#[must_use]
pub fn metric_id(at: usize) -> String {
    format!("m{}", at + 1)
}
