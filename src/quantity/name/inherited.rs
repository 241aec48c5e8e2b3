//! Names taken from an indicator given before: the second of a pair, growth, shares, comparisons.

use super::{Name, Namer};
use crate::Span;
use crate::model::{Dimension, NamedBy};
use crate::quantity::change::{self, Growth};
use crate::quantity::noun::Behind;
use crate::quantity::phrase::Phrase;
use crate::quantity::{subject, trim};

impl Namer<'_> {
    /// 由21.5%提高到27.8%: the later number has the name of the first.
    pub(super) fn second_of_pair(&self, index: usize) -> Option<Name> {
        let change = self.pairs(index)?;
        let mut name = self.done.last()?.clone();
        let opened = change::opens_pair(self.page, &self.mentions[index - 1]);
        name.change = change.filter(|_| opened || change.is_some());
        name.by = if name.by == NamedBy::UnitOnly { NamedBy::UnitOnly } else { NamedBy::Inherited };
        Some(name)
    }

    /// 盗采案件同比下降71%; 同比下降8.9% takes the indicator before it.
    pub(super) fn grown(&self, index: usize) -> Option<Name> {
        let left = self.left(index);
        let growth = change::growth(self.page, left)?;
        let subject = trim::both(self.page, growth.subject);
        let subject = subject::cut(self.page, subject);
        if subject.is_empty() {
            let indicator = self.share_before(index).or_else(|| self.indicator(index)).or_else(|| self.topic(index))?;
            return Some(self.change_of(&indicator, &growth, NamedBy::Inherited));
        }
        if self.object_follows(index) {
            return None;
        }
        if self.is_aspect(subject)
            && let Some(indicator) = self.indicator(index)
        {
            return Some(self.change_of(&indicator.then(&Phrase::words(subject)), &growth, NamedBy::Inherited));
        }
        Some(self.change_of(&Phrase::words(subject), &growth, NamedBy::HeadBefore))
    }

    /// 占投资总额的91.3%，比上年提高8.4个百分点: points are those of the share right before them.
    fn share_before(&self, index: usize) -> Option<Phrase> {
        let before = index.checked_sub(1).filter(|_| self.mentions[index].dimension() == Dimension::PercentagePoint)?;
        let near = self.slots[before].sentence == self.slots[index].sentence;
        let share = near && self.mentions[before].dimension() == Dimension::Ratio && self.done[before].change.is_none();
        share.then(|| self.done[before].phrase.clone())
    }

    /// 增加15台设备: the verb takes an object and is an act, no change.
    pub(super) fn object_follows(&self, index: usize) -> bool {
        self.mentions[index].dimension() == Dimension::Count && matches!(self.behind(index), Behind::Noun(_))
    }

    pub(super) fn change_of(&self, subject: &Phrase, growth: &Growth, by: NamedBy) -> Name {
        let mut name = Name::new(subject.then(&Phrase::words(growth.verb)), Phrase::default(), by);
        name.subject = subject.clone();
        name.change = Some(growth.change);
        name
    }

    /// The indicator that a change or comparison without a subject speaks of: the one given before it in the sentence.
    pub(super) fn indicator(&self, index: usize) -> Option<Phrase> {
        let sentence = self.slots[index].sentence;
        let near = (0..index).rev().take(6);
        let mut candidates = near.filter(|&i| self.slots[i].sentence == sentence).map(|i| &self.done[i]);
        candidates.find(|name| !name.subject.is_empty()).map(|name| name.subject.clone())
    }

    /// What the clause before speaks of, where no number stands in it: 单位GDP能耗不降反升，同比上升1.7%.
    pub(super) fn topic(&self, index: usize) -> Option<Phrase> {
        let slot = &self.slots[index];
        let before = slot.clause.checked_sub(1).map(|i| self.page.clause(i)).filter(|clause| !clause.last)?;
        let span = trim::both(self.page, before.span);
        let words = span.slice(self.page.text);
        let mut end = 0;
        let mut noun = false;
        for tagged in self.page.words(span).iter() {
            if tagged.tagged(&['v', 'd', 'p', 'i', 'l']) && tagged.tag != "vn" && end > 0 {
                break;
            }
            noun |= tagged.tag.starts_with('n') || tagged.tag == "eng";
            end += tagged.word.len();
        }
        (noun && words[..end].chars().count() >= 2).then(|| Phrase::words(Span::new(span.lo(), span.lo() + end)))
    }

    /// 为年度计划的54.3%, 相当于上年的九成: a share of something else, of the indicator before.
    pub(super) fn fulfilled(&self, index: usize) -> Option<Name> {
        if self.mentions[index].dimension() != Dimension::Ratio {
            return None;
        }
        let left = self.left(index);
        let words = left.slice(self.page.text).trim_end();
        let of = words.trim_start_matches(['，', ',', ' ', '、', '（', '(']).strip_prefix('为')?.strip_suffix('的')?;
        if of.chars().count() < 2 {
            return None;
        }
        let start = left.lo() + words.len() - "的".len() - of.len();
        let subject = self.indicator(index)?;
        let phrase = subject.with("占").then(&Phrase::words(Span::new(start, start + of.len()))).with("比例");
        let mut name = Name::new(phrase, Phrase::default(), NamedBy::Inherited);
        name.subject = subject;
        Some(name)
    }

    /// 占应改造总数的九成: named with what it is a share of.
    pub(super) fn share(&self, index: usize) -> Option<Name> {
        let mention = &self.mentions[index];
        if mention.dimension() != Dimension::Ratio {
            return None;
        }
        let left = self.left(index);
        let words = left.slice(self.page.text);
        if mention.fraction.is_some()
            && trim::both(self.page, left).is_empty()
            && matches!(self.behind(index), Behind::Nothing)
        {
            let subject = self.indicator(index)?;
            return Some(Name::new(subject.with("占比"), Phrase::default(), NamedBy::Inherited));
        }
        let at = words.rfind('占')?;
        let of = trim::back(self.page, Span::new(left.lo() + at + "占".len(), left.hi()));
        let of_words = of.slice(self.page.text);
        if of_words.starts_with(['比', '有', '用', '地']) {
            return None;
        }
        let said = of_words.contains("比重") || of_words.contains("比例");
        let own = trim::both(self.page, Span::new(left.lo(), left.lo() + at));
        let own = if own.is_empty() { own } else { subject::cut(self.page, own) };
        let (subject, by) = if own.is_empty() {
            (self.indicator(index).unwrap_or_default(), NamedBy::Inherited)
        } else {
            (Phrase::words(own), NamedBy::HeadBefore)
        };
        let phrase = if of.is_empty() {
            subject.with("占比")
        } else {
            let taken = subject.then(&Phrase::words(Span::new(left.lo() + at, of.hi())));
            if said { taken } else { taken.with("比例") }
        };
        let mut name = Name::new(phrase, Phrase::default(), by);
        if own.is_empty() {
            name.subject = subject;
        }
        Some(name)
    }

    /// 高出全省平均2.1个百分点, 是上一个五年的2.3倍: compared with something, of the indicator before.
    pub(super) fn compared(&self, index: usize) -> Option<Name> {
        const CUES: [&str; 11] =
            ["高于", "低于", "高出", "低出", "超出", "超过全", "优于", "多于", "少于", "相当于", "超标"];
        const LOOSE: [&str; 2] = ["是", "比"];
        let slot = &self.slots[index];
        let left = trim::front(self.page, slot.left);
        let words = left.slice(self.page.text);
        let strict = CUES.iter().find(|cue| words.starts_with(**cue));
        let loose = || LOOSE.iter().find(|cue| words.starts_with(**cue));
        let cue = strict.or_else(|| loose().filter(|_| change::growth(self.page, left).is_none()))?;
        let against = words[cue.len()..].chars().count();
        if against < 2 && *cue != "超标" {
            return None;
        }
        let indicator = self.indicator(index)?;
        let own = trim::back(self.page, left);
        let mut name = Name::new(indicator.then(&Phrase::words(own)), Phrase::default(), NamedBy::Inherited);
        name.subject = indicator;
        Some(name)
    }

    /// 经济总量连年攀升，由318亿元…: the first of a pair that opens its clause speaks of the clause before.
    pub(super) fn dated_start(&self, index: usize) -> Option<Name> {
        let slot = &self.slots[index];
        let opens = slot.left.slice(self.page.text).trim_start().starts_with(['由', '从']);
        let topic = self.topic(index).filter(|_| opens && !slot.follows)?;
        Some(Name::new(topic, Phrase::default(), NamedBy::Inherited))
    }
}
