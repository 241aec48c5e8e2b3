//! How likely two metrics are one indicator.
//!
//! Fifteen traits, each a number from 0 to 1 or nearly so, are weighed and summed; the logistic of the sum is the
//! likelihood. The weights were fitted by logistic regression on pairs of notices annotated by hand (a bureau of education,
//! a hospital, a university, a township) and checked on others (a court, a state-owned company); they are rounded to a
//! tenth. The weight of an equal key was set by hand: with little around them, two metrics of one key are one indicator.
//! A weight says how much a trait counts with the others given, so a small one is no sign that the trait is useless
//! by itself.

use super::bag::Rarity;
use super::headings::Headings;
use super::profile::Profile;
use rust_decimal::prelude::ToPrimitive;

/// What the traits of all pairs of two notices are measured by.
pub(super) struct Scale {
    pub names: Rarity,
    pub clauses: Rarity,
    pub headings: Headings,
}

/// What the pairs around a pair say of it: likelihoods.
#[derive(Debug, Clone, Copy)]
pub(super) struct Company {
    /// The metrics before or after both in their sentences are one indicator.
    pub beside: f64,
    /// The wholes that both are parts of are.
    pub whole: f64,
}

impl Company {
    /// Before anything is known of them: as often as not there is some company.
    pub const UNKNOWN: Self = Self { beside: 0.25, whole: 0.0 };
}

/// How far apart the places of two metrics are taken to be where that tells nothing.
const UNKNOWN_PLACE: f64 = 0.1;

const BIAS: f64 = -8.0;

/// Whether the two may be one indicator at all: they count the same sort of thing, and nothing in their names keeps them
/// apart.
pub(super) fn possible(old: &Profile<'_>, new: &Profile<'_>) -> bool {
    old.sort == new.sort && units_meet(old, new) && !old.marks.clash(&new.marks)
}

fn units_meet(old: &Profile<'_>, new: &Profile<'_>) -> bool {
    let same = old.metric.quantity.base.unit == new.metric.quantity.base.unit;
    same || old.families.iter().any(|family| new.families.contains(family))
}

/// Likelihood that the two are one indicator.
pub(super) fn likelihood(old: &Profile<'_>, new: &Profile<'_>, company: Company, scale: &Scale) -> f64 {
    let sum: f64 = traits(old, new, company, scale).iter().map(|(value, weight)| value * weight).sum();
    1.0 / (1.0 + (-(sum + BIAS)).exp())
}

/// Each trait with its weight.
pub(super) fn traits(old: &Profile<'_>, new: &Profile<'_>, company: Company, scale: &Scale) -> [(f64, f64); 15] {
    let bounds = (&old.metric.threshold, &new.metric.threshold);
    let same_bound = matches!(bounds, (Some(a), Some(b)) if a.value == b.value && a.unit == b.unit);
    let other_bound = !same_bound && (bounds.0.is_some() || bounds.1.is_some());
    [
        (scale.names.dice(&old.bag, &new.bag), 2.0),
        (scale.names.containment(&old.bag, &new.bag), 2.0),
        (f64::from(old.metric.key == new.metric.key), 2.0),
        (same_end(&old.head, &new.head), 0.4),
        (f64::from(old.acts.iter().any(|act| new.acts.contains(act))), 1.5),
        (scale.clauses.dice(&old.sentence, &new.sentence), 1.2),
        (scale.clauses.dice(&old.clause, &new.clause), 1.5),
        (scale.headings.best(&old.above, &new.above), 1.7),
        (old.place.zip(new.place).map_or(UNKNOWN_PLACE, |(old, new)| (old - new).abs()), -2.2),
        (f64::from(same_bound), 0.7),
        (f64::from(other_bound), -1.3),
        (distance(old, new), -1.1),
        (f64::from(old.metric.part_of.is_some() == new.metric.part_of.is_some()), 2.0),
        (company.beside, 2.9),
        (company.whole, 0.4),
    ]
}

/// Share of three characters that both end in alike: the head of a Chinese noun stands last.
fn same_end(a: &str, b: &str) -> f64 {
    let same = a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b).count();
    same.min(3) as f64 / 3.0
}

/// How far the values lie apart: the logarithm of their ratio, at most 4. An indicator seldom grows fiftyfold in a year.
fn distance(old: &Profile<'_>, new: &Profile<'_>) -> f64 {
    let value = |profile: &Profile<'_>| profile.metric.quantity.base.value.to_f64().filter(|value| *value > 0.0);
    match (value(old), value(new)) {
        (Some(old), Some(new)) => (new / old).ln().abs().min(4.0),
        _ => 1.0,
    }
}
