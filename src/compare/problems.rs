//! Problems of the old notice that the new one names again.
//!
//! Each pair gets a likelihood from the words of the headings, the texts below them and the indicators that both speak of;
//! then again in the light of its rivals: where one of the two is much nearer to a third problem, the pair is no pair. A
//! problem may come back as two.

use super::align::Pair;
use super::bag::{Bag, Index, Rarity};
use super::headings::topic;
use super::kin;
use super::profile::Profile;
use super::{Side, Sides};
use crate::Lexicon;
use crate::model::{NodeId, NodeKind};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Problems of the other notice that are looked at for each, by heading and again by text.
const NEAREST: usize = 16;
/// A pair that is less likely than this is not taken.
const LEAST: f64 = 0.45;

/// A problem of the old notice and one of the new that are one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Repeat {
    pub old: NodeId,
    pub new: NodeId,
    pub likelihood: f64,
}

/// The repeated problems, in the order of the old notice. `pairs` are the aligned indicators.
pub(super) fn repeated(sides: &Sides<'_>, pairs: &[Pair]) -> Vec<Repeat> {
    let Sides { old, new, lexicon } = sides;
    let problems = (old.problems(lexicon), new.problems(lexicon));
    let weigher = Weigher::new(&problems.0, &problems.1, shared_metrics(pairs, old.profiles, new.profiles));
    let alone: Likelihoods =
        weigher.candidates().into_iter().map(|pair| (pair, weigher.likelihood(pair, None))).collect();
    let mut likelihoods = alone;
    for _ in 0..2 {
        likelihoods = among_rivals(&likelihoods, |pair, rival| weigher.likelihood(pair, Some(rival)));
    }
    let (by_old, by_new) = best(&likelihoods);
    let taken = likelihoods.iter().filter(|((old, new), likelihood)| {
        **likelihood >= LEAST && (**likelihood >= by_old[old].first || **likelihood >= by_new[new].first)
    });
    taken
        .map(|((old, new), likelihood)| Repeat {
            old: problems.0[*old].id,
            new: problems.1[*new].id,
            likelihood: *likelihood,
        })
        .collect()
}

/// A problem as the comparison sees it.
struct Problem {
    id: NodeId,
    topic: Bag,
    heading: Bag,
    body: Bag,
    depth: usize,
    /// How many metrics stand below it.
    metrics: usize,
}

impl Side<'_> {
    fn problems(&self, lexicon: &Lexicon) -> Vec<Problem> {
        let outline = &self.edition.notice.outline;
        let text = self.edition.document.text();
        let mut counts: FxHashMap<NodeId, usize> = FxHashMap::default();
        for id in self.profiles.iter().flat_map(|profile| &profile.above) {
            *counts.entry(*id).or_default() += 1;
        }
        let problems = outline.ids().filter(|id| outline.get(*id).kind == NodeKind::Problem);
        problems
            .map(|id| {
                let node = outline.get(id);
                let heading = node.heading.slice(text);
                Problem {
                    id,
                    topic: Bag::of(&topic(heading, lexicon)),
                    heading: Bag::of(heading),
                    body: Bag::of(&kin::reword(node.span.slice(text), lexicon)),
                    depth: outline.ancestry(id).count(),
                    metrics: counts.get(&id).copied().unwrap_or(0),
                }
            })
            .collect()
    }
}

