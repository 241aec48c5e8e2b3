//! All findings, as the list of findings shows them.

use super::embed::Part;
use super::notice::both;
use crate::analyze::{Analysis, Parsed};
use crate::i18n::Lang;
use crate::output::wire;
use serde::Serialize;

/// A finding: a row of the list.
#[derive(Serialize)]
struct Entry {
    /// Place of its notice.
    n: usize,
    rule: String,
    severity: &'static str,
    line: usize,
    /// First character, by which the notice's page knows the place.
    start: usize,
    quote: String,
    /// In both languages.
    message: [String; 2],
}

pub fn part(analysis: &Analysis<'_>) -> Part {
    let entries: Vec<Entry> = analysis.notices.iter().enumerate().flat_map(|(n, parsed)| entries(n, parsed)).collect();
    super::part("findings".to_owned(), &entries)
}

fn entries(n: usize, parsed: &Parsed) -> Vec<Entry> {
    let writer = wire::FindingWriter::new(&parsed.document, &parsed.notice, Lang::Zh);
    let reported = parsed.findings.iter().filter(|finding| finding.suppressed.is_none());
    reported
        .map(|finding| {
            let written = writer.finding(finding);
            Entry {
                n,
                rule: written.rule,
                severity: written.severity,
                line: written.line,
                start: written.span.start,
                quote: written.quote,
                message: both(|lang| finding.message.text(lang)),
            }
        })
        .collect()
}
