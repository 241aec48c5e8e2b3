//! `metrics.csv`: the flat table of all metrics.

use super::{Artefact, put};
use crate::i18n::Text;
use crate::output::dataset::metrics::{METRICS, record};
use crate::output::{csv, rows};
use std::io;

pub const ARTEFACT: Artefact = Artefact {
    file: "metrics.csv",
    about: Text::new("指标平表，Excel、WPS 可直接打开", "the flat table of all metrics, for spreadsheets"),
    write: |results, _, store| {
        let analysis = results.analysis;
        put(store, "metrics.csv", |out| {
            out.write_all(csv::BYTE_ORDER_MARK)?;
            out.write_all(&csv::header(&METRICS).map_err(io::Error::from)?)?;
            for parsed in &analysis.notices {
                let records: Vec<_> = rows::rows(&parsed.document, &parsed.notice).iter().map(record).collect();
                out.write_all(&csv::body(&records).map_err(io::Error::from)?)?;
            }
            Ok(())
        })
    },
};
