//! The noun behind the number: 18家规上工业企业, 组建2个医共体, 日处理能力300吨的设施.

use super::{Name, Namer};
use crate::Span;
use crate::lexicon::NamingClass;
use crate::model::{Dimension, NamedBy};
use crate::quantity::exclude::is_stop;
use crate::quantity::noun::{self, Behind};
use crate::quantity::phrase::Phrase;
use crate::quantity::{subject, trim};

impl Namer<'_> {
    /// 18家规上工业企业, 组建2个医共体, 超期贮存的6340吨危险废物.
    pub(super) fn counted_noun(&self, index: usize) -> Option<Name> {
        let Behind::Noun(noun) = self.behind(index) else { return None };
        let mention = &self.mentions[index];
        let left = self.left(index);
        let raw = left.slice(self.page.text).trim_end();
        if matches!(mention.dimension(), Dimension::Ratio | Dimension::PercentagePoint | Dimension::Multiple)
            && !self.page.text[mention.outer.hi()..].starts_with('的')
        {
            return None;
        }
        if self.capacity(index) {
            if is_matter(noun.slice(self.page.text)) {
                return None;
            }
            return Some(self.capacity_of(index, noun));
        }
        let noun_phrase = self.aspects(index, noun);
        let own = trim::both(self.page, trim::after_circumstance(self.page, left));
        if self.named_before(own, noun) && !raw.ends_with('的') {
            return None;
        }
        let deed = self.verb_before(left).is_none().then(|| self.done_to(index, noun)).flatten();
        let modifier = raw.ends_with('的').then(|| trim::both(self.page, left)).filter(|span| !span.is_empty());
        let sized = modifier.is_some_and(|span| self.is_condition(span));
        if let Some(modifier) = modifier.filter(|_| deed.is_none() || sized) {
            let modifier = trim::after_circumstance(self.page, modifier);
            let modifier = subject::closing_act(self.page, subject::cut(self.page, modifier));
            let mut name =
                Name::new(Phrase::words(modifier).then(&noun_phrase), Phrase::words(noun), NamedBy::HeadAfter);
            name.modifier = Phrase::words(modifier);
            return Some(name);
        }
        if let Some(deed) = deed {
            return Some(Name::new(noun_phrase.then(&deed), noun_phrase, NamedBy::HeadAndVerb));
        }
        if let Some(verb) = self.verb_before(left).filter(|_| !self.owns_the_next(index, noun)) {
            return Some(Name::new(Phrase::words(verb).then(&noun_phrase), noun_phrase, NamedBy::VerbAndHead));
        }
        // 县财政局已将12个部门的…: whoever acts upon the counted is no part of its name.
        let acted_upon = raw.ends_with(['将', '把', '对', '向', '给']);
        if own.is_empty() || acted_upon || self.verb_before(left).is_some() {
            let inherited = self.stacked_modifier(index);
            let mut name = Name::new(inherited.then(&noun_phrase), noun_phrase, NamedBy::HeadAfter);
            name.modifier = inherited;
            return Some(name);
        }
        Some(self.noun_on_both_sides(own, noun_phrase))
    }

    /// 收回36个单位结余资金1.2亿元: what the verb says is done to the things of the bodies, which are counted next.
    fn owns_the_next(&self, index: usize, noun: Span) -> bool {
        let Some(next) = self.mentions.get(index + 1).filter(|next| next.outer.lo() == self.slots[index].limit) else {
            return false;
        };
        let between = self.page.text.get(noun.hi()..next.outer.lo()).unwrap_or_default();
        let thing = between.chars().count() >= 2 && !between.contains(is_stop);
        thing && self.page.words(noun).last().is_some_and(|last| last.is(NamingClass::Body))
    }

    /// 4个方面35个问题: the aspects are those of what is counted next.
    pub(super) fn aspects(&self, index: usize, noun: Span) -> Phrase {
        let own = Phrase::words(noun);
        let stacked = self.slots.get(index + 1).is_some_and(|next| next.clause == self.slots[index].clause);
        if noun.slice(self.page.text) != "方面" || !stacked {
            return own;
        }
        match self.behind(index + 1) {
            Behind::Noun(next) if next.slice(self.page.text).chars().count() <= 8 => Phrase::words(next).then(&own),
            _ => own,
        }
    }

    /// 反馈的4个方面35个问题: stacked counts share the modifier of the first.
    pub(super) fn stacked_modifier(&self, index: usize) -> Phrase {
        let at = self.mentions[index].outer;
        let touches = |noun: Span| noun.hi() == at.lo() || noun.lo() >= at.hi();
        let stacked =
            self.slots[index].follows && matches!(self.behind(index - 1), Behind::Noun(noun) if touches(noun));
        if stacked { self.done[index - 1].modifier.clone() } else { Phrase::default() }
    }

    /// Whether the mention measures what the words before it say (日处理能力300吨的设施), not the noun behind it.
    pub(super) fn capacity(&self, index: usize) -> bool {
        let mention = &self.mentions[index];
        let left = trim::both(self.page, self.left(index));
        mention.dimension() != Dimension::Count
            && self.page.text[mention.outer.hi()..].starts_with('的')
            && !left.is_empty()
            && !self.page.text[..mention.outer.lo()].trim_end().ends_with('的')
            && self.verb_before(left).is_none_or(|verb| verb.len() < left.len())
    }

    pub(super) fn capacity_of(&self, index: usize, noun: Span) -> Name {
        let own = subject::behind_verb(self.page, trim::both(self.page, self.left(index)));
        let own = Phrase::words(own);
        Name::new(Phrase::words(noun).then(&own), Phrase::default(), NamedBy::HeadAndVerb)
    }

    /// 整改调度会13次研究整改: a noun before and a verb behind; the words before name it.
    pub(super) fn named_before(&self, own: Span, behind: Span) -> bool {
        let relative = |word: &str| matches!(word, "有" | "无");
        let verb =
            self.page.words(behind).first().is_some_and(|first| first.tag.starts_with('v') && !relative(first.word));
        let noun = self.page.words(own).last().is_some_and(|last| {
            last.tag.starts_with(['n', 'j']) && !last.is(NamingClass::Act) || noun::is_suffix(last.word)
        });
        verb && noun
    }

    /// 沿河137个入河排污口, 公开招标保洁、陪护2个项目: words before that limit the noun behind.
    pub(super) fn noun_on_both_sides(&self, own: Span, noun: Phrase) -> Name {
        let own = subject::cut(self.page, own);
        let tagged = self.page.words(own);
        let chars = own.slice(self.page.text).chars().count();
        let tied = tagged.last().is_some_and(|last| last.tag == "p");
        let place = tagged.last().is_some_and(|last| last.tag.starts_with(['s', 'f']));
        let act = tagged.first().is_some_and(|first| first.is(NamingClass::Act) || first.word == "重新");
        let kept = !tied && (chars <= 4 || place && chars <= 6 || act && chars <= 12);
        let phrase = if kept { Phrase::words(own).then(&noun) } else { noun.clone() };
        Name::new(phrase, noun, NamedBy::HeadAfter)
    }

    /// The verb that ends the words before a number: 先后召开25次党组会.
    pub(super) fn verb_before(&self, left: Span) -> Option<Span> {
        let left = trim::back(self.page, left);
        let mut start = left.hi();
        for word in self.page.words(left).iter().rev().take(4) {
            if word.is(NamingClass::Cause) && start == left.hi() {
                return None;
            }
            if !(word.is(NamingClass::Act) || start == left.hi() && word.tag.starts_with('v')) {
                break;
            }
            start = word.span.lo();
        }
        (start < left.hi()).then(|| Span::new(start, left.hi()))
    }

    /// 对2名采购负责人给予政务警告处分: what was done to persons is part of the name.
    pub(super) fn done_to(&self, index: usize, noun: Span) -> Option<Phrase> {
        let mention = &self.mentions[index];
        let persons = matches!(mention.unit.as_ref(), "人" | "名" | "位");
        let bare = noun.slice(self.page.text).chars().count() <= 2;
        let modified = self.page.text[..mention.outer.lo()].trim_end().ends_with('的');
        if !persons && (!bare || modified) {
            return None;
        }
        let clause = self.page.clause(self.slots[index].clause).span;
        if self.slots.get(index + 1).is_some_and(|next| next.clause == self.slots[index].clause) {
            return None;
        }
        let rest = Span::new(noun.hi(), self.slots[index].limit.min(clause.hi()).max(noun.hi()));
        let words = rest.slice(self.page.text);
        if words.starts_with(['的', '中', '里']) {
            return None;
        }
        let end = words.find(['，', '；', '。', '、', ',', ';', '（', '\n', '：']).unwrap_or(words.len());
        let words = &words[..end];
        let light = ["进行", "给予", "予以", "依法", "分别", "均已", "已", "逐一", "全部", "均", "全员"];
        let skip = light.iter().find(|verb| words.starts_with(**verb)).map_or(0, |verb| verb.len());
        let (start, words) = (noun.hi() + skip, &words[skip..]);
        let noun = Span::new(start, start);
        let end = words.len();
        (2..=12).contains(&words.chars().count()).then(|| Phrase::words(Span::new(noun.hi(), noun.hi() + end)))
    }
}

/// A noun that only wraps what is said before it: 关于多计工程款12.36万元的问题 counts no problems.
fn is_matter(noun: &str) -> bool {
    matches!(noun, "问题" | "情况" | "事项" | "现象" | "行为")
}
