//! What the user's corrections say of pairs: some are one indicator, some are not, whatever they look like.

use super::profile::Profile;
use crate::model::Pin;
use std::collections::{BTreeMap, BTreeSet};

/// Pairs of places in the two lists of profiles.
#[derive(Default)]
pub(super) struct Pinned {
    same: BTreeSet<(usize, usize)>,
    apart: BTreeSet<(usize, usize)>,
}

impl Pinned {
    pub fn of(old: &[Profile<'_>], new: &[Profile<'_>]) -> Self {
        let mut pinned = Self::default();
        let places: BTreeMap<u32, usize> = pins(new).map(|(at, pin)| (pin.entry, at)).collect();
        for (old, pin) in pins(old) {
            if let Some(new) = places.get(&pin.entry) {
                if pin.same { &mut pinned.same } else { &mut pinned.apart }.insert((old, *new));
            }
        }
        pinned
    }

    pub fn holds(&self, pair: (usize, usize)) -> bool {
        self.same.contains(&pair)
    }

    /// Makes the pinned pairs certain and takes away those that they and the user rule out.
    pub fn settle(&self, likelihoods: &mut BTreeMap<(usize, usize), f64>) {
        let taken = |(old, new): (usize, usize)| self.same.iter().any(|same| same.0 == old || same.1 == new);
        likelihoods.retain(|pair, _| !taken(*pair) && !self.apart.contains(pair));
        likelihoods.extend(self.same.iter().map(|pair| (*pair, 1.0)));
    }
}

fn pins<'p>(profiles: &'p [Profile<'_>]) -> impl Iterator<Item = (usize, Pin)> + 'p {
    profiles.iter().enumerate().flat_map(|(at, profile)| profile.metric.pins.iter().map(move |pin| (at, *pin)))
}
