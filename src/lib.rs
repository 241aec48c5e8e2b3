//! Reads Chinese rectification notices (整改通报) into trees of problem → measure → metric with exact figures.
//!
//! ```
//! use zhenggai::{Document, Lexicon, parse};
//! let lexicon = Lexicon::builtin();
//! let notice = parse(&Document::from_text("一、学习不够深入\n一是健全制度。印发通知2份。"), &lexicon);
//! assert!(notice.header.title.is_none());
//! ```

pub mod analyze;
pub mod assess;
pub mod batch;
mod charset;
mod class;
pub mod compare;
pub mod config;
pub mod corrections;
pub mod diff;
pub mod eval;
pub mod header;
pub mod i18n;
pub mod ingest;
pub mod lexicon;
pub mod lint;
pub mod model;
pub mod outline;
pub mod output;
pub mod quantity;
pub mod scan;
pub mod similar;
mod span;
pub mod toml_file;

pub use class::Class;
pub use ingest::Document;
pub use lexicon::Lexicon;
pub use lexicon::Words;
pub use model::Notice;
pub use span::{CharIndex, Span};

/// Reads a notice: the text of `document` by the words of `lexicon`. Never fails: a text that is no notice gives an empty
/// tree and warnings. Same input, same notice.
#[must_use]
pub fn parse(document: &Document, lexicon: &Lexicon) -> Notice {
    let text = document.text();
    let scan = scan::scan(text, lexicon);
    let drawing = outline::draw(text, &scan, lexicon);
    let header = header::read(text, &scan, &drawing.blocks, lexicon);
    let measured = quantity::measure(text, &scan, &drawing.outline, &drawing.blocks, lexicon);
    let mut outline = drawing.outline;
    let evidence = assess::Evidence {
        text,
        scan: &scan,
        metrics: &measured.metrics,
        documents: &drawing.documents,
        published: header.published.or(header.feedback_date),
        lexicon,
    };
    assess::judge(&mut outline, &evidence);
    Notice {
        year: header.year().or_else(|| header::year_in_file_name(&document.source().path)),
        header,
        blocks: drawing.blocks,
        outline,
        metrics: measured.metrics,
        documents: drawing.documents,
        rejected: measured.rejected,
        warnings: [document.warnings().to_vec(), drawing.warnings, scan.warnings, measured.warnings].concat(),
    }
}

/// Runs the examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
