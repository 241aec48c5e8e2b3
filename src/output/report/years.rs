//! Two years of a body, as the view of years tells them: indicators with both values, problems that come back, promises.

use super::places::Places;
use crate::output::decimal::Exact;
use crate::output::results::Results;
use crate::output::wire;
use serde::Serialize;

/// Two notices of one body.
#[derive(Serialize)]
pub struct Pair<'a> {
    body: Option<&'a str>,
    old: Side,
    new: Side,
    /// Indicators that both years have.
    metrics: Vec<Indicator<'a>>,
    added: usize,
    dropped: usize,
    /// Problems of the old year that the new one names again.
    repeated: Vec<Repeated<'a>>,
    resolved: usize,
    fresh: usize,
    /// Sentences that the new notice takes over.
    recycled: usize,
    kept: usize,
    missed: usize,
    silent: usize,
}

#[derive(Serialize)]
struct Side {
    /// Place of the notice.
    n: usize,
    year: Option<i16>,
}

#[derive(Serialize)]
struct Indicator<'a> {
    key: &'a str,
    old: Value<'a>,
    new: Value<'a>,
    delta: Option<String>,
    ratio: Option<String>,
    warnings: &'a [String],
}

#[derive(Serialize)]
struct Value<'a> {
    id: &'a str,
    /// The number as it is told.
    value: String,
    unit: &'a str,
    /// In the base unit, to draw by.
    base: Exact,
}

#[derive(Serialize)]
struct Repeated<'a> {
    old: &'a str,
    new: &'a str,
}

/// Every pair of years, bodies in the order of their first notice.
pub fn pairs<'a>(results: &'a Results<'_>) -> Vec<Pair<'a>> {
    let places = Places::of(results.analysis);
    results.comparisons().iter().filter_map(|comparison| pair(comparison, &places)).collect()
}

fn pair<'a>(comparison: &'a wire::Comparison, places: &Places<'_>) -> Option<Pair<'a>> {
    let metrics = |status| comparison.metrics.iter().filter(move |change| change.status == status);
    let problems = |status| comparison.problems.iter().filter(move |change| change.status == status);
    let promises = |status| comparison.promises.iter().filter(move |promise| promise.status == status).count();
    let side = |source: &wire::ComparedSource| Some(Side { n: places.get(&source.path)?, year: source.year });
    Some(Pair {
        body: comparison.body.as_deref(),
        old: side(&comparison.old)?,
        new: side(&comparison.new)?,
        metrics: metrics("matched").filter_map(indicator).collect(),
        added: metrics("added").count(),
        dropped: metrics("dropped").count(),
        repeated: problems("repeated").filter_map(repeated).collect(),
        resolved: problems("resolved").count(),
        fresh: problems("new").count(),
        recycled: comparison.measures.len(),
        kept: promises("kept"),
        missed: promises("missed"),
        silent: promises("silent"),
    })
}

fn indicator(change: &wire::MetricChange) -> Option<Indicator<'_>> {
    Some(Indicator {
        key: &change.key,
        old: value(change.old.as_ref()?),
        new: value(change.new.as_ref()?),
        delta: change.delta.map(|delta| delta.to_string()),
        ratio: change.ratio.map(|ratio| ratio.0.round_dp(2).normalize().to_string()),
        warnings: &change.warnings,
    })
}

fn value(metric: &wire::Metric) -> Value<'_> {
    Value { id: &metric.id, value: metric.value.to_string(), unit: &metric.unit, base: metric.base.value }
}

fn repeated(change: &wire::ProblemChange) -> Option<Repeated<'_>> {
    Some(Repeated { old: change.old_text.as_deref()?, new: change.new_text.as_deref()? })
}
