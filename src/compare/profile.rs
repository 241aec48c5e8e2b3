//! What the comparison looks at in a metric.

use super::Edition;
use super::apart::Marks;
use super::bag::Bag;
use super::kin;
use crate::Lexicon;
use crate::lexicon::{KinClass, NamingClass};
use crate::model::{Dimension, Metric, MetricId, NodeId, NodeKind, Role};
use rustc_hash::FxHashMap;

/// Headings above a metric that say where it stands.
const ABOVE: usize = 4;
/// Marks that end a sentence, and those that end a clause.
const SENTENCE_ENDS: [char; 6] = ['。', '；', '！', '？', ';', '\n'];
const CLAUSE_ENDS: [char; 8] = ['。', '；', '！', '？', ';', '\n', '，', ','];

/// A metric as the comparison sees it.
#[derive(Clone)]
pub(super) struct Profile<'n> {
    /// Which metric of the notice it is.
    pub id: MetricId,
    pub metric: &'n Metric,
    pub sort: Sort,
    /// The key without its marks, in one wording.
    pub wording: String,
    pub bag: Bag,
    pub marks: Marks<'n>,
    /// Verbs of the name, in one wording.
    pub acts: Vec<Box<str>>,
    /// The name without its verbs.
    pub head: String,
    /// What its unit counts.
    pub families: &'n [Box<str>],
    pub sentence: Bag,
    pub clause: Bag,
    /// Sections and problems above it, innermost first.
    pub above: Vec<NodeId>,
    /// Place of the whole that it is a part of, in the list of profiles.
    pub whole: Option<usize>,
    /// Place in the notice: 0 for its first metric, 1 for its last; `None` where it tells nothing.
    pub place: Option<f64>,
}

/// What two metrics must share to be compared at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sort {
    dimension: Dimension,
    /// Whether it says by how much something changed.
    change: bool,
    aim: Aim,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Aim {
    /// What is, or was found.
    Result,
    /// What is planned.
    Target,
    /// 其余, 剩余.
    Rest,
}

impl Profile<'_> {
    /// Whether it is a target of the notice.
    pub fn is_target(&self) -> bool {
        self.sort.aim == Aim::Target
    }

    /// Whether it says what is or was found.
    pub fn is_result(&self) -> bool {
        self.sort.aim == Aim::Result
    }

    /// The same as if it were a result: a target and what became of it stand in different places of their notices.
    pub fn as_result(&self) -> Self {
        Self { sort: Sort { aim: Aim::Result, ..self.sort }, place: None, whole: None, ..self.clone() }
    }

    /// Whether both stand in one sentence or in two that follow each other.
    pub fn near(&self, other: &Self) -> bool {
        let node = |profile: &Self| profile.metric.node.map(|id| id.0);
        match (node(self), node(other)) {
            (Some(a), Some(b)) => a.abs_diff(b) <= 1,
            (a, b) => a == b,
        }
    }
}

/// The metrics of a notice that another year's may be compared with, in the order of the text: all but the starting points
/// of changes (`由61%提高到84%`).
pub(super) fn profiles<'n>(edition: &Edition<'n>, lexicon: &'n Lexicon) -> Vec<Profile<'n>> {
    let metrics = &edition.notice.metrics;
    let text = edition.document.text();
    let last = metrics.len().saturating_sub(1).max(1) as f64;
    let kept =
        metrics.iter().enumerate().filter(|(at, metric)| !metric.pins.is_empty() || !is_start(metrics, *at, text));
    let mut profiles: Vec<_> = kept
        .map(|(at, metric)| Profile { place: Some(at as f64 / last), ..profile(at, edition, lexicon, metric) })
        .collect();
    let places: FxHashMap<MetricId, usize> = profiles.iter().enumerate().map(|(at, p)| (p.id, at)).collect();
    for profile in &mut profiles {
        profile.whole = profile.metric.part_of.and_then(|whole| places.get(&whole).copied());
    }
    profiles
}

