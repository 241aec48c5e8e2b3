//! Part and whole: which earlier quantity this one is a part of.
//!
//! Mentions are read in the order of the text. Each way in which a notice ties a part to its whole is one function;
//! [`Weaver::whole`] says in which order they are asked. The values are no evidence: a notice whose parts exceed the whole
//! is what a checker wants to see. They only break ties where a list may or may not go on.

use super::cues;
use super::figures::Figures;
use super::mention::Mention;
use super::noun::Behind;
use super::trim;
use crate::Span;
use crate::lexicon::{NamingClass, RoleCue, StatusCue};
use crate::model::{Dimension, NodeId, NodeKind};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

/// For each mention the index of its whole.
pub(super) fn wholes(figures: Figures<'_>) -> Vec<Option<usize>> {
    let mentions = figures.mentions;
    let nouns = figures.behinds.iter().map(|behind| matches!(behind, Behind::Noun(_))).collect();
    let done = Vec::with_capacity(mentions.len());
    let mut weaver = Weaver { figures, nouns, sorts: sorts(mentions), openings: openings(figures), done };
    for index in 0..mentions.len() {
        let whole = weaver.whole(index);
        weaver.done.push(whole);
    }
    weaver.done
}

/// How many mentions back a whole is looked for.
const REACH: usize = 24;

struct Weaver<'a> {
    figures: Figures<'a>,
    /// Whether a noun stands behind the number.
    nouns: Vec<bool>,
    /// What each mention counts or measures.
    sorts: Vec<usize>,
    /// Places of 其中, 包括, 含 where they open a list of parts.
    openings: Vec<Span>,
    done: Vec<Option<usize>>,
}

/// Where 其中, 包括, 含 stand at the head of a clause or bracket (not 包含 in a noun, 含 in 含量).
fn openings(figures: Figures<'_>) -> Vec<Span> {
    let Figures { page, cues, .. } = figures;
    let heads =
        |at: usize| page.text[..at].trim_end().chars().next_back().is_none_or(|c| "，,。；;（(：:、\n".contains(c));
    let words = page.lexicon.naming.of(NamingClass::Part);
    let found = cues.sentences.iter().flat_map(|place| cues::search(page.text, words, *place));
    found.map(|(span, ())| span).filter(|span| heads(span.lo())).collect()
}

