//! Reads the dictionary files into a [`Lexicon`]: built-in text first, the user's overlay on top.

use super::files::{self, File};
use super::sources::Sources;
use super::table::Row;
use super::{
    DictError, Expected, KinClass, Lexicon, LintCues, Naming, NamingClass, PhraseClass, Phrases, Segmenter, Sense,
    Side, Unit, Words, word_rules,
};
use crate::Class;
use crate::model::Approx;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

/// Turns rows into entries; a row that is faulty is reported and left out.
pub(super) struct Loader {
    sources: Sources,
    pub faults: Vec<DictError>,
}

impl Loader {
    /// Calls `take` with every row in force of `file`.
    pub fn each(&mut self, file: &'static File, mut take: impl FnMut(&Row<'_>) -> Result<(), DictError>) {
        for row in self.sources.rows(file, &mut self.faults) {
            self.faults.extend(take(&row).err());
        }
    }

    fn words<T>(&mut self, file: &'static File, value: impl Fn(&Row<'_>) -> Result<T, DictError>) -> Words<T> {
        let mut words: Vec<(Box<str>, T)> = Vec::new();
        self.each(file, |row| {
            words.push((row.cells[0].into(), value(row)?));
            Ok(())
        });
        words.into_iter().collect()
    }

    fn classed<C: Class>(&mut self, file: &'static File) -> Words<C> {
        self.words(file, |row| class(row, 1))
    }

    fn plain(&mut self, file: &'static File) -> Words<()> {
        self.words(file, |_| Ok(()))
    }
}

pub(super) fn class<C: Class>(row: &Row<'_>, column: usize) -> Result<C, DictError> {
    C::named(row.cells[column]).ok_or_else(|| row.bad_cell(column, Expected::OneOf(C::words())))
}

fn number<N: std::str::FromStr>(row: &Row<'_>, column: usize, what: Expected) -> Result<N, DictError> {
    row.cells[column].parse().map_err(|_| row.bad_cell(column, what))
}

impl Lexicon {
    /// The dictionaries in force, and everything that is wrong with them: faulty rows are left out.
    pub(super) fn build(folder: Option<&Path>) -> (Self, Vec<DictError>) {
        let mut faults = Vec::new();
        let sources = Sources::open(folder, &mut faults);
        let mut loader = Loader { sources, faults };
        let mut approx_before: Vec<(Box<str>, Approx)> = Vec::new();
        let mut approx_after: Vec<(Box<str>, Approx)> = Vec::new();
        loader.each(&files::APPROX, |row| {
            let approx: Approx = class(row, 2)?;
            match class(row, 1)? {
                Side::Before => approx_before.push((row.cells[0].into(), approx)),
                Side::After => approx_after.push((row.cells[0].into(), approx)),
            }
            Ok(())
        });
        let mut domain = Vec::new();
        loader.each(&files::SEGMENTATION, |row| {
            let frequency = number(row, 1, Expected::Frequency)?;
            domain.push((row.cells[0].into(), frequency, row.cells[2].into()));
            Ok(())
        });
        let mut lexicon = Self {
            units: loader.words(&files::UNITS, unit),
            fixed_terms: loader.classed(&files::FIXED_TERMS),
            unit_traps: loader.plain(&files::UNIT_TRAPS),
            aliases: aliases(&mut loader),
            never_merge: never_merge(&mut loader),
            kin: kin(&mut loader),
            unit_kin: families(&mut loader),
            vague: loader.words(&files::VAGUE, |row| Ok((class(row, 1)?, number(row, 2, Expected::Weight)?))),
            evidence: loader.classed(&files::EVIDENCE),
            deeds: loader.classed(&files::DEEDS),
            status: loader.classed(&files::STATUS),
            labels: loader.classed(&files::LABELS),
            header: loader.classed(&files::HEADER),
            approx_before: approx_before.into_iter().collect(),
            approx_after: approx_after.into_iter().collect(),
            change: loader.classed(&files::CHANGE),
            role: loader.classed(&files::ROLE),
            naming: naming(&mut loader),
            senses: Words::default(),
            noise: loader.classed(&files::NOISE),
            deficiency: loader.classed(&files::DEFICIENCY),
            phrases: phrases(&mut loader),
            marker_traps: loader.plain(&files::MARKER_TRAPS),
            sweep: OnceLock::new(),
            lint_sweep: OnceLock::new(),
            lint: lint_cues(&mut loader),
            word_rules: word_rules::read(&mut loader),
            segmenter: Segmenter::new(domain),
            checksum: loader.sources.checksum(),
            dictionaries: loader.sources.dictionaries(),
        };
        lexicon.senses = Sense::words(&lexicon.status, &lexicon.role, lexicon.naming.of(NamingClass::Part));
        (lexicon, loader.faults)
    }
}

