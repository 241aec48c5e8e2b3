//! The flat table as CSV that spreadsheets open rightly and that cannot start a formula in them.

use super::rows::Row;
use csv::{Terminator, WriterBuilder};

/// The byte-order mark by which Excel and WPS know UTF-8.
pub const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// One record of column headings.
///
/// # Errors
/// None in practice: the record is written to memory.
pub fn header(headings: &[&str]) -> csv::Result<Vec<u8>> {
    records([headings.iter().map(ToString::to_string).collect()])
}

/// The records of `rows`. Numbers are numbers; words that a spreadsheet would read as a formula get an apostrophe before
/// them.
///
/// # Errors
/// None in practice: the records are written to memory.
pub fn body(rows: &[Row]) -> csv::Result<Vec<u8>> {
    records(rows.iter().map(cells))
}

fn records(records: impl IntoIterator<Item = Vec<String>>) -> csv::Result<Vec<u8>> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for record in records {
        writer.write_record(record)?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// The cells of a row, in the order of [`COLUMNS`](super::rows::COLUMNS).
pub(super) fn cells(row: &Row) -> Vec<String> {
    let words = |words: &str| guarded(words);
    let maybe = |words: &Option<String>| words.as_deref().map(guarded).unwrap_or_default();
    vec![
        words(&row.notice),
        maybe(&row.body),
        row.year.map(|year| year.to_string()).unwrap_or_default(),
        maybe(&row.node),
        maybe(&row.problem),
        maybe(&row.measure),
        maybe(&row.responsible),
        maybe(&row.deadline),
        words(row.status.unwrap_or_default()),
        words(&row.name),
        words(&row.key),
        row.value.to_string(),
        row.upper.map(|upper| upper.to_string()).unwrap_or_default(),
        words(&row.unit),
        row.base_value.to_string(),
        words(&row.base_unit),
        words(row.approx),
        maybe(&row.threshold),
        maybe(&row.part_of),
        maybe(&row.rank),
        maybe(&row.change),
        maybe(&row.period),
        words(row.role),
        words(&row.text),
        format!("{}..{}", row.span.start, row.span.end),
    ]
}

/// The words with an apostrophe before them if they begin like a formula: spreadsheets take `=`, `+`, `-`, `@` for one, also
/// in full width, and skip a tab or line break before it.
fn guarded(words: &str) -> String {
    let formula = words.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']);
    if formula { format!("'{words}") } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn records_end_as_spreadsheets_expect() {
        assert_eq!(header(&["a", "b,c"]).unwrap(), b"a,\"b,c\"\r\n");
    }
}
