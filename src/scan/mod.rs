//! The typed tokens of a text: lines, marks, titles, numbers, fixed terms, dates, markers, labels, flaws.
//!
//! Comes in: decoded text. Goes out: a [`Scan`], typed tokens in the order of the text. It never asks what a token means for
//! the notice. Each token kind has its file and is tested without a notice. Start with [`scan`].

mod date;
mod flaw;
mod label;
mod lines;
mod marker;
mod marks;
mod number;

pub use date::{DateKind, DateToken};
pub(crate) use flaw::listed;
pub use label::LabelToken;
pub use marker::{MarkerStyle, MarkerToken, Place, ends_sentence};
pub use marks::Marks;
pub use number::{Form, NumberToken};

use crate::{Lexicon, Span, lexicon::TermClass, model::Warning};

/// The typed tokens of a text.
pub struct Scan {
    /// Lines without their line ends, in order; empty ones too.
    pub lines: Vec<Span>,
    /// Titles, quotations, brackets.
    pub marks: Marks,
    /// Numbers in digits or Chinese numerals, whatever they turn out to mean.
    pub numbers: Vec<NumberToken>,
    /// Fixed terms that hold a numeral.
    pub terms: Vec<(Span, TermClass)>,
    /// Dates, years, months, spans of dates, times of day.
    pub dates: Vec<DateToken>,
    /// Places where a list marker may stand.
    pub markers: Vec<MarkerToken>,
    /// Labels of paired and ledger style.
    pub labels: Vec<LabelToken>,
    /// Places where the text seems damaged: lost digits, marks without their mate.
    pub warnings: Vec<Warning>,
}

/// Scans `text`.
#[must_use]
pub fn scan(text: &str, lexicon: &Lexicon) -> Scan {
    let marks = marks::marks(text);
    let lines = lines::lines(text);
    let numbers = number::numbers(text);
    Scan {
        warnings: flaw::flaws(text, &lines, &numbers, lexicon),
        markers: marker::markers(text, &marks, lexicon),
        labels: label::labels(text, &marks, lexicon),
        lines,
        marks,
        numbers,
        terms: lexicon.terms_in(text).collect(),
        dates: date::dates(text),
    }
}
