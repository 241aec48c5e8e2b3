//! Faults that were planted in a notice: found where any place that a finding rests on shares a character with them.

use super::anchors::Anchors;
use super::card::{Card, Verdict};
use super::error::EvalError;
use super::gold::GoldFinding;
use super::place::Place;
use super::prediction::{Finding, Prediction};
use super::tally::Figure;

/// The kinds of faults that are annotated; findings of other rules are not scored.
const KINDS: [&str; 8] = [
    "part-exceeds-whole",
    "sum-mismatch",
    "ratio-mismatch",
    "conflicting-values",
    "numbering-gap",
    "numbering-repeat",
    "problem-without-measure",
    "date-order",
];

/// Scores the findings, if the prediction has any to score; each answers one fault at most.
pub(super) fn score(
    gold: &[GoldFinding],
    prediction: &Prediction,
    anchors: &Anchors<'_>,
    card: &mut Card,
) -> Result<(), EvalError> {
    let Some(findings) = &prediction.findings else { return Ok(()) };
    let mut given: Vec<Option<&Finding>> = findings.iter().filter(|finding| is_scored(finding)).map(Some).collect();
    let count = given.len();
    let mut found = 0;
    for (at, fault) in gold.iter().enumerate() {
        let start = anchors.find(&fault.quote, fault.nth, &|| format!("findings[{at}].quote"))?;
        let place = anchors.place(start, fault.quote.len());
        match given.iter_mut().find(|slot| slot.is_some_and(|finding| answers(finding, &fault.rule, place))) {
            Some(slot) => {
                *slot = None;
                found += 1;
            }
            None => card.note(Figure::Findings, Verdict::Missed, &shown(&fault.rule, &fault.quote), Some(place)),
        }
    }
    for finding in given.into_iter().flatten() {
        card.note(Figure::Findings, Verdict::MadeUp, &shown(&finding.name, &finding.quote), Some(finding.span));
    }
    card.tally.add(Figure::Findings, found, count, gold.len());
    Ok(())
}

fn is_scored(finding: &Finding) -> bool {
    finding.suppressed.is_none() && KINDS.contains(&&*finding.name)
}

fn answers(finding: &Finding, rule: &str, place: Place) -> bool {
    let mut places = std::iter::once(finding.span).chain(finding.related.iter().map(|related| related.span));
    finding.name == rule && places.any(|found| found.overlap(place) > 0)
}

fn shown(rule: &str, quote: &str) -> String {
    format!("{rule} {quote}")
}
