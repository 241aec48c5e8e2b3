//! One indicator over many bodies and years.

use super::Edition;
use super::profile::profiles;
use crate::Lexicon;
use crate::model::{Dimension, MetricId};
use std::collections::{BTreeMap, BTreeSet};

/// An indicator that several notices state.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// The key that its metrics share.
    pub key: String,
    /// What it measures.
    pub dimension: Dimension,
    /// Unit of the values, in the dimension's base unit.
    pub unit: String,
    /// Where it stands, in the order of the notices and of their text.
    pub cells: Vec<Cell>,
}

/// A value of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Place of the notice in the list that was given.
    pub notice: usize,
    /// The metric that states it.
    pub metric: MetricId,
}

/// The indicators that at least two of `editions` state as a result, those of most notices first, then by key. Only metrics
/// of one key and one base unit are put together: what is alike by likelihood only, [`compare`](super::compare) tells.
#[must_use]
pub fn panel(editions: &[Edition<'_>], lexicon: &Lexicon) -> Vec<Indicator> {
    let mut indicators: BTreeMap<(&str, Dimension, &str), Vec<Cell>> = BTreeMap::new();
    for (notice, edition) in editions.iter().enumerate() {
        for profile in profiles(edition, lexicon).iter().filter(|profile| profile.is_result()) {
            let metric = &edition.notice.metrics[profile.id.0 as usize];
            let place = (metric.key.as_str(), metric.quantity.dimension, metric.quantity.base.unit.as_str());
            indicators.entry(place).or_default().push(Cell { notice, metric: profile.id });
        }
    }
    let count = |cells: &[Cell]| cells.iter().map(|cell| cell.notice).collect::<BTreeSet<_>>().len();
    let mut shared: Vec<_> = indicators
        .into_iter()
        .filter(|(_, cells)| count(cells) > 1)
        .map(|((key, dimension, unit), cells)| Indicator {
            key: key.to_owned(),
            dimension,
            unit: unit.to_owned(),
            cells,
        })
        .collect();
    shared.sort_by_key(|indicator| std::cmp::Reverse(count(&indicator.cells)));
    shared
}
