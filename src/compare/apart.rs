//! What is never one indicator, however alike the names: the pairs of `never_merge.tsv`.

use crate::Lexicon;

/// The words of a name that tell it from others, each with those that it must not meet.
#[derive(Debug, Default, Clone)]
pub(super) struct Marks<'l> {
    words: Vec<(String, &'l [Box<str>])>,
}

impl<'l> Marks<'l> {
    /// The telling words of `name`. Words of one character are units: they count where they are the metric's `unit` only.
    pub fn of(name: &str, unit: &str, lexicon: &'l Lexicon) -> Self {
        let in_name = name.char_indices().filter_map(|(at, _)| {
            let (len, others) = lexicon.never_merge.prefix_of(&name[at..])?;
            let word = &name[at..at + len];
            word.chars().nth(1).is_some().then_some((word, others))
        });
        let as_unit = lexicon.never_merge.get(unit).map(|others| (unit, others));
        Self { words: in_name.chain(as_unit).map(|(word, others)| (word.to_owned(), others.as_slice())).collect() }
    }

    /// Whether one name holds a word that the other's must not meet. A name that holds both words of a pair (新建、改建)
    /// meets either.
    pub fn clash(&self, other: &Self) -> bool {
        let clashes = |word: &str, barred: &str| other.holds(barred) && !self.holds(barred) && !other.holds(word);
        self.words.iter().any(|(word, others)| others.iter().any(|barred| clashes(word, barred)))
    }

    fn holds(&self, word: &str) -> bool {
        self.words.iter().any(|(own, _)| own == word)
    }
}
