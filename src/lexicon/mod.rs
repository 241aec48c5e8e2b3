//! The language knowledge: word lists as data, checked and made ready.
//!
//! Comes in: `dicts/*.tsv` (built in) and a user's overlay of the same names. Goes out: a [`Lexicon`], built once and shared
//! by all threads. It never looks at a notice. Start with [`Lexicon`]; a new list is a file in `dicts/`, a row in
//! `files.rs` and a field here.

mod classes;
mod error;
mod files;
mod found;
mod lint_words;
mod load;
#[cfg(test)]
mod overlay_tests;
mod segment;
mod sense;
#[cfg(test)]
mod shipped;
mod sources;
mod sweep;
mod table;
mod terms;
mod trie;
mod word_rules;
mod words;

pub use classes::{
    ChangeClass, DeedClass, DeficiencyClass, EvidenceClass, HeaderCue, KinClass, LabelKind, LintCue, NamingClass,
    NoiseClass, PhraseClass, RoleCue, RuleScope, Side, StatusCue, TermClass, VagueClass, WordSense,
};
pub use error::{DictError, Expected};
pub use found::Found;
pub(crate) use lint_words::LintWords;
pub use segment::{Segmenter, Tagged};
pub use sense::Sense;
pub use sources::Dictionary;
pub use sweep::Hits;
pub(crate) use sweep::Sweep;
pub use word_rules::WordRule;
pub use words::Words;

use crate::Class;
use crate::model::{Approx, Dimension};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use std::path::Path;
use std::sync::OnceLock;

/// All dictionaries, ready for use.
///
/// ```
/// let lexicon = zhenggai::Lexicon::builtin();
/// assert!(lexicon.units.prefix_of("人次，").is_some());
/// ```
pub struct Lexicon {
    /// Units and classifiers.
    pub units: Words<Unit>,
    /// Fixed terms that hold a numeral and count nothing.
    pub fixed_terms: Words<TermClass>,
    /// Words that begin like a unit and are none (`年度`, `人员`).
    pub unit_traps: Words<()>,
    /// Other names of an indicator, to the canonical one.
    pub aliases: Words<Box<str>>,
    /// Words that tell two indicators apart, each with those that it is never merged with.
    pub never_merge: Words<Vec<Box<str>>>,
    /// Words that stand for one thing in the names of different writers, to the one that speaks for all of them; empty for
    /// a light word.
    pub kin: Words<(KinClass, Box<str>)>,
    /// Families of classifiers: what they count.
    pub unit_kin: Words<Vec<Box<str>>>,
    /// Vague words with their weight.
    pub vague: Words<(VagueClass, u8)>,
    /// Words that make a sentence checkable, or seem to.
    pub evidence: Words<EvidenceClass>,
    /// How much an act says.
    pub deeds: Words<DeedClass>,
    /// Status and modality cues.
    pub status: Words<StatusCue>,
    /// Labels of paired and ledger style.
    pub labels: Words<LabelKind>,
    /// Cues of header facts.
    pub header: Words<HeaderCue>,
    /// Approximations before a number.
    pub approx_before: Words<Approx>,
    /// Approximations after a number.
    pub approx_after: Words<Approx>,
    /// Verbs of change.
    pub change: Words<ChangeClass>,
    /// Cues of a quantity's role.
    pub role: Words<RoleCue>,
    /// Words with an effect on names.
    pub naming: Naming,
    /// Cues of portal debris.
    pub noise: Words<NoiseClass>,
    /// Words that tell a problem's heading from a measure's: 不到位, 薄弱.
    pub deficiency: Words<DeficiencyClass>,
    /// Set phrases, and the names by which a unit speaks of itself.
    pub phrases: Phrases,
    /// Words in which a marker hides: 统一是, 之一是.
    pub marker_traps: Words<()>,
    /// Made at first use: a check of the dictionaries never pays for it.
    sweep: OnceLock<Sweep<found::Known>>,
    /// The same for what the rules of the lint room look for.
    lint_sweep: OnceLock<Sweep<lint_words::LintWord>>,
    /// Words that the rules of the lint room go by.
    pub lint: LintCues,
    /// Rules that are mere lists of words.
    pub word_rules: Vec<WordRule>,
    /// Status cues, cues of a role and words that open a list of parts, found together.
    pub senses: Words<Sense>,
    segmenter: Segmenter,
    checksum: String,
    dictionaries: Vec<Dictionary>,
}

/// Everything that is wrong with the dictionaries of `folder`, found by the loader that [`Lexicon::with_overlay`] runs, in
/// the order of files and lines.
///
/// ```
/// let faults = zhenggai::lexicon::check(std::path::Path::new("no such folder"));
/// assert_eq!(faults.len(), 1);
/// ```
#[must_use]
pub fn check(folder: &Path) -> Vec<DictError> {
    let mut faults = Lexicon::build(Some(folder)).1;
    faults.sort_by(|a, b| a.place().cmp(&b.place()));
    faults
}

