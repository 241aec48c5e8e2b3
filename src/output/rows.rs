//! The flat table of metrics: one row a metric, with what the tree says of the place that it stands in.

use super::decimal::Exact;
use super::wire;
use crate::model::{self, Metric, Node, NodeId, NodeKind, Rank};
use crate::{CharIndex, Class, Document, Notice};
use serde::Serialize;

/// Names of the columns, in order: the fields of [`Row`].
pub const COLUMNS: [&str; 25] = [
    "notice",
    "body",
    "year",
    "node",
    "problem",
    "measure",
    "responsible",
    "deadline",
    "status",
    "name",
    "key",
    "value",
    "upper",
    "unit",
    "base_value",
    "base_unit",
    "approx",
    "threshold",
    "part_of",
    "rank",
    "change",
    "period",
    "role",
    "text",
    "span",
];

/// A metric with its context.
#[derive(Debug, Serialize)]
pub struct Row {
    /// Path of the notice.
    pub notice: String,
    /// The inspected body, else the issuer.
    pub body: Option<String>,
    /// Year of the notice.
    pub year: Option<i16>,
    /// Id of the innermost node: the path of its 1-based positions.
    pub node: Option<String>,
    /// Heading of the innermost problem around it.
    pub problem: Option<String>,
    /// Heading of the innermost measure around it.
    pub measure: Option<String>,
    /// Responsible bodies of the innermost node that names some, joined by `、`.
    pub responsible: Option<String>,
    /// Time limit of the innermost node that has one: its date, else its words.
    pub deadline: Option<String>,
    /// Status of the innermost node that has one.
    pub status: Option<&'static str>,
    /// What is counted.
    pub name: String,
    /// Canonical name.
    pub key: String,
    /// The number.
    pub value: Exact,
    /// Upper end of a range.
    pub upper: Option<Exact>,
    /// Unit as printed.
    pub unit: String,
    /// Value in the base unit.
    pub base_value: Exact,
    /// The base unit.
    pub base_unit: String,
    /// exact, about, over or under.
    pub approx: &'static str,
    /// Size condition: `>=1亿元`.
    pub threshold: Option<String>,
    /// The whole that this is a part of: its name, number and unit.
    pub part_of: Option<String>,
    /// A rank: `全省第4`.
    pub rank: Option<String>,
    /// up or down, and the basis: `up 同比`.
    pub change: Option<String>,
    /// First and last day: `2024-01-01/2024-12-31`, `..` for an open end; the words where they name no day (`整改以来`).
    pub period: Option<String>,
    /// achieved, target, problem, scope or other.
    pub role: &'static str,
    /// The shortest stretch of the notice that holds name and number.
    pub text: String,
    /// Its place.
    pub span: wire::Span,
}

/// The rows of `notice`, which was parsed from `document`, in the order of the text.
#[must_use]
pub fn rows(document: &Document, notice: &Notice) -> Vec<Row> {
    let text = document.text();
    let table = Table {
        text,
        chars: CharIndex::new(text),
        ids: wire::node_ids(&notice.outline),
        path: &document.source().path,
        notice,
    };
    notice.metrics.iter().map(|metric| table.row(metric)).collect()
}

struct Table<'a> {
    text: &'a str,
    chars: CharIndex,
    ids: Vec<String>,
    path: &'a str,
    notice: &'a Notice,
}

impl Table<'_> {
    fn row(&self, metric: &Metric) -> Row {
        let header = &self.notice.header;
        let quantity = &metric.quantity;
        let char = |byte| self.chars.chars_before(self.text, byte);
        Row {
            notice: self.path.to_owned(),
            body: header.inspected_body.as_ref().or(header.issuer.as_ref()).cloned(),
            year: self.notice.year,
            node: metric.node.map(|NodeId(at)| self.ids[at as usize].clone()),
            problem: self.heading(metric, NodeKind::Problem),
            measure: self.heading(metric, NodeKind::Measure),
            responsible: self.around(metric, |node| self.responsible(node)),
            deadline: self.around(metric, |node| self.deadline(node)),
            status: self.around(metric, |node| node.status.map(Class::word)),
            name: metric.name.clone(),
            key: metric.key.clone(),
            value: Exact(quantity.value),
            upper: quantity.upper.map(Exact),
            unit: quantity.unit.clone(),
            base_value: Exact(quantity.base.value),
            base_unit: quantity.base.unit.clone(),
            approx: quantity.approx.word(),
            threshold: metric.threshold.as_ref().map(threshold),
            part_of: metric.part_of.and_then(|id| self.whole(id)),
            rank: metric.rank.as_ref().map(|rank| self::rank(rank, self.text)),
            change: metric.change.map(change),
            period: metric.period.map(|period| self.period(period)),
            role: metric.role.word(),
            text: metric.span.slice(self.text).to_owned(),
            span: wire::Span { start: char(metric.span.lo()), end: char(metric.span.hi()) },
        }
    }

    /// What the innermost node around `metric` says that says anything.
    fn around<T>(&self, metric: &Metric, say: impl Fn(&Node) -> Option<T>) -> Option<T> {
        let outline = &self.notice.outline;
        outline.ancestry(metric.node?).find_map(|id| say(outline.get(id)))
    }

    fn heading(&self, metric: &Metric, kind: NodeKind) -> Option<String> {
        self.around(metric, |node| (node.kind == kind).then(|| node.heading.slice(self.text).to_owned()))
    }

    fn responsible(&self, node: &Node) -> Option<String> {
        let bodies: Vec<_> = node.responsible.iter().map(|span| span.slice(self.text)).collect();
        (!bodies.is_empty()).then(|| bodies.join("、"))
    }

    fn deadline(&self, node: &Node) -> Option<String> {
        let deadline = node.deadline.as_ref()?;
        Some(deadline.date.map_or_else(|| deadline.span.slice(self.text).to_owned(), |date| date.to_string()))
    }

    fn period(&self, period: model::Period) -> String {
        if period.start.is_none() && period.end.is_none() {
            return period.span.slice(self.text).to_owned();
        }
        let day = |date: Option<model::PartialDate>| date.map_or_else(|| "..".to_owned(), |date| date.to_string());
        format!("{}/{}", day(period.start), day(period.end))
    }

    fn whole(&self, model::MetricId(at): model::MetricId) -> Option<String> {
        let whole = self.notice.metrics.get(at as usize)?;
        Some(format!("{}{}", whole.name, whole.quantity.span.slice(self.text)))
    }
}

pub(super) fn threshold(threshold: &model::Threshold) -> String {
    format!("{}{}{}", threshold.op.word(), threshold.value.normalize(), threshold.unit)
}

pub(super) fn rank(rank: &Rank, text: &str) -> String {
    format!("{}第{}", rank.scope.map_or("", |scope| scope.slice(text)), rank.position)
}

fn change(change: model::Change) -> String {
    let direction = change.direction.word();
    change.basis.map_or_else(|| direction.to_owned(), |basis| format!("{direction} {}", basis.word()))
}
