//! `duplicates.jsonl`: passages that say the same, in a notice and across all, a pair a line.

use super::{Artefact, put};
use crate::i18n::Text;

pub const ARTEFACT: Artefact = Artefact {
    file: "duplicates.jsonl",
    about: Text::new(
        "每对重复措施一行 JSON，同 zhenggai dups",
        "a pair of duplicated passages a line, as `zhenggai dups` prints it",
    ),
    write: |results, _, store| {
        put(store, "duplicates.jsonl", |out| {
            for pair in &results.duplicates().duplicates {
                serde_json::to_writer(&mut *out, pair)?;
                out.write_all(b"\n")?;
            }
            Ok(())
        })
    },
};
