//! Reads the dictionary files into a [`Lexicon`]: built-in text first, the user's overlay on top.

use super::files::{self, File};
use super::table::{Row, Table};
use super::{DictError, Lexicon, Naming, Segmenter, Side, Unit, Words};
use crate::Class;
use crate::model::Approx;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// The text of each file: built in, then the overlay's.
struct Sources {
    overlay: Vec<(&'static str, PathBuf, String)>,
}

impl Sources {
    fn open(folder: Option<&Path>) -> Result<Self, DictError> {
        let Some(folder) = folder else { return Ok(Self { overlay: Vec::new() }) };
        let io = |path: &Path| {
            let path = path.to_owned();
            move |source| DictError::Io { path, source }
        };
        let mut paths = std::fs::read_dir(folder)
            .map_err(io(folder))?
            .map(|entry| entry.map(|e| e.path()))
            .collect::<Result<Vec<_>, _>>()
            .map_err(io(folder))?;
        paths.retain(|path| path.extension().is_some_and(|ext| ext == "tsv"));
        paths.sort();
        let overlay = paths
            .into_iter()
            .map(|path| {
                let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
                let file = files::ALL.iter().find(|file| file.name == name).ok_or_else(|| DictError::UnknownFile {
                    path: path.clone(),
                    known: files::ALL.iter().map(|file| file.name).collect::<Vec<_>>().join(", "),
                })?;
                let text = std::fs::read_to_string(&path).map_err(io(&path))?;
                Ok((file.name, path, text))
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { overlay })
    }

    /// Calls `take` with every row of `file`, the overlay's last.
    fn each<'s>(
        &'s self,
        file: &File,
        mut take: impl FnMut(&Table<'s>, &Row<'s>) -> Result<(), DictError>,
    ) -> Result<(), DictError> {
        let builtin = (PathBuf::from("dicts").join(file.name), file.builtin);
        let overlay = self.overlay.iter().filter(|(name, ..)| *name == file.name);
        let texts = std::iter::once(builtin).chain(overlay.map(|(_, path, text)| (path.clone(), text.as_str())));
        for (path, text) in texts {
            let table = Table::read(&path, text, file.columns)?;
            let mut seen = FxHashMap::default();
            for row in &table.rows {
                if let Some(first) = seen.insert(entry_key(file, row), row.line) {
                    return Err(DictError::Duplicate { path, line: row.line, entry: row.cells[0].to_owned(), first });
                }
                take(&table, row)?;
            }
        }
        Ok(())
    }

    fn words<T>(
        &self,
        file: &File,
        value: impl Fn(&Table<'_>, &Row<'_>) -> Result<T, DictError>,
    ) -> Result<Words<T>, DictError> {
        let mut words = Words::default();
        self.each(file, |table, row| {
            words.insert(row.cells[0], value(table, row)?);
            Ok(())
        })?;
        Ok(words)
    }

    fn classed<C: Class>(&self, file: &File) -> Result<Words<C>, DictError> {
        self.words(file, |table, row| class(table, row, 1))
    }

    fn plain(&self, file: &File) -> Result<Words<()>, DictError> {
        self.words(file, |_, _| Ok(()))
    }

