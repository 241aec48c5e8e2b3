//! Parts told by their place: in a bracket, behind 其中, in a list, as a remainder.

use super::{Weaver, ends_sentence, is_mark, scaled};
use crate::lexicon::{NamingClass, RoleCue};
use crate::model::Dimension;
use rust_decimal::Decimal;

impl Weaver<'_> {
    /// 田长68名（镇级1名、村级12名）: a bracket behind a number holds its parts.
    pub(super) fn bracketed(&self, index: usize) -> Option<usize> {
        let bracket = self.figures.slots[index].bracket?;
        let first = self.kin_before(index).find(|&j| self.figures.mentions[j].outer.hi() <= bracket.lo())?;
        let between = self.figures.page.text[self.figures.mentions[first].outer.hi()..bracket.lo()].trim();
        let close = between.chars().count() <= 12 && !between.contains(is_mark);
        close.then_some(first)
    }

    /// 6家钢铁企业中5家, 265个问题中，要求立行立改的189个, 办结件中，反映选人用人41件.
    pub(super) fn among(&self, index: usize) -> Option<usize> {
        let gap = self.gap(index);
        if !gap.contains('中') {
            return None;
        }
        let whole = self.kin_before(index).find(|&j| index - j <= 6)?;
        let from = gap.char_indices().rev().find(|(_, c)| ends_sentence(*c)).map_or(0, |(at, c)| at + c.len_utf8());
        let words = &gap[from..];
        let first = words.find('中')?;
        if words[..first].contains(['，', ',', '、', '：']) {
            return None;
        }
        let tagged = self.figures.page.lexicon.segmenter().tag(words);
        let before: usize = tagged.iter().take_while(|word| word.word != "中").map(|word| word.word.len()).sum();
        let opens = before < words.len() && !words[..before].contains(['，', ',', '、', '：']);
        opens.then_some(whole)
    }

    /// 其余4个, 剩余17条, 另2人: what remains of the whole that the parts before were taken from.
    pub(super) fn remainder(&self, index: usize) -> Option<usize> {
        let opened = self.figures.page.lexicon.naming.of(NamingClass::Rest).any_in(self.own(index));
        if !self.figures.names[index].rest && !opened {
            return None;
        }
        let mut before = self.in_sentence(index).peekable();
        if before.peek().is_some() || self.topic_of_another_unit(index).is_some() {
            let mut sets = self.in_sentence(index).filter(|&j| self.is_topic(j));
            return before
                .find_map(|j| self.done[j])
                .or_else(|| sets.next())
                .or_else(|| self.topic_of_another_unit(index));
        }
        let last = self.kin_before(index).find(|&j| index - j <= 4 && self.problem(j) == self.problem(index))?;
        Some(self.done[last].unwrap_or(last))
    }

    /// The parts that 其中 opens, up to the end of the sentence or the next independent clause.
    pub(super) fn listed(&self, index: usize) -> Option<usize> {
        let at = self.figures.mentions[index].outer.lo();
        let opening = *self.openings[..self.openings.partition_point(|cue| cue.lo() < at)].last()?;
        if opening.lo() < self.figures.slots[index].sentence {
            return None;
        }
        if self.figures.page.scan.marks.bracket_at(opening.lo()).is_some_and(|bracket| bracket.hi() <= at) {
            return None;
        }
        let first = self.figures.mentions.partition_point(|m| m.outer.lo() < opening.lo());
        if index == first {
            return self.whole_before(index);
        }
        let whole = self.counterpart(index, self.done.get(first).copied().flatten()?)?;
        let goes_on = self.in_sentence(index).find(|&j| j >= first).is_none_or(|j| self.done[j].is_some());
        (goes_on && !self.breaks(first, index, whole)).then_some(whole)
    }

    /// The nearest quantity before `index` of the same sort, else the one right before it of another classifier
    /// (学校40所，其中教学点6个).
    pub(super) fn whole_before(&self, index: usize) -> Option<usize> {
        let sentence = self.figures.slots[index].sentence;
        let mut near = self.kin_before(index).filter(|&j| !self.is_comparison(j));
        let same = near.find(|&j| self.figures.slots[j].sentence == sentence || index - j <= 4);
        same.or_else(|| {
            let before =
                index.checked_sub(1).filter(|&j| self.figures.slots[j].sentence == sentence && self.usable(j))?;
            let counted = |k: usize| self.figures.mentions[k].dimension() == Dimension::Count;
            (counted(index) && counted(before)).then_some(before)
        })
    }

    /// The quantity of the sort of `index` that is, or measures beside it the same as, `whole` (往来款项86笔、412.7万元).
    pub(super) fn counterpart(&self, index: usize, whole: usize) -> Option<usize> {
        let after = Some(whole + 1).filter(|&j| j < index && self.measures_too(j));
        let before = whole.checked_sub(1).filter(|_| self.measures_too(whole));
        [Some(whole), after, before].into_iter().flatten().find(|&j| {
            j < index && self.kin(index, j) && self.figures.slots[j].sentence == self.figures.slots[whole].sentence
        })
    }

    /// 86笔、412.7万元; 图斑23个、面积58.7亩; 9起，涉案金额3万元: a second measure of what the number before counts.
    fn measures_too(&self, index: usize) -> bool {
        const LONGEST: usize = 6;
        let own = self.own(index);
        let last =
            self.figures.page.words(self.own_span(index)).last().is_some_and(|last| last.is(NamingClass::Measure));
        own.is_empty() || last && own.chars().nth(LONGEST).is_none()
    }

    /// Whether the parts found so far in the sentence already make the whole.
    pub(super) fn is_full(&self, index: usize, whole: usize) -> bool {
        if self.figures.slots[index].sentence != self.figures.slots[whole].sentence {
            return false;
        }
        let parts = (whole + 1..index).filter(|&part| self.done[part] == Some(whole));
        let values = parts.map(|part| scaled(&self.figures.mentions[part]));
        let (count, sum) =
            values.fold((0, Decimal::ZERO), |(count, sum), value| (count + 1, sum.saturating_add(value)));
        count >= 2 && sum == scaled(&self.figures.mentions[whole])
    }

    /// Whether a list of parts has ended before mention `index`: an act of its own behind a list of nouns, or more than the
    /// whole where only the list's going on would make it a part.
    pub(super) fn breaks(&self, first: usize, index: usize, whole: usize) -> bool {
        if self.figures.slots[index].clause == self.figures.slots[index - 1].clause {
            return false;
        }
        scaled(&self.figures.mentions[index]) > scaled(&self.figures.mentions[whole])
            || self.acts(index) && !self.acts(first) && !self.has_cue(index, RoleCue::Part)
            || self.nouns[index] && !self.own(index).is_empty() && !self.shares_noun(index, whole)
    }

    /// 已完成26项、基本完成5项: strung on a part by an enumeration mark.
    pub(super) fn strung(&self, index: usize) -> Option<usize> {
        let before = index.checked_sub(1)?;
        let between = self.figures.page.text
            [self.figures.mentions[before].outer.hi()..self.figures.mentions[index].outer.lo()]
            .trim_start();
        if !between.starts_with('、') || self.figures.names[before].rest {
            return None;
        }
        self.counterpart(index, self.done[before]?)
    }

    /// 其中第一种形态4406人次，占69.7%；第二种形态1428人次: a list that goes on in the next sentence in the same form.
    pub(super) fn parallel(&self, index: usize) -> Option<usize> {
        let part = (index.saturating_sub(4)..index).rev().find(|&j| self.kin(index, j))?;
        if self.figures.slots[part].sentence == self.figures.slots[index].sentence {
            return None;
        }
        let whole = self.done[part]?;
        let (one, other) = (&self.figures.texts[part], &self.figures.texts[index]);
        let differ = one.chars().zip(other.chars()).filter(|(a, b)| a != b).count();
        let letters = one.chars().count();
        (differ == 1 && letters >= 4 && letters == other.chars().count()).then_some(whole)
    }

    /// 确认整改到位35个，重新纳入台账3个 of 38: what makes the parts before it the whole, to a unit.
    pub(super) fn completes(&self, index: usize) -> Option<usize> {
        let near = (index.saturating_sub(8)..index).rev().filter(|&j| self.kin(index, j));
        let whole = near.clone().find_map(|j| self.done[j])?;
        let parts: Decimal =
            near.filter(|&j| self.done[j] == Some(whole)).map(|j| scaled(&self.figures.mentions[j])).sum();
        let sentence = self.figures.slots[whole].sentence == self.figures.slots[index].sentence;
        let close = if sentence && !self.nouns[index] {
            !self.figures.names[index].from && !self.ends_pair(index)
        } else {
            self.problem(whole) == self.problem(index) && self.shares_noun(index, whole)
        };
        (close && parts.saturating_add(scaled(&self.figures.mentions[index])) == scaled(&self.figures.mentions[whole]))
            .then_some(whole)
    }
}