/// What the search for copies leaves out or masks.
#[derive(Default)]
pub struct Phrases {
    /// Set phrases that any measure could carry, their letters only.
    pub set: Words<()>,
    /// Party organs that end a body's name.
    pub organs: Words<()>,
    /// Words by which a unit speaks of itself.
    pub own: Vec<Box<str>>,
}

/// Words with an effect on names, a list for each class; a word may stand in several.
pub struct Naming {
    /// In the order of the classes.
    lists: Vec<Words<()>>,
    sets: Words<NamingSet>,
}

impl Naming {
    /// The words of that class.
    #[must_use]
    pub fn of(&self, class: NamingClass) -> &Words<()> {
        &self.lists[class as usize]
    }

    /// The classes that the word stands in.
    #[must_use]
    pub fn classes_of(&self, word: &str) -> NamingSet {
        self.sets.get(word).copied().unwrap_or_default()
    }

    /// Of all words, each once with each of its classes.
    fn new(words: &[(Box<str>, NamingClass)]) -> Self {
        let list =
            |class: NamingClass| words.iter().filter(|(_, of)| *of == class).map(|(word, _)| (word, ())).collect();
        let mut sets: FxHashMap<&str, NamingSet> = FxHashMap::default();
        for (word, class) in words {
            sets.entry(word).or_default().0 |= 1 << *class as u16;
        }
        let lists = NamingClass::WORDS.iter().map(|(_, class)| list(*class)).collect();
        Self { lists, sets: sets.into_iter().collect() }
    }
}

/// Classes of one word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NamingSet(u16);

impl NamingSet {
    /// Whether the class is among them.
    #[must_use]
    pub fn has(self, class: NamingClass) -> bool {
        self.0 & (1 << class as u16) != 0
    }
}

/// Words that rules go by, a list for each class; a word may stand in several.
pub struct LintCues {
    /// In the order of the classes.
    lists: Vec<Words<()>>,
}

impl LintCues {
    /// The words of that class.
    #[must_use]
    pub fn of(&self, class: LintCue) -> &Words<()> {
        &self.lists[class as usize]
    }

    /// Of all words, each with its class.
    fn new(words: &[(Box<str>, LintCue)]) -> Self {
        let list = |class: LintCue| words.iter().filter(|(_, of)| *of == class).map(|(word, _)| (word, ())).collect();
        Self { lists: LintCue::WORDS.iter().map(|(_, class)| list(*class)).collect() }
    }
}

/// A unit or classifier.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// What it measures.
    pub dimension: Dimension,
    /// Base unit of the dimension (元, 平方米); for a classifier itself.
    pub base: Box<str>,
    /// How many base units it is.
    pub factor: Decimal,
}

impl Lexicon {
    /// The built-in dictionaries.
    ///
    /// # Panics
    /// If a shipped dictionary is malformed; a test loads each.
    #[must_use]
    pub fn builtin() -> Self {
        let (lexicon, faults) = Self::build(None);
        assert!(faults.is_empty(), "shipped dictionaries are well-formed: {faults:?}");
        lexicon
    }

    /// The built-in dictionaries with those of `folder` on top: a word that stands in both takes the folder's meaning, a row
    /// whose first cell is `-` and a word takes that word away.
    ///
    /// # Errors
    /// The first fault: a malformed line, with file and line; a file of another name; a folder that cannot be read.
    pub fn with_overlay(folder: &Path) -> Result<Self, DictError> {
        let (lexicon, faults) = Self::build(Some(folder));
        faults.into_iter().next().map_or(Ok(lexicon), Err)
    }

    /// Cuts words where chunking by rule fails.
    #[must_use]
    pub fn segmenter(&self) -> &Segmenter {
        &self.segmenter
    }

    /// Searches a text for the words of several dictionaries at once.
    pub(crate) fn sweep(&self) -> &Sweep<found::Known> {
        self.sweep.get_or_init(|| found::sweep(self))
    }

    /// Searches a text for the words that rules of the lint room look for everywhere.
    pub(crate) fn lint_sweep(&self) -> &Sweep<lint_words::LintWord> {
        self.lint_sweep.get_or_init(|| lint_words::sweep(self))
    }

    /// SHA-256 of the dictionaries in force, in hexadecimal.
    #[must_use]
    pub fn checksum(&self) -> &str {
        &self.checksum
    }

    /// Each dictionary in force with its checksums, in a fixed order.
    #[must_use]
    pub fn dictionaries(&self) -> &[Dictionary] {
        &self.dictionaries
    }
}
