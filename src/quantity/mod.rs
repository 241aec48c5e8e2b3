//! Numbers to metrics.
//!
//! Comes in: a scan and the tree. Goes out: metrics with their names and relations, and the numbers that are none, with the
//! reason. A number goes through the files in this order: `mention` (unit, range, approximation), `exclude` (does it count
//! anything), `borrowed` (what a list states once), `threshold` (does it limit another one), `name`, and in `assemble` the
//! relations: `whole` (part of what), `role`, `rank`, `period`, `key`. It never looks outside the notice. Start with
//! [`measure`].

mod assemble;
mod borrowed;
mod change;
mod cues;
mod exclude;
mod figures;
mod key;
mod mention;
mod name;
mod noun;
mod page;
mod period;
mod phrase;
mod rank;
mod respectively;
mod role;
#[cfg(test)]
mod sample;
mod slot;
mod subject;
#[cfg(test)]
mod tests;
mod threshold;
mod trim;
mod whole;
mod words;

use crate::model::{Block, Dimension, Metric, Outline, RejectReason, Rejected, Warning, WarningCode};
use crate::scan::{self, Scan};
use crate::{Lexicon, Span};
use mention::Mention;
use page::Page;

/// What the quantity room finds.
#[derive(Debug, Default)]
pub struct Measured {
    /// Metrics in the order of the text.
    pub metrics: Vec<Metric>,
    /// Numbers that are none.
    pub rejected: Vec<Rejected>,
    /// Numbers too long to compute with.
    pub warnings: Vec<Warning>,
}

/// The key of `metric`, a metric of `text`, by the name that it has now.
#[must_use]
pub fn key_of(metric: &Metric, text: &str, lexicon: &Lexicon) -> String {
    assemble::key_of(metric, text, lexicon)
}

/// Finds the metrics of `text`.
#[must_use]
pub fn measure(text: &str, scan: &Scan, outline: &Outline, blocks: &[Block], lexicon: &Lexicon) -> Measured {
    let mut page = Page::new(text, scan, outline, blocks, lexicon);
    let (mentions, stretches, mut rejected) = mentions(&page);
    let mentions = borrowed::complete(&page, mentions);
    let (mentions, limits) = threshold::split(&page, mentions);
    let mut thresholds = threshold::bare_units(&page);
    thresholds.extend(limits);
    thresholds.extend(threshold::split(&page, stretches).1);
    thresholds.sort_by_key(|t| t.words());
    thresholds.dedup_by_key(|t| t.words());
    let limits = exclude::SpanSet(thresholds.iter().map(threshold::Condition::words).collect());
    rejected.retain(|r| !limits.holds(r.span.lo()));
    rejected.extend(thresholds.iter().map(|t| Rejected { span: t.words(), reason: RejectReason::Threshold }));
    rejected.sort_by_key(|r| r.span);
    page.segment(&mentions);
    let metrics = assemble::metrics(&page, &mentions, &thresholds);
    let too_long: Vec<Span> = rejected.iter().filter(|r| r.reason == RejectReason::TooLong).map(|r| r.span).collect();
    let warnings = scan::listed(WarningCode::NumberTooLong, text, &page.scan.lines, &too_long);
    Measured { metrics, rejected, warnings }
}

/// Sorts the numbers of the page into mentions of quantities, stretches of time that count nothing by themselves but may
/// limit a count (35岁以下, 超过30年), and numbers that count nothing.
fn mentions<'a>(page: &Page<'a>) -> (Vec<Mention<'a>>, Vec<Mention<'a>>, Vec<Rejected>) {
    let mut found = Vec::new();
    let mut stretches = Vec::new();
    let mut rejected = Vec::new();
    let mut reached = 0;
    for (index, token) in page.scan.numbers.iter().enumerate() {
        if token.span.lo() < reached {
            continue;
        }
        let reject = |span: Span, reason| Rejected { span, reason };
        if let Some(reason) = exclude::by_place(page, token) {
            rejected.push(reject(token.span, reason));
            continue;
        }
        let Some(mut mention) = mention::read(page.text, page.scan, index, page.lexicon) else {
            rejected.push(reject(token.span, RejectReason::TooLong));
            continue;
        };
        borrowed::unit_left_out(page, found.last(), &mut mention);
        reached = mention.span.hi();
        let limits = threshold::comparison(page, &mention).is_some();
        match exclude::by_words(page, &mention, limits) {
            Some(reason) => {
                rejected.push(reject(mention.span, reason));
                if mention.dimension() == Dimension::Time {
                    stretches.push(mention);
                }
            }
            None => found.push(mention),
        }
    }
    (found, stretches, rejected)
}
