//! What the words before a number leave out and earlier mentions supply: 已整改251个, 划拨3宗.

use super::{Name, Namer, family};
use crate::Span;
use crate::lexicon::NamingClass;
use crate::model::{Dimension, NamedBy};
use crate::quantity::noun::{self, Behind};
use crate::quantity::page::Page;
use crate::quantity::phrase::Phrase;
use crate::quantity::trim;
use crate::quantity::words::Word;

impl Namer<'_> {
    /// The noun of the nearest mention before in the sentence, whatever its unit.
    pub(super) fn nearest_head(&self, index: usize) -> Option<Phrase> {
        let sentence = self.slots[index].sentence;
        let near = (0..index).rev().take(4).filter(|&i| self.slots[i].sentence == sentence);
        let mut names = near.map(|i| &self.done[i]);
        names.find(|name| !name.head.is_empty()).map(|name| name.head.clone())
    }

    /// Verbs and adverbs only, at least one of them an act.
    pub(super) fn bare(&self, own: Span) -> bool {
        let words = own.slice(self.page.text);
        if words.chars().count() > 8 {
            return false;
        }
        let tagged = self.page.words(own);
        let nominal = tagged.last().is_some_and(|last| noun::is_suffix(last.word) || last.is(NamingClass::Measure));
        let verbal = |word: &Word<'_>| {
            word.is(NamingClass::Act)
                || word.tagged(&['v', 'd', 'a'])
                || word.is(NamingClass::Halt)
                || word.is(NamingClass::Manner)
        };
        !nominal && tagged.iter().any(|word| word.is(NamingClass::Act)) && tagged.iter().all(verbal)
    }

    /// Persons and money often stand behind a verb that needs no object (问责21人, 罚款47.5万元): there the object is taken
    /// from before only where 已, 其中 or 尚 ties the two.
    pub(super) fn may_elide(&self, index: usize, own: Span) -> bool {
        let mention = &self.mentions[index];
        let measured = [
            Dimension::Count,
            Dimension::Money,
            Dimension::Area,
            Dimension::Length,
            Dimension::Volume,
            Dimension::Mass,
        ];
        if !measured.contains(&mention.dimension()) {
            return false;
        }
        if self.same_verb(index, own) {
            return true;
        }
        let closed = self.page.text[own.hi()..].starts_with('的');
        if matches!(mention.unit.as_ref(), "人" | "名" | "人次" | "位") && !closed {
            return false;
        }
        let loose =
            matches!(mention.dimension(), Dimension::Money) || matches!(mention.unit.as_ref(), "人" | "名" | "人次");
        if !loose {
            return true;
        }
        let from = self.slots[index].left.lo();
        let earlier = self.page.text[..from].char_indices().rev().nth(3).map_or(0, |(at, _)| at);
        let before = &self.page.text[earlier..own.lo()];
        let own = own.slice(self.page.text);
        ["已", "其中", "尚", "仍", "实", "应"].iter().any(|cue| before.contains(cue) || own.starts_with(cue))
            || own.ends_with('的')
    }

    /// 每村储备2—3名后备干部，全镇共储备29名: the same verb has the same object.
    pub(super) fn same_verb(&self, index: usize, own: Span) -> bool {
        let words = own.slice(self.page.text);
        let unit = family(&self.mentions[index]);
        let near = (0..index)
            .rev()
            .take(4)
            .filter(|&i| family(&self.mentions[i]) == unit && self.slots[i].sentence == self.slots[index].sentence);
        near.filter(|&i| !self.done[i].head.is_empty())
            .any(|i| self.done[i].phrase.text(self.page.text).starts_with(words))
    }

    /// The noun that a mention leaves out: that of the nearest one before it with the same unit.
    pub(super) fn antecedent(&self, index: usize) -> Option<Phrase> {
        let unit = family(&self.mentions[index]);
        let node = self.page.node(self.mentions[index].span.lo());
        let near = (0..index).rev().take(14);
        let same = near.filter(|&i| family(&self.mentions[i]) == unit && !self.done[i].head.is_empty());
        let mut same = same.filter(|&i| {
            self.slots[i].sentence == self.slots[index].sentence
                || self.page.node(self.mentions[i].span.lo()) == node
                || index - i <= 4
        });
        let nearest = same.next()?;
        let shared = same.next().filter(|&i| i + 1 == nearest && self.slots[nearest].follows);
        let head = &self.done[nearest].head;
        Some(shared.and_then(|i| self.common_end(&self.done[i].head, head)).unwrap_or_else(|| head.clone()))
    }

    /// 出让工业用地1宗、居住用地1宗，划拨3宗: behind a list of kinds, what all of them are (用地).
    fn common_end(&self, one: &Phrase, other: &Phrase) -> Option<Phrase> {
        let (Some(first), Some(last)) = (one.spans().last().copied(), other.spans().last().copied()) else {
            return None;
        };
        let (a, b) = (first.slice(self.page.text), last.slice(self.page.text));
        if a == b {
            return None;
        }
        let same = a.chars().rev().zip(b.chars().rev()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8());
        let (chars, bytes) = same.fold((0, 0), |(chars, bytes), len| (chars + 1, bytes + len));
        (chars >= 2 && bytes < b.len()).then(|| Phrase::words(Span::new(last.hi() - bytes, last.hi())))
    }

    /// 12条正在施工: what the counted did, with the noun from before.
    pub(super) fn deed(&self, index: usize) -> Option<Name> {
        let deed = self.deed_words(index);
        if deed.is_empty() {
            return None;
        }
        let head = self.antecedent(index).unwrap_or_default();
        Some(Name::new(deed.then(&head), head, NamedBy::HeadAndVerb))
    }

    pub(super) fn deed_words(&self, index: usize) -> Phrase {
        match self.behind(index) {
            Behind::Deed(deed) => Phrase::words(trim::both(self.page, first_part(self.page, deed))),
            _ => Phrase::default(),
        }
    }

    /// 利润由负转正，达到215.4万元: nothing of its own, so what the clause before speaks of; else the words before as they stand.
    pub(super) fn fallback(&self, index: usize) -> Name {
        let own = self.slots[index].left.trim(self.page.text);
        let bare = trim::both(self.page, own).is_empty();
        if let Some(topic) = bare.then(|| self.topic(index)).flatten() {
            return Name::new(topic, Phrase::default(), NamedBy::Inherited);
        }
        Name::new(Phrase::words(own), Phrase::default(), NamedBy::UnitOnly)
    }
}

/// The first part of what the counted did: up to 并, 且 or 后.
fn first_part(page: &Page<'_>, deed: Span) -> Span {
    let words = deed.slice(page.text);
    let end = words.find(['并', '且', '、']).filter(|at| *at > 0).unwrap_or(words.len());
    let most = words.char_indices().nth(16).map_or(words.len(), |(at, _)| at);
    Span::new(deed.lo(), deed.lo() + end.min(most))
}
