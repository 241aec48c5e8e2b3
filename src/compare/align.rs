//! Which metric of the new notice is which of the old one.
//!
//! Candidates come from an index of names and clauses; each gets a likelihood, first by itself, then in the light of the
//! pairs around it (a rate behind two counts that are one indicator is likely that indicator's rate); the assignment of the
//! greatest sum is taken, one to one.

use super::assign::{Edge, assign};
use super::bag::{Bag, Index, Rarity};
use super::headings::Headings;
use super::likeness::{Company, Scale, likelihood, possible};
use super::pinned::Pinned;
use super::profile::{Profile, Sort};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Metrics of the other notice that are looked at for each, by name and again by clause.
const NEAREST: usize = 16;
/// A pair of equal names is a candidate though every name of the notice is the same: that many of them around its place.
const SAME_NAME: usize = 4;
/// A pair that is less likely than this is not taken.
const LEAST: f64 = 0.4;
/// A pair that is more likely than this makes those beside it candidates.
const SURE: f64 = 0.5;
/// Metrics before and after, and what their pair says of this one.
const BESIDE: [(isize, isize, f64); 8] =
    [(-1, -1, 1.0), (1, 1, 1.0), (-1, -2, 0.7), (-2, -1, 0.7), (1, 2, 0.7), (2, 1, 0.7), (-2, -2, 0.7), (2, 2, 0.7)];

/// Two metrics that are one indicator: places in the lists of profiles.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pair {
    pub old: usize,
    pub new: usize,
    pub likelihood: f64,
    /// The user says that they are one.
    pub pinned: bool,
}

type Likelihoods = BTreeMap<(usize, usize), f64>;

/// The pairs, in the order of the old notice.
pub(super) fn align(old: &[Profile<'_>], new: &[Profile<'_>], headings: Headings) -> Vec<Pair> {
    let scale = Scale {
        names: Rarity::of(old.iter().chain(new).map(|profile| &profile.bag)),
        clauses: Rarity::of(old.iter().chain(new).map(|profile| &profile.clause)),
        headings,
    };
    let sides = Sides { old, new, scale };
    let mut likelihoods = Likelihoods::new();
    sides.add(sides.candidates(), &mut likelihoods);
    let beside = sides.beside_sure(&likelihoods);
    sides.add(beside, &mut likelihoods);
    let pinned = Pinned::of(old, new);
    pinned.settle(&mut likelihoods);
    for _ in 0..2 {
        likelihoods = sides.in_company(&likelihoods);
        pinned.settle(&mut likelihoods);
    }
    let edges: Vec<Edge> = likelihoods
        .iter()
        .filter(|(_, likelihood)| **likelihood >= LEAST)
        .map(|((old, new), likelihood)| (*old, *new, weight(*likelihood)))
        .collect();
    let taken = assign(old.len(), new.len(), &edges);
    let pairs = taken.into_iter().enumerate().filter_map(|(old, new)| Some((old, new?)));
    let pair = |(old, new)| Pair { old, new, likelihood: likelihoods[&(old, new)], pinned: pinned.holds((old, new)) };
    pairs.map(pair).collect()
}

/// In millionths, above zero from the least likelihood on.
fn weight(likelihood: f64) -> i64 {
    ((likelihood - LEAST) * 1e6) as i64 + 50_000
}

struct Sides<'s, 'n> {
    old: &'s [Profile<'n>],
    new: &'s [Profile<'n>],
    scale: Scale,
}

impl Sides<'_, '_> {
    /// The likelihood of each pair by itself.
    fn add(&self, pairs: BTreeSet<(usize, usize)>, likelihoods: &mut Likelihoods) {
        for (old, new) in pairs {
            let (a, b) = (&self.old[old], &self.new[new]);
            if possible(a, b) {
                likelihoods.entry((old, new)).or_insert_with(|| likelihood(a, b, Company::UNKNOWN, &self.scale));
            }
        }
    }

    fn candidates(&self) -> BTreeSet<(usize, usize)> {
        let mut found = self.same_names();
        let mut sorts: BTreeMap<Sort, Vec<usize>> = BTreeMap::new();
        for (at, profile) in self.new.iter().enumerate() {
            sorts.entry(profile.sort).or_default().push(at);
        }
        let bags: [for<'a> fn(&'a Profile<'_>) -> &'a Bag; 2] = [|profile| &profile.bag, |profile| &profile.clause];
        let rarities = [&self.scale.names, &self.scale.clauses];
        for (sort, places) in &sorts {
            for (bag, rarity) in bags.iter().zip(rarities) {
                let index = Index::new(places.iter().map(|at| bag(&self.new[*at])), rarity);
                for (old, profile) in self.old.iter().enumerate().filter(|(_, profile)| profile.sort == *sort) {
                    found.extend(index.nearest(bag(profile), NEAREST).into_iter().map(|at| (old, places[at])));
                }
            }
        }
        found
    }

    /// Pairs of equal names, each with those around its place among them.
    fn same_names(&self) -> BTreeSet<(usize, usize)> {
        let mut named: FxHashMap<&str, (Vec<usize>, usize)> = FxHashMap::default();
        for (at, profile) in self.new.iter().enumerate() {
            named.entry(&profile.wording).or_default().0.push(at);
        }
        let mut found = BTreeSet::new();
        for (at, profile) in self.old.iter().enumerate() {
            if let Some((places, met)) = named.get_mut(profile.wording.as_str()) {
                let from = met.saturating_sub(SAME_NAME);
                found.extend(places.iter().skip(from).take(2 * SAME_NAME + 1).map(|new| (at, *new)));
                *met += 1;
            }
        }
        found
    }

    fn beside_sure(&self, likelihoods: &Likelihoods) -> BTreeSet<(usize, usize)> {
        let sure = likelihoods.iter().filter(|(_, likelihood)| **likelihood > SURE).map(|(pair, _)| *pair);
        sure.flat_map(|pair| BESIDE.iter().filter_map(move |(old, new, _)| self.step(pair, *old, *new))).collect()
    }

    /// The pair that many metrics before or after, in the same or a neighbouring sentence.
    fn step(&self, (old, new): (usize, usize), by_old: isize, by_new: isize) -> Option<(usize, usize)> {
        let moved = |profiles: &[Profile<'_>], at: usize, by: isize| {
            let to = at.checked_add_signed(by).filter(|to| *to < profiles.len())?;
            profiles[at].near(&profiles[to]).then_some(to)
        };
        Some((moved(self.old, old, by_old)?, moved(self.new, new, by_new)?))
    }

    /// The likelihoods again, each in the light of those around it.
    fn in_company(&self, likelihoods: &Likelihoods) -> Likelihoods {
        let known = |pair: (usize, usize)| likelihoods.get(&pair).copied().unwrap_or(0.0);
        let again = |(&(old, new), _): (&(usize, usize), &f64)| {
            let beside = BESIDE.iter().filter_map(|(by_old, by_new, worth)| {
                self.step((old, new), *by_old, *by_new).map(|pair| worth * known(pair))
            });
            let wholes = self.old[old].whole.zip(self.new[new].whole);
            let company = Company { beside: beside.fold(0.0, f64::max), whole: wholes.map_or(0.0, known) };
            ((old, new), likelihood(&self.old[old], &self.new[new], company, &self.scale))
        };
        likelihoods.iter().map(again).collect()
    }
}
