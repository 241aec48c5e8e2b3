//! A list of words with what is known of each, ready for three questions: which entry begins here, which ends here, and
//! which ones stand in this text.

use crate::Span;
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// A word list whose entries carry a `T`.
pub struct Words<T> {
    entries: FxHashMap<Box<str>, T>,
    /// Lengths in bytes, longest first, of the entries that begin with this character.
    by_first: FxHashMap<char, Vec<usize>>,
    /// Lengths in bytes, longest first, of the entries that end with this character.
    by_last: FxHashMap<char, Vec<usize>>,
    automaton: OnceLock<Option<CharwiseDoubleArrayAhoCorasick<u32>>>,
}

impl<T> Default for Words<T> {
    fn default() -> Self {
        Self {
            entries: FxHashMap::default(),
            by_first: FxHashMap::default(),
            by_last: FxHashMap::default(),
            automaton: OnceLock::new(),
        }
    }
}

impl<T> Words<T> {
    /// Adds a word, or replaces what was known of it.
    pub(crate) fn insert(&mut self, word: &str, value: T) {
        if let (Some(first), Some(last)) = (word.chars().next(), word.chars().next_back()) {
            add_length(self.by_first.entry(first).or_default(), word.len());
            add_length(self.by_last.entry(last).or_default(), word.len());
            self.entries.insert(word.into(), value);
        }
    }

    /// What is known of exactly this word.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<&T> {
        self.entries.get(word)
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
        let lengths = self.by_first.get(&text.chars().next()?)?;
        // A length that ends inside a character of `text` is no entry's.
        lengths.iter().find_map(|&len| Some((len, self.entries.get(text.get(..len)?)?)))
    }

    /// The longest entry that `text` ends with, and its length in bytes.
    #[must_use]
    pub fn suffix_of(&self, text: &str) -> Option<(usize, &T)> {
        let lengths = self.by_last.get(&text.chars().next_back()?)?;
        lengths.iter().find_map(|&len| Some((len, self.entries.get(text.get(text.len().checked_sub(len)?..)?)?)))
    }

    /// All entries in `text`, leftmost first and longest of those that begin at one place, not overlapping.
    pub fn find_in<'w>(&'w self, text: &'w str) -> impl Iterator<Item = (Span, &'w T)> + 'w {
        let automaton = self.automaton.get_or_init(|| self.build()).as_ref();
        automaton.into_iter().flat_map(move |automaton| {
            automaton.leftmost_find_iter(text).filter_map(move |hit| {
                let span = Span::new(hit.start(), hit.end());
                self.entries.get(span.slice(text)).map(|value| (span, value))
            })
        })
    }

    /// Whether any entry stands in `text`.
    #[must_use]
    pub fn any_in(&self, text: &str) -> bool {
        self.find_in(text).next().is_some()
    }

    fn build(&self) -> Option<CharwiseDoubleArrayAhoCorasick<u32>> {
        let mut patterns: Vec<&str> = self.entries.keys().map(AsRef::as_ref).collect();
        patterns.sort_unstable();
        CharwiseDoubleArrayAhoCorasickBuilder::new().match_kind(MatchKind::LeftmostLongest).build(patterns).ok()
    }
}

/// Adds a length to those known, kept from the longest down.
fn add_length(lengths: &mut Vec<usize>, len: usize) {
    if let Err(at) = lengths.binary_search_by(|known| len.cmp(known)) {
        lengths.insert(at, len);
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
