//! `summary.json`: the counts of the run, of each year, body and notice.

use super::{Artefact, put};
use crate::i18n::Text;
use crate::output::summary;

pub const ARTEFACT: Artefact = Artefact {
    file: "summary.json",
    about: Text::new("总数，以及分年度、单位、通报的数", "counts of the run, by year, body and notice"),
    write: |results, _, store| {
        let analysis = results.analysis;
        put(store, "summary.json", |out| {
            serde_json::to_writer_pretty(&mut *out, &summary::summary(analysis))?;
            out.write_all(b"\n")
        })
    },
};
