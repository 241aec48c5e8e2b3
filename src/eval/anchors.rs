//! Quotes to places: an annotation is anchored by an exact substring and its occurrence.

use super::error::{EvalError, Within};
use super::place::Place;
use crate::CharIndex;
use memchr::memmem::Finder;
use std::path::Path;

/// A text that is searched for the quotes of its annotation.
pub(super) struct Anchors<'t> {
    text: &'t str,
    chars: CharIndex,
    gold: &'t Path,
}

impl<'t> Anchors<'t> {
    /// `gold` is the annotation's file, for error messages.
    pub fn new(text: &'t str, gold: &'t Path) -> Self {
        Self { text, chars: CharIndex::new(text), gold }
    }

    /// The text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// First byte of the `nth` occurrence (from 1, the default; occurrences may overlap) of `quote`. `at` is the path of
    /// the entry in the annotation.
    pub fn find(&self, quote: &str, nth: Option<usize>, at: &dyn Fn() -> String) -> Result<usize, EvalError> {
        let nth = nth.unwrap_or(1).max(1);
        occurrence(self.text, quote, nth).ok_or_else(|| self.lost(quote, nth, at(), Within::Text))
    }

    /// First byte of the `nth` occurrence of `num` in the occurrence of `quote` that begins at `start`.
    pub fn find_within(
        &self,
        (quote, start): (&str, usize),
        num: &str,
        nth: Option<usize>,
        at: &dyn Fn() -> String,
    ) -> Result<usize, EvalError> {
        let nth = nth.unwrap_or(1).max(1);
        let found = occurrence(quote, num, nth).ok_or_else(|| self.lost(num, nth, at(), Within::Quote))?;
        Ok(start + found)
    }

    /// The place in characters of `len` bytes from byte `start` on.
    pub fn place(&self, start: usize, len: usize) -> Place {
        Place { start: self.char_at(start), end: self.char_at(start + len) }
    }

    /// The character at byte `offset`.
    pub fn char_at(&self, offset: usize) -> usize {
        self.chars.chars_before(self.text, offset)
    }

    fn lost(&self, quote: &str, nth: usize, at: String, within: Within) -> EvalError {
        EvalError::QuoteNotFound { path: self.gold.into(), at, quote: quote.to_owned(), nth, within }
    }
}

fn occurrence(text: &str, quote: &str, nth: usize) -> Option<usize> {
    let finder = Finder::new(quote);
    let step = quote.chars().next()?.len_utf8();
    let mut from = 0;
    for _ in 1..nth {
        from += finder.find(&text.as_bytes()[from..])? + step;
    }
    finder.find(&text.as_bytes()[from..]).map(|found| from + found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn occurrences() {
        let text = "整改整改整改，完成";
        for (quote, nth, want) in [
            ("整改", 1, Some(0)),
            ("整改", 3, Some(12)),
            ("整改整改", 2, Some(6)),
            ("整改", 4, None),
            ("未改", 1, None),
            ("", 1, None),
        ] {
            assert_eq!(occurrence(text, quote, nth), want, "{quote} {nth}");
        }
    }

    #[test]
    fn a_lost_quote_names_file_and_entry() {
        let anchors = Anchors::new("整改完成", Path::new("gold/a.json"));
        let error = anchors.find("未完成", Some(2), &|| "metrics[3].quote".into()).unwrap_err().to_string();
        assert_eq!(error, "gold/a.json: metrics[3].quote: occurrence 2 of `未完成` not found in the text");
        assert_eq!(anchors.place(6, 6), Place { start: 2, end: 4 });
    }
}
