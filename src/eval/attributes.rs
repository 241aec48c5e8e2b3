//! Attributes of detected quantities: size condition, whole, rank, change, role.

use super::amounts::{same_unit, same_value};
use super::anchors::Anchors;
use super::card::{Card, Verdict};
use super::error::EvalError;
use super::gold::{GoldMetric, Threshold};
use super::place::Place;
use super::prediction::Metric;
use super::tally::Figure;
use crate::Class;

/// Judges the attributes that either side states. `at` is the annotated metric's position in its file.
pub(super) fn score(
    at: usize,
    gold: &GoldMetric,
    given: &Metric,
    place: Place,
    all: &[Metric],
    anchors: &Anchors<'_>,
    card: &mut Card,
) -> Result<(), EvalError> {
    let mut judge = Judge { card, quote: &gold.quote, place };
    judge.either(Figure::Threshold, gold.threshold.as_ref(), given.threshold.as_ref(), same_threshold, shown_threshold);
    judge.part_of(at, gold, given, all, anchors)?;
    let (want, got) = (gold.rank.as_ref().map(|r| r.position), given.rank.as_ref().map(|r| r.position));
    judge.either(Figure::Rank, want, got, |a, b| a == b, |rank| rank.to_string());
    let (want, got) = (gold.change.as_ref().map(|c| c.direction.0), given.change.as_ref().map(|c| c.direction.0));
    judge.either(Figure::Change, want, got, |a, b| a == b, |direction| direction.word().to_owned());
    let (want, got) = (Some(gold.role.0), Some(given.role.0));
    judge.either(Figure::Role, want, got, |a, b| a == b, |role| role.word().to_owned());
    Ok(())
}

struct Judge<'a> {
    card: &'a mut Card,
    quote: &'a str,
    place: Place,
}

impl Judge<'_> {
    /// Counts an attribute that the annotation, the prediction or both state.
    fn either<T: Copy>(
        &mut self,
        figure: Figure,
        want: Option<T>,
        got: Option<T>,
        same: impl Fn(T, T) -> bool,
        shown: impl Fn(T) -> String,
    ) {
        if want.is_none() && got.is_none() {
            return;
        }
        let right = want.zip(got).is_some_and(|(want, got)| same(want, got));
        self.card.tally.add(figure, usize::from(right), usize::from(got.is_some()), usize::from(want.is_some()));
        if !right {
            let shown = |value: Option<T>| value.map_or_else(|| "null".to_owned(), &shown);
            self.card.note(figure, Verdict::wrong(shown(want), shown(got)), self.quote, Some(self.place));
        }
    }

    /// The whole is right where its number begins at most one character away.
    fn part_of(
        &mut self,
        at: usize,
        gold: &GoldMetric,
        given: &Metric,
        all: &[Metric],
        anchors: &Anchors<'_>,
    ) -> Result<(), EvalError> {
        let want = match &gold.part_of {
            Some(whole) => {
                let start = anchors.find(&whole.num, whole.nth, &|| format!("metrics[{at}].part_of.num"))?;
                Some((anchors.char_at(start), whole.num.as_str()))
            }
            None => None,
        };
        let named = given.part_of.as_deref();
        let whole = named.and_then(|id| all.iter().find(|metric| metric.id == id));
        let got = whole.map(|whole| (whole.quantity.span.start, whole.text.as_str()));
        let same = |want: (usize, _), got: (usize, _)| want.0.abs_diff(got.0) <= 1;
        self.either(Figure::PartOf, want, got, same, |(_, words)| words.to_owned());
        Ok(())
    }
}

fn same_threshold(want: &Threshold, got: &Threshold) -> bool {
    got.op == want.op && same_value(Some(got.value), Some(want.value)) && same_unit(&got.unit, &want.unit)
}

fn shown_threshold(threshold: &Threshold) -> String {
    format!("{} {} {}", threshold.op, threshold.value, threshold.unit)
}
