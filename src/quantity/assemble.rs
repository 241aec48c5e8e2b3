//! Mentions and their names to metrics.

use super::cues::Cues;
use super::figures::Figures;
use super::mention::Mention;
use super::name::{self, Name};
use super::page::Page;
use super::period::Times;
use super::slot::{self, Slot};
use super::threshold::{self, Condition};
use super::{key, noun, rank, role, whole};
use crate::model::{Base, Metric, MetricId, NamedBy, Quantity, Role};
use crate::{Lexicon, Span};
use rust_decimal::Decimal;

/// Builds the metrics of the page.
pub(super) fn metrics(page: &Page<'_>, mentions: &[Mention<'_>], conditions: &[Condition<'_>]) -> Vec<Metric> {
    let slots = slot::slots(page, mentions);
    let behinds = noun::behinds(page, mentions, &slots);
    let names = name::names(page, mentions, &slots, &behinds);
    let texts: Vec<String> = names.iter().map(|name| name.phrase.text(page.text)).collect();
    let cues = Cues::new(page, &slots);
    let figures =
        Figures { page, mentions, slots: &slots, behinds: &behinds, names: &names, texts: &texts, cues: &cues };
    let wholes = whole::wholes(figures);
    let roles = role::roles(figures, &wholes);
    let ranks = rank::ranks(figures);
    let times = Times::new(page);
    let related = wholes.into_iter().zip(roles);
    let named = mentions.iter().zip(&names).zip(texts).zip(&slots);
    let mut before = 0;
    let mut metrics: Vec<Metric> = (named.zip(related))
        .map(|((((mention, name), text), slot), (whole, role))| {
            let room = Span::new(slot.sentence.max(before).min(slot.left.lo()), slot.left.lo());
            before = mention.outer.hi();
            let mut metric = metric(page, mention, name, text, slot, Limits { conditions, room });
            metric.period = times.period(slot.sentence, metric.span.lo());
            metric.part_of = whole.map(|index| MetricId(index as u32));
            metric.role = role;
            metric
        })
        .collect();
    for (index, rank) in ranks {
        metrics[index].rank = Some(rank);
    }
    metrics
}

/// Farthest, in bytes, that the stretch of a metric reaches back for a name taken from before. In a sentence without end the
/// stretches would else grow with it.
const FARTHEST: usize = 1_200;

/// Where the size condition of a metric is looked for.
#[derive(Clone, Copy)]
struct Limits<'a> {
    conditions: &'a [Condition<'a>],
    /// What of its sentence stands before its clause and behind the metric before.
    room: Span,
}

fn metric(
    page: &Page<'_>,
    mention: &Mention<'_>,
    name: &Name,
    text: String,
    slot: &Slot,
    limits: Limits<'_>,
) -> Metric {
    let name_spans = name.phrase.spans();
    let near = name_spans.iter().filter(|span| mention.outer.lo().saturating_sub(span.lo()) <= FARTHEST);
    let span = near.fold(mention.outer, |whole, span| whole.to(*span));
    let condition = condition(name, &name_spans, slot, limits.conditions)
        .or_else(|| threshold::carried(page, limits.room, &text, limits.conditions));
    let threshold = condition.map(Condition::threshold);
    let quantity = quantity(mention);
    let limit = condition.map(|condition| condition.words().slice(page.text));
    let named = key::Named {
        name: &text,
        unit: &quantity.unit,
        dimension: quantity.dimension,
        limit: threshold.as_ref().zip(limit),
        change: name.change,
    };
    let key = key::key(&named, page.lexicon);
    Metric {
        node: slot.node,
        span,
        quantity,
        name: text,
        name_spans,
        named_by: name.by,
        key,
        threshold,
        part_of: None,
        rank: None,
        change: name.change,
        period: None,
        role: Role::Achieved,
        corrected: None,
        pins: Vec::new(),
    }
}

/// The key that the metric's name, unit, size condition and change give.
pub(super) fn key_of(metric: &Metric, text: &str, lexicon: &Lexicon) -> String {
    let named = key::Named {
        name: &metric.name,
        unit: &metric.quantity.unit,
        dimension: metric.quantity.dimension,
        limit: metric.threshold.as_ref().map(|threshold| (threshold, threshold.span.slice(text))),
        change: metric.change,
    };
    key::key(&named, lexicon)
}

/// The size condition of a metric: one that stands before the number in its clause, though the name may leave it out, or
/// inside a stretch that the name was completed from. A share or a growth that takes its indicator from before does not
/// take the condition too.
fn condition<'c>(
    name: &Name,
    spans: &[Span],
    slot: &Slot,
    conditions: &'c [Condition<'c>],
) -> Option<&'c Condition<'c>> {
    let last_in = |place: Span| {
        let next = conditions.partition_point(|c| c.words().lo() < place.hi());
        conditions[..next].last().filter(|c| c.words().overlaps(place))
    };
    let inherited = name.by == NamedBy::Inherited && name.change.is_none();
    last_in(slot.left).or_else(|| spans.iter().rev().filter(|_| !inherited).find_map(|span| last_in(*span)))
}

fn quantity(mention: &Mention<'_>) -> Quantity {
    let base = mention.known.as_ref().map_or_else(
        || Base { value: mention.value, unit: mention.unit.to_string() },
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
        unit: mention.unit.split_whitespace().collect(),
        approx: mention.approx,
        dimension: mention.dimension(),
        base,
    }
}
