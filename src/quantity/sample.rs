//! Small texts read for the table tests of this room.

use crate::model::{Metric, Notice};
use crate::{Document, Lexicon, parse};
use std::sync::OnceLock;

/// The built-in words, loaded once for all tests.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::builtin)
}

/// `text` read as a notice, and what `show` says of each metric behind its number, where it says anything: `12人 x`.
pub(super) fn shown(text: &str, show: impl Fn(&Notice, &Metric) -> Option<String>) -> Vec<String> {
    let notice = parse(&Document::from_text(text), lexicon());
    let line = |metric: &Metric| Some(format!("{} {}", metric.quantity.span.slice(text), show(&notice, metric)?));
    notice.metrics.iter().filter_map(line).collect()
}
