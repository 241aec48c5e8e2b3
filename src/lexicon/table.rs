//! One dictionary file: tab-separated UTF-8, `#` comments, a header line, one entry a line.

use super::DictError;
use std::path::{Path, PathBuf};

/// The rows of a dictionary file, each with its line number.
pub(crate) struct Table<'t> {
    pub path: PathBuf,
    pub rows: Vec<Row<'t>>,
}

/// One entry.
pub(crate) struct Row<'t> {
    pub line: u32,
    pub cells: Vec<&'t str>,
}

impl<'t> Table<'t> {
    /// Reads `text`, whose header line must name exactly `columns`.
    pub fn read(path: &Path, text: &'t str, columns: &[&str]) -> Result<Self, DictError> {
        let mut lines = text
            .lines()
            .enumerate()
            .map(|(at, line)| (at as u32 + 1, line))
            .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
        let found = lines.next();
        let header: Vec<&str> = found.map(|(_, line)| line.split('\t').collect()).unwrap_or_default();
        if header != columns {
            return Err(DictError::Header {
                path: path.to_owned(),
                line: found.map_or(1, |(line, _)| line),
                expected: columns.join("\\t"),
                found: header.join("\\t"),
            });
        }
        let rows = lines.map(|(line, text)| Row { line, cells: text.split('\t').collect() }).collect::<Vec<_>>();
        if let Some(row) = rows.iter().find(|row| row.cells.len() != columns.len() || row.cells[0].is_empty()) {
            return Err(DictError::Columns {
                path: path.to_owned(),
                line: row.line,
                expected: columns.len(),
                found: row.cells.len(),
            });
        }
        Ok(Self { path: path.to_owned(), rows })
    }

    /// An error about one cell.
    pub fn bad_cell(&self, row: &Row<'_>, column: usize, expected: impl Into<String>) -> DictError {
        DictError::Cell {
            path: self.path.clone(),
            line: row.line,
            found: row.cells.get(column).copied().unwrap_or_default().to_owned(),
            expected: expected.into(),
        }
    }
}
