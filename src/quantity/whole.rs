//! Part and whole: which earlier quantity this one is a part of.
//!
//! Mentions are read in the order of the text. Each way in which a notice ties a part to its whole is one function;
//! [`Weaver::whole`] says in which order they are asked. The values are no evidence: a notice whose parts exceed the whole
//! is what a checker wants to see. They only break ties where a list may or may not go on.

use super::mention::Mention;
use super::name::Name;
use super::page::Page;
use super::slot::Slot;
use crate::Span;
use crate::lexicon::{NamingClass, RoleCue};
use crate::model::{Dimension, NamedBy};

/// For each mention the index of its whole.
pub(super) fn wholes(page: &Page<'_>, mentions: &[Mention], slots: &[Slot], names: &[Name]) -> Vec<Option<usize>> {
    let mut weaver =
        Weaver { page, mentions, slots, names, openings: openings(page), done: Vec::with_capacity(mentions.len()) };
    for index in 0..mentions.len() {
        let whole = weaver.whole(index);
        weaver.done.push(whole);
    }
    weaver.done
}

/// How many mentions back a whole is looked for.
const REACH: usize = 24;

struct Weaver<'a> {
    page: &'a Page<'a>,
    mentions: &'a [Mention],
    slots: &'a [Slot],
    names: &'a [Name],
    /// Places of 其中, 包括, 含 where they open a list of parts.
    openings: Vec<Span>,
    done: Vec<Option<usize>>,
}

/// Where 其中, 包括, 含 stand at the head of a clause or bracket (not 包含 in a noun, 含 in 含量).
fn openings(page: &Page<'_>) -> Vec<Span> {
    let heads =
        |at: usize| page.text[..at].trim_end().chars().next_back().is_none_or(|c| "，,。；;（(：:、\n".contains(c));
    let words = page.lexicon.naming.of(NamingClass::Part);
    words.find_in(page.text).map(|(span, ())| span).filter(|span| heads(span.lo())).collect()
}

