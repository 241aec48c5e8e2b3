//! `metrics.xlsx`: the tables as a workbook.

use super::{Artefact, put};
use crate::analyze::Analysis;
use crate::i18n::Text;
use crate::output::dataset::duplicates::{self, DUPLICATES};
use crate::output::dataset::findings::FINDINGS;
use crate::output::dataset::ledger::{self, LEDGER};
use crate::output::dataset::metrics::METRICS;
use crate::output::dataset::notices::{self, NOTICES};
use crate::output::dataset::{Dataset, Record, findings, metrics};
use crate::output::results::Results;
use crate::output::wire::FindingWriter;
use crate::output::xlsx::{Links, Xlsx};
use crate::output::{book, rows};
use std::io;

pub const ARTEFACT: Artefact = Artefact {
    file: "metrics.xlsx",
    about: Text::new(
        "工作簿：通报、整改台账、指标、线索、重复措施、年度对比",
        "workbook: notices, ledger, metrics, findings, duplicates, year over year",
    ),
    write: |results, options, store| {
        put(store, "metrics.xlsx", |out| {
            let sheets = Sheets::of(results.analysis, options.lang);
            let bytes = workbook(&sheets, results, options.report_lang).map_err(io::Error::other)?;
            out.write_all(&bytes)
        })
    },
};

/// The records of every sheet, and for each metric the record of the ledger that its words stand in.
#[derive(Default)]
struct Sheets {
    notices: Vec<Record>,
    ledger: Vec<Record>,
    metrics: Vec<Record>,
    findings: Vec<Record>,
    rows: Vec<Option<usize>>,
}

impl Sheets {
    fn of(analysis: &Analysis<'_>, lang: crate::i18n::Lang) -> Self {
        let mut sheets = Self::default();
        for parsed in &analysis.notices {
            let (document, notice) = (&parsed.document, &parsed.notice);
            let before = sheets.ledger.len();
            sheets.rows.extend(ledger::of_metrics(notice).into_iter().map(|row| row.map(|row| before + row)));
            sheets.notices.push(notices::record(parsed));
            sheets.ledger.extend(ledger::records(document, notice));
            sheets.metrics.extend(rows::rows(document, notice).iter().map(metrics::record));
            let writer = FindingWriter::new(document, notice, lang);
            sheets.findings.extend(parsed.findings.iter().map(|finding| findings::record(&writer.finding(finding))));
        }
        sheets
    }
}

fn workbook(
    sheets: &Sheets,
    results: &Results<'_>,
    lang: crate::i18n::Lang,
) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut book = Xlsx::new(lang)?;
    let plain: [(&Dataset, &[Record]); 2] = [(&NOTICES, &sheets.notices), (&LEDGER, &sheets.ledger)];
    for (dataset, records) in plain {
        book.sheet(dataset, records, None)?;
    }
    let links = Links { column: "text", to: &LEDGER, rows: &sheets.rows };
    book.sheet(&METRICS, &sheets.metrics, Some(&links))?;
    book.sheet(&FINDINGS, &sheets.findings, None)?;
    let copies: Vec<Record> = results.duplicates().duplicates.iter().map(duplicates::record).collect();
    book.sheet(&DUPLICATES, &copies, None)?;
    book::add(&mut book, results.comparisons())?;
    book.finish()
}
