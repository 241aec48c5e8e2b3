//! `findings.jsonl`: what should be checked, a finding a line.

use super::{Artefact, put};
use crate::i18n::Text;
use crate::output::wire;

pub const ARTEFACT: Artefact = Artefact {
    file: "findings.jsonl",
    about: Text::new("每条提示一行 JSON，同 zhenggai lint", "a finding a line, as `zhenggai lint` prints it"),
    write: |results, options, store| {
        let analysis = results.analysis;
        put(store, "findings.jsonl", |out| {
            for parsed in &analysis.notices {
                let writer = wire::FindingWriter::new(&parsed.document, &parsed.notice, options.lang);
                for finding in &parsed.findings {
                    serde_json::to_writer(&mut *out, &writer.finding(finding))?;
                    out.write_all(b"\n")?;
                }
            }
            Ok(())
        })
    },
};
