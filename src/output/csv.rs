//! A flat table as CSV that spreadsheets open rightly and that cannot start a formula in them.

use super::dataset::{Cell, Dataset, Record};
use csv::{Terminator, WriterBuilder};
use std::borrow::Cow;

/// The byte-order mark by which Excel and WPS know UTF-8.
pub const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// One record of column headings.
///
/// # Errors
/// None in practice: the record is written to memory.
pub fn header(dataset: &Dataset) -> csv::Result<Vec<u8>> {
    written([dataset.headings().map(Cow::Borrowed).collect()])
}

/// The records. Numbers are numbers; words that a spreadsheet would read as a formula get an apostrophe before them.
///
/// # Errors
/// None in practice: the records are written to memory.
pub fn body(records: &[Record]) -> csv::Result<Vec<u8>> {
    written(records.iter().map(|record| record.iter().map(cell).collect()))
}

fn written<'a>(records: impl IntoIterator<Item = Vec<Cow<'a, str>>>) -> csv::Result<Vec<u8>> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for record in records {
        writer.write_record(record.iter().map(|cell| cell.as_bytes()))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn cell(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Words(words) => guarded(words),
        Cell::Count(count) => Cow::Owned(count.to_string()),
        Cell::Number(number) => Cow::Owned(number.normalize().to_string()),
    }
}

/// The words with an apostrophe before them if they begin like a formula: spreadsheets take `=`, `+`, `-`, `@` for one, also
/// in full width, and skip a tab or line break before it.
fn guarded(words: &str) -> Cow<'_, str> {
    let formula = words.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']);
    if formula { Cow::Owned(format!("'{words}")) } else { Cow::Borrowed(words) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::dataset::metrics::METRICS;

    #[test]
    fn no_cell_starts_a_formula() {
        for (words, want) in [
            ("=1+1", "'=1+1"),
            ("-同比", "'-同比"),
            ("\t=cmd", "'\t=cmd"),
            ("＝A1", "'＝A1"),
            (">=1亿元", ">=1亿元"),
            ("整改", "整改"),
            ("", ""),
        ] {
            assert_eq!(guarded(words), want);
        }
    }

    #[test]
    fn a_negative_number_stays_a_number() {
        let record = vec![Cell::Number("-1.50".parse().unwrap()), Cell::Words("-1".to_owned()), Cell::Empty];
        assert_eq!(body(&[record]).unwrap(), b"-1.5,'-1,\r\n");
    }

    #[test]
    fn records_end_as_spreadsheets_expect() {
        assert!(header(&METRICS).unwrap().ends_with(b",text,span,corrected\r\n"));
    }
}
