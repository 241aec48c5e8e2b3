//! Dates that a rule looks for in the words: read by the scan room, in a short stretch of the text.

use crate::Span;
use crate::lint::Page;
use crate::model::PartialDate;
use crate::scan::scan;

/// Bytes behind a cue in which its date must stand.
const REACH: usize = 60;

/// A date behind a cue.
pub(super) struct Stated {
    /// Its words.
    pub span: Span,
    /// The first day that it can mean: 8月底 may be the 21st.
    pub earliest: PartialDate,
}

/// Comparison of dates that may leave out day or month.
pub(super) struct Day;

impl Day {
    /// Whether `one` lies before `other` whatever the days and months that they leave out.
    pub fn is_before(one: PartialDate, other: PartialDate) -> bool {
        let last = |date: PartialDate| (date.year, date.month.unwrap_or(12), date.day.unwrap_or(31));
        let first = |date: PartialDate| (date.year, date.month.unwrap_or(1), date.day.unwrap_or(1));
        last(one) < first(other)
    }
}

/// The date that stands directly behind `cue`, where it names its year.
pub(super) fn stated_after(page: &Page<'_>, cue: Span) -> Option<Stated> {
    let from = cue.hi();
    let stretch = page.text[from..].char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= REACH);
    let words = &page.text[from..from + stretch.last()?];
    let words = &words[..words.find(['，', '。', '；', '\n']).unwrap_or(words.len())];
    let token = scan(words, page.lexicon).dates.into_iter().next()?;
    let date = token.end.or(token.start)?;
    let said = token.span.slice(words);
    let opens = words[..token.span.lo()].trim().is_empty();
    if !opens || !said.contains('年') {
        return None;
    }
    // 底 and 末 stand for the last third of a month.
    let vague = said.ends_with(['底', '末']) && date.day.is_some();
    let earliest = if vague { PartialDate { day: Some(21), ..date } } else { date };
    Some(Stated { span: Span::new(from + token.span.lo(), from + token.span.hi()), earliest })
}

/// Where `span` tells exactly that date.
pub(super) fn published_in(page: &Page<'_>, span: Span, date: PartialDate) -> Option<Span> {
    let tokens = scan(page.words(span), page.lexicon).dates;
    let token = tokens.into_iter().find(|token| token.start == Some(date) || token.end == Some(date))?;
    Some(Span::new(span.lo() + token.span.lo(), span.lo() + token.span.hi()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_certain_is_before() {
        let date = |year, month, day| PartialDate { year, month, day };
        for (one, other, before) in [
            (date(2023, Some(8), Some(4)), date(2023, Some(8), Some(5)), true),
            (date(2023, Some(8), Some(4)), date(2023, Some(8), None), false),
            (date(2023, Some(8), None), date(2023, Some(9), None), true),
            (date(2023, None, None), date(2023, Some(9), Some(1)), false),
            (date(2023, Some(8), Some(5)), date(2023, Some(8), Some(5)), false),
        ] {
            assert_eq!(Day::is_before(one, other), before, "{one} {other}");
        }
    }
}
