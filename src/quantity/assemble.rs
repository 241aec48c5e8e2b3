//! Mentions and their names to metrics.

use super::mention::Mention;
use super::name::{self, Name};
use super::page::Page;
use super::threshold::Condition;
use super::{period, rank, role, slot, whole};
use crate::Span;
use crate::model::{Base, Metric, MetricId, Quantity, Role};
use rust_decimal::Decimal;

/// Builds the metrics of the page.
pub(super) fn metrics(page: &Page<'_>, mentions: &[Mention], conditions: &[Condition]) -> Vec<Metric> {
    let slots = slot::slots(page, mentions);
    let names = name::names(page, mentions, &slots);
    let wholes = whole::wholes(page, mentions, &slots, &names);
    let mut metrics: Vec<Metric> =
        mentions.iter().zip(&names).map(|(mention, name)| metric(page, mention, name, conditions)).collect();
    for (metric, slot) in metrics.iter_mut().zip(&slots) {
        metric.period = period::period(page, slot.sentence, metric.span.lo());
    }
    let roles = role::roles(page, mentions, &slots, &names, &wholes);
    for (metric, (whole, role)) in metrics.iter_mut().zip(wholes.into_iter().zip(roles)) {
        metric.part_of = whole.map(|index| MetricId(index as u32));
        metric.role = role;
    }
    for (index, rank) in rank::ranks(page, mentions, &slots, &names) {
        metrics[index].rank = Some(rank);
    }
    metrics
}

fn metric(page: &Page<'_>, mention: &Mention, name: &Name, conditions: &[Condition]) -> Metric {
    let name_spans = name.phrase.spans();
    let span = name_spans.iter().fold(mention.outer, |whole, span| whole.to(*span));
    let condition = conditions
        .iter()
        .rev()
        .find(|c| name_spans.iter().any(|span| span.overlaps(c.span())) || touches(page, c.span(), mention, span));
    Metric {
        node: page.node(mention.span.lo()),
        span,
        quantity: quantity(mention),
        name: name.phrase.text(page.text),
        name_spans,
        named_by: name.by,
        key: String::new(),
        threshold: condition.map(Condition::threshold),
        part_of: None,
        rank: None,
        change: name.change,
        period: None,
        role: Role::Achieved,
    }
}

/// 50万元以上的14个项目: a condition right before the number limits it too.
fn touches(page: &Page<'_>, condition: Span, mention: &Mention, _span: Span) -> bool {
    condition.hi() <= mention.outer.lo()
        && matches!(page.text[condition.hi()..mention.outer.lo()].trim(), "" | "的" | "共" | "达到" | "仅" | "有")
}

fn quantity(mention: &Mention) -> Quantity {
    let base = mention.known.as_ref().map_or_else(
        || Base { value: mention.value, unit: mention.unit.clone() },
        |unit| Base {
            value: mention.value.checked_mul(unit.factor).unwrap_or(Decimal::ZERO),
            unit: unit.base.to_string(),
        },
    );
    Quantity {
        span: mention.span,
        value: mention.value,
        upper: mention.upper,
        fraction: mention.fraction,
        unit: mention.unit.chars().filter(|c| !c.is_whitespace()).collect(),
        approx: mention.approx,
        dimension: mention.dimension(),
        base,
    }
}
