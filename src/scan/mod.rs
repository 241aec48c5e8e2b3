//! The typed tokens of a text: lines, marks, stops, titles, numbers, fixed terms, dates, markers, labels, flaws.
//!
//! Comes in: decoded text. Goes out: a [`Scan`], typed tokens in the order of the text. It never asks what a token means for
//! the notice. Each token kind has its file and is tested without a notice. Start
//! with [`scan`]; the text is walked over once, in `walk.rs`, which hands each character to the kinds that wait for it.

mod date;
mod flaw;
mod label;
mod lines;
mod marker;
mod marks;
mod number;
mod stops;
mod walk;

pub use date::{DateKind, DateToken};
pub(crate) use flaw::listed;
pub use label::LabelToken;
pub use marker::{MarkerStyle, MarkerToken, Place, ends_sentence, is_han};
pub use marks::Marks;
pub use number::{Form, NumberToken};
pub use stops::{Stop, Stops};

use crate::lexicon::{Found, TermClass};
use crate::model::Warning;
use crate::{Lexicon, Span};

/// The typed tokens of a text.
pub struct Scan {
    /// Lines without their line ends, in order; empty ones too.
    pub lines: Vec<Span>,
    /// Titles, quotations, brackets.
    pub marks: Marks,
    /// Marks that set clauses, sentences and lines apart.
    pub stops: Stops,
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
    /// Words of the dictionaries that a whole text is searched for.
    pub words: Found,
    /// Places where the text seems damaged: lost digits, marks without their mate.
    pub warnings: Vec<Warning>,
}

/// Scans `text`.
#[must_use]
pub fn scan(text: &str, lexicon: &Lexicon) -> Scan {
    let walk = walk::walk(text, lexicon);
    let (lines, marks, numbers) = (walk.lines.found, walk.pairs.found, walk.numbers.found);
    Scan {
        warnings: flaw::flaws(text, &lines, &numbers, walk.lost, walk.unmated),
        markers: walk.markers.finish(text, &marks, lexicon),
        labels: label::labels(text, &walk.words.labels, &walk.colons, &marks, lexicon),
        terms: lexicon.terms_among(&walk.words.terms, text).collect(),
        stops: walk.stops.finish(&marks),
        lines,
        marks,
        numbers,
        dates: walk.dates.found,
        words: walk.words,
    }
}
