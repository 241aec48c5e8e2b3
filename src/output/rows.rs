//! The flat table of metrics: one row a metric, with what the tree says of the place that it stands in.

use super::context::Context;
use super::decimal::Exact;
use super::wire;
use crate::model::{self, Metric, NodeKind, Rank};
use crate::{Class, Document, Notice};
use serde::Serialize;

/// A metric with its context; the columns of [`METRICS`](super::dataset::metrics::METRICS), in their order.
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
    /// What corrections changed: the fields as they were read.
    pub corrected: Option<String>,
}

/// The rows of `notice`, which was parsed from `document`, in the order of the text.
#[must_use]
pub fn rows(document: &Document, notice: &Notice) -> Vec<Row> {
    let place = Context::new(document.text(), &notice.outline);
    notice.metrics.iter().map(|metric| row(metric, &place, document, notice)).collect()
}

fn row(metric: &Metric, place: &Context<'_>, document: &Document, notice: &Notice) -> Row {
    let text = document.text();
    let quantity = &metric.quantity;
    let node = metric.node;
    Row {
        notice: document.source().path.clone(),
        body: notice.header.body().map(str::to_owned),
        year: notice.year,
        node: node.map(|node| place.id(node).to_owned()),
        problem: node.and_then(|node| place.heading(node, NodeKind::Problem)).map(str::to_owned),
        measure: node.and_then(|node| place.heading(node, NodeKind::Measure)).map(str::to_owned),
        responsible: node.and_then(|node| place.responsible(node)),
        deadline: node.and_then(|node| place.deadline(node)),
        status: node.and_then(|node| place.status(node)),
        name: metric.name.clone(),
        key: metric.key.clone(),
        value: Exact(quantity.value),
        upper: quantity.upper.map(Exact),
        unit: quantity.unit.clone(),
        base_value: Exact(quantity.base.value),
        base_unit: quantity.base.unit.clone(),
        approx: quantity.approx.word(),
        threshold: metric.threshold.as_ref().map(threshold),
        part_of: metric.part_of.and_then(|id| whole(id, text, notice)),
        rank: metric.rank.as_ref().map(|stated| rank(stated, text)),
        change: metric.change.map(change),
        period: metric.period.map(|stated| period(stated, text)),
        role: metric.role.word(),
        text: metric.span.slice(text).to_owned(),
        span: place.chars(metric.span),
        corrected: metric.corrected.as_deref().map(|corrected| wire::Corrected::of(corrected).to_string()),
    }
}

fn period(period: model::Period, text: &str) -> String {
    if period.start.is_none() && period.end.is_none() {
        return period.span.slice(text).to_owned();
    }
    let day = |date: Option<model::PartialDate>| date.map_or_else(|| "..".to_owned(), |date| date.to_string());
    format!("{}/{}", day(period.start), day(period.end))
}

fn whole(model::MetricId(at): model::MetricId, text: &str, notice: &Notice) -> Option<String> {
    let whole = notice.metrics.get(at as usize)?;
    Some(format!("{}{}", whole.name, whole.quantity.span.slice(text)))
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
