//! Members of lists: remainders, numbers aligned by 分别, a second measure of the same thing.

use super::{Name, Namer};
use crate::Span;
use crate::lexicon::NamingClass;
use crate::model::{Change, NamedBy};
use crate::quantity::noun::Behind;
use crate::quantity::phrase::Phrase;
use crate::quantity::respectively::{self, Group};
use crate::quantity::{change, subject, trim};

impl Namer<'_> {
    /// 其余4个, 剩余17条: what is left of the whole before.
    pub(super) fn remainder(&self, index: usize) -> Option<Name> {
        let left = self.left(index);
        let words = trim::back(self.page, Span::new(left.lo(), left.hi()));
        let cleaned = words.slice(self.page.text).trim_start_matches(['，', '、', '；', '。', ' ', '\u{3000}']);
        let cleaned = cleaned.strip_suffix("的").unwrap_or(cleaned);
        let rest = self.page.lexicon.naming.of(NamingClass::Rest).prefix_of(cleaned);
        let (len, ()) = rest.or_else(|| (cleaned == "余").then_some(("余".len(), &())))?;
        let start = words.hi() - words.slice(self.page.text).len() + words.slice(self.page.text).find(cleaned)?;
        let cue = Phrase::words(Span::new(start, start + len));
        let own = trim::both(self.page, Span::new(start + len, start + cleaned.len()));
        let mut name = match self.behind(index) {
            Behind::Noun(noun) if self.same_noun(index, noun) => {
                let noun = Phrase::words(noun);
                Name::new(cue.then(&Phrase::words(own)).then(&noun), noun, NamedBy::HeadAfter)
            }
            _ if !own.is_empty() && !self.bare(own) => {
                Name::new(cue.then(&Phrase::words(own)), Phrase::words(own), NamedBy::HeadBefore)
            }
            _ => {
                let head = self.antecedent(index)?;
                Name::new(cue.then(&head), head, NamedBy::Elided)
            }
        };
        name.rest = true;
        Some(name)
    }

    /// Whether the noun behind a remainder is the one counted before (其余4个问题), not the predicate's (其余20起原因待查).
    pub(super) fn same_noun(&self, index: usize, noun: Span) -> bool {
        let words = noun.slice(self.page.text);
        self.antecedent(index).is_none_or(|head| {
            let head = head.text(self.page.text);
            words.chars().any(|c| head.contains(c))
        })
    }

    /// 湿地3处860亩, 合同97个、4,236.8万元: a second measure of the same thing.
    pub(super) fn adjacent(&self, index: usize) -> Option<Name> {
        let before = self.done.last()?;
        if self.slots[index].clause > self.slots[index - 1].clause + 1 {
            return None;
        }
        let mut name = before.clone();
        name.by = NamedBy::Elided;
        let between = self.page.text[self.mentions[index - 1].outer.hi()..self.mentions[index].outer.lo()].trim();
        if matches!(between, "、" | "和" | "及" | "与") {
            // 增长4.9%和7.1%: both are changes.
            return Some(name);
        }
        // 净增11家，达46家: the level behind a change is that of what changed.
        if name.change.take().is_some() && !name.subject.is_empty() {
            name.phrase = name.subject.clone();
        }
        Some(name)
    }

    /// One of a list aligned by 分别.
    pub(super) fn aligned(&self, group: &Group, index: usize) -> Option<Name> {
        let position = index - group.first;
        let verb = trim::back(self.page, group.verb);
        let growth = change::growth(self.page, group.verb);
        let things = respectively::without_basis(self.page, group.things);
        let mut name = if let Some(items) = respectively::items(self.page, group) {
            let item = items[position];
            let own = subject::cut(self.page, trim::both(self.page, item.own));
            let shared = item.shared.map(Phrase::words).unwrap_or_default();
            let phrase = self.measured(own, items[0].own).then(&shared);
            Name::new(phrase.then(&Phrase::words(verb)), phrase, NamedBy::Respectively)
        } else {
            let back = group.count - position;
            let aligned = self.aligned_before(group, back)?;
            let own = if things.is_empty() { verb } else { things };
            let base = if things.is_empty() || aligned.head.is_empty() {
                aligned.subject.clone()
            } else {
                aligned.head.clone()
            };
            let mut name = Name::new(base.then(&Phrase::words(own)), Phrase::default(), NamedBy::Respectively);
            if things.is_empty() {
                name.subject = base;
            }
            name
        };
        if let Some(growth) = growth {
            let basis = change::without_basis(group.things.slice(self.page.text)).1;
            name.change = Some(Change { basis: growth.change.basis.or(basis), ..growth.change });
        }
        Some(name)
    }

    /// 公务接待批次、人次分别下降: a bare way of counting takes what `first` of the list counts.
    fn measured(&self, own: Span, first: Span) -> Phrase {
        let lexicon = self.page.lexicon;
        let counts = |word: &str| {
            lexicon.units.get(word).is_some() || lexicon.naming.of(NamingClass::Measure).get(word).is_some()
        };
        let first = trim::both(self.page, first);
        let last = self.page.words(first).last().filter(|last| counts(last.word)).map(|last| last.span.lo());
        match last.filter(|last| *last > first.lo() && first.lo() < own.lo() && counts(own.slice(self.page.text))) {
            Some(last) => Phrase::words(Span::new(first.lo(), last)).then(&Phrase::words(own)),
            None => Phrase::words(own),
        }
    }

    /// The metric that stands `back` places before the end of those that precede the group.
    pub(super) fn aligned_before(&self, group: &Group, back: usize) -> Option<&Name> {
        let sentence = self.slots[group.first].sentence;
        let mut seen: Vec<&Name> = Vec::new();
        for i in (0..group.first).rev() {
            if self.slots[i].sentence != sentence || seen.len() == group.count {
                break;
            }
            if self.pairs(i + 1).is_none() {
                seen.push(&self.done[i]);
            }
        }
        (seen.len() == group.count).then(|| seen[back - 1])
    }
}
