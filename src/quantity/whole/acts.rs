//! Parts told by what was done: an act upon a set that was named before (已整改33个, 办结29件), or what was picked from one.

use super::{REACH, Weaver};
use crate::lexicon::RoleCue;
use crate::model::Dimension;

impl Weaver<'_> {
    /// 29个问题整改到位28个, 28项任务有9项未完成: said of the number before in one clause.
    pub(super) fn predicate(&self, index: usize) -> Option<usize> {
        let before = index.checked_sub(1).filter(|&j| self.kin(index, j) && self.usable(j))?;
        let (one, other) = (&self.figures.slots[before], &self.figures.slots[index]);
        if one.clause != other.clause || one.bracket != other.bracket || self.nouns[index] {
            return None;
        }
        let between = self.figures.page.text
            [self.figures.mentions[before].outer.hi()..self.figures.mentions[index].outer.lo()]
            .trim();
        let joined = between.is_empty() || between.contains('、') || between.starts_with(['和', '及', '与', '以']);
        let said = self.bare(index) || between.ends_with('有') || self.has_cue(index, RoleCue::Part);
        (!joined && said).then_some(before)
    }

    /// 评价为优的13个, 应完成的148条: picked from a set by a relative clause, with no noun of its own.
    pub(super) fn picked(&self, index: usize) -> Option<usize> {
        if !self.is_picked(index) || self.figures.mentions[index].dimension() != Dimension::Count {
            return None;
        }
        let sibling = self.in_sentence(index).find(|&j| self.is_picked(j));
        let whole = sibling.and_then(|j| self.done[j]).or_else(|| self.set_before(index))?;
        self.fits(index, whole).then_some(whole)
    }

    /// 已整改33个, 办结29件, 八件已完成: an act upon the set that was named before, which the words leave out.
    pub(super) fn worked_off(&self, index: usize) -> Option<usize> {
        if self.nouns[index] {
            return self.worked_off_noun(index);
        }
        let own = self.own(index);
        let whole = self.set_before(index);
        if own.is_empty() {
            // 抽查12所食堂，6所存在问题: in one sentence the count alone is enough.
            let beside = |whole: usize| {
                self.figures.slots[whole].sentence == self.figures.slots[index].sentence && self.nouns[whole]
            };
            let said = |whole: usize| self.is_under_way(index) || beside(whole) && self.fits(index, whole);
            return whole.filter(|&whole| said(whole));
        }
        if !self.has_cue(index, RoleCue::Part) || own.contains('应') {
            return None;
        }
        let money = self.figures.mentions[index].dimension() == Dimension::Money;
        let opens = self.figures.page.lexicon.role.prefix_of(own).filter(|(_, cue)| **cue == RoleCue::Part);
        let closes = self.figures.page.lexicon.role.suffix_of(own).is_some_and(|(_, cue)| *cue == RoleCue::Part);
        let bare = self.bare(index) && (!money || opens.is_some()) || opens.is_some_and(|(len, _)| len == own.len());
        let whole = whole.or_else(|| self.topic_of_another_unit(index).filter(|_| bare))?;
        let names_set = (opens.is_some() || closes || own.contains('已')) && self.shares_noun(index, whole);
        (bare || names_set).then_some(whole)
    }

    /// 7个项目…，已拨付5个项目: an act upon a set that names its noun again.
    fn worked_off_noun(&self, index: usize) -> Option<usize> {
        let set = self.in_sentence(index).next()?;
        let done = self.own(index).starts_with('已') && self.nouns[set] && !self.own(set).contains('已');
        (done && self.shares_noun(index, set) && self.fits(index, set)).then_some(set)
    }

    /// 对625座电站开展核查，发现瞒报的电站58座: found in a set of the same noun.
    pub(super) fn found_in(&self, index: usize) -> Option<usize> {
        let set = self.in_sentence(index).next()?;
        let found = self.is_finding(index) && !self.is_finding(set) && !self.is_state(set);
        (found && self.shares_noun(index, set) && self.fits(index, set)).then_some(set)
    }

    /// 注销2家、合并3家 behind 对14家社会团体…: bare acts upon a topic, and acts that go on a list of parts.
    pub(super) fn acted(&self, index: usize) -> Option<usize> {
        if self.nouns[index] || !self.bare(index) || self.own(index).is_empty() {
            return None;
        }
        let before = self.in_sentence(index).next()?;
        match self.done[before] {
            Some(whole) if self.bare(before) && !self.is_set(before) => Some(whole),
            _ => self.is_topic(before).then_some(before),
        }
    }

    /// The set that an act or a remainder speaks of: in the sentence, else the last one named before in the same problem.
    pub(super) fn set_before(&self, index: usize) -> Option<usize> {
        let set = |j: usize| if self.is_set(j) { j } else { self.done[j].unwrap_or(j) };
        if let Some(j) = self.in_sentence(index).next() {
            // 部分整改1个，尚未整改1个: two states of something that is not said.
            return Some(set(j)).filter(|&whole| whole != j || !self.is_state(j));
        }
        if self.topic_of_another_unit(index).is_some() {
            return None;
        }
        let mut near =
            self.kin_before(index).filter(|&j| !self.figures.names[j].rest && self.problem(j) == self.problem(index));
        let whole = near.find(|&j| index - j <= 8 || self.shares_noun(index, j)).map(set)?;
        // A task in a heading may be outdone: 新增学位1500个。已新增1620个.
        (!self.is_task(whole) || self.fits(index, whole)).then_some(whole)
    }

    /// Whether a mention only tells how far something has come.
    fn is_state(&self, index: usize) -> bool {
        let status = [RoleCue::Part, RoleCue::Other].into_iter().any(|cue| self.has_cue(index, cue));
        status && self.bare(index) && !self.is_set(index)
    }

    /// 对17个城镇小区配套幼儿园…，已移交15所: the topic is counted by 个, its parts by their own classifier.
    pub(super) fn topic_of_another_unit(&self, index: usize) -> Option<usize> {
        let sentence = self.figures.slots[index].sentence;
        let mut near =
            (index.saturating_sub(REACH)..index).rev().take_while(|&j| self.figures.slots[j].sentence == sentence);
        let counted = self.figures.mentions[index].dimension() == Dimension::Count;
        near.find(|&j| {
            counted && self.figures.mentions[j].unit == "个" && self.own(j).starts_with('对') && self.nouns[j]
        })
    }
}