/// Both words of each pair, with all their partners.
fn never_merge(loader: &mut Loader) -> Words<Vec<Box<str>>> {
    let mut partners: FxHashMap<String, Vec<Box<str>>> = FxHashMap::default();
    loader.each(&files::NEVER_MERGE, |row| {
        for (one, other) in [(row.cells[0], row.cells[1]), (row.cells[1], row.cells[0])] {
            partners.entry(one.to_owned()).or_default().push(other.into());
        }
        Ok(())
    });
    partners.into_iter().collect()
}

/// One list for each class of phrases.
fn phrases(loader: &mut Loader) -> Phrases {
    let mut words: Vec<(Box<str>, PhraseClass)> = Vec::new();
    loader.each(&files::PHRASES, |row| {
        words.push((row.cells[0].into(), class(row, 1)?));
        Ok(())
    });
    let of = |class| words.iter().filter(move |(_, of)| *of == class).map(|(word, _)| word);
    let list = |class| of(class).map(|word| (word, ())).collect();
    let own = of(PhraseClass::Own).cloned().collect();
    Phrases { set: list(PhraseClass::Set), organs: list(PhraseClass::Organ), own }
}

/// The word that speaks for its kin stands for itself: where it holds one of them (`党组会议` holds `党组会`), it is found
/// whole.
fn kin(loader: &mut Loader) -> Words<(KinClass, Box<str>)> {
    let mut speakers = Vec::new();
    let mut words = Vec::new();
    loader.each(&files::KIN, |row| {
        let (word, speaker, class): (Box<str>, Box<str>, KinClass) =
            (row.cells[0].into(), row.cells[1].into(), class(row, 2)?);
        if !speaker.is_empty() {
            speakers.push((speaker.clone(), (class, speaker.clone())));
        }
        words.push((word, (class, speaker)));
        Ok(())
    });
    // The first row of a speaker tells its class, unless it has a row of its own: of equal words the last one counts.
    speakers.into_iter().rev().chain(words).collect()
}

/// A unit may stand in several families.
fn families(loader: &mut Loader) -> Words<Vec<Box<str>>> {
    let mut families: BTreeMap<String, Vec<Box<str>>> = BTreeMap::new();
    loader.each(&files::UNIT_KIN, |row| {
        families.entry(row.cells[0].to_owned()).or_default().push(row.cells[1].into());
        Ok(())
    });
    families.into_iter().collect()
}

/// A word may stand in several classes: one list a class.
fn naming(loader: &mut Loader) -> Naming {
    let mut words = Vec::new();
    loader.each(&files::NAMING, |row| {
        words.push((row.cells[0].into(), class(row, 1)?));
        Ok(())
    });
    Naming::new(&words)
}

fn lint_cues(loader: &mut Loader) -> LintCues {
    let mut words = Vec::new();
    loader.each(&files::LINT_CUES, |row| {
        words.push((row.cells[0].into(), class(row, 1)?));
        Ok(())
    });
    LintCues::new(&words)
}

fn unit(row: &Row<'_>) -> Result<Unit, DictError> {
    let factor: Decimal = number(row, 3, Expected::Factor)?;
    if factor <= Decimal::ZERO {
        return Err(row.bad_cell(3, Expected::FactorAboveZero));
    }
    let base = if row.cells[2].is_empty() { row.cells[0] } else { row.cells[2] };
    Ok(Unit { dimension: class(row, 1)?, base: base.into(), factor })
}

/// Follows each alias to the end of its chain, so that a look-up is one step. A canonical name stands for itself: where it
/// holds an alias (`党支部` holds `支部`), the longer word is found and kept.
fn aliases(loader: &mut Loader) -> Words<Box<str>> {
    let mut steps: FxHashMap<String, String> = FxHashMap::default();
    let mut places = Vec::new();
    loader.each(&files::ALIASES, |row| {
        if row.cells[1].is_empty() {
            return Err(row.bad_cell(1, Expected::CanonicalName));
        }
        steps.insert(row.cells[0].to_owned(), row.cells[1].to_owned());
        places.push((row.cells[0].to_owned(), row.place()));
        Ok(())
    });
    let mut words: Vec<(Box<str>, Box<str>)> = Vec::new();
    for (alias, (path, line)) in places {
        match canonical(&steps, &alias) {
            Some(name) => {
                words.push((name.into(), name.into()));
                words.push((alias.into(), name.into()));
            }
            None => loader.faults.push(DictError::AliasCycle { path, line, alias }),
        }
    }
    words.into_iter().collect()
}

/// The end of the chain that begins at `alias`; `None` where it has none.
fn canonical<'s>(steps: &'s FxHashMap<String, String>, alias: &str) -> Option<&'s str> {
    let mut name = steps.get(alias)?;
    for _ in 0..steps.len() {
        match steps.get(name) {
            Some(next) => name = next,
            None => return Some(name),
        }
    }
    None
}
