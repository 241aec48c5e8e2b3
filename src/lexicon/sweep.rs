//! Many word lists in one trie: a text is walked once, whatever their number, and each later question is asked of what was
//! found.

use super::Words;
use super::trie::Trie;
use crate::Span;
use std::collections::BTreeMap;

/// The words of several lists, ready to be searched for at once; `K` says what a list knows of a word.
pub(crate) struct Sweep<K> {
    trie: Trie,
    /// What is known of each word of the trie.
    known: Vec<Vec<K>>,
}

/// The words of one dictionary that stand in a text, all of them, overlapping ones too.
pub struct Hits<T> {
    /// By their first byte, the shortest first where several begin at one.
    all: Vec<(Span, T)>,
}

impl<T> Default for Hits<T> {
    fn default() -> Self {
        Self { all: Vec::new() }
    }
}

impl<T: Copy> Hits<T> {
    /// Adds a word. The words come by their first byte, the shortest first where several begin at one.
    pub(super) fn push(&mut self, word: Span, value: T) {
        self.all.push((word, value));
    }

    /// The words of `stretch`, as [`Words::find_in`] finds them there: leftmost first and longest of those that begin at one
    /// place, not overlapping.
    pub fn within(&self, stretch: Span) -> impl Iterator<Item = (Span, T)> + '_ {
        let mut next = self.all.partition_point(|(word, _)| word.start < stretch.start);
        let mut reached = stretch.start;
        std::iter::from_fn(move || {
            let mut longest: Option<(Span, T)> = None;
            while let Some(&(word, value)) = self.all.get(next).filter(|(word, _)| word.start < stretch.end) {
                if longest.is_some_and(|(found, _)| found.start != word.start) {
                    break;
                }
                if word.start >= reached && word.end <= stretch.end {
                    longest = Some((word, value));
                }
                next += 1;
            }
            reached = longest?.0.end;
            longest
        })
    }
}

impl<K: Copy> Sweep<K> {
    /// Whether a word may begin with this character.
    #[inline]
    pub fn may_begin(&self, c: char) -> bool {
        self.trie.may_begin(c)
    }

    /// Tells of all words that begin at byte `at` of `text`, the shortest first.
    #[inline]
    pub fn each_at(&self, text: &str, at: usize, mut tell: impl FnMut(Span, K)) {
        self.trie.each(text[at..].chars(), |len, word| {
            self.known[word].iter().for_each(|known| tell(Span::new(at, at + len), *known));
        });
    }

    /// Tells of all words that stand in `text`, by their first byte.
    pub fn each_in(&self, text: &str, mut tell: impl FnMut(Span, K)) {
        for (at, _) in text.char_indices().filter(|(_, c)| self.may_begin(*c)) {
            self.each_at(text, at, &mut tell);
        }
    }
}

/// Lists that are to become a [`Sweep`].
pub(super) struct Lists<K>(BTreeMap<String, Vec<K>>);

impl<K> Default for Lists<K> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K> Lists<K> {
    /// The same with the words of `list`.
    pub fn with<T: Copy>(mut self, list: &Words<T>, known: impl Fn(T) -> K) -> Self {
        for (word, value) in list.entries() {
            self.0.entry(word).or_default().push(known(*value));
        }
        self
    }

    pub fn into_sweep(self) -> Sweep<K> {
        let numbered = self.0.keys().zip(0..).map(|(word, at)| (word.chars().collect(), at)).collect();
        Sweep { trie: Trie::of(numbered), known: self.0.into_values().collect() }
    }
}
