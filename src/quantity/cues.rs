//! Cues around the numbers. Each sentence that holds a number is searched once for the words of a list; what is asked of a
//! stretch of it later is answered from there.

use super::page::Page;
use super::slot::Slot;
use crate::lexicon::{RoleCue, StatusCue};
use crate::{Span, Words};
use std::borrow::Cow;

/// What tells how far a quantity has come, and what is said by it.
pub(super) struct Cues<'a> {
    pub status: Found<'a, StatusCue>,
    pub role: Found<'a, RoleCue>,
    /// Where they were looked for: the sentences of the mentions, each up to the words behind its last mention.
    pub sentences: Vec<Span>,
}

impl<'a> Cues<'a> {
    pub fn new(page: &Page<'a>, slots: &[Slot]) -> Self {
        let sentences = sentences(slots);
        Self {
            status: Found::new(page.text, &page.lexicon.status, &sentences),
            role: Found::new(page.text, &page.lexicon.role, &sentences),
            sentences,
        }
    }
}

fn sentences(slots: &[Slot]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for slot in slots {
        match found.last_mut() {
            Some(last) if last.lo() == slot.sentence => *last = Span::new(last.lo(), slot.limit.max(last.hi())),
            last => {
                let from = last.map_or(0, |last| last.hi()).max(slot.sentence);
                found.push(Span::new(from, slot.limit.max(from)));
            }
        }
    }
    found
}

/// The words of one list in the sentences of the mentions.
pub(super) struct Found<'a, T> {
    text: &'a str,
    words: &'a Words<T>,
    /// Stretches that were searched, in order of place.
    searched: Vec<Span>,
    /// What was found in them, in order of place, none over another.
    hits: Vec<(Span, T)>,
}

impl<'a, T: Copy + PartialEq> Found<'a, T> {
    fn new(text: &'a str, words: &'a Words<T>, places: &[Span]) -> Self {
        let hits = places.iter().flat_map(|place| search(text, words, *place)).collect();
        Self { text, words, searched: places.to_vec(), hits }
    }

    /// Whether a cue of that sense stands in `place`.
    pub fn has(&self, place: Span, sense: T) -> bool {
        self.last(place, sense).is_some()
    }

    /// The last cue of that sense in `place`.
    pub fn last(&self, place: Span, sense: T) -> Option<Span> {
        self.within(place).iter().rev().find(|(_, found)| *found == sense).map(|(span, _)| *span)
    }

    /// All cues in `place`, as a search of it alone finds them: one that reaches over an end of it may hide a shorter one
    /// inside, so there it is searched anew.
    fn within(&self, place: Span) -> Cow<'_, [(Span, T)]> {
        let first = self.hits.partition_point(|(span, _)| span.hi() <= place.lo());
        let end = self.hits.partition_point(|(span, _)| span.lo() < place.hi());
        let hits = &self.hits[first..end];
        let next = self.searched.partition_point(|stretch| stretch.lo() <= place.lo());
        let known = next.checked_sub(1).is_some_and(|at| self.searched[at].contains(place));
        let cut = |hit: Option<&(Span, T)>| hit.is_some_and(|(span, _)| !place.contains(*span));
        if known && !cut(hits.first()) && !cut(hits.last()) {
            Cow::Borrowed(hits)
        } else {
            Cow::Owned(search(self.text, self.words, place).collect())
        }
    }
}

/// The words of the list in `place`.
pub(super) fn search<'w, T: Copy>(
    text: &'w str,
    words: &'w Words<T>,
    place: Span,
) -> impl Iterator<Item = (Span, T)> + 'w {
    let hits = words.find_in(place.slice(text));
    hits.map(move |(span, sense)| (Span::new(place.lo() + span.lo(), place.lo() + span.hi()), *sense))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_holds_what_a_search_of_it_finds() {
        let text = "未完成整改的3个，已整改完成5个。";
        let mut words = Words::default();
        for (word, sense) in [("完成", 1), ("整改", 2), ("整改完成", 3)] {
            words.insert(word, sense);
        }
        let found = Found::new(text, &words, &[Span::new(0, text.len())]);
        let place = |part: &str| text.find(part).map(|at| Span::new(at, at + part.len())).unwrap();
        for (part, sense, want) in [
            ("完成整改", 1, true),
            ("完成整改", 2, true),
            ("已整改完成5个", 3, true),
            ("已整改完成5个", 2, false),
            // The end cuts 整改完成: what is left of it is a cue of its own.
            ("已整改", 2, true),
            ("成5个", 1, false),
        ] {
            assert_eq!(found.has(place(part), sense), want, "{sense} in {part}");
        }
        assert_eq!(found.last(place("完成整改"), 2), Some(place("整改")));
    }
}
