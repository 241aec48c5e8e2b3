//! Corrections that last: what an office knows better than the program, kept in a file and applied on every run.
//!
//! Comes in: the text of a `corrections.toml`, and each notice after it was parsed. Goes out: the notice with its metrics
//! corrected and marked, and for every entry what became of it ([`Fate`]): one that fits no words any more is stale and is
//! named. An entry is bound to a notice by the SHA-256 of its bytes and to a metric by quoted words; it never guesses. It
//! reads no file. Start with [`Corrections`].
//!
//! ```
//! use std::path::Path;
//! use zhenggai::corrections::Corrections;
//! use zhenggai::{Document, Lexicon, parse};
//! let lexicon = Lexicon::builtin();
//! let document = zhenggai::ingest::from_bytes("一、招商不力\n一是抓招商。签约项目37个。".into(), Path::new("a.txt"), &Default::default()).unwrap();
//! let mut notice = parse(&document, &lexicon);
//! let text = format!("[[metric]]\nnotice = '{}'\nquote = '签约项目37个'\nvalue = 36\n", document.source().sha256);
//! let mut corrections = Corrections::default();
//! corrections.add(Path::new("corrections.toml"), &text).unwrap();
//! corrections.apply(&document, &mut notice, &lexicon);
//! assert_eq!(notice.metrics[0].quantity.value, 36.into());
//! assert_eq!(notice.metrics[0].corrected.as_ref().unwrap().value, Some(37.into()));
//! ```

mod apply;
mod entry;
mod fate;
mod place;
mod read;

pub use entry::{Align, Anchor, Entry, MetricFix};
pub use fate::{Fate, Told};

use crate::toml_file::TomlFault;
use crate::{Document, Lexicon, Notice};
use std::path::{Path, PathBuf};

/// Name of the file that is looked for beside the notices.
pub const FILE: &str = "corrections.toml";

/// The entries of one or more files.
#[derive(Debug, Default, Clone)]
pub struct Corrections {
    entries: Vec<Listed>,
}

/// An entry and where it stands.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The file.
    pub path: PathBuf,
    /// Its line, from 1.
    pub line: usize,
    /// What it says.
    pub entry: Entry,
}

impl Corrections {
    /// Adds the entries of the file at `path`, whose text is given.
    ///
    /// # Errors
    /// The first fault, with its line: no TOML, an unknown key, a value that cannot be.
    pub fn add(&mut self, path: &Path, text: &str) -> Result<(), TomlFault> {
        self.entries.extend(read::entries(path, text)?);
        Ok(())
    }

    /// The entries, in the order of the files.
    #[must_use]
    pub fn entries(&self) -> &[Listed] {
        &self.entries
    }

    /// Corrects a notice that was parsed from `document`, and tells what became of the entries that name it: the number of
    /// each with its fate. Metrics that are dropped go to the rejected numbers.
    pub fn apply(&self, document: &Document, notice: &mut Notice, lexicon: &Lexicon) -> Vec<(usize, Fate)> {
        apply::apply(&self.entries, document, notice, lexicon)
    }
}
