//! `zhenggai.db`: everything as an SQLite database.

use super::{Artefact, Options, put};
use crate::analyze::Analysis;
use crate::i18n::Text;
use crate::output::sqlite::Database;
use crate::output::wire::{self, FindingWriter};
use std::io;

pub const ARTEFACT: Artefact = Artefact {
    file: "zhenggai.db",
    about: Text::new(
        "SQLite 数据库，带全文检索和年度对比视图",
        "SQLite database with full-text search and views by year",
    ),
    write: |results, options, store| {
        put(store, "zhenggai.db", |out| out.write_all(&database(results.analysis, options).map_err(io::Error::other)?))
    },
};

fn database(analysis: &Analysis<'_>, options: &Options) -> rusqlite::Result<Vec<u8>> {
    let wanted = wire::Options { rejected: false, scores: false, lang: options.lang };
    let mut database = Database::new(analysis.lexicon.checksum())?;
    for parsed in &analysis.notices {
        let (document, notice) = (&parsed.document, &parsed.notice);
        let written = wire::notice(document, notice, analysis.lexicon, &wanted);
        let writer = FindingWriter::new(document, notice, options.lang);
        let findings: Vec<_> = parsed.findings.iter().map(|finding| writer.finding(finding)).collect();
        database.add(&written, document.text(), &findings)?;
    }
    database.finish()
}
