//! What a run over many notices leaves: one file here per output, one line in [`ARTEFACTS`].
//!
//! Comes in: [`Results`]. Goes out: named files, put into a [`Store`] whole. It never opens a file itself.

mod comparison;
#[cfg(feature = "tables")]
mod database;
mod duplicates;
mod findings;
mod metrics;
mod notices;
#[cfg(feature = "tables")]
mod parquet;
mod report;
mod run;
mod summary;
#[cfg(feature = "tables")]
mod workbook;

use super::results::Results;
use crate::i18n::{Lang, Text};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// An output of a run.
pub struct Artefact {
    /// Name of its file; an output of more files puts the others into folders beside it.
    pub file: &'static str,
    /// What it holds, for the help.
    pub about: Text,
    /// Writes it.
    pub write: fn(&Results<'_>, &Options, &mut dyn Store) -> Result<(), WriteError>,
}

/// Every output, in the order in which they are written and listed.
pub const ARTEFACTS: &[&Artefact] = &[
    &report::ARTEFACT,
    &metrics::ARTEFACT,
    #[cfg(feature = "tables")]
    &workbook::ARTEFACT,
    #[cfg(feature = "tables")]
    &parquet::ARTEFACT,
    #[cfg(feature = "tables")]
    &database::ARTEFACT,
    &notices::ARTEFACT,
    &findings::ARTEFACT,
    &duplicates::ARTEFACT,
    &comparison::ARTEFACT,
    &summary::ARTEFACT,
    &run::ARTEFACT,
];

/// What the user chose.
#[derive(Debug, Clone)]
pub struct Options {
    /// Language of messages in machine formats.
    pub lang: Lang,
    /// Language in which the report opens.
    pub report_lang: Lang,
    /// The user's templates of the report, by name of the file that each replaces.
    pub templates: BTreeMap<String, String>,
    /// Bytes of data up to which the report is one file.
    pub report_limit: usize,
    /// The options that the user gave and that change what is found, by name: for `run.json`.
    pub chosen: BTreeMap<String, String>,
}

/// A place for files.
pub trait Store {
    /// Puts a file there: what `fill` writes, whole or not at all. `name` may begin with folders, parted by `/`.
    ///
    /// # Errors
    /// Those of `fill`, and of the place.
    fn put(&mut self, name: &str, fill: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>) -> io::Result<()>;
}

/// Why an output could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// The place does not take it.
    #[error("{file}: {source}")]
    Io {
        /// Name of the file.
        file: String,
        /// Why.
        source: io::Error,
    },
    /// A template of the report is at fault.
    #[error("{message}")]
    Template {
        /// Template, line, and what is wrong there.
        message: String,
    },
}

/// Puts a file into the store, its name in the error.
fn put(
    store: &mut dyn Store,
    name: &str,
    mut fill: impl FnMut(&mut dyn Write) -> io::Result<()>,
) -> Result<(), WriteError> {
    store.put(name, &mut fill).map_err(|source| WriteError::Io { file: name.to_owned(), source })
}

/// Files in memory: for tests, and for programs that want the outputs without a disk.
impl Store for BTreeMap<String, Vec<u8>> {
    fn put(&mut self, name: &str, fill: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        let mut bytes = Vec::new();
        fill(&mut bytes)?;
        self.insert(name.to_owned(), bytes);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::{Analysis, Failure, Parsed};
    use crate::lint::Settings;
    use crate::{Document, Lexicon};

    fn files(texts: &[&str]) -> BTreeMap<String, Vec<u8>> {
        let lexicon = Lexicon::builtin();
        let parsed = |text: &&str| {
            let document = Document::from_text(text);
            let notice = crate::parse(&document, &lexicon);
            Parsed::new(document, notice)
        };
        let failures = vec![Failure { path: "坏.txt".into(), message: "读不了".into() }];
        let notices = texts.iter().map(parsed).collect();
        let analysis = Analysis::new(&lexicon, notices, failures, &Settings::default());
        let options = Options {
            lang: Lang::Zh,
            report_lang: Lang::Zh,
            templates: BTreeMap::new(),
            report_limit: usize::MAX,
            chosen: BTreeMap::from([("encoding".to_owned(), "utf-8".to_owned())]),
        };
        let mut store = BTreeMap::new();
        let results = Results::new(&analysis, Lang::Zh);
        for artefact in ARTEFACTS {
            (artefact.write)(&results, &options, &mut store).unwrap();
            assert!(store.contains_key(artefact.file), "{}", artefact.file);
        }
        store
    }

    #[test]
    fn every_artefact_leaves_its_file_even_of_nothing() {
        for texts in [&[][..], &["", "一、学习不够深入\n一是健全制度。印发通知2份。"]] {
            let files = files(texts);
            let lines = String::from_utf8(files["notices.jsonl"].clone()).unwrap();
            assert_eq!(lines.lines().count(), texts.len());
            let summary: serde_json::Value = serde_json::from_slice(&files["summary.json"]).unwrap();
            assert_eq!(summary["total"]["notices"], texts.len());
            assert_eq!(summary["failures"][0]["path"], "坏.txt");
            let run: serde_json::Value = serde_json::from_slice(&files["run.json"]).unwrap();
            assert_eq!(run["inputs"].as_array().unwrap().len(), texts.len());
            assert_eq!((&run["options"]["encoding"], &run["failures"]), (&"utf-8".into(), &summary["failures"]));
        }
    }

    #[test]
    fn tables_and_trees_agree() {
        let files = files(&["一、学习不够深入\n一是健全制度。印发通知2份。", "二、管理不严\n1.清退公车3辆。"]);
        let csv = String::from_utf8(files["metrics.csv"].clone()).unwrap();
        let summary: serde_json::Value = serde_json::from_slice(&files["summary.json"]).unwrap();
        assert_eq!(csv.lines().count() as u64 - 1, summary["total"]["metrics"].as_u64().unwrap());
    }
}
