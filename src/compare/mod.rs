//! Two notices of one body side by side, and one indicator over many bodies.
//!
//! Comes in: parsed notices with their texts. Goes out: a [`Comparison`] (indicators aligned one to one, problems that come
//! back, sentences that are used again, promises and what became of them), the notices of a folder by body ([`group`]), and
//! the [`panel`] of indicators that many notices state. It reads no file, parses nothing and passes no judgement: a pair
//! comes with how sure it is, a warning with its arithmetic, silence is called silence.
//!
//! Start with [`compare`]. Indicators: `profile` (what is looked at), `kin` and `apart` (what the dictionaries say),
//! `likeness` (how likely two are one), `align` and `assign` (which pairs are taken), `pinned` (what the user says), `arithmetic` and `stated` (what
//! follows). Problems: `headings`, `problems`. Then `recycled` and `promises`. `bag` measures what texts have in common.

mod align;
mod apart;
mod arithmetic;
mod assign;
mod bag;
mod bodies;
mod headings;
mod kin;
mod likeness;
mod panel;
mod pinned;
mod problems;
mod profile;
mod promises;
mod recycled;
mod result;
mod stated;

pub use bodies::{Facts, group};
pub use panel::{Cell, Indicator, panel};
pub use result::{
    Comparison, MetricChange, MetricStatus, ProblemChange, ProblemStatus, Promise, PromiseStatus, Recycled,
};

use crate::model::{NodeId, NodeKind};
use crate::{Document, Lexicon, Notice};
use align::Pair;
use headings::Headings;
use profile::{Profile, profiles};
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use std::collections::BTreeSet;

/// A notice with the text that it was read from.
#[derive(Clone, Copy)]
pub struct Edition<'a> {
    /// The text and where it came from.
    pub document: &'a Document,
    /// What was read from it.
    pub notice: &'a Notice,
}

/// Compares two notices of one body, the older first. Never fails; same input, same comparison.
///
/// ```
/// use zhenggai::compare::{Edition, MetricStatus, compare};
/// use zhenggai::{Document, Lexicon, parse};
/// let lexicon = Lexicon::builtin();
/// let texts = ["一、整改情况\n一是抓培育。高企总数达到98家。", "一、整改情况\n一是抓培育。高新技术企业总数124家。"];
/// let documents = texts.map(Document::from_text);
/// let notices = documents.each_ref().map(|document| parse(document, &lexicon));
/// let edition = |at: usize| Edition { document: &documents[at], notice: &notices[at] };
/// let comparison = compare(&edition(0), &edition(1), &lexicon);
/// assert_eq!(comparison.metrics[0].status, MetricStatus::Matched);
/// assert_eq!(comparison.metrics[0].delta.unwrap().to_string(), "26");
/// assert_eq!(comparison.metrics[0].ratio.unwrap().to_string(), "1.265");
/// ```
#[must_use]
pub fn compare(old: &Edition<'_>, new: &Edition<'_>, lexicon: &Lexicon) -> Comparison {
    let (olds, news) = (profiles(old, lexicon), profiles(new, lexicon));
    let pairs = align::align(&olds, &news, Headings::of(old, new, lexicon));
    let (older, newer) = (Side { edition: old, profiles: &olds }, Side { edition: new, profiles: &news });
    let sides = Sides { old: older, new: newer, lexicon };
    let problems = problem_changes(&sides, &pairs);
    Comparison {
        metrics: metric_changes(&sides, &pairs),
        promises: promises::promises(&sides, &problems),
        problems,
        measures: recycled::recycled(old, new, lexicon),
    }
}

/// A notice with its metrics.
struct Side<'s> {
    edition: &'s Edition<'s>,
    profiles: &'s [Profile<'s>],
}

/// Both notices of a comparison.
struct Sides<'s> {
    old: Side<'s>,
    new: Side<'s>,
    lexicon: &'s Lexicon,
}

fn metric_changes(sides: &Sides<'_>, pairs: &[Pair]) -> Vec<MetricChange> {
    let mut paired = pairs.iter().peekable();
    let olds = sides.old.profiles.iter().enumerate();
    let mut changes: Vec<_> = olds
        .map(|(at, profile)| match paired.next_if(|pair| pair.old == at) {
            Some(pair) => matched(sides, *pair),
            None => alone(MetricStatus::Dropped, Some(profile), None),
        })
        .collect();
    let taken: BTreeSet<usize> = pairs.iter().map(|pair| pair.new).collect();
    let added = sides.new.profiles.iter().enumerate().filter(|(at, _)| !taken.contains(at));
    changes.extend(added.map(|(_, profile)| alone(MetricStatus::Added, None, Some(profile))));
    changes
}

fn matched(sides: &Sides<'_>, pair: Pair) -> MetricChange {
    let (old, new) = (&sides.old.profiles[pair.old], &sides.new.profiles[pair.new]);
    let warning = stated::check((sides.old.edition, old.metric), (sides.new.edition, new.id.0 as usize));
    MetricChange {
        delta: arithmetic::delta(old.metric, new.metric, sides.lexicon),
        ratio: arithmetic::ratio(old.metric, new.metric),
        confidence: two_digits(pair.likelihood),
        warnings: warning.into_iter().collect(),
        pinned: pair.pinned,
        ..alone(MetricStatus::Matched, Some(old), Some(new))
    }
}

fn alone(status: MetricStatus, old: Option<&Profile<'_>>, new: Option<&Profile<'_>>) -> MetricChange {
    MetricChange {
        status,
        old: old.map(|profile| profile.id),
        new: new.map(|profile| profile.id),
        delta: None,
        ratio: None,
        confidence: None,
        warnings: Vec::new(),
        pinned: false,
    }
}

fn problem_changes(sides: &Sides<'_>, pairs: &[Pair]) -> Vec<ProblemChange> {
    let repeats = problems::repeated(sides, pairs);
    let gone = unnamed(sides.old.edition, repeats.iter().map(|repeat| repeat.old));
    let fresh = unnamed(sides.new.edition, repeats.iter().map(|repeat| repeat.new));
    let mut changes: Vec<_> = repeats
        .iter()
        .map(|repeat| ProblemChange {
            status: ProblemStatus::Repeated,
            old: Some(repeat.old),
            new: Some(repeat.new),
            similarity: two_digits(repeat.likelihood),
        })
        .collect();
    let single = |status, old, new| ProblemChange { status, old, new, similarity: None };
    changes.extend(gone.into_iter().map(|id| single(ProblemStatus::Resolved, Some(id), None)));
    changes.sort_by_key(|change| change.old);
    changes.extend(fresh.into_iter().map(|id| single(ProblemStatus::New, None, Some(id))));
    changes
}

/// Problems that neither stand in `named` nor hold one that does: a heading over a problem that came back is not resolved.
fn unnamed(edition: &Edition<'_>, named: impl Iterator<Item = NodeId>) -> Vec<NodeId> {
    let outline = &edition.notice.outline;
    let known: BTreeSet<NodeId> = named.flat_map(|id| outline.ancestry(id)).collect();
    outline.ids().filter(|id| outline.get(*id).kind == NodeKind::Problem && !known.contains(id)).collect()
}

fn two_digits(likelihood: f64) -> Option<Decimal> {
    Decimal::from_f64(likelihood).map(|likelihood| likelihood.round_dp(2).normalize())
}