fn profile<'n>(at: usize, edition: &Edition<'n>, lexicon: &'n Lexicon, metric: &'n Metric) -> Profile<'n> {
    let text = edition.document.text();
    let name = bare(&metric.key);
    let wording = kin::reword(name, lexicon);
    let (acts, head) = acts_and_head(&wording, lexicon);
    let unit = plain_unit(&metric.quantity.base.unit);
    let words = |ends: &[char]| Bag::of(&kin::reword(around(text, metric, ends), lexicon));
    Profile {
        id: MetricId(at as u32),
        metric,
        sort: sort(metric),
        bag: Bag::of(&wording),
        wording,
        marks: Marks::of(name, &unit, lexicon),
        acts,
        head,
        families: lexicon.unit_kin.get(&unit).map_or(&[], Vec::as_slice),
        sentence: words(&SENTENCE_ENDS),
        clause: words(&CLAUSE_ENDS),
        above: above(metric, edition),
        whole: None,
        place: None,
    }
}

fn sort(metric: &Metric) -> Sort {
    let dimension = metric.quantity.dimension;
    Sort {
        dimension,
        change: dimension == Dimension::PercentagePoint || metric.key.ends_with("[增]") || metric.key.ends_with("[降]"),
        aim: match metric.role {
            Role::Target => Aim::Target,
            Role::Other => Aim::Rest,
            Role::Achieved | Role::Problem | Role::Scope => Aim::Result,
        },
    }
}

fn above(metric: &Metric, edition: &Edition<'_>) -> Vec<NodeId> {
    let outline = &edition.notice.outline;
    let names = |id: &NodeId| matches!(outline.get(*id).kind, NodeKind::Problem | NodeKind::Section);
    metric.node.into_iter().flat_map(|id| outline.ancestry(id)).filter(names).take(ABOVE).collect()
}

/// 所（次） is 所次.
fn plain_unit(unit: &str) -> String {
    unit.chars().filter(|c| !matches!(c, '（' | '）' | '(' | ')')).collect()
}

/// The key without its marks in brackets.
fn bare(key: &str) -> &str {
    key.find('[').map_or(key, |at| &key[..at])
}

/// Whether the metric only says where the next one began: 由61%提高到84%, 由目前的1.4%控制到1%以内.
fn is_start(metrics: &[Metric], at: usize, text: &str) -> bool {
    let Some((metric, next)) = metrics.get(at).zip(metrics.get(at + 1)) else { return false };
    let (number, end) = (metric.quantity.span, next.quantity.span);
    if metric.key != next.key || metric.node != next.node || number.hi() > end.lo() {
        return false;
    }
    let between = &text[number.hi()..end.lo()];
    let one_clause = !between.contains(['，', '、', '。', '；', '\n']);
    metric.role == Role::Other && next.change.is_some() || one_clause && between.contains(['到', '至', '为'])
}

/// The text around a metric, between two of `ends`.
fn around<'t>(text: &'t str, metric: &Metric, ends: &[char]) -> &'t str {
    let span = metric.quantity.span;
    let start = text[..span.lo()].rfind(ends).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let end = text[span.hi()..].find(ends).map_or(text.len(), |at| span.hi() + at);
    &text[start..end]
}

/// The verbs of a name, and what is left of it.
fn acts_and_head(wording: &str, lexicon: &Lexicon) -> (Vec<Box<str>>, String) {
    let mut acts = Vec::new();
    let mut head = String::new();
    let mut reached = 0;
    for (span, ()) in lexicon.naming.of(NamingClass::Act).find_in(wording) {
        let word = span.slice(wording);
        acts.push(match lexicon.kin.get(word) {
            Some((KinClass::Act, kin)) => kin.clone(),
            _ => word.into(),
        });
        head.push_str(&wording[reached..span.lo()]);
        reached = span.hi();
    }
    head.push_str(&wording[reached..]);
    (acts, if head.is_empty() { wording.to_owned() } else { head })
}
