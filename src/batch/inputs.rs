//! From the arguments to the list of files.

use crate::Document;
use crate::ingest::{self, Format, IngestError};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// One thing to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Standard input, given as `-`.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Input {
    /// Its name: the path, or `-`.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Stdin => Path::new("-"),
            Self::File(path) => path,
        }
    }

    /// Reads it.
    ///
    /// # Errors
    /// As [`ingest::read`].
    pub fn read(&self, options: &ingest::Options) -> Result<Document, IngestError> {
        match self {
            Self::Stdin => ingest::read_from(io::stdin().lock(), self.path(), options),
            Self::File(path) => ingest::read(path, options),
        }
    }
}

/// What the arguments stand for.
#[derive(Debug, Default)]
pub struct Inputs {
    /// Files in the order of the arguments, those of a folder sorted by path; in the place of a folder that gave none, why.
    pub list: Vec<Result<Input, IngestError>>,
    /// Files in folders that are documents of a format not read yet: extension to count.
    pub skipped: BTreeMap<&'static str, usize>,
}

/// The inputs that `paths` name: `-` is standard input, a folder all its text files, those of its subfolders too. Hidden
/// files and links to folders are left out. A file named by itself is taken whatever its name.
#[must_use]
pub fn inputs(paths: &[PathBuf]) -> Inputs {
    let mut inputs = Inputs::default();
    for path in paths {
        if path.as_os_str() == "-" {
            inputs.list.push(Ok(Input::Stdin));
        } else if path.is_dir() {
            add_folder(path, &mut inputs);
        } else {
            inputs.list.push(Ok(Input::File(path.clone())));
        }
    }
    inputs
}

fn add_folder(folder: &Path, inputs: &mut Inputs) {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    let before = inputs.list.len();
    while let Some(folder) = folders.pop() {
        if let Err(source) = list(&folder, &mut folders, &mut found) {
            inputs.list.push(Err(IngestError::Unreadable { path: folder, source }));
        }
    }
    found.sort();
    for path in found {
        match Format::of_extension(&path) {
            Some(format) if format.is_read() => inputs.list.push(Ok(Input::File(path))),
            Some(format) => *inputs.skipped.entry(format.word()).or_default() += 1,
            None => {}
        }
    }
    if inputs.list.len() == before {
        inputs.list.push(Err(IngestError::NoNotices { path: folder.to_owned() }));
    }
}

fn list(folder: &Path, folders: &mut Vec<PathBuf>, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in folder.read_dir()? {
        let entry = entry?;
        // `~$…` is the lock file of an open Office document.
        if entry.file_name().to_string_lossy().starts_with(['.', '~']) {
            continue;
        }
        match entry.file_type()? {
            kind if kind.is_dir() => folders.push(entry.path()),
            _ if entry.path().is_dir() => {}
            _ => files.push(entry.path()),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_walked_in_order() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b/2.txt", "b/10.TXT", "a.txt", ".hidden.txt", "b/note.json", "c/old.doc"] {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "").unwrap();
        }
        let inputs = inputs(&[PathBuf::from("-"), folder.path().to_owned(), folder.path().join("c")]);
        let names: Vec<_> = inputs
            .list
            .iter()
            .map(|input| match input {
                Ok(input) => input.path().strip_prefix(folder.path()).unwrap_or(input.path()).to_owned(),
                Err(error) => PathBuf::from(format!("{}", matches!(error, IngestError::NoNotices { .. }))),
            })
            .collect();
        assert_eq!(names, ["-", "a.txt", "b/10.TXT", "b/2.txt", "true"].map(PathBuf::from));
        assert_eq!(inputs.skipped, BTreeMap::from([("doc", 2)]));
    }
}
