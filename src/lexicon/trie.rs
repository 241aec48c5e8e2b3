//! A trie over characters, packed into a double array: which words begin at a place of a text, for two looks at a table with
//! each character read. Nothing is read past the first character that no word goes on with.

use std::ops::Range;

/// A trie whose words are known by their place in the list that it was made from.
pub(super) struct Trie {
    /// A number for each character that stands in a word, by its code point; 0 for the others.
    codes: Vec<u32>,
    /// The states. The one behind another by a character stands at that one's base plus the character's number.
    cells: Vec<Cell>,
}

#[derive(Clone, Copy)]
struct Cell {
    base: u32,
    /// The state that this one follows.
    owner: u32,
    /// The word that ends here.
    word: u32,
}

/// No state, no word.
const NONE: u32 = u32::MAX;

const FREE: Cell = Cell { base: 0, owner: NONE, word: NONE };

/// Places that are tried for the states behind one before they go to the end: packing is to stay linear.
const TRIES: usize = 64;

impl Trie {
    /// The trie of `words`, which are sorted, each once, none empty.
    pub(super) fn of(words: &[&str]) -> Self {
        let mut trie = Self { codes: numbered(words), cells: vec![FREE] };
        let mut first_free = 1;
        // Words that share the characters up to a byte offset, and the state that these lead to.
        let mut open: Vec<(usize, Range<usize>, usize)> = vec![(0, 0..words.len(), 0)];
        while let Some((state, mut range, read)) = open.pop() {
            if words.get(range.start).is_some_and(|word| word.len() == read) {
                trie.cells[state].word = range.start as u32;
                range.start += 1;
            }
            let branches = branches(words, range, read);
            let codes: Vec<usize> = branches.iter().map(|(c, _)| trie.code(*c) as usize).collect();
            let base = trie.place(&codes, &mut first_free);
            trie.cells[state].base = base as u32;
            for ((c, range), code) in branches.into_iter().zip(codes) {
                trie.cells[base + code].owner = state as u32;
                open.push((base + code, range, read + c.len_utf8()));
            }
        }
        trie
    }

    /// Calls `found` with the length in bytes and the place in the list of each word that `text` begins with, the shortest
    /// first.
    #[inline]
    pub(super) fn words_at(&self, text: &str, mut found: impl FnMut(usize, usize)) {
        let mut state = 0;
        for (at, c) in text.char_indices() {
            let code = self.code(c);
            let next = (self.cells[state].base + code) as usize;
            let Some(cell) = self.cells.get(next).filter(|cell| code != 0 && cell.owner == state as u32) else {
                return;
            };
            if cell.word != NONE {
                found(at + c.len_utf8(), cell.word as usize);
            }
            state = next;
        }
    }

    #[inline]
    fn code(&self, c: char) -> u32 {
        self.codes.get(c as usize).copied().unwrap_or(0)
    }

    /// A base at which all `codes` meet free cells; those cells exist afterwards.
    fn place(&mut self, codes: &[usize], first_free: &mut usize) -> usize {
        let (Some(least), Some(most)) = (codes.iter().min(), codes.iter().max()) else { return 0 };
        while self.cells.get(*first_free).is_some_and(|cell| cell.owner != NONE) {
            *first_free += 1;
        }
        let free = |at: usize| at > 0 && self.cells.get(at).is_none_or(|cell| cell.owner == NONE);
        let tried = (first_free.saturating_sub(*least)..).take(TRIES);
        let base = tried.into_iter().find(|base| codes.iter().all(|code| free(base + code)));
        let base = base.unwrap_or(self.cells.len());
        let end = (base + most + 1).max(self.cells.len());
        self.cells.resize(end, FREE);
        base
    }
}

/// Numbers for the characters of `words`, from 1, those that stand in most places first: their cells lie together.
fn numbered(words: &[&str]) -> Vec<u32> {
    let mut counts: Vec<(u32, char)> = Vec::new();
    for c in words.iter().flat_map(|word| word.chars()) {
        if counts.len() <= c as usize {
            counts.resize(c as usize + 1, (0, '\0'));
        }
        counts[c as usize] = (counts[c as usize].0 + 1, c);
    }
    let mut codes = vec![0; counts.len()];
    counts.retain(|(count, _)| *count > 0);
    counts.sort_unstable_by_key(|(count, c)| (std::cmp::Reverse(*count), *c));
    for (at, (_, c)) in counts.iter().enumerate() {
        codes[*c as usize] = at as u32 + 1;
    }
    codes
}

/// The words of `range` by their character at byte `read`.
fn branches(words: &[&str], range: Range<usize>, read: usize) -> Vec<(char, Range<usize>)> {
    let mut branches: Vec<(char, Range<usize>)> = Vec::new();
    for at in range {
        let Some(c) = words[at][read..].chars().next() else { continue };
        match branches.last_mut() {
            Some((last, range)) if *last == c => range.end = at + 1,
            _ => branches.push((c, at..at + 1)),
        }
    }
    branches
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(words: &[&str], text: &str) {
        let mut words = words.to_vec();
        words.sort_unstable();
        words.dedup();
        words.retain(|word| !word.is_empty());
        let trie = Trie::of(&words);
        for (at, _) in text.char_indices() {
            let mut got = Vec::new();
            trie.words_at(&text[at..], |len, word| got.push((len, words[word])));
            let mut want: Vec<_> =
                words.iter().filter(|word| text[at..].starts_with(**word)).map(|word| (word.len(), *word)).collect();
            want.sort_unstable();
            assert_eq!(got, want, "{words:?} at {at} in {text}");
        }
    }

    #[test]
    fn words_within_words() {
        check(&["整", "整改", "整改措施", "改", "措施", "𬭚", "a整"], "一整改措施𬭚整改a整措");
        check(&[], "整改");
    }

    proptest! {
        #[test]
        fn as_by_comparing_each_word(
            words in proptest::collection::vec("[甲乙丙a𬭚]{0,4}", 0..40),
            text in "[甲乙丙丁a𬭚]{0,40}",
        ) {
            check(&words.iter().map(String::as_str).collect::<Vec<_>>(), &text);
        }
    }
}
