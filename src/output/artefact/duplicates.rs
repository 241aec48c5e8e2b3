//! `duplicates.jsonl`: passages that say the same, in a notice and across all, a pair a line.

use super::{Artefact, put};
use crate::i18n::Text;
use crate::output::wire::Duplicate;
use crate::similar::{self, Corpus};

pub const ARTEFACT: Artefact = Artefact {
    file: "duplicates.jsonl",
    about: Text::new(
        "每对重复措施一行 JSON，同 zhenggai dups",
        "a pair of duplicated passages a line, as `zhenggai dups` prints it",
    ),
    write: |analysis, _, store| {
        let mut corpus = Corpus::default();
        for parsed in &analysis.notices {
            corpus.add(&similar::read(&parsed.document, &parsed.notice, analysis.lexicon));
        }
        let found = similar::find(&corpus, analysis.lexicon, &similar::Options::default());
        put(store, "duplicates.jsonl", |out| {
            for pair in &found.pairs {
                serde_json::to_writer(&mut *out, &Duplicate::of(&found, pair))?;
                out.write_all(b"\n")?;
            }
            Ok(())
        })
    },
};