    fn checksum(&self) -> String {
        let mut hash = Sha256::new();
        for file in files::ALL {
            hash.update(file.builtin);
        }
        for (name, _, text) in &self.overlay {
            hash.update(name);
            hash.update(text);
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// What may not stand twice: the word, in `approx.tsv` the word on its side, in `never_merge.tsv` the pair.
fn entry_key<'s>(file: &File, row: &Row<'s>) -> (&'s str, &'s str) {
    let second = matches!(file.name, "approx.tsv" | "naming.tsv" | "never_merge.tsv");
    (row.cells[0], if second { row.cells[1] } else { "" })
}

fn class<C: Class>(table: &Table<'_>, row: &Row<'_>, column: usize) -> Result<C, DictError> {
    C::named(row.cells[column]).ok_or_else(|| table.bad_cell(row, column, format!("one of {}", C::words())))
}

fn number<N: std::str::FromStr>(table: &Table<'_>, row: &Row<'_>, column: usize, what: &str) -> Result<N, DictError> {
    row.cells[column].parse().map_err(|_| table.bad_cell(row, column, what))
}

impl Lexicon {
    pub(super) fn build(folder: Option<&Path>) -> Result<Self, DictError> {
        let sources = Sources::open(folder)?;
        let mut approx_before = Words::default();
        let mut approx_after = Words::default();
        sources.each(&files::APPROX, |table, row| {
            let approx: Approx = class(table, row, 2)?;
            match class(table, row, 1)? {
                Side::Before => approx_before.insert(row.cells[0], approx),
                Side::After => approx_after.insert(row.cells[0], approx),
            }
            Ok(())
        })?;
        let mut never_merge = Vec::new();
        sources.each(&files::NEVER_MERGE, |_, row| {
            never_merge.push((row.cells[0].into(), row.cells[1].into()));
            Ok(())
        })?;
        let mut domain = Vec::new();
        sources.each(&files::SEGMENTATION, |table, row| {
            let frequency = number(table, row, 1, "a frequency")?;
            domain.push((row.cells[0].into(), frequency, row.cells[2].into()));
            Ok(())
        })?;
        Ok(Self {
            units: sources.words(&files::UNITS, unit)?,
            fixed_terms: sources.classed(&files::FIXED_TERMS)?,
            unit_traps: sources.plain(&files::UNIT_TRAPS)?,
            aliases: aliases(&sources)?,
            never_merge,
            vague: sources.words(&files::VAGUE, |table, row| {
                Ok((class(table, row, 1)?, number(table, row, 2, "a weight from 0 to 255")?))
            })?,
            evidence: sources.classed(&files::EVIDENCE)?,
            status: sources.classed(&files::STATUS)?,
            labels: sources.classed(&files::LABELS)?,
            header: sources.classed(&files::HEADER)?,
            approx_before,
            approx_after,
            change: sources.classed(&files::CHANGE)?,
            role: sources.classed(&files::ROLE)?,
            naming: naming(&sources)?,
            noise: sources.classed(&files::NOISE)?,
            deficiency: sources.classed(&files::DEFICIENCY)?,
            marker_traps: sources.plain(&files::MARKER_TRAPS)?,
            segmenter: Segmenter::new(domain),
            checksum: sources.checksum(),
        })
    }
}

/// A word may stand in several classes: one list a class.
fn naming(sources: &Sources) -> Result<Naming, DictError> {
    let mut naming = Naming::default();
    sources.each(&files::NAMING, |table, row| {
        naming.insert(row.cells[0], class(table, row, 1)?);
        Ok(())
    })?;
    Ok(naming)
}

fn unit(table: &Table<'_>, row: &Row<'_>) -> Result<Unit, DictError> {
    let factor: Decimal = number(table, row, 3, "a decimal factor")?;
    let base = if row.cells[2].is_empty() { row.cells[0] } else { row.cells[2] };
    Ok(Unit { dimension: class(table, row, 1)?, base: base.into(), factor })
}

/// Follows each alias to the end of its chain, so that a look-up is one step.
fn aliases(sources: &Sources) -> Result<Words<Box<str>>, DictError> {
    let mut steps: FxHashMap<String, String> = FxHashMap::default();
    let mut places = Vec::new();
    sources.each(&files::ALIASES, |table, row| {
        steps.insert(row.cells[0].to_owned(), row.cells[1].to_owned());
        places.push((row.cells[0].to_owned(), table.path.clone(), row.line));
        Ok(())
    })?;
    let mut words = Words::default();
    for (alias, path, line) in places {
        let mut target = &steps[&alias];
        let mut hops = 0;
        while let Some(next) = steps.get(target) {
            hops += 1;
            if next == &alias || hops > steps.len() {
                return Err(DictError::AliasCycle { path, line, alias });
            }
            target = next;
        }
        words.insert(&alias, target.as_str().into());
    }
    Ok(words)
}
