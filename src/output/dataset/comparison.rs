//! One row an indicator of one body in two years.

use super::{Cell, Column, Dataset, Kind, Record};
use crate::i18n::Text;
use crate::output::wire::{Comparison, Metric, MetricChange};

/// The table of indicators year over year.
pub const COMPARISON: Dataset =
    Dataset { name: "comparison", title: Text::new("年度对比", "year over year"), columns: COLUMNS };

const COLUMNS: &[Column] = &[
    Column::new("body", Text::new("单位", "body"), Kind::Words, 24),
    Column::new("status", Text::new("对应", "status"), Kind::Words, 9),
    Column::new("key", Text::new("规范名称", "key"), Kind::Words, 28),
    Column::new("old_year", Text::new("前一年", "old year"), Kind::Count, 8),
    Column::new("old_name", Text::new("前一年名称", "old name"), Kind::Words, 28),
    Column::new("old_value", Text::new("前一年数值", "old value"), Kind::Number, 12),
    Column::new("old_unit", Text::new("前一年单位", "old unit"), Kind::Words, 9),
    Column::new("new_year", Text::new("后一年", "new year"), Kind::Count, 8),
    Column::new("new_name", Text::new("后一年名称", "new name"), Kind::Words, 28),
    Column::new("new_value", Text::new("后一年数值", "new value"), Kind::Number, 12),
    Column::new("new_unit", Text::new("后一年单位", "new unit"), Kind::Words, 9),
    Column::new("delta", Text::new("增减", "delta"), Kind::Number, 12),
    Column::new("ratio", Text::new("比值", "ratio"), Kind::Number, 9),
    Column::new("confidence", Text::new("把握", "confidence"), Kind::Number, 9),
    Column::new("warnings", Text::new("请核对", "warnings"), Kind::Words, 40),
    Column::new("old_text", Text::new("前一年原文", "old text"), Kind::Words, 40),
    Column::new("new_text", Text::new("后一年原文", "new text"), Kind::Words, 40),
    Column::new("old_notice", Text::new("前一年通报", "old notice"), Kind::Words, 24),
    Column::new("new_notice", Text::new("后一年通报", "new notice"), Kind::Words, 24),
    Column::new("corrected", Text::new("更正", "corrected"), Kind::Words, 24),
];

/// The records of a comparison.
#[must_use]
pub fn records(comparison: &Comparison) -> Vec<Record> {
    comparison.metrics.iter().map(|change| record(comparison, change)).collect()
}

fn record(comparison: &Comparison, change: &MetricChange) -> Record {
    let words = |metric: Option<&Metric>, of: fn(&Metric) -> &str| Cell::from(metric.map(of));
    let (old, new) = (change.old.as_ref(), change.new.as_ref());
    vec![
        comparison.body.as_deref().into(),
        change.status.into(),
        change.key.as_str().into(),
        comparison.old.year.into(),
        words(old, |metric| &metric.name),
        old.map(|metric| metric.value).into(),
        words(old, |metric| &metric.unit),
        comparison.new.year.into(),
        words(new, |metric| &metric.name),
        new.map(|metric| metric.value).into(),
        words(new, |metric| &metric.unit),
        change.delta.into(),
        change.ratio.into(),
        change.confidence.into(),
        Some(change.warnings.join("；")).filter(|warnings| !warnings.is_empty()).into(),
        words(old, |metric| &metric.text),
        words(new, |metric| &metric.text),
        comparison.old.path.as_str().into(),
        comparison.new.path.as_str().into(),
        corrected(change).into(),
    ]
}

/// `pinned` where the user says that both are one, and what was corrected in either.
fn corrected(change: &MetricChange) -> Option<String> {
    let pinned = change.pinned.then(|| "pinned".to_owned());
    let side = |metric: &Option<Metric>, of: &str| Some(format!("{of}: {}", metric.as_ref()?.corrected.as_ref()?));
    let parts = [pinned, side(&change.old, "old"), side(&change.new, "new")];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    Some(parts.join("; ")).filter(|parts| !parts.is_empty())
}
