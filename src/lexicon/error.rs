//! What can be wrong with a dictionary.

use std::path::PathBuf;

/// A fault in a dictionary, with its place.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DictError {
    /// The header line does not name the columns.
    #[error("{path}:{line}: header is `{found}`, expected `{expected}`")]
    Header {
        /// File.
        path: PathBuf,
        /// Line, from 1.
        line: u32,
        /// Columns of this dictionary.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// A line has too few or too many columns, or an empty entry.
    #[error("{path}:{line}: {found} columns, expected {expected} with a first one that is not empty")]
    Columns {
        /// File.
        path: PathBuf,
        /// Line, from 1.
        line: u32,
        /// Columns of this dictionary.
        expected: usize,
        /// Columns of this line.
        found: usize,
    },
    /// A cell holds none of the words allowed there.
    #[error("{path}:{line}: `{found}`, expected {expected}")]
    Cell {
        /// File.
        path: PathBuf,
        /// Line, from 1.
        line: u32,
        /// What stands there.
        found: String,
        /// What may stand there.
        expected: String,
    },
    /// An entry stands twice.
    #[error("{path}:{line}: `{entry}` stands here and in line {first}")]
    Duplicate {
        /// File.
        path: PathBuf,
        /// Line, from 1.
        line: u32,
        /// The entry.
        entry: String,
        /// Line of its first occurrence.
        first: u32,
    },
    /// A cell begins or ends with white space, which no text would match.
    #[error("{path}:{line}: white space around `{cell}`")]
    Space {
        /// File.
        path: PathBuf,
        /// Line, from 1.
        line: u32,
        /// The cell.
        cell: String,
    },
    /// A row takes away a word that is not built in.
    #[error("{path}:{line}: `{entry}` takes away a word that is not built in")]
    NothingToRemove {
        /// File.
        path: PathBuf,
        /// Line, from 1.
        line: u32,
        /// The entry with its mark.
        entry: String,
    },
    /// Aliases lead back to themselves.
    #[error("{path}:{line}: alias `{alias}` leads back to itself")]
    AliasCycle {
        /// File.
        path: PathBuf,
        /// Line, from 1.
        line: u32,
        /// The alias.
        alias: String,
    },
    /// A file of the folder is no dictionary that the program knows.
    #[error("{path}: no dictionary of that name; known are {known}")]
    UnknownFile {
        /// File.
        path: PathBuf,
        /// Names of all dictionaries.
        known: String,
    },
    /// The file could not be read.
    #[error("{path}: cannot be read")]
    Io {
        /// File or folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}
