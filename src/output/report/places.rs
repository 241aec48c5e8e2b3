//! Notices by their path: how comparisons and duplicates, which name paths, find their notices in the report.

use crate::analyze::Analysis;
use rustc_hash::FxHashMap;

/// Places of the notices in the report, by path.
pub struct Places<'a>(FxHashMap<&'a str, usize>);

impl<'a> Places<'a> {
    /// Those of `analysis`; of two notices with one path, the first.
    pub fn of(analysis: &'a Analysis<'_>) -> Self {
        let mut places = FxHashMap::default();
        for (at, parsed) in analysis.notices.iter().enumerate() {
            places.entry(parsed.path()).or_insert(at);
        }
        Self(places)
    }

    /// The place of the notice of `path`.
    pub fn get(&self, path: &str) -> Option<usize> {
        self.0.get(path).copied()
    }
}
