//! A word list as a tree of its characters: each look-up walks one step a character, forwards or backwards, and hashes
//! nothing.
//!
//! Most characters of a text begin no word of a list: one bit says so. Most that do go on with a character that the list
//! does not know there: the filter of the branch says so, before its children are looked at.

use std::collections::VecDeque;

/// The tree of a list.
pub(super) struct Trie {
    /// All branches, those of one parent side by side in the order of their characters; those of the root first.
    branches: Vec<Branch>,
    heads: Heads,
}

/// One character of the tree, reached from the ones before it.
#[derive(Clone, Copy)]
struct Branch {
    character: char,
    /// Where the branches that go on from here stand.
    first: u32,
    count: u32,
    /// A bit for each character that goes on; a bit may stand for several.
    filter: u64,
    /// The entry that ends here, or [`NONE`].
    entry: u32,
}

/// No entry ends at a branch.
const NONE: u32 = u32::MAX;

/// Up to so many branches are looked through one by one.
const FEW: usize = 8;

impl Trie {
    /// The tree of these words, each with the number of its entry. Of equal words the last one counts.
    pub fn of(mut words: Vec<(Vec<char>, u32)>) -> Self {
        words.retain(|(word, _)| !word.is_empty());
        words.sort();
        words.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            if same {
                earlier.1 = later.1;
            }
            same
        });
        let mut branches: Vec<Branch> = Vec::new();
        let mut heads: Vec<char> = Vec::new();
        let mut open = VecDeque::from([(None, 0..words.len(), 0)]);
        while let Some((parent, range, depth)) = open.pop_front() {
            let (first, mut filter, mut at) = (branches.len(), 0, range.start);
            while at < range.end {
                let (word, entry) = &words[at];
                let character = word[depth];
                let end = at + words[at..range.end].partition_point(|(other, _)| other[depth] == character);
                let ends = word.len() == depth + 1;
                filter |= bit(character);
                open.push_back((Some(branches.len()), at + usize::from(ends)..end, depth + 1));
                branches.push(Branch {
                    character,
                    first: 0,
                    count: 0,
                    filter: 0,
                    entry: if ends { *entry } else { NONE },
                });
                at = end;
            }
            match parent {
                Some(parent) => {
                    let count = (branches.len() - first) as u32;
                    branches[parent] = Branch { first: first as u32, count, filter, ..branches[parent] };
                }
                None => heads = branches.iter().map(|branch| branch.character).collect(),
            }
        }
        let heads = Heads::of(&heads);
        Self { branches, heads }
    }

    /// All words with their entries, in order.
    pub fn words(&self) -> Vec<(String, usize)> {
        let mut words = Vec::new();
        let mut open: Vec<(String, &Branch)> = Vec::new();
        open.extend(self.branches[..self.heads.count()].iter().rev().map(|head| (String::new(), head)));
        while let Some((before, branch)) = open.pop() {
            let word = format!("{before}{}", branch.character);
            let first = branch.first as usize;
            let children = &self.branches[first..first + branch.count as usize];
            open.extend(children.iter().rev().map(|child| (word.clone(), child)));
            if branch.entry != NONE {
                words.push((word, branch.entry as usize));
            }
        }
        words
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.branches.iter().filter(|branch| branch.entry != NONE).count()
    }

    /// Whether a word can begin with that character.
    #[inline]
    pub fn may_begin(&self, c: char) -> bool {
        self.heads.may_have(c)
    }

    /// The longest word that `chars` begin with: its length in bytes and its entry.
    #[inline]
    pub fn longest(&self, chars: impl Iterator<Item = char>) -> Option<(usize, usize)> {
        let mut longest = None;
        self.each(chars, |len, entry| longest = Some((len, entry)));
        longest
    }

    /// Tells of every word that `chars` begin with, the shortest first: its length in bytes and its entry.
    #[inline]
    pub fn each(&self, mut chars: impl Iterator<Item = char>, mut tell: impl FnMut(usize, usize)) {
        let Some(c) = chars.next() else { return };
        let Some(mut branch) = self.head(c) else { return };
        let mut len = c.len_utf8();
        loop {
            if branch.entry != NONE {
                tell(len, branch.entry as usize);
            }
            if branch.filter == 0 {
                return;
            }
            let Some(c) = chars.next() else { return };
            let Some(next) = self.next(branch, c) else { return };
            len += c.len_utf8();
            branch = next;
        }
    }

    /// The entry of exactly this word.
    pub fn get(&self, word: &str) -> Option<usize> {
        let mut chars = word.chars();
        let mut branch = self.head(chars.next()?)?;
        for c in chars {
            branch = self.next(branch, c)?;
        }
        (branch.entry != NONE).then_some(branch.entry as usize)
    }

    #[inline]
    fn head(&self, c: char) -> Option<&Branch> {
        self.branches.get(self.heads.place(c)?)
    }

    #[inline]
    fn next(&self, branch: &Branch, c: char) -> Option<&Branch> {
        if branch.filter & bit(c) == 0 {
            return None;
        }
        let first = branch.first as usize;
        let children = self.branches.get(first..first + branch.count as usize)?;
        if children.len() <= FEW {
            children.iter().find(|child| child.character == c)
        } else {
            children.binary_search_by_key(&c, |child| child.character).ok().map(|at| &children[at])
        }
    }
}

