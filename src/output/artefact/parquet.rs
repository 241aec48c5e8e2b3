//! `metrics.parquet`: the flat table of all metrics for data frames.

use super::{Artefact, put};
use crate::i18n::Text;
use crate::output::dataset::metrics::{METRICS, record};
use crate::output::{parquet, rows};
use std::io;

pub const ARTEFACT: Artefact = Artefact {
    file: "metrics.parquet",
    about: Text::new(
        "指标平表，供 DuckDB、pandas 等使用",
        "the flat table of all metrics, for DuckDB, pandas and others",
    ),
    write: |results, _, store| {
        let analysis = results.analysis;
        put(store, "metrics.parquet", |out| {
            let of_notice = analysis.notices.iter().map(|parsed| rows::rows(&parsed.document, &parsed.notice));
            let records: Vec<_> = of_notice.flatten().map(|row| record(&row)).collect();
            let mut bytes = Vec::new();
            parquet::write(&METRICS, &records, &mut bytes).map_err(io::Error::other)?;
            out.write_all(&bytes)
        })
    },
};
