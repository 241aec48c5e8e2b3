//! The metrics of all notices, as the table and the panel of indicators show them.

use super::embed::Part;
use crate::analyze::Analysis;
use crate::output::decimal::Exact;
use crate::output::rows::{self, Row};
use crate::output::wire;
use serde::Serialize;

/// A metric: a row of the table.
#[derive(Serialize)]
struct Entry {
    /// Place of its notice.
    n: usize,
    /// Its id in the notice.
    id: String,
    name: String,
    key: String,
    value: Exact,
    #[serde(skip_serializing_if = "Option::is_none")]
    upper: Option<Exact>,
    unit: String,
    base: Exact,
    base_unit: String,
    #[serde(skip_serializing_if = "is_exact")]
    approx: &'static str,
    role: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    corrected: Option<String>,
}

fn is_exact(approx: &&'static str) -> bool {
    *approx == "exact"
}

pub fn part(analysis: &Analysis<'_>) -> Part {
    let all = analysis.notices.iter().enumerate();
    let entries: Vec<Entry> = all
        .flat_map(|(n, parsed)| {
            let rows = rows::rows(&parsed.document, &parsed.notice);
            rows.into_iter().enumerate().map(move |(at, row)| entry(n, at, row))
        })
        .collect();
    super::part("metrics".to_owned(), &entries)
}

fn entry(n: usize, at: usize, row: Row) -> Entry {
    Entry {
        n,
        id: wire::metric_id(at),
        name: row.name,
        key: row.key,
        value: row.value,
        upper: row.upper,
        unit: row.unit,
        base: row.base_value,
        base_unit: row.base_unit,
        approx: row.approx,
        role: row.role,
        period: row.period,
        problem: row.problem,
        corrected: row.corrected,
    }
}