/// The bit of a character in the filter of a branch. Common characters differ in their lowest bits.
#[inline]
fn bit(c: char) -> u64 {
    1 << (c as u32 & 63)
}

/// The characters that words begin with, each asked for its place among them.
struct Heads {
    /// Those of the basic plane, in blocks of 64.
    blocks: Box<[Block; 1024]>,
    /// Those beyond it, behind the others.
    beyond: Vec<char>,
    basic: usize,
}

#[derive(Clone, Copy, Default)]
struct Block {
    /// A bit for each character of the block.
    bits: u64,
    /// How many heads stand before the block.
    before: u32,
}

impl Heads {
    /// Of `heads` in order.
    fn of(heads: &[char]) -> Self {
        let basic = heads.partition_point(|c| *c <= '\u{ffff}');
        let mut blocks = Box::new([Block::default(); 1024]);
        for c in &heads[..basic] {
            blocks[*c as usize >> 6].bits |= 1 << (*c as u32 & 63);
        }
        let mut before = 0;
        for block in blocks.iter_mut() {
            block.before = before;
            before += block.bits.count_ones();
        }
        Self { blocks, beyond: heads[basic..].to_vec(), basic }
    }

    fn count(&self) -> usize {
        self.basic + self.beyond.len()
    }

    #[inline]
    fn may_have(&self, c: char) -> bool {
        self.blocks.get(c as usize >> 6).map_or(!self.beyond.is_empty(), |block| block.bits >> (c as u32 & 63) & 1 == 1)
    }

    /// How many heads stand before `c`; `None` where it is none.
    #[inline]
    fn place(&self, c: char) -> Option<usize> {
        let Some(block) = self.blocks.get(c as usize >> 6) else {
            return self.beyond.binary_search(&c).ok().map(|at| self.basic + at);
        };
        let bit = 1 << (c as u32 & 63);
        (block.bits & bit != 0).then(|| (block.before + (block.bits & (bit - 1)).count_ones()) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn trie(words: &[String]) -> Trie {
        Trie::of(words.iter().enumerate().map(|(at, word)| (word.chars().collect(), at as u32)).collect())
    }

    /// The look-up that the tree stands for: every word is tried.
    fn tried(words: &[String], holds: impl Fn(&str) -> bool) -> Option<(usize, usize)> {
        let fitting = words.iter().enumerate().filter(|(_, word)| !word.is_empty() && holds(word));
        fitting.map(|(at, word)| (word.len(), at)).max()
    }

    proptest! {
        #[test]
        fn every_look_up_finds_what_trying_every_word_finds(
            words in prop::collection::vec("[一丁七万个a𠀀𬭚項]{0,4}", 0..24),
            text in "[一丁七万个a𠀀𬭚項丈]{0,7}",
        ) {
            let trie = trie(&words);
            prop_assert_eq!(trie.longest(text.chars()), tried(&words, |word| text.starts_with(word)));
            prop_assert_eq!(trie.get(&text), tried(&words, |word| text == word).map(|(_, at)| at));
            for c in text.chars() {
                let begins = words.iter().any(|word| word.starts_with(c));
                prop_assert!(!begins || trie.may_begin(c), "{} in {:?}", c, words);
            }
        }
    }

    #[test]
    fn a_branch_with_many_children_is_searched_too() {
        let words: Vec<String> = ('一'..'丿').map(|c| format!("整{c}")).collect();
        let trie = trie(&words);
        for (at, word) in words.iter().enumerate() {
            assert_eq!(trie.longest(format!("{word}改").chars()), Some((word.len(), at)), "{word}");
        }
        assert_eq!(trie.longest("整改".chars()), None);
    }
}