impl Weaver<'_> {
    fn whole(&self, index: usize) -> Option<usize> {
        if !self.can_be_part(index) {
            return None;
        }
        self.second_of_pair(index)
            .or_else(|| self.bracketed(index))
            .or_else(|| self.among(index))
            .or_else(|| self.remainder(index))
            .or_else(|| self.listed(index))
            .or_else(|| self.predicate(index))
            .or_else(|| self.relative(index))
            .or_else(|| self.worked_off(index))
            .or_else(|| self.acted(index))
            .or_else(|| self.parallel(index))
    }

    /// A count or an amount; no share, no change, no stretch of time.
    fn can_be_part(&self, index: usize) -> bool {
        let sums = !matches!(
            self.mentions[index].dimension(),
            Dimension::Ratio
                | Dimension::PercentagePoint
                | Dimension::Multiple
                | Dimension::Time
                | Dimension::Rank
                | Dimension::Score
                | Dimension::Temperature
                | Dimension::Compound
        );
        sums && (self.names[index].change.is_none() || index > 0 && self.names[index - 1].from)
    }

    /// Both numbers of a pair are parts of one whole: 其中50万元以上的村由1个增加到3个.
    fn second_of_pair(&self, index: usize) -> Option<usize> {
        let before = index.checked_sub(1).filter(|&before| self.names[before].from)?;
        self.done[before]
    }

    /// 田长68名（镇级1名、村级12名）: a bracket behind a number holds its parts.
    fn bracketed(&self, index: usize) -> Option<usize> {
        let bracket = self.slots[index].bracket?;
        let first = self.kin_before(index).find(|&j| self.mentions[j].span.hi() <= bracket.lo())?;
        let between = self.page.text[self.mentions[first].outer.hi()..bracket.lo()].trim();
        let close = between.chars().count() <= 12 && !between.contains(is_mark);
        close.then_some(first)
    }

    /// 6家钢铁企业中5家, 265个问题中，要求立行立改的189个, 办结件中，反映选人用人41件.
    fn among(&self, index: usize) -> Option<usize> {
        let gap = self.gap(index);
        if !gap.contains('中') {
            return None;
        }
        let from =
            gap.rfind(['。', '；', '\n', ';']).map_or(0, |at| at + gap[at..].chars().next().map_or(0, char::len_utf8));
        let words = &gap[from..];
        let tagged = self.page.lexicon.segmenter().tag(words);
        let mut at = 0;
        for word in &tagged {
            if word.word == "中" {
                break;
            }
            at += word.word.len();
        }
        let opens = at < words.len() && !words[..at].contains(['，', ',', '、', '：']);
        opens.then(|| self.kin_near(index)).flatten()
    }

    /// 其余4个, 剩余17条, 另2人: what remains of the whole that the parts before were taken from.
    fn remainder(&self, index: usize) -> Option<usize> {
        let words = self.own(index);
        let opened = self.page.lexicon.naming.of(NamingClass::Rest).find_in(words).next().is_some();
        if !self.names[index].rest && !opened {
            return None;
        }
        let near = (index.saturating_sub(REACH)..index).rev().filter(|&j| self.kin(index, j));
        let part = near.clone().find_map(|j| self.done[j]);
        part.or_else(|| self.in_sentence(index).next())
    }

    /// The parts that 其中 opens, up to the end of the sentence or the next independent clause.
    fn listed(&self, index: usize) -> Option<usize> {
        let at = self.mentions[index].outer.lo();
        let opening = *self.openings[..self.openings.partition_point(|cue| cue.lo() < at)].last()?;
        if opening.lo() < self.slots[index].sentence {
            return None;
        }
        let first = self.mentions.partition_point(|m| m.outer.lo() < opening.lo());
        if let Some(bracket) = self.page.scan.marks.bracket_at(opening.lo()) {
            if bracket.hi() <= at {
                return None;
            }
        }
        let whole = self.whole_before(first, index)?;
        let goes_on = self.in_sentence(index).find(|&j| j >= first).is_none_or(|j| self.done[j].is_some());
        let open = index == first || goes_on && !self.breaks(first, index, whole);
        open.then_some(whole)
    }

    /// The nearest quantity before mention `first` of the sort that mention `index` is.
    fn whole_before(&self, first: usize, index: usize) -> Option<usize> {
        let near = (first.saturating_sub(REACH)..first).rev().filter(|&j| self.usable(j));
        let sentence = self.slots[first].sentence;
        let same = near.clone().find(|&j| self.kin(index, j) && (self.slots[j].sentence == sentence || first - j <= 4));
        // 学校40所，其中教学点6个: another classifier, where the two stand side by side.
        same.or_else(|| {
            let j = first.checked_sub(1).filter(|&j| index == first && self.slots[j].sentence == sentence)?;
            let counted = |k: usize| self.mentions[k].dimension() == Dimension::Count;
            (counted(index) && counted(j) && self.usable(j)).then_some(j)
        })
    }

    /// Whether a list of parts has ended before mention `index`: an act of its own behind a list of nouns, or more than the
    /// whole where only the list's going on would make it a part.
    fn breaks(&self, first: usize, index: usize, whole: usize) -> bool {
        let new_clause = self.slots[index].clause > self.slots[index - 1].clause;
        if !new_clause {
            return false;
        }
        let acts = |k: usize| self.names[k].head.is_empty() || self.names[k].by == NamedBy::Elided;
        scaled(&self.mentions[index]) > scaled(&self.mentions[whole])
            || acts(index) && !acts(first) && !self.has_cue(index, RoleCue::Part)
            || self.names[index].by == NamedBy::VerbAndHead && !self.shares_noun(index, whole)
    }

    /// 29个问题整改到位28个, 28项任务有9项未完成: said of the number before in one clause.
    fn predicate(&self, index: usize) -> Option<usize> {
        let before = index.checked_sub(1).filter(|&j| self.kin(index, j) && self.usable(j))?;
        let (one, other) = (&self.slots[before], &self.slots[index]);
        if one.clause != other.clause || one.bracket != other.bracket {
            return None;
        }
        let between = self.page.text[self.mentions[before].outer.hi()..self.mentions[index].outer.lo()].trim();
        let joined =
            between.is_empty() || between.contains(['、', '和', '及', '与']) && !self.has_cue(index, RoleCue::Part);
        let said = self.bare(index) || between.ends_with('有') || self.has_cue(index, RoleCue::Part);
        (!joined && said && !self.own_noun(index)).then_some(before)
    }

    /// 评价为优的13个, 应完成的148条: picked from a set by a relative clause, with no noun of its own.
    fn relative(&self, index: usize) -> Option<usize> {
        let picked = self.words_before(index).ends_with('的') && !self.own_noun(index);
        if !picked {
            return None;
        }
        let sibling = self.in_sentence(index).find(|&j| self.words_before(j).ends_with('的') && !self.own_noun(j));
        sibling.and_then(|j| self.done[j]).or_else(|| self.set_before(index))
    }

    /// 已整改33个, 办结29件: an act upon the set that was named before, which the words leave out.
    fn worked_off(&self, index: usize) -> Option<usize> {
        if self.own_noun(index) || !self.has_cue(index, RoleCue::Part) {
            return None;
        }
        let elided = self.bare(index) || self.names[index].by == NamedBy::HeadAndVerb;
        let whole = self.set_before(index)?;
        (elided || self.shares_noun(index, whole)).then_some(whole)
    }

    /// 注销2家、合并3家 behind 对14家社会团体…: bare acts upon a topic, and acts that go on a list of parts.
    fn acted(&self, index: usize) -> Option<usize> {
        if !self.bare(index) && self.names[index].by != NamedBy::HeadAndVerb || self.own_noun(index) {
            return None;
        }
        let before = self.in_sentence(index).next()?;
        if self.names[index].rest {
            return None;
        }
        match self.done[before] {
            Some(whole) if self.bare(before) => Some(whole),
            _ => self.is_topic(before).then_some(before),
        }
    }

    /// 其中第一种形态4406人次，占69.7%；第二种形态1428人次: a list that goes on in the next sentence in the same form.
    fn parallel(&self, index: usize) -> Option<usize> {
        if self.in_sentence(index).next().is_some() {
            return None;
        }
        let part = (index.saturating_sub(4)..index).rev().find(|&j| self.kin(index, j))?;
        let (one, other) =
            (self.names[part].phrase.text(self.page.text), self.names[index].phrase.text(self.page.text));
        let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
        let differ = one.iter().zip(&other).filter(|(a, b)| a != b).count();
        let alike = one.len() == other.len() && differ == 1 && one.len() >= 4;
        self.done[part].filter(|_| alike)
    }

    /// The set that an act or a remainder speaks of: in the sentence, else the last one named before in the same problem.
    fn set_before(&self, index: usize) -> Option<usize> {
        let of = |j: usize| match self.done[j] {
            Some(whole) if self.bare(j) && !self.restated(j) => whole,
            _ => j,
        };
        if let Some(j) = self.in_sentence(index).next() {
            return Some(of(j));
        }
        let problem = self.problem(index);
        let mut near = (index.saturating_sub(8)..index).rev();
        near.find(|&j| self.kin(index, j) && self.usable(j) && !self.names[j].rest && self.problem(j) == problem)
            .map(of)
    }

    /// The problem that a mention stands under, or its outermost node.
    fn problem(&self, index: usize) -> Option<crate::model::NodeId> {
        let node = self.page.node(self.mentions[index].span.lo())?;
        let outline = self.page.outline;
        let problem = |id: &crate::model::NodeId| outline.get(*id).kind == crate::model::NodeKind::Problem;
        outline.ancestry(node).find(problem).or_else(|| outline.ancestry(node).last())
    }

    /// 剔除重复件后为198件: a part that is given as the new total.
    fn restated(&self, index: usize) -> bool {
        self.words_before(index).ends_with(['为', '共', '计'])
    }

    /// 对14家…, 将16项…, 186条整改措施…: what the sentence speaks of.
    fn is_topic(&self, index: usize) -> bool {
        let words = self.own(index);
        self.own_noun(index)
            && (words.is_empty()
                || words.ends_with('的')
                || ["对", "将", "把", "针对", "就"].iter().any(|w| words.starts_with(w)))
    }

    /// Earlier mentions of the same sort in the sentence, nearest first.
    fn in_sentence(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let sentence = self.slots[index].sentence;
        let near = (index.saturating_sub(REACH)..index).rev().take_while(move |&j| self.slots[j].sentence == sentence);
        near.filter(move |&j| self.kin(index, j) && self.usable(j))
    }

    /// Earlier mentions of the same sort, nearest first.
    fn kin_before(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        (index.saturating_sub(REACH)..index).rev().filter(move |&j| self.kin(index, j) && self.usable(j))
    }

    fn kin_near(&self, index: usize) -> Option<usize> {
        self.kin_before(index).find(|&j| index - j <= 6)
    }

    /// Neither a from-value nor a change.
    fn usable(&self, index: usize) -> bool {
        !self.names[index].from && (self.names[index].change.is_none() || index > 0 && self.names[index - 1].from)
    }

    /// Whether two mentions count or measure the same sort of thing.
    fn kin(&self, one: usize, other: usize) -> bool {
        let (one, other) = (&self.mentions[one], &self.mentions[other]);
        one.dimension() == other.dimension() && sort(one) == sort(other)
    }

    /// Words between the number before and this one.
    fn gap(&self, index: usize) -> &str {
        let from = index.checked_sub(1).map_or(0, |j| self.mentions[j].outer.hi());
        let to = self.mentions[index].outer.lo();
        let words = &self.page.text[from.min(to)..to];
        let start = words.char_indices().rev().nth(80).map_or(0, |(at, _)| at);
        &words[start..]
    }

    /// Words of the clause before the number, marks trimmed.
    fn own(&self, index: usize) -> &str {
        self.slots[index].left.slice(self.page.text).trim_matches(|c| is_mark(c) || c.is_whitespace())
    }

    fn words_before(&self, index: usize) -> &str {
        self.page.text[..self.mentions[index].outer.lo()].trim_end()
    }

    fn has_cue(&self, index: usize, cue: RoleCue) -> bool {
        self.page.lexicon.role.find_in(self.own(index)).any(|(_, found)| *found == cue)
    }

    /// Whether the name has no noun of its own: a bare verb, or completed from before.
    fn bare(&self, index: usize) -> bool {
        let name = &self.names[index];
        name.by == NamedBy::Elided || name.by == NamedBy::HeadBefore && name.head.is_empty()
    }

    /// Whether a noun stands behind the number.
    fn own_noun(&self, index: usize) -> bool {
        matches!(self.names[index].by, NamedBy::HeadAfter | NamedBy::VerbAndHead)
    }

    /// Whether two names end in the same noun.
    fn shares_noun(&self, one: usize, other: usize) -> bool {
        let ends = |k: usize| {
            let text = self.names[k].phrase.text(self.page.text);
            let from = text.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
            text[from..].to_owned()
        };
        ends(one) == ends(other)
    }
}

/// What is counted or measured, so far as the unit says it: persons are 人, 名 and 位, money is of one currency.
fn sort(mention: &Mention) -> &str {
    match mention.unit.as_str() {
        "名" | "位" | "员" => "人",
        unit if mention.dimension() == Dimension::Count => unit,
        unit => mention.known.as_ref().map_or(unit, |known| &known.base),
    }
}

fn scaled(mention: &Mention) -> rust_decimal::Decimal {
    mention.known.as_ref().map_or(mention.value, |unit| mention.value.saturating_mul(unit.factor))
}

fn is_mark(c: char) -> bool {
    matches!(c, '，' | ',' | '。' | '；' | ';' | '：' | ':' | '、' | '（' | '(' | '）' | ')')
}