/// A number for each mention, the same for those that count or measure the same sort of thing.
fn sorts(mentions: &[Mention]) -> Vec<usize> {
    let mut known = FxHashMap::default();
    let numbered = mentions.iter().map(|mention| {
        let next = known.len();
        *known.entry((mention.dimension(), sort(mention))).or_insert(next)
    });
    numbered.collect()
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
            .or_else(|| self.strung(index))
            .or_else(|| self.predicate(index))
            .or_else(|| self.picked(index))
            .or_else(|| self.worked_off(index))
            .or_else(|| self.found_in(index))
            .or_else(|| self.acted(index))
            .or_else(|| self.parallel(index))
            .or_else(|| self.completes(index))
    }

    /// A count or an amount; no share, no change, no stretch of time.
    fn can_be_part(&self, index: usize) -> bool {
        let sums = !matches!(
            self.figures.mentions[index].dimension(),
            Dimension::Ratio
                | Dimension::PercentagePoint
                | Dimension::Multiple
                | Dimension::Time
                | Dimension::Rank
                | Dimension::Score
                | Dimension::Temperature
                | Dimension::Compound
        );
        sums && (self.figures.names[index].change.is_none() || self.ends_pair(index))
    }

    /// Both numbers of a pair are parts of one whole: 其中50万元以上的村由1个增加到3个.
    fn second_of_pair(&self, index: usize) -> Option<usize> {
        if self.ends_pair(index) { self.done[index - 1] } else { None }
    }

    /// 田长68名（镇级1名、村级12名）: a bracket behind a number holds its parts.
    fn bracketed(&self, index: usize) -> Option<usize> {
        let bracket = self.figures.slots[index].bracket?;
        let first = self.kin_before(index).find(|&j| self.figures.mentions[j].outer.hi() <= bracket.lo())?;
        let between = self.figures.page.text[self.figures.mentions[first].outer.hi()..bracket.lo()].trim();
        let close = between.chars().count() <= 12 && !between.contains(is_mark);
        close.then_some(first)
    }

    /// 6家钢铁企业中5家, 265个问题中，要求立行立改的189个, 办结件中，反映选人用人41件.
    fn among(&self, index: usize) -> Option<usize> {
        let gap = self.gap(index);
        if !gap.contains('中') {
            return None;
        }
        let from = gap.char_indices().rev().find(|(_, c)| ends_sentence(*c)).map_or(0, |(at, c)| at + c.len_utf8());
        let words = &gap[from..];
        let tagged = self.figures.page.lexicon.segmenter().tag(words);
        let before: usize = tagged.iter().take_while(|word| word.word != "中").map(|word| word.word.len()).sum();
        let opens = before < words.len() && !words[..before].contains(['，', ',', '、', '：']);
        opens.then(|| self.kin_before(index).find(|&j| index - j <= 6)).flatten()
    }

    /// 其余4个, 剩余17条, 另2人: what remains of the whole that the parts before were taken from.
    fn remainder(&self, index: usize) -> Option<usize> {
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
    fn listed(&self, index: usize) -> Option<usize> {
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
    fn whole_before(&self, index: usize) -> Option<usize> {
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

    /// The quantity of the sort of `index` that is, or stands beside, `whole` (往来款项86笔、412.7万元).
    fn counterpart(&self, index: usize, whole: usize) -> Option<usize> {
        let beside = [Some(whole), whole.checked_add(1), whole.checked_sub(1)];
        beside.into_iter().flatten().find(|&j| {
            j < index && self.kin(index, j) && self.figures.slots[j].sentence == self.figures.slots[whole].sentence
        })
    }

    /// Whether a list of parts has ended before mention `index`: an act of its own behind a list of nouns, or more than the
    /// whole where only the list's going on would make it a part.
    fn breaks(&self, first: usize, index: usize, whole: usize) -> bool {
        if self.figures.slots[index].clause == self.figures.slots[index - 1].clause {
            return false;
        }
        scaled(&self.figures.mentions[index]) > scaled(&self.figures.mentions[whole])
            || self.acts(index) && !self.acts(first) && !self.has_cue(index, RoleCue::Part)
            || self.nouns[index] && !self.own(index).is_empty() && !self.shares_noun(index, whole)
    }

    /// 已完成26项、基本完成5项: strung on a part by an enumeration mark.
    fn strung(&self, index: usize) -> Option<usize> {
        let before = index.checked_sub(1)?;
        let between = self.figures.page.text
            [self.figures.mentions[before].outer.hi()..self.figures.mentions[index].outer.lo()]
            .trim_start();
        if !between.starts_with('、') || self.figures.names[before].rest {
            return None;
        }
        self.counterpart(index, self.done[before]?)
    }

    /// 29个问题整改到位28个, 28项任务有9项未完成: said of the number before in one clause.
    fn predicate(&self, index: usize) -> Option<usize> {
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
    fn picked(&self, index: usize) -> Option<usize> {
        if !self.is_picked(index) || self.figures.mentions[index].dimension() != Dimension::Count {
            return None;
        }
        let sibling = self.in_sentence(index).find(|&j| self.is_picked(j));
        let whole = sibling.and_then(|j| self.done[j]).or_else(|| self.set_before(index))?;
        self.fits(index, whole).then_some(whole)
    }

    /// 已整改33个, 办结29件, 八件已完成: an act upon the set that was named before, which the words leave out.
    fn worked_off(&self, index: usize) -> Option<usize> {
        if self.nouns[index] {
            return None;
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

    /// 对625座电站开展核查，发现瞒报的电站58座: found in a set of the same noun.
    fn found_in(&self, index: usize) -> Option<usize> {
        let set = self.in_sentence(index).next()?;
        let found = self.is_finding(index) && !self.is_finding(set);
        (found && self.shares_noun(index, set) && self.fits(index, set)).then_some(set)
    }

    /// 注销2家、合并3家 behind 对14家社会团体…: bare acts upon a topic, and acts that go on a list of parts.
    fn acted(&self, index: usize) -> Option<usize> {
        if self.nouns[index] || !self.bare(index) || self.own(index).is_empty() {
            return None;
        }
        let before = self.in_sentence(index).next()?;
        match self.done[before] {
            Some(whole) if self.bare(before) && !self.is_set(before) => Some(whole),
            _ => self.is_topic(before).then_some(before),
        }
    }

    /// 其中第一种形态4406人次，占69.7%；第二种形态1428人次: a list that goes on in the next sentence in the same form.
    fn parallel(&self, index: usize) -> Option<usize> {
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
    fn completes(&self, index: usize) -> Option<usize> {
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

    /// The set that an act or a remainder speaks of: in the sentence, else the last one named before in the same problem.
    fn set_before(&self, index: usize) -> Option<usize> {
        let set = |j: usize| if self.is_set(j) { j } else { self.done[j].unwrap_or(j) };
        if let Some(j) = self.in_sentence(index).next() {
            return Some(set(j));
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

    /// 对17个城镇小区配套幼儿园…，已移交15所: the topic is counted by 个, its parts by their own classifier.
    fn topic_of_another_unit(&self, index: usize) -> Option<usize> {
        let sentence = self.figures.slots[index].sentence;
        let mut near =
            (index.saturating_sub(REACH)..index).rev().take_while(|&j| self.figures.slots[j].sentence == sentence);
        let counted = self.figures.mentions[index].dimension() == Dimension::Count;
        near.find(|&j| {
            counted && self.figures.mentions[j].unit == "个" && self.own(j).starts_with('对') && self.nouns[j]
        })
    }

    /// The problem that a mention stands under, or its outermost node.
    fn problem(&self, index: usize) -> Option<NodeId> {
        let node = self.figures.slots[index].node?;
        let outline = self.figures.page.outline;
        let problem = |id: &NodeId| outline.get(*id).kind == NodeKind::Problem;
        outline.ancestry(node).find(problem).or_else(|| outline.ancestry(node).last())
    }

    /// Whether a number stands in a heading that names no deficiency: a task.
    fn is_task(&self, index: usize) -> bool {
        let at = self.figures.mentions[index].span.lo();
        let node = self.figures.slots[index].node.map(|id| self.figures.page.outline.get(id));
        node.is_some_and(|node| node.kind != NodeKind::Problem && node.heading.lo() <= at && at < node.heading.hi())
    }

    /// Whether a part is itself what later acts speak of: counted with a noun, picked by a clause, restated, a remainder.
    fn is_set(&self, index: usize) -> bool {
        self.nouns[index]
            || self.is_picked(index)
            || self.is_finding(index)
            || self.words_before(index).ends_with(['为', '共', '计'])
            || self.figures.names[index].rest
    }

    fn is_picked(&self, index: usize) -> bool {
        self.words_before(index).ends_with('的') && !self.nouns[index]
    }

    /// 对14家…, 将16项…, 186条整改措施…: what the sentence speaks of.
    fn is_topic(&self, index: usize) -> bool {
        let words = self.own(index);
        let marked = ["对", "将", "把", "针对", "就"].iter().any(|word| words.starts_with(word));
        self.nouns[index] && (words.is_empty() || words.ends_with('的') || marked)
    }

    /// 比上年净增18户.
    fn is_comparison(&self, index: usize) -> bool {
        self.own(index).starts_with(['比', '较'])
    }

    /// 八件已完成, 3个正在编制: the words behind the number say how far it has come.
    fn is_under_way(&self, index: usize) -> bool {
        let Figures { page, mentions, slots, cues, .. } = self.figures;
        let (slot, from) = (&slots[index], mentions[index].outer.hi());
        let words = Span::new(from, page.clause(slot.clause).span.hi().min(slot.limit).max(from));
        [StatusCue::Ongoing, StatusCue::Done].into_iter().any(|cue| cues.status.has(words, cue))
            || cues.role.has(words, RoleCue::Part)
    }

    /// Whether a mention is no larger than another one; asked only where nothing but this decides.
    fn fits(&self, index: usize, whole: usize) -> bool {
        scaled(&self.figures.mentions[index]) <= scaled(&self.figures.mentions[whole])
    }

    /// Earlier mentions of the same sort in the sentence, nearest first.
    fn in_sentence(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let sentence = self.figures.slots[index].sentence;
        let near =
            (index.saturating_sub(REACH)..index).rev().take_while(move |&j| self.figures.slots[j].sentence == sentence);
        near.filter(move |&j| self.kin(index, j) && self.usable(j))
    }

    /// Earlier mentions of the same sort, nearest first.
    fn kin_before(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        (index.saturating_sub(REACH)..index).rev().filter(move |&j| self.kin(index, j) && self.usable(j))
    }

    /// Neither a from-value nor a change.
    fn usable(&self, index: usize) -> bool {
        !self.figures.names[index].from && (self.figures.names[index].change.is_none() || self.ends_pair(index))
    }

    fn ends_pair(&self, index: usize) -> bool {
        index > 0 && self.figures.names[index - 1].from
    }

    /// Whether two mentions count or measure the same sort of thing.
    fn kin(&self, one: usize, other: usize) -> bool {
        self.sorts[one] == self.sorts[other]
    }

    /// Words between the number before and this one, the last of them where there are many.
    fn gap(&self, index: usize) -> &str {
        let from = index.checked_sub(1).map_or(0, |j| self.figures.mentions[j].outer.hi());
        let to = self.figures.mentions[index].outer.lo();
        let words = &self.figures.page.text[from.min(to)..to];
        let start = words.char_indices().rev().nth(80).map_or(0, |(at, _)| at);
        &words[start..]
    }

    /// Words of the clause before the number, marks and list markers trimmed.
    fn own(&self, index: usize) -> &str {
        self.own_span(index).slice(self.figures.page.text)
    }

    fn own_span(&self, index: usize) -> Span {
        let left = self.figures.slots[index].left;
        let words = left.slice(self.figures.page.text).trim_end_matches(|c: char| is_mark(c) || c.is_whitespace());
        let end = left.lo() + words.len();
        let words = words.trim_start_matches(|c: char| is_mark(c) || c.is_whitespace());
        let words = words.trim_start_matches(|c: char| is_mark(c) || c.is_ascii_digit() || c == '.');
        Span::new(end - words.len(), end)
    }

    fn words_before(&self, index: usize) -> &str {
        self.figures.page.text[..self.figures.mentions[index].outer.lo()].trim_end()
    }

    /// Whether the words tell of something found wanting.
    fn is_finding(&self, index: usize) -> bool {
        self.has_cue(index, RoleCue::Problem) || self.has_cue(index, RoleCue::Fault)
    }

    fn has_cue(&self, index: usize, cue: RoleCue) -> bool {
        self.figures.cues.role.has(self.own_span(index), cue)
    }

    /// Whether the words before the number name nothing: verbs, adverbs and circumstances only.
    fn bare(&self, index: usize) -> bool {
        let left = trim::both(self.figures.page, self.figures.slots[index].left);
        self.figures
            .page
            .words(left)
            .iter()
            .all(|word| word.is(NamingClass::Act) || !word.tagged(&['n', 'l', 'i', 'j', 'r', 's', 'e', 'x']))
    }

    /// Whether the words before the number begin with a verb.
    fn acts(&self, index: usize) -> bool {
        let left = trim::both(self.figures.page, self.figures.slots[index].left);
        self.figures.page.words(left).first().is_some_and(|word| word.is(NamingClass::Act) || word.tagged(&['v', 'd']))
    }

    /// Whether two names end in the same noun, or share a word of three characters.
    fn shares_noun(&self, one: usize, other: usize) -> bool {
        const LONGEST: usize = 40;
        let letters = |k: usize| self.figures.texts[k].chars().take(LONGEST).collect::<Vec<_>>();
        let (one, other) = (letters(one), letters(other));
        let last = |letters: &[char]| letters.last_chunk::<2>().copied();
        last(&one).is_some() && last(&one) == last(&other)
            || one.windows(3).any(|run| other.windows(3).any(|with| run == with))
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

fn scaled(mention: &Mention) -> Decimal {
    mention.known.as_ref().map_or(mention.value, |unit| mention.value.saturating_mul(unit.factor))
}

fn is_mark(c: char) -> bool {
    matches!(c, '，' | ',' | '。' | '；' | ';' | '：' | ':' | '、' | '（' | '(' | '）' | ')')
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '；' | ';' | '\n')
}

#[cfg(test)]
mod tests {
    use super::super::sample::shown;

    /// Each part with its whole: `part < whole`.
    fn check(cases: &[(&str, &[&str])]) {
        for (text, want) in cases {
            let got = shown(text, |notice, metric| {
                let whole = &notice.metrics[metric.part_of?.0 as usize];
                Some(format!("< {}", whole.quantity.span.slice(text)))
            });
            assert_eq!(got, *want, "{text}");
        }
    }

    #[test]
    fn lists_of_parts() {
        check(&[
            ("学校现有专任教师812人，其中正高级96人，副高级251人。", &["96人 < 812人", "251人 < 812人"]),
            ("配备管理员12名（专职3名、兼职9名）。", &["3名 < 12名", "9名 < 12名"]),
            ("购置图书5600册（含电子书1200册）。", &["1200册 < 5600册"]),
            ("争取资金3.92亿元，其中中央资金2.1亿元、社会资本1.3亿元。", &["2.1亿元 < 3.92亿元", "1.3亿元 < 3.92亿元"]),
            (
                "清理款项86笔、412.7万元，其中已收回58笔、287.3万元，核销19笔、64.4万元。",
                &["58笔 < 86笔", "287.3万元 < 412.7万元", "19笔 < 86笔", "64.4万元 < 412.7万元"],
            ),
            // A list may split one part.
            ("立案15件，处分13人，其中撤职4人。", &["4人 < 13人"]),
        ]);
    }

    #[test]
    fn acts_upon_a_set() {
        check(&[
            ("排查隐患156处，已整改142处，限期整改14处。", &["142处 < 156处", "14处 < 156处"]),
            ("反馈的36个问题已整改35个。", &["35个 < 36个"]),
            ("29项任务已完成25项、基本完成3项，正在推进1项。", &["25项 < 29项", "3项 < 29项", "1项 < 29项"]),
            ("督察反馈的62项任务中，58项已完成，4项达到序时进度。", &["58项 < 62项", "4项 < 62项"]),
            ("对27家企业开展检查，注销2家、合并3家。", &["2家 < 27家", "3家 < 27家"]),
            ("对17个小区幼儿园逐一检查，已移交15所，剩余2所。", &["15所 < 17个", "2所 < 17个"]),
            ("不符合条件享受保障57户。已清退49户。", &["49户 < 57户"]),
        ]);
    }

    #[test]
    fn more_done_than_there_was_is_still_a_part() {
        check(&[("查实问题9个，已整改到位11个。", &["11个 < 9个"])]);
    }

    #[test]
    fn what_remains() {
        check(&[
            ("对27家企业开展检查，发现问题119个，已整改103个，其余16个纳入计划。", &["103个 < 119个", "16个 < 119个"]),
            ("已收回甲地块1宗，另聘请专家3人。", &[]),
        ]);
    }

    #[test]
    fn lists_that_are_no_parts() {
        check(&[
            ("收回甲地块1宗、乙地块2宗，划拨3宗。", &[]),
            ("召开党组会9次、整改推进会4次。", &[]),
            ("新建公办幼儿园6所，改扩建3所，新增学位2160个。", &[]),
            ("4个方面35个问题。", &[]),
            ("对12个科室开展检查，整改率98%，同比增长5%。", &[]),
            ("种植草木7.5万平方米，其中乔木3200株。", &[]),
        ]);
    }
}
