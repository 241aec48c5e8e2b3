//! `comparison.jsonl`: every body's notices compared in the order of years, a pair a line.

use super::{Artefact, put};
use crate::i18n::Text;

pub const ARTEFACT: Artefact = Artefact {
    file: "comparison.jsonl",
    about: Text::new(
        "同一单位前后两年每对一行 JSON，同 zhenggai compare",
        "two years of a body a line, as `zhenggai compare` prints it",
    ),
    write: |results, _, store| {
        put(store, "comparison.jsonl", |out| {
            for comparison in results.comparisons() {
                serde_json::to_writer(&mut *out, comparison)?;
                out.write_all(b"\n")?;
            }
            Ok(())
        })
    },
};
