//! One dictionary file: tab-separated UTF-8, `#` comments, a header line, one entry a line.

use super::{DictError, Expected};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// One entry, with its place.
#[derive(Clone)]
pub(super) struct Row<'t> {
    path: Rc<Path>,
    pub line: u32,
    pub cells: Vec<&'t str>,
}

/// The well-formed rows of `text`, whose header line must name exactly `columns`. A row whose first cell begins with
/// `removes` may leave out its other cells.
pub(super) fn read<'t>(
    path: &Path,
    text: &'t str,
    columns: &[&str],
    removes: Option<char>,
    faults: &mut Vec<DictError>,
) -> Vec<Row<'t>> {
    let path: Rc<Path> = path.into();
    let mut rows = (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|(line, text)| Row { path: Rc::clone(&path), line, cells: text.split('\t').collect() });
    let header = rows.next();
    if header.as_ref().is_none_or(|header| header.cells != columns) {
        faults.push(DictError::Header {
            path: path.to_path_buf(),
            line: header.as_ref().map_or(1, |header| header.line),
            expected: columns.join("\\t"),
            found: header.map(|header| header.cells.join("\\t")).unwrap_or_default(),
        });
        return Vec::new();
    }
    rows.filter(|row| match row.fault(columns.len(), removes) {
        Some(fault) => {
            faults.push(fault);
            false
        }
        None => true,
    })
    .collect()
}

impl Row<'_> {
    fn fault(&self, columns: usize, removes: Option<char>) -> Option<DictError> {
        let word = removes.and_then(|mark| self.cells[0].strip_prefix(mark));
        let enough = self.cells.len() == columns || word.is_some() && self.cells.len() < columns;
        if !enough || word.unwrap_or(self.cells[0]).is_empty() {
            let (path, line) = self.place();
            return Some(DictError::Columns { path, line, expected: columns, found: self.cells.len() });
        }
        let spaced = self.cells.iter().find(|cell| cell.trim() != **cell)?;
        let (path, line) = self.place();
        Some(DictError::Space { path, line, cell: (*spaced).to_owned() })
    }

    /// File and line.
    pub fn place(&self) -> (PathBuf, u32) {
        (self.path.to_path_buf(), self.line)
    }

    /// A fault of one cell.
    pub fn bad_cell(&self, column: usize, expected: Expected) -> DictError {
        let (path, line) = self.place();
        let found = self.cells.get(column).copied().unwrap_or_default().to_owned();
        DictError::Cell { path, line, found, expected }
    }
}
