//! The words before the number: 高企总数达到124家, 印发通知2份.

use super::shorten::{plain_head, shortened, undated};
use super::{Name, Namer, family};
use crate::Span;
use crate::lexicon::NamingClass;
use crate::model::{Change, Direction, NamedBy};
use crate::quantity::phrase::Phrase;
use crate::quantity::{subject, trim};

impl Namer<'_> {
    /// 高企总数达到124家, 印发通知2份, 划拨3宗.
    pub(super) fn words_before(&self, index: usize) -> Option<Name> {
        let left = self.left(index);
        let own = trim::both(self.page, trim::after_circumstance(self.page, left));
        if own.is_empty() || own.slice(self.page.text) == "中" {
            return None;
        }
        let own = subject::cut(self.page, own);
        let takes_deed = self.mentions[index].unit == "次" || self.causes(own);
        let deed = if takes_deed { self.deed_words(index) } else { Phrase::default() };
        if !deed.is_empty() {
            return Some(Name::new(Phrase::words(own).then(&deed), Phrase::default(), NamedBy::HeadAndVerb));
        }
        if let Some(name) = self.graded(index, own).or_else(|| self.exemplified(index)) {
            return Some(name);
        }
        if let Some(name) = self.told_of(own) {
            return Some(name);
        }
        let closed = self.page.text[..self.mentions[index].outer.lo()].trim_end().ends_with('的');
        if closed || self.bare(own) {
            if let Some(head) = self.antecedent(index).filter(|_| self.may_elide(index, own)) {
                return Some(Name::new(Phrase::words(own).then(&head), head, NamedBy::Elided));
            }
            return Some(Name::new(Phrase::words(own), Phrase::default(), NamedBy::HeadBefore));
        }
        if self.is_condition(own) {
            let head = self.antecedent(index)?;
            return Some(Name::new(Phrase::words(own).then(&head), head, NamedBy::PartOf));
        }
        if self.is_aspect(own)
            && let Some(head) = self.nearest_head(index)
        {
            return Some(Name::new(head.then(&Phrase::words(own)), Phrase::default(), NamedBy::Elided));
        }
        if own.slice(self.page.text) == "涉及" && family(&self.mentions[index]) == "人" {
            return Some(Name::new(Phrase::words(own).with("人员"), Phrase::default(), NamedBy::HeadBefore));
        }
        let own = shortened(self.page, own);
        let head = subject::object(self.page, own.last());
        let head =
            if self.is_aspect(head) { Phrase::default() } else { undated(self.page, plain_head(self.page, head)) };
        let mut name = Name::new(own.phrase(self.page), head, NamedBy::HeadBefore);
        name.change = self.net_change(own.last());
        Some(name)
    }

    /// “三个一批”项目共签约12个: an act told of the noun before it, tied by 共 or 已.
    fn told_of(&self, own: Span) -> Option<Name> {
        let words = own.slice(self.page.text);
        let tie = words.rfind(['共', '已']).filter(|at| *at > 0)?;
        let act = Span::new(own.lo() + tie + "共".len(), own.hi());
        let noun = trim::back(self.page, Span::new(own.lo(), own.lo() + tie));
        let tied =
            self.page.words(own).iter().any(|word| word.span.lo() == own.lo() + tie && word.span.hi() == act.lo());
        let nominal = self.page.words(noun).last().is_some_and(|last| last.tag.starts_with(['n', 'j']));
        if !tied || act.is_empty() || !nominal || !self.bare(act) {
            return None;
        }
        let noun = Phrase::words(subject::cut(self.page, noun));
        Some(Name::new(Phrase::words(act).then(&noun), noun, NamedBy::VerbAndHead))
    }

    /// 净增经营主体2.6万户: a change by its verb.
    pub(super) fn net_change(&self, own: Span) -> Option<Change> {
        let words = own.slice(self.page.text);
        if !words.contains('净') {
            return None;
        }
        let direction = if words.contains("净增") {
            Direction::Up
        } else if words.contains("净减") {
            Direction::Down
        } else {
            return None;
        };
        Some(Change { direction, basis: None })
    }

    /// Whether `words` are nothing but a verb that takes a clause: 组织1460人次签订承诺书.
    pub(super) fn causes(&self, words: Span) -> bool {
        self.page.lexicon.naming.of(NamingClass::Cause).get(words.slice(self.page.text)).is_some()
    }

    /// 其中第三幼儿园、镇中心幼儿园等4所已投用: examples name nothing; what was done and the noun from before do.
    pub(super) fn exemplified(&self, index: usize) -> Option<Name> {
        let before = self.page.text[..self.mentions[index].outer.lo()].trim_end();
        let deed = self.deed_words(index);
        if !before.ends_with('等') || deed.is_empty() {
            return None;
        }
        let head = self.antecedent(index)?;
        Some(Name::new(deed.then(&head), head, NamedBy::HeadAndVerb))
    }

    /// 评价为优的8个、良的6个: the second grade takes the verb of the first.
    pub(super) fn graded(&self, index: usize, own: Span) -> Option<Name> {
        let before = index.checked_sub(1).filter(|_| self.slots[index].follows)?;
        let short = own.slice(self.page.text).chars().count() <= 2;
        let own_of = self.page.text[own.hi()..].starts_with('的');
        let first = trim::front(self.page, self.slots[before].left);
        let words = first.slice(self.page.text);
        let at = words.rfind('为')? + "为".len();
        let grade = words[at..].trim_end_matches('的');
        if !(short && own_of && words.ends_with('的') && grade.chars().count() <= 3) {
            return None;
        }
        let verb = Phrase::words(Span::new(first.lo(), first.lo() + at));
        let head = self.done[before].head.clone();
        Some(Name::new(verb.then(&Phrase::words(own)).then(&head), head, NamedBy::Elided))
    }

    /// 面积, 金额, 总数: an aspect of the thing given before.
    pub(super) fn is_aspect(&self, own: Span) -> bool {
        const ASPECTS: [&str; 12] =
            ["面积", "金额", "总数", "总量", "总额", "占比", "比例", "比重", "总面积", "总金额", "人数", "涉及面积"];
        const LONGEST: usize = 16 * 3;
        const MANNERS: [&str; 12] =
            ["日均", "年均", "月均", "增速", "增幅", "降幅", "最长", "最高", "最大", "最多", "最低", "最短"];
        let words = own.slice(self.page.text);
        if words.len() > LONGEST {
            return false;
        }
        ASPECTS.contains(&words) || MANNERS.contains(&words) || words.ends_with("面积") && words.starts_with("占")
    }

    /// 其中10亿元以上6个: nothing but a size condition.
    pub(super) fn is_condition(&self, own: Span) -> bool {
        let words = own.slice(self.page.text);
        let bounded =
            words.ends_with(['上', '下', '内']) && ["以上", "以下", "以内"].iter().any(|word| words.ends_with(word));
        bounded && (words.bytes().any(|byte| byte.is_ascii_digit()) || words.contains('元'))
    }
}
