//! What a run was made from and by, as JSON: program, dictionaries, options, inputs with their checksums, counts, failures.
//!
//! Two runs with the same of these leave the same files. It asks no clock: the same run gives the same bytes.

use super::summary::{Counts, Failed, Summary, summary};
use super::wire::SCHEMA_VERSION;
use crate::Class;
use crate::analyze::{Analysis, Parsed};
use crate::corrections::Told;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// A run.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Run {
    /// Version of the contract.
    pub schema_version: &'static str,
    /// Program and version.
    pub generator: &'static str,
    /// SHA-256 of all dictionaries in force.
    pub lexicon: String,
    /// Each dictionary.
    pub dictionaries: Vec<Dictionary>,
    /// The options that were given and change what is found, by name.
    pub options: BTreeMap<String, String>,
    /// The inputs that were read, in order.
    pub inputs: Vec<Input>,
    /// Inputs that failed, in order.
    pub failures: Vec<Failed>,
    /// The user's corrections, in the order of their files.
    pub corrections: Vec<Correction>,
    /// What stands in all notices.
    pub counts: Counts,
}

/// A dictionary.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Dictionary {
    /// Its file.
    pub file: &'static str,
    /// SHA-256 of the built-in one.
    pub sha256: String,
    /// SHA-256 of the user's one that lies over it.
    pub overlay: Option<String>,
}

/// An input that was read.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Input {
    /// Its path, as given.
    pub path: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Its format.
    pub format: String,
    /// Its encoding.
    pub encoding: String,
}

/// An entry of the user's corrections.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Correction {
    /// The file.
    pub path: String,
    /// Its line.
    pub line: usize,
    /// The words that it quotes.
    pub quote: String,
    /// applied; needless (the program reads it so by now); several, no-metric, no-quote, no-notice (stale: nothing fits).
    pub fate: &'static str,
}

/// What `analysis` was made from, by the `options` that were given.
#[must_use]
pub fn run(analysis: &Analysis<'_>, options: &BTreeMap<String, String>) -> Run {
    let Summary { generator, lexicon, total, failures, .. } = summary(analysis);
    let dictionaries = analysis.lexicon.dictionaries().iter();
    Run {
        schema_version: SCHEMA_VERSION,
        generator,
        lexicon,
        dictionaries: dictionaries
            .map(|dictionary| Dictionary {
                file: dictionary.file,
                sha256: dictionary.sha256.clone(),
                overlay: dictionary.overlay.clone(),
            })
            .collect(),
        options: options.clone(),
        inputs: analysis.notices.iter().map(input).collect(),
        failures,
        corrections: analysis.corrections.iter().map(correction).collect(),
        counts: total,
    }
}

fn correction(told: &Told) -> Correction {
    Correction { path: told.path.clone(), line: told.line, quote: told.quote.clone(), fate: told.fate.word() }
}

fn input(parsed: &Parsed) -> Input {
    let source = parsed.document.source();
    Input {
        path: source.path.clone(),
        sha256: source.sha256.clone(),
        format: source.format.clone(),
        encoding: source.encoding.clone(),
    }
}
