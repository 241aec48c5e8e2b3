//! A list of words with what is known of each, ready for three questions: which entry begins here, which ends here, and
//! which ones stand in this text.

use crate::Span;
use crate::charset::CharSet;
use rustc_hash::FxHashMap;

/// A word list whose entries carry a `T`.
pub struct Words<T> {
    entries: FxHashMap<Box<str>, T>,
    /// Lengths of the entries that begin with this character.
    by_first: FxHashMap<char, Lengths>,
    /// Lengths of the entries that end with this character.
    by_last: FxHashMap<char, Lengths>,
    /// First characters of the entries, asked for before anything is looked up.
    firsts: Box<CharSet>,
    /// Whether an entry begins with a character that `firsts` cannot hold.
    beyond: bool,
}

/// Lengths in bytes, each once, the longest first.
type Lengths = Vec<usize>;

impl<T> Default for Words<T> {
    fn default() -> Self {
        Self {
            entries: FxHashMap::default(),
            by_first: FxHashMap::default(),
            by_last: FxHashMap::default(),
            firsts: Box::new(CharSet::EMPTY),
            beyond: false,
        }
    }
}

impl<T> Words<T> {
    /// Adds a word, or replaces what was known of it.
    pub(crate) fn insert(&mut self, word: &str, value: T) {
        if let (Some(first), Some(last)) = (word.chars().next(), word.chars().next_back()) {
            note(self.by_first.entry(first).or_default(), word.len());
            note(self.by_last.entry(last).or_default(), word.len());
            self.firsts.insert(first);
            self.beyond |= !self.firsts.has(first);
            self.entries.insert(word.into(), value);
        }
    }

    /// What is known of exactly this word.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<&T> {
        self.entries.get(word)
    }

    /// All entries, in no order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&str, &T)> {
        self.entries.iter().map(|(word, value)| (&**word, value))
    }

    /// Number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether the list is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The longest entry that `text` begins with, and its length in bytes.
    #[must_use]
    pub fn prefix_of(&self, text: &str) -> Option<(usize, &T)> {
        self.begun_by(text.chars().next()?, text)
    }

    /// The longest entry that `text` ends with, and its length in bytes.
    #[must_use]
    pub fn suffix_of(&self, text: &str) -> Option<(usize, &T)> {
        self.by_last.get(&text.chars().next_back()?)?.iter().find_map(|&len| {
            let tail = text.get(text.len().checked_sub(len)?..)?;
            self.entries.get(tail).map(|value| (len, value))
        })
    }

    /// All entries in `text`, leftmost first and longest of those that begin at one place, not overlapping.
    pub fn find_in<'w>(&'w self, text: &'w str) -> impl Iterator<Item = (Span, &'w T)> + 'w {
        let mut reached = 0;
        std::iter::from_fn(move || {
            let (at, len, value) =
                text[reached..].char_indices().filter(|(_, c)| self.may_begin(*c)).find_map(|(offset, c)| {
                    let at = reached + offset;
                    self.begun_by(c, &text[at..]).map(|(len, value)| (at, len, value))
                })?;
            reached = at + len;
            Some((Span::new(at, reached), value))
        })
    }

    /// Whether any entry stands in `text`.
    #[must_use]
    pub fn any_in(&self, text: &str) -> bool {
        self.find_in(text).next().is_some()
    }

    #[inline]
    fn may_begin(&self, c: char) -> bool {
        self.firsts.has(c) || self.beyond && c > '\u{ffff}'
    }

    /// The longest entry that `text`, whose first character is `c`, begins with.
    fn begun_by(&self, c: char, text: &str) -> Option<(usize, &T)> {
        if !self.may_begin(c) {
            return None;
        }
        self.by_first.get(&c)?.iter().find_map(|&len| {
            let head = text.get(..len)?;
            self.entries.get(head).map(|value| (len, value))
        })
    }
}

impl Words<()> {
    /// The list of these words, of which nothing is known.
    pub(crate) fn of(words: &[&str]) -> Self {
        let mut list = Self::default();
        words.iter().for_each(|word| list.insert(word, ()));
        list
    }
}

/// Adds a length to those known.
fn note(lengths: &mut Lengths, len: usize) {
    if let Err(place) = lengths.binary_search_by(|known| len.cmp(known)) {
        lengths.insert(place, len);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(list: &[&str]) -> Words<usize> {
        let mut words = Words::default();
        for (at, word) in list.iter().enumerate() {
            words.insert(word, at);
        }
        words
    }

    #[test]
    fn the_longest_entry_wins() {
        let units = words(&["个", "个百分点", "百分点"]);
        assert_eq!(units.prefix_of("个百分点，"), Some(("个百分点".len(), &1)));
        assert_eq!(units.prefix_of("个问题"), Some(("个".len(), &0)));
        assert_eq!(units.prefix_of("问题"), None);
        assert_eq!(units.suffix_of("提高个百分点"), Some(("个百分点".len(), &1)));
        let hits: Vec<_> = units.find_in("3个，2个百分点").map(|(span, at)| (span.lo(), *at)).collect();
        assert_eq!(hits, [(1, 0), (8, 1)]);
    }

    #[test]
    fn an_empty_list_finds_nothing() {
        assert!(!words(&[]).any_in("整改"));
    }
}
