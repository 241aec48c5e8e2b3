//! The rows in force: the built-in files with the user's folder laid over them.
//!
//! A row of the folder adds a word or replaces the built-in row of that word; a row whose first cell begins with `-` takes
//! the built-in word away, and may leave out its other cells. Every fault is reported, not only the first.

use super::DictError;
use super::files::{self, File};
use super::table::{self, Row};
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// Begins the first cell of a row that takes a word away.
const REMOVES: char = '-';

/// The texts of the dictionaries: built in, and those of the user's folder.
pub(super) struct Sources {
    overlay: Vec<(&'static File, PathBuf, String)>,
}

impl Sources {
    /// Reads the dictionaries of `folder`; what cannot be read is a fault.
    pub fn open(folder: Option<&Path>, faults: &mut Vec<DictError>) -> Self {
        let mut overlay = Vec::new();
        for path in folder.map(|folder| dictionaries_in(folder, faults)).unwrap_or_default() {
            match read(path) {
                Ok(read) => overlay.push(read),
                Err(fault) => faults.push(fault),
            }
        }
        Self { overlay }
    }

    /// The rows in force of `file`, each entry once, in the order in which they were first said.
    pub fn rows<'s>(&'s self, file: &'static File, faults: &mut Vec<DictError>) -> Vec<Row<'s>> {
        let builtin = Path::new("dicts").join(file.name);
        let mut rows = InForce::new(file);
        for row in distinct(file, table::read(&builtin, file.builtin, file.columns, None, faults), faults) {
            rows.put(row);
        }
        for (_, path, text) in self.overlay.iter().filter(|(of, ..)| of.name == file.name) {
            for row in distinct(file, table::read(path, text, file.columns, Some(REMOVES), faults), faults) {
                if !row.cells[0].starts_with(REMOVES) {
                    rows.put(row);
                } else if !rows.remove(&row) {
                    let (path, line) = row.place();
                    faults.push(DictError::NothingToRemove { path, line, entry: row.cells[0].to_owned() });
                }
            }
        }
        rows.into_rows()
    }

    /// Each dictionary with its checksums.
    pub fn dictionaries(&self) -> Vec<Dictionary> {
        let overlay = |file: &File| {
            let mut texts = self.overlay.iter().filter(|(of, ..)| of.name == file.name);
            texts.next().map(|(.., text)| hex(Sha256::digest(text)))
        };
        let dictionary = |file: &'static File| Dictionary {
            file: file.name,
            sha256: hex(Sha256::digest(file.builtin)),
            overlay: overlay(file),
        };
        files::ALL.iter().map(dictionary).collect()
    }

    /// SHA-256 of all texts, in hexadecimal.
    pub fn checksum(&self) -> String {
        let mut hash = Sha256::new();
        for file in files::ALL {
            hash.update(file.builtin);
        }
        for (file, _, text) in &self.overlay {
            hash.update(file.name);
            hash.update(text);
        }
        hex(hash.finalize())
    }
}

/// A dictionary in force, by its checksums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dictionary {
    /// Name of its file.
    pub file: &'static str,
    /// SHA-256 of the built-in text, in hexadecimal.
    pub sha256: String,
    /// SHA-256 of the user's text that lies over it.
    pub overlay: Option<String>,
}

fn hex(bytes: impl AsRef<[u8]>) -> String {
    bytes.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn dictionaries_in(folder: &Path, faults: &mut Vec<DictError>) -> Vec<PathBuf> {
    let listed = std::fs::read_dir(folder).and_then(|entries| entries.map(|entry| entry.map(|e| e.path())).collect());
    let path = folder.to_owned();
    let mut paths: Vec<PathBuf> = match listed {
        Ok(paths) => paths,
        Err(source) => {
            faults.push(DictError::Io { path, source });
            return Vec::new();
        }
    };
    paths.retain(|path| path.extension().is_some_and(|ext| ext == "tsv"));
    paths.sort();
    if paths.is_empty() {
        faults.push(DictError::NoDictionary { path, known: known() });
    }
    paths
}

fn known() -> String {
    files::ALL.iter().map(|file| file.name).collect::<Vec<_>>().join(", ")
}

fn read(path: PathBuf) -> Result<(&'static File, PathBuf, String), DictError> {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let Some(file) = files::ALL.iter().find(|file| file.name == name) else {
        return Err(DictError::UnknownFile { path, known: known() });
    };
    match std::fs::read_to_string(&path) {
        // A file saved by a spreadsheet begins with a byte-order mark.
        Ok(text) => Ok((file, path, text.trim_start_matches('\u{feff}').to_owned())),
        Err(source) => Err(DictError::Io { path, source }),
    }
}

/// The rows whose entry stands in no row before them.
fn distinct<'s>(file: &File, rows: Vec<Row<'s>>, faults: &mut Vec<DictError>) -> Vec<Row<'s>> {
    let mut seen = FxHashMap::default();
    let mut kept = Vec::with_capacity(rows.len());
    for row in rows {
        match seen.insert(key(file, &row), row.line) {
            Some(first) => {
                let (path, line) = row.place();
                faults.push(DictError::Duplicate { path, line, entry: row.cells[0].to_owned(), first });
            }
            None => kept.push(row),
        }
    }
    kept
}

/// What may not stand twice: the word; where a word may stand in several classes, the word with its class.
fn key<'s>(file: &File, row: &Row<'s>) -> (&'s str, &'s str) {
    (row.cells[0], row.cells.get(1).filter(|_| file.pairs()).copied().unwrap_or_default())
}

/// Rows by entry, in the order in which the entries were first said.
struct InForce<'s> {
    file: &'static File,
    rows: Vec<Option<Row<'s>>>,
    at: FxHashMap<(&'s str, &'s str), usize>,
}

impl<'s> InForce<'s> {
    fn new(file: &'static File) -> Self {
        Self { file, rows: Vec::new(), at: FxHashMap::default() }
    }

    fn put(&mut self, row: Row<'s>) {
        let at = *self.at.entry(key(self.file, &row)).or_insert(self.rows.len());
        if at == self.rows.len() {
            self.rows.push(Some(row));
        } else {
            self.rows[at] = Some(row);
        }
    }

    /// Takes away the entries that `row` names: all classes of its word where it names none. Says whether there was one.
    fn remove(&mut self, row: &Row<'s>) -> bool {
        let word = row.cells[0].trim_start_matches(REMOVES);
        let class = row.cells.get(1).filter(|class| self.file.pairs() && !class.is_empty());
        let mut found = false;
        for held in &mut self.rows {
            let named = |held: &Row<'s>| held.cells[0] == word && class.is_none_or(|class| held.cells[1] == *class);
            if held.as_ref().is_some_and(named) {
                *held = None;
                found = true;
            }
        }
        found
    }

    fn into_rows(self) -> Vec<Row<'s>> {
        self.rows.into_iter().flatten().collect()
    }
}