/// How many indicators are aligned between the metrics below one problem and those below another.
fn shared_metrics(pairs: &[Pair], old: &[Profile<'_>], new: &[Profile<'_>]) -> FxHashMap<(NodeId, NodeId), usize> {
    let mut shared: FxHashMap<(NodeId, NodeId), usize> = FxHashMap::default();
    for pair in pairs {
        for a in &old[pair.old].above {
            for b in &new[pair.new].above {
                *shared.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    shared
}

struct Weigher<'p> {
    old: &'p [Problem],
    new: &'p [Problem],
    topics: Rarity,
    headings: Rarity,
    bodies: Rarity,
    shared: FxHashMap<(NodeId, NodeId), usize>,
}

type Likelihoods = BTreeMap<(usize, usize), f64>;

impl<'p> Weigher<'p> {
    fn new(old: &'p [Problem], new: &'p [Problem], shared: FxHashMap<(NodeId, NodeId), usize>) -> Self {
        let both = || old.iter().chain(new);
        Self {
            old,
            new,
            topics: Rarity::of(both().map(|problem| &problem.topic)),
            headings: Rarity::of(both().map(|problem| &problem.heading)),
            bodies: Rarity::of(both().map(|problem| &problem.body)),
            shared,
        }
    }

    fn candidates(&self) -> BTreeSet<(usize, usize)> {
        let by_topic = Index::new(self.new.iter().map(|problem| &problem.topic), &self.topics);
        let by_body = Index::new(self.new.iter().map(|problem| &problem.body), &self.bodies);
        let near =
            |old: &Problem| [by_topic.nearest(&old.topic, NEAREST), by_body.nearest(&old.body, NEAREST)].concat();
        self.old.iter().enumerate().flat_map(|(at, old)| near(old).into_iter().map(move |new| (at, new))).collect()
    }

    /// The logistic of weighed traits. The weights were fitted by logistic regression on pairs of notices annotated by hand
    /// (a bureau of education, a hospital, a university, a township, a bank) and checked on others (a court, a company, a
    /// bureau of transport); a rival is the likelihood of the best other pair that one of the two stands in.
    fn likelihood(&self, (old, new): (usize, usize), rival: Option<f64>) -> f64 {
        let (a, b) = (&self.old[old], &self.new[new]);
        let shared = self.shared.get(&(a.id, b.id)).copied().unwrap_or(0) as f64;
        let traits = [
            self.topics.dice(&a.topic, &b.topic),
            self.topics.containment(&a.topic, &b.topic),
            self.headings.dice(&a.heading, &b.heading),
            self.bodies.dice(&a.body, &b.body),
            2.0 * shared / ((a.metrics + b.metrics) as f64).max(1.0),
            f64::from(shared > 0.0),
            a.depth.abs_diff(b.depth).min(3) as f64,
            rival.unwrap_or(0.0),
        ];
        let weights = if rival.is_some() { AMONG_RIVALS } else { ALONE };
        let sum: f64 = traits.iter().zip(weights.0).map(|(value, weight)| value * weight).sum();
        1.0 / (1.0 + (-(sum + weights.1)).exp())
    }
}

/// Weights of the traits and what the sum starts from.
type Weights = ([f64; 8], f64);
const ALONE: Weights = ([2.2, 3.0, 2.1, 2.0, 1.7, 2.0, -1.9, 0.0], -6.0);
const AMONG_RIVALS: Weights = ([1.9, 2.5, 1.9, 1.6, 1.3, 2.0, -1.3, -2.3], -4.6);

fn among_rivals(likelihoods: &Likelihoods, weigh: impl Fn((usize, usize), f64) -> f64) -> Likelihoods {
    let (by_old, by_new) = best(likelihoods);
    let again = |(&(old, new), likelihood): (&(usize, usize), &f64)| {
        let rival = by_old[&old].besides(*likelihood).max(by_new[&new].besides(*likelihood));
        ((old, new), weigh((old, new), rival))
    };
    likelihoods.iter().map(again).collect()
}

/// The two best pairs that a problem stands in.
#[derive(Debug, Default, Clone, Copy)]
struct Best {
    first: f64,
    second: f64,
}

impl Best {
    fn add(&mut self, likelihood: f64) {
        if likelihood > self.first {
            (self.first, self.second) = (likelihood, self.first);
        } else if likelihood > self.second {
            self.second = likelihood;
        }
    }

    /// The best pair other than one of this likelihood.
    fn besides(self, likelihood: f64) -> f64 {
        if likelihood >= self.first { self.second } else { self.first }
    }
}

fn best(likelihoods: &Likelihoods) -> (BTreeMap<usize, Best>, BTreeMap<usize, Best>) {
    let (mut by_old, mut by_new) = (BTreeMap::<usize, Best>::new(), BTreeMap::<usize, Best>::new());
    for ((old, new), likelihood) in likelihoods {
        by_old.entry(*old).or_default().add(*likelihood);
        by_new.entry(*new).or_default().add(*likelihood);
    }
    (by_old, by_new)
}
