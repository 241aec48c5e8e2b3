//! Cues around the numbers. Each sentence that holds a number is searched once, for the words of all lists together; what is
//! asked of a stretch of it later is answered from there.

use super::page::Page;
use super::slot::Slot;
use crate::lexicon::{RoleCue, Sense, StatusCue};
use crate::{Span, Words};
use std::borrow::Cow;

/// What tells how far a quantity has come, what is said by it, and where its parts are listed.
pub(super) struct Cues<'a> {
    pub status: Found<'a, StatusCue>,
    pub role: Found<'a, RoleCue>,
    /// Where words stand that open a list of parts: 其中, 包括.
    pub parts: Vec<Span>,
}

impl<'a> Cues<'a> {
    pub fn new(page: &Page<'a>, slots: &[Slot]) -> Self {
        let lexicon = page.lexicon;
        let mut cues = Self {
            status: Found::new(page.text, &lexicon.status),
            role: Found::new(page.text, &lexicon.role),
            parts: Vec::new(),
        };
        for sentence in sentences(slots) {
            cues.read(sentence, &lexicon.senses);
        }
        cues
    }

    /// Searches a sentence.
    fn read(&mut self, sentence: Span, senses: &Words<Sense>) {
        self.status.open(sentence);
        self.role.open(sentence);
        let mut parts_end = sentence.lo();
        let words = sentence.slice(self.status.text);
        for (offset, _) in words.char_indices().filter(|(_, c)| senses.may_begin(*c)) {
            let at = sentence.lo() + offset;
            let (mut status, mut role, mut part) = (None, None, None);
            senses.each_prefix_of(&words[offset..], |len, sense| {
                let span = Span::new(at, at + len);
                status = sense.status.map(|sense| (span, sense)).or(status);
                role = sense.role.map(|sense| (span, sense)).or(role);
                part = sense.opens_parts.then_some(span).or(part);
            });
            self.status.add(status);
            self.role.add(role);
            if let Some(part) = part.filter(|part| part.lo() >= parts_end) {
                parts_end = part.hi();
                self.parts.push(part);
            }
        }
    }
}

/// The sentences of the mentions, each up to the words behind its last mention.
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
    /// Stretches that were searched, in order of place, each with the number of hits before it.
    searched: Vec<(Span, usize)>,
    /// What was found in them, in order of place, none over another.
    hits: Vec<(Span, T)>,
}

impl<'a, T: Copy + PartialEq> Found<'a, T> {
    fn new(text: &'a str, words: &'a Words<T>) -> Self {
        Self { text, words, searched: Vec::new(), hits: Vec::new() }
    }

    /// Begins with the next stretch.
    fn open(&mut self, stretch: Span) {
        self.searched.push((stretch, self.hits.len()));
    }

    /// Adds the longest word at one place, unless one before it reaches over that place.
    fn add(&mut self, hit: Option<(Span, T)>) {
        let Some(hit) = hit else { return };
        if self.hits.last().is_none_or(|(last, _)| last.hi() <= hit.0.lo()) {
            self.hits.push(hit);
        }
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
        let next = self.searched.partition_point(|(stretch, _)| stretch.lo() <= place.lo());
        let known = next.checked_sub(1).map(|at| self.searched[at]).filter(|(stretch, _)| stretch.contains(place));
        if let Some((_, first)) = known {
            let end = self.searched.get(next).map_or(self.hits.len(), |(_, first)| *first);
            let hits = &self.hits[first..end];
            let first = hits.partition_point(|(span, _)| span.hi() <= place.lo());
            let end = first + hits[first..].partition_point(|(span, _)| span.lo() < place.hi());
            let hits = &hits[first..end];
            let cut = |hit: Option<&(Span, T)>| hit.is_some_and(|(span, _)| !place.contains(*span));
            if !cut(hits.first()) && !cut(hits.last()) {
                return Cow::Borrowed(hits);
            }
        }
        Cow::Owned(search(self.text, self.words, place).collect())
    }
}

/// The words of the list in `place`.
fn search<'w, T: Copy>(text: &'w str, words: &'w Words<T>, place: Span) -> impl Iterator<Item = (Span, T)> + 'w {
    let hits = words.find_in(place.slice(text));
    hits.map(move |(span, sense)| (Span::new(place.lo() + span.lo(), place.lo() + span.hi()), *sense))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::sample::lexicon;
    use crate::scan::scan;

    #[test]
    fn a_stretch_holds_what_a_search_of_it_finds() {
        let text = "未完成整改的3个，已整改完成5个，其中正在推进的2个，包括涉及违规的1个。";
        let (scan, outline) = (scan(text, lexicon()), Default::default());
        let page = Page::new(text, &scan, &outline, &[], lexicon());
        let mut cues = Cues {
            status: Found::new(text, &lexicon().status),
            role: Found::new(text, &lexicon().role),
            parts: Vec::new(),
        };
        cues.read(Span::new(0, text.len()), &page.lexicon.senses);
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        for (from, to) in places.iter().flat_map(|from| places.iter().map(move |to| (*from, *to))) {
            if from <= to {
                let place = Span::new(from, to);
                let status: Vec<_> = search(text, &lexicon().status, place).collect();
                assert_eq!(*cues.status.within(place), status, "{}", place.slice(text));
                let role: Vec<_> = search(text, &lexicon().role, place).collect();
                assert_eq!(*cues.role.within(place), role, "{}", place.slice(text));
            }
        }
        assert_eq!(cues.parts.iter().map(|span| span.slice(text)).collect::<Vec<_>>(), ["其中", "包括"]);
    }
}
