//! Comparisons as a workbook: a sheet of indicators, one of problems, of sentences taken over, of promises.

use super::dataset::Record;
use super::dataset::comparison::{self, COMPARISON};
use super::dataset::years::{self, PROBLEMS, PROMISES, RECYCLED};
use super::wire::Comparison;
use super::xlsx::Xlsx;
use crate::i18n::Lang;
use rust_xlsxwriter::XlsxError;

/// Adds the sheets of `comparisons` to a workbook.
///
/// # Errors
/// When the workbook is beyond what the format holds.
pub fn add(book: &mut Xlsx, comparisons: &[Comparison]) -> Result<(), XlsxError> {
    let all = |records: fn(&Comparison) -> Vec<Record>| comparisons.iter().flat_map(records).collect::<Vec<_>>();
    book.sheet(&COMPARISON, &all(comparison::records), None)?;
    book.sheet(&PROBLEMS, &all(years::problems), None)?;
    book.sheet(&RECYCLED, &all(years::recycled), None)?;
    book.sheet(&PROMISES, &all(years::promises), None)
}

/// The bytes of a workbook of `comparisons`, its headings in `lang`.
///
/// # Errors
/// When the workbook is beyond what the format holds.
pub fn of_comparisons(comparisons: &[Comparison], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Xlsx::new(lang)?;
    add(&mut book, comparisons)?;
    book.finish()
}
