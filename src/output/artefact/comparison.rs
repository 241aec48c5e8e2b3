//! `comparison.jsonl`: every body's notices compared in the order of years, a pair a line.

use super::{Artefact, put};
use crate::analyze::Analysis;
use crate::compare::{Edition, Facts, group};
use crate::i18n::{Lang, Text};
use crate::output::wire::Comparison;

pub const ARTEFACT: Artefact = Artefact {
    file: "comparison.jsonl",
    about: Text::new(
        "同一单位前后两年每对一行 JSON，同 zhenggai compare",
        "two years of a body a line, as `zhenggai compare` prints it",
    ),
    write: |analysis, options, store| {
        put(store, "comparison.jsonl", |out| {
            for comparison in comparisons(analysis, options.lang) {
                serde_json::to_writer(&mut *out, &comparison)?;
                out.write_all(b"\n")?;
            }
            Ok(())
        })
    },
};

/// The comparisons of all bodies, in the order of their first notice.
pub(super) fn comparisons(analysis: &Analysis<'_>, lang: Lang) -> impl Iterator<Item = Comparison> {
    let facts: Vec<_> = analysis.notices.iter().map(|parsed| Facts::of(&parsed.notice, analysis.lexicon)).collect();
    let pairs: Vec<_> = group(&facts)
        .iter()
        .flat_map(|body| body.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>())
        .collect();
    pairs.into_iter().map(move |(old, new)| {
        let edition = |at: usize| {
            let parsed = &analysis.notices[at];
            Edition { document: &parsed.document, notice: &parsed.notice }
        };
        Comparison::of(&edition(old), &edition(new), analysis.lexicon, lang)
    })
}
