//! From quoted words to the metric that they mean.

use super::entry::Anchor;
use super::fate::Fate;
use crate::model::{Metric, Notice};
use crate::{Document, Span};

/// The place of the metric in the notice's list, or why there is none or more than one.
pub(super) fn place(anchor: &Anchor, document: &Document, notice: &Notice) -> Result<usize, Fate> {
    let text = document.text();
    let quotes: Vec<Span> = places(text, &anchor.quote, anchor.nth);
    if quotes.is_empty() {
        return Err(Fate::NoQuote);
    }
    let metrics = || notice.metrics.iter().enumerate();
    let fits = |metric: &Metric| {
        let printed = || plain(metric.quantity.span.slice(text));
        anchor.number.as_ref().is_none_or(|number| printed() == plain(number))
    };
    let inside = |metric: &Metric| quotes.iter().any(|quote| quote.contains(metric.quantity.span));
    let found: Vec<usize> = metrics().filter(|(_, metric)| inside(metric) && fits(metric)).map(|(at, _)| at).collect();
    match found[..] {
        [] => Err(Fate::NoMetric),
        [one] => Ok(one),
        // A metric's own words may run over the numbers of others: who quotes them whole means it.
        _ => {
            let whole: Vec<usize> = found.into_iter().filter(|at| quotes.contains(&notice.metrics[*at].span)).collect();
            if let [one] = whole[..] { Ok(one) } else { Err(Fate::Several) }
        }
    }
}

/// Where `quote` stands in the text: everywhere, or its `nth` place only.
fn places(text: &str, quote: &str, nth: Option<usize>) -> Vec<Span> {
    let all = text.match_indices(quote).map(|(at, quote)| Span::new(at, at + quote.len()));
    match nth {
        Some(nth) => all.skip(nth - 1).take(1).collect(),
        None => all.collect(),
    }
}

fn plain(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}
