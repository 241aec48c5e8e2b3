//! Words around the numbers, segmented once.
//!
//! The stretches between the numbers of a clause are all that names are made from: each is cut into words once, and every
//! later question about a part of it is answered from there. A part that begins or ends inside a word is cut anew.

use super::mention::Mention;
use super::page::Page;
use crate::lexicon::{NamingClass, NamingSet};
use crate::{Lexicon, Span};
use std::borrow::Cow;

/// A word with its part of speech and what `naming.tsv` says of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    pub span: Span,
    pub word: &'a str,
    pub tag: &'a str,
    classes: NamingSet,
}

impl Word<'_> {
    pub fn is(&self, class: NamingClass) -> bool {
        self.classes.has(class)
    }

    /// Whether the part of speech is one of those letters of jieba's tag set.
    pub fn tagged(&self, letters: &[char]) -> bool {
        self.tag.starts_with(letters)
    }
}

/// The words of the stretches around numbers.
#[derive(Default)]
pub(super) struct WordIndex<'a> {
    words: Vec<Word<'a>>,
    /// Stretches in order of place, each with the range of its words.
    stretches: Vec<(Span, usize, usize)>,
}

/// Characters behind the last number of a clause that can hold its noun.
const BEHIND: usize = 40;

impl<'a> WordIndex<'a> {
    pub fn new(page: &Page<'a>, mentions: &[Mention<'_>]) -> Self {
        let mut index = Self::default();
        let mut reached = 0;
        for (at, mention) in mentions.iter().enumerate() {
            let clause = page.clause(page.clause_index(mention.span.lo())).span;
            let from = page.near(reached.max(clause.lo()), mention.outer.lo());
            index.add(page, from, mention.outer.lo());
            reached = mention.outer.hi();
            let last = mentions.get(at + 1).is_none_or(|next| next.span.lo() >= clause.hi());
            if last && reached < clause.hi() {
                let rest = &page.text[reached..clause.hi()];
                let end = rest.char_indices().nth(BEHIND).map_or(clause.hi(), |(at, _)| reached + at);
                index.add(page, reached, end);
                reached = end;
            }
        }
        index
    }

    fn add(&mut self, page: &Page<'a>, from: usize, to: usize) {
        if from >= to {
            return;
        }
        let first = self.words.len();
        segment(page.text, page.lexicon, Span::new(from, to), &mut self.words);
        self.stretches.push((Span::new(from, to), first, self.words.len()));
    }

    /// The words of `span`; joined they are its text.
    pub fn of(&self, page: &Page<'a>, span: Span) -> Cow<'_, [Word<'a>]> {
        if span.is_empty() {
            return Cow::Borrowed(&[]);
        }
        let next = self.stretches.partition_point(|(stretch, ..)| stretch.lo() <= span.lo());
        let known = next.checked_sub(1).map(|at| self.stretches[at]).filter(|(stretch, ..)| stretch.hi() >= span.hi());
        if let Some((_, first, end)) = known {
            let words = &self.words[first..end];
            let low = words.partition_point(|word| word.span.lo() < span.lo());
            let high = words.partition_point(|word| word.span.hi() <= span.hi());
            let whole = low < high && words[low].span.lo() == span.lo() && words[high - 1].span.hi() == span.hi();
            if whole {
                return Cow::Borrowed(&words[low..high]);
            }
        }
        let mut words = Vec::new();
        segment(page.text, page.lexicon, span, &mut words);
        Cow::Owned(words)
    }
}

fn segment<'a>(text: &'a str, lexicon: &'a Lexicon, span: Span, words: &mut Vec<Word<'a>>) {
    let mut at = span.lo();
    for tagged in lexicon.segmenter().tag(&text[span.lo()..span.hi()]) {
        let end = at + tagged.word.len();
        let classes = lexicon.naming.classes_of(tagged.word);
        words.push(Word { span: Span::new(at, end), word: tagged.word, tag: tagged.tag, classes });
        at = end;
    }
}
