//! Findings as people and other tools read them: a file a format, a row each in [`FORMATS`].
//!
//! Comes in: the findings of one notice after another. Goes out: bytes; what stands before, between and behind them is
//! part of the format, so that nothing has to be held back. It chooses no findings. Start with [`Format`].

mod concise;
mod csv;
mod full;
mod github;
mod json;
mod sarif;
mod summary;

use super::wire;
use crate::i18n::Lang;
use crate::lint::Registry;
use crate::model;

pub use summary::summary;

/// A way to print findings.
pub struct Format {
    /// Its word in `--format`.
    pub name: &'static str,
    /// What stands before the first finding.
    pub opening: fn(&Run<'_>) -> Vec<u8>,
    /// A finding.
    pub finding: fn(&Shown<'_>, &Run<'_>) -> Vec<u8>,
    /// What stands between two findings.
    pub between: &'static str,
    /// What stands behind the last one.
    pub closing: fn(&Run<'_>, &wire::Summary) -> Vec<u8>,
}

/// Every format, in the order of the help.
pub const FORMATS: &[Format] =
    &[full::FORMAT, concise::FORMAT, json::WHOLE, json::LINES, sarif::FORMAT, csv::FORMAT, github::FORMAT];

/// What holds for the whole output.
pub struct Run<'a> {
    /// The rules that were asked.
    pub rules: &'a Registry,
    /// Language of what people read.
    pub lang: Lang,
    /// Columns of a line.
    pub width: usize,
    /// Whether to colour.
    pub color: bool,
    /// Whether people want the closing summary.
    pub summary: bool,
}

/// A finding to be printed.
pub struct Shown<'a> {
    /// The text that its spans count in.
    pub text: &'a str,
    /// The finding.
    pub finding: &'a model::Finding,
    /// The same in the contract's form.
    pub wire: &'a wire::Finding,
}

/// Nothing.
fn nothing(_: &Run<'_>) -> Vec<u8> {
    Vec::new()
}

/// The closing summary, where it is wanted.
fn closing(run: &Run<'_>, counts: &wire::Summary) -> Vec<u8> {
    if run.summary { summary(run, counts).into_bytes() } else { Vec::new() }
}

/// JSON of a value; the wire types hold nothing that JSON cannot say.
fn json(value: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}
