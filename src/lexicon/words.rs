//! A list of words with what is known of each, ready for three questions: which entry begins here, which ends here, and
//! which ones stand in this text.

use super::trie::Trie;
use crate::Span;

/// A word list whose entries carry a `T`.
pub struct Words<T> {
    /// What is known of each entry.
    values: Vec<T>,
    forwards: Trie,
    /// The same words from their ends.
    backwards: Trie,
}

/// The list of these words with what is known of each; of equal words the last one counts.
impl<S: AsRef<str>, T> FromIterator<(S, T)> for Words<T> {
    fn from_iter<I: IntoIterator<Item = (S, T)>>(entries: I) -> Self {
        let (words, values): (Vec<S>, Vec<T>) = entries.into_iter().unzip();
        let numbered = || words.iter().map(AsRef::as_ref).zip(0..);
        let forwards = Trie::of(numbered().map(|(word, at)| (word.chars().collect(), at)).collect());
        let backwards = Trie::of(numbered().map(|(word, at)| (word.chars().rev().collect(), at)).collect());
        Self { values, forwards, backwards }
    }
}

impl<T> Default for Words<T> {
    fn default() -> Self {
        std::iter::empty::<(&str, T)>().collect()
    }
}

impl<T> Words<T> {
    /// What is known of exactly this word.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<&T> {
        self.values.get(self.forwards.get(word)?)
    }

    /// Number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.forwards.len()
    }

    /// Whether the list is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All entries, in the order of their characters.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (String, &T)> {
        self.forwards.words().into_iter().map(|(word, entry)| (word, &self.values[entry]))
    }

    /// The longest entry that `text` begins with, and its length in bytes.
    #[must_use]
    #[inline]
    pub fn prefix_of(&self, text: &str) -> Option<(usize, &T)> {
        self.known(self.forwards.longest(text.chars()))
    }

    /// The longest entry that `text` ends with, and its length in bytes.
    #[must_use]
    #[inline]
    pub fn suffix_of(&self, text: &str) -> Option<(usize, &T)> {
        self.known(self.backwards.longest(text.chars().rev()))
    }

    /// Tells of every entry that `text` begins with, the shortest first, and its length in bytes.
    #[inline]
    pub(crate) fn each_prefix_of<'w>(&'w self, text: &str, mut tell: impl FnMut(usize, &'w T)) {
        self.forwards.each(text.chars(), |len, entry| tell(len, &self.values[entry]));
    }

    /// Whether an entry can begin with that character.
    #[inline]
    pub(crate) fn may_begin(&self, c: char) -> bool {
        self.forwards.may_begin(c)
    }

    /// All entries in `text`, leftmost first and longest of those that begin at one place, not overlapping.
    pub fn find_in<'w>(&'w self, text: &'w str) -> impl Iterator<Item = (Span, &'w T)> + 'w {
        let mut reached = 0;
        std::iter::from_fn(move || {
            let mut chars = text[reached..].chars();
            while let Some(c) = chars.clone().next() {
                if self.forwards.may_begin(c)
                    && let Some((len, value)) = self.known(self.forwards.longest(chars.clone()))
                {
                    let at = text.len() - chars.as_str().len();
                    reached = at + len;
                    return Some((Span::new(at, reached), value));
                }
                chars.next();
            }
            reached = text.len();
            None
        })
    }

    /// Whether any entry stands in `text`.
    #[must_use]
    pub fn any_in(&self, text: &str) -> bool {
        self.find_in(text).next().is_some()
    }

    /// What a tree found, with what is known of it.
    #[inline]
    fn known(&self, found: Option<(usize, usize)>) -> Option<(usize, &T)> {
        let (len, entry) = found?;
        Some((len, self.values.get(entry)?))
    }
}

impl Words<()> {
    /// The list of these words, of which nothing is known.
    pub(crate) fn of(words: &[&str]) -> Self {
        words.iter().map(|word| (*word, ())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(list: &[&str]) -> Words<usize> {
        list.iter().zip(0..).collect()
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
