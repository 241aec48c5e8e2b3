//! The counts of a run as JSON: in total, by year, by body, by notice.

use super::decimal::Exact;
use super::wire::{Concreteness, SCHEMA_VERSION};
use crate::Class;
use crate::analyze::{Analysis, Parsed, Tally};
use crate::lint::Card;
use crate::model::{Finding, Specificity};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// A run in figures.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Summary {
    /// Version of the contract.
    pub schema_version: &'static str,
    /// Program and version.
    pub generator: &'static str,
    /// SHA-256 of the dictionaries in force.
    pub lexicon: String,
    /// All notices.
    pub total: Counts,
    /// By year, oldest first; notices without one at the end.
    pub years: Vec<Year>,
    /// By body, in the order of the inputs; notices that name none at the end.
    pub bodies: Vec<BodyCounts>,
    /// Every notice, in the order of the inputs.
    pub notices: Vec<NoticeCounts>,
    /// The rules that found something, in the order of their codes.
    pub rules: Vec<RuleCounts>,
    /// Inputs that failed.
    pub failures: Vec<Failed>,
}

/// A rule and how often it found something.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RuleCounts {
    /// Its code.
    pub rule: String,
    /// Its name.
    pub name: String,
    /// error, warning or info.
    pub severity: &'static str,
    /// Findings that were not excused.
    pub findings: usize,
    /// Notices that they stand in.
    pub notices: usize,
}

/// What stands in some notices.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct Counts {
    /// Notices.
    pub notices: usize,
    /// Problems, those named inside measures too.
    pub problems: usize,
    /// Measures.
    pub measures: usize,
    /// Metrics.
    pub metrics: usize,
    /// Cited documents.
    pub documents: usize,
    /// Warnings about the text.
    pub warnings: usize,
    /// Findings that were not excused.
    pub findings: usize,
    /// Sentences of measures by how checkable they are, those apart that only name a measure.
    pub sentences: Sentences,
    /// The concreteness index of these sentences.
    pub concreteness: Concreteness,
    /// Measures by how far they have come.
    pub status: Statuses,
}

/// Sentences of measures.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct Sentences {
    /// All that were judged.
    pub judged: u32,
    /// Name something that an outsider could check.
    pub specific: u32,
    /// An act with nothing to check it by.
    pub partial: u32,
    /// Intent, attitude or direction only.
    pub vague: u32,
    /// `specific / judged` to four places, null where none was judged.
    pub specific_share: Option<Exact>,
}

/// Measures by status.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[allow(missing_docs, reason = "the fields are those of analyze::Progress")]
pub struct Statuses {
    pub done: usize,
    pub ongoing: usize,
    pub planned: usize,
    pub mixed: usize,
    pub unstated: usize,
}

/// The notices of a year.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Year {
    /// The year, null for notices that state none.
    pub year: Option<i16>,
    /// What stands in them.
    #[serde(flatten)]
    pub counts: Counts,
}

/// The notices of a body.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BodyCounts {
    /// Its name, null for notices that name none.
    pub body: Option<String>,
    /// Years of its notices.
    pub years: Vec<i16>,
    /// Places of its notices in the list of notices, from 0.
    pub places: Vec<usize>,
    /// What stands in them.
    #[serde(flatten)]
    pub counts: Counts,
}

/// A notice.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NoticeCounts {
    /// Its path.
    pub path: String,
    /// Its title.
    pub title: Option<String>,
    /// The inspected body, else the issuer.
    pub body: Option<String>,
    /// Its year.
    pub year: Option<i16>,
    /// What stands in it.
    #[serde(flatten)]
    pub counts: Counts,
}

/// An input that failed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Failed {
    /// Its path.
    pub path: String,
    /// Why.
    pub message: String,
}

/// The counts of `analysis`.
#[must_use]
pub fn summary(analysis: &Analysis<'_>) -> Summary {
    let tallies: Vec<Tally> = analysis.notices.iter().map(Tally::of).collect();
    Summary {
        schema_version: SCHEMA_VERSION,
        generator: concat!("zhenggai ", env!("CARGO_PKG_VERSION")),
        lexicon: analysis.lexicon.checksum().to_owned(),
        total: Counts::of(tallies.iter().copied()),
        years: years(&analysis.notices, &tallies),
        bodies: bodies(analysis, &tallies),
        notices: analysis.notices.iter().zip(&tallies).map(|(parsed, tally)| notice(parsed, *tally)).collect(),
        rules: rules(analysis),
        failures: analysis
            .failures
            .iter()
            .map(|failure| Failed { path: failure.path.clone(), message: failure.message.clone() })
            .collect(),
    }
}

fn rules(analysis: &Analysis<'_>) -> Vec<RuleCounts> {
    let count = |card: &Card| {
        let found = |parsed: &Parsed| {
            let of_rule = |finding: &&Finding| finding.rule == card.code && finding.suppressed.is_none();
            parsed.findings.iter().filter(of_rule).count()
        };
        let counts: Vec<usize> = analysis.notices.iter().map(found).filter(|count| *count > 0).collect();
        RuleCounts {
            rule: card.code.to_string(),
            name: card.name.to_string(),
            severity: card.severity.word(),
            findings: counts.iter().sum(),
            notices: counts.len(),
        }
    };
    analysis.rules.cards().map(count).filter(|rule| rule.findings > 0).collect()
}

fn years(notices: &[Parsed], tallies: &[Tally]) -> Vec<Year> {
    let mut years: BTreeMap<(bool, Option<i16>), Vec<Tally>> = BTreeMap::new();
    for (parsed, tally) in notices.iter().zip(tallies) {
        let year = parsed.notice.year;
        years.entry((year.is_none(), year)).or_default().push(*tally);
    }
    years.into_iter().map(|((_, year), tallies)| Year { year, counts: Counts::of(tallies) }).collect()
}

fn bodies(analysis: &Analysis<'_>, tallies: &[Tally]) -> Vec<BodyCounts> {
    let counts = |body: crate::analyze::Body<'_>| {
        let mut years: Vec<i16> = body.notices.iter().filter_map(|at| analysis.notices[*at].notice.year).collect();
        years.dedup();
        BodyCounts {
            body: body.name.map(str::to_owned),
            years,
            counts: Counts::of(body.notices.iter().map(|at| tallies[*at])),
            places: body.notices,
        }
    };
    analysis.bodies().into_iter().map(counts).collect()
}

fn notice(parsed: &Parsed, tally: Tally) -> NoticeCounts {
    NoticeCounts {
        path: parsed.path().to_owned(),
        title: parsed.notice.header.title.clone(),
        body: parsed.body().map(str::to_owned),
        year: parsed.notice.year,
        counts: Counts::of([tally]),
    }
}

impl Counts {
    fn of(tallies: impl IntoIterator<Item = Tally>) -> Self {
        let mut sum = Tally::default();
        tallies.into_iter().for_each(|tally| sum += tally);
        let (wording, progress) = (sum.wording, sum.progress);
        Self {
            notices: sum.notices,
            problems: sum.problems,
            measures: sum.measures,
            metrics: sum.metrics,
            documents: sum.documents,
            warnings: sum.warnings,
            findings: sum.findings,
            sentences: Sentences {
                judged: wording.sentences(),
                specific: wording.specific,
                partial: wording.partial,
                vague: wording.vague,
                specific_share: wording.share(Specificity::Specific).value().map(Exact),
            },
            concreteness: Concreteness::of(&wording),
            status: Statuses {
                done: progress.done,
                ongoing: progress.ongoing,
                planned: progress.planned,
                mixed: progress.mixed,
                unstated: progress.unstated,
            },
        }
    }
}
