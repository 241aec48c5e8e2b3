//! The table of findings, for a spreadsheet.

use super::{Format, Run, Shown};
use crate::output::csv::{self, BYTE_ORDER_MARK};
use crate::output::dataset::findings::{FINDINGS, record};

pub const FORMAT: Format = Format { name: "csv", opening, finding, between: "", closing: |_, _| Vec::new() };

fn opening(_: &Run<'_>) -> Vec<u8> {
    [BYTE_ORDER_MARK.to_vec(), csv::header(&FINDINGS).unwrap_or_default()].concat()
}

fn finding(shown: &Shown<'_>, _: &Run<'_>) -> Vec<u8> {
    csv::body(&[record(shown.wire)]).unwrap_or_default()
}
