//! `notices.jsonl`: every notice as `zhenggai parse` prints it, one a line.

use super::{Artefact, put};
use crate::i18n::Text;
use crate::output::wire;

pub const ARTEFACT: Artefact = Artefact {
    file: "notices.jsonl",
    about: Text::new("每份通报一行 JSON，同 zhenggai parse", "a notice a line, as `zhenggai parse` prints it"),
    write: |results, options, store| {
        let analysis = results.analysis;
        let wanted = wire::Options { rejected: false, scores: false, lang: options.lang };
        put(store, "notices.jsonl", |out| {
            for parsed in &analysis.notices {
                let notice = wire::notice(&parsed.document, &parsed.notice, analysis.lexicon, &wanted);
                serde_json::to_writer(&mut *out, &notice)?;
                out.write_all(b"\n")?;
            }
            Ok(())
        })
    },
};
