//! Marks that set clauses, sentences, lines and headings apart, listed once for all who cut the text there.

use super::marker::ends_sentence;
use super::marks::Marks;
use crate::Span;
use crate::charset::Chars;

/// A mark that sets apart what stands before it and what stands behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop {
    /// Its first byte.
    at: u32,
    /// The mark: a comma, a colon, one that ends a sentence, a line end; a closing quotation mark behind the end of a
    /// sentence; the arrow of a breadcrumb.
    pub mark: char,
    /// Whether it stands inside a title, a quotation or a bracket.
    pub enclosed: bool,
}

impl Stop {
    /// Its first byte.
    #[must_use]
    pub fn lo(&self) -> usize {
        self.at as usize
    }

    /// One past its last byte.
    #[must_use]
    pub fn hi(&self) -> usize {
        self.at as usize + self.mark.len_utf8()
    }
}

/// The stops of a text, in order.
#[derive(Debug, Default)]
pub struct Stops {
    all: Vec<Stop>,
}

/// All marks that may be stops.
pub(super) const STOPS: Chars = Chars {
    each: &[
        '。', '；', '！', '？', ';', '!', '?', '…', '，', ',', '、', '：', ':', '∶', '\n', '\r', '”', '」', '>', '＞',
        '»',
    ],
    ranges: &[],
};

impl Stops {
    /// The mark `c`, one of the [`STOPS`], stands at byte `at` behind `before`.
    pub(super) fn take(&mut self, at: usize, c: char, before: char) {
        if !matches!(c, '”' | '」') || ends_sentence(before) {
            self.all.push(Stop { at: at as u32, mark: c, enclosed: false });
        }
    }

    /// The stops, now that all paired marks are known.
    pub(super) fn finish(mut self, marks: &Marks) -> Self {
        for spans in [&marks.titles, &marks.quotes, &marks.brackets] {
            let mut spans = spans.iter().peekable();
            for stop in &mut self.all {
                while spans.next_if(|span| span.hi() <= stop.lo()).is_some() {}
                stop.enclosed |= spans.peek().is_some_and(|span| span.lo() <= stop.lo());
            }
        }
        self
    }

    /// The stops inside `span`.
    #[must_use]
    pub fn within(&self, span: Span) -> &[Stop] {
        let first = self.all.partition_point(|stop| stop.at < span.start);
        let count = self.all[first..].iter().take_while(|stop| stop.at < span.end).count();
        &self.all[first..first + count]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lexicon, scan::scan};

    #[test]
    fn every_mark_is_listed_once() {
        let text = "他说：“要抓紧。”印发《通知；办法》，（一）推进\n";
        let stops = scan(text, &Lexicon::builtin()).stops;
        let told: Vec<_> =
            stops.within(Span::new(0, text.len())).iter().map(|stop| (stop.mark, stop.enclosed)).collect();
        assert_eq!(told, [('：', false), ('。', true), ('”', true), ('；', true), ('，', false), ('\n', false)]);
        let from = text.find('印').unwrap_or_default();
        assert_eq!(stops.within(Span::new(from, from + 9)).len(), 0);
        assert_eq!(
            stops.within(Span::new(from, text.len())).first().map(|stop| &text[stop.lo()..stop.hi()]),
            Some("；")
        );
    }
}
