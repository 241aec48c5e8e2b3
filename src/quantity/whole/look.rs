//! What the ways of [`super::Weaver`] ask about a mention and its neighbours.

use super::{REACH, Weaver, is_mark, scaled};
use crate::Span;
use crate::lexicon::{NamingClass, RoleCue, StatusCue};
use crate::model::{NodeId, NodeKind};
use crate::quantity::figures::Figures;
use crate::quantity::trim;

impl Weaver<'_> {
    /// The problem that a mention stands under, or its outermost node.
    pub(super) fn problem(&self, index: usize) -> Option<NodeId> {
        let node = self.figures.slots[index].node?;
        let outline = self.figures.page.outline;
        let problem = |id: &NodeId| outline.get(*id).kind == NodeKind::Problem;
        outline.ancestry(node).find(problem).or_else(|| outline.ancestry(node).last())
    }

    /// Whether a number stands in a heading that names no deficiency: a task.
    pub(super) fn is_task(&self, index: usize) -> bool {
        let at = self.figures.mentions[index].span.lo();
        let node = self.figures.slots[index].node.map(|id| self.figures.page.outline.get(id));
        node.is_some_and(|node| node.kind != NodeKind::Problem && node.heading.lo() <= at && at < node.heading.hi())
    }

    /// Whether a part is itself what later acts speak of: counted with a noun, picked by a clause, restated, a remainder.
    pub(super) fn is_set(&self, index: usize) -> bool {
        self.nouns[index]
            || self.is_picked(index)
            || self.is_finding(index)
            || self.words_before(index).ends_with(['为', '共', '计'])
            || self.figures.names[index].rest
    }

    pub(super) fn is_picked(&self, index: usize) -> bool {
        self.words_before(index).ends_with('的') && !self.nouns[index]
    }

    /// 对14家…, 将16项…, 186条整改措施…: what the sentence speaks of.
    pub(super) fn is_topic(&self, index: usize) -> bool {
        let words = self.own(index);
        let marked = ["对", "将", "把", "针对", "就"].iter().any(|word| words.starts_with(word));
        self.nouns[index] && (words.is_empty() || words.ends_with('的') || marked)
    }

    /// 比上年净增18户.
    pub(super) fn is_comparison(&self, index: usize) -> bool {
        self.own(index).starts_with(['比', '较'])
    }

    /// 低于规范要求的600立方米: what is demanded, no part of what there is.
    pub(super) fn is_norm(&self, index: usize) -> bool {
        let own = self.own(index);
        let compared = ["低于", "高于", "不足", "达到", "超过", "少于"].iter().any(|cue| own.starts_with(cue));
        compared && self.words_before(index).ends_with('的') && !self.nouns[index]
    }

    /// 日均办件2780件: a rate has no parts.
    fn is_rate(&self, index: usize) -> bool {
        let name = self.figures.texts[index].as_str();
        name.starts_with("平均") || name.starts_with('每') || name.chars().nth(1) == Some('均')
    }

    /// 八件已完成, 3个正在编制: the words behind the number say how far it has come.
    pub(super) fn is_under_way(&self, index: usize) -> bool {
        let Figures { page, mentions, slots, cues, .. } = self.figures;
        let (slot, from) = (&slots[index], mentions[index].outer.hi());
        let words = Span::new(from, page.clause(slot.clause).span.hi().min(slot.limit).max(from));
        [StatusCue::Ongoing, StatusCue::Done].into_iter().any(|cue| cues.status.has(words, cue))
            || cues.role.has(words, RoleCue::Part)
    }

    /// Whether a mention is no larger than another one; asked only where nothing but this decides.
    pub(super) fn fits(&self, index: usize, whole: usize) -> bool {
        scaled(&self.figures.mentions[index]) <= scaled(&self.figures.mentions[whole])
    }

    /// Earlier mentions of the same sort in the sentence, nearest first.
    pub(super) fn in_sentence(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let sentence = self.figures.slots[index].sentence;
        let near =
            (index.saturating_sub(REACH)..index).rev().take_while(move |&j| self.figures.slots[j].sentence == sentence);
        near.filter(move |&j| self.holds(index, j))
    }

    /// Earlier mentions of the same sort, nearest first.
    pub(super) fn kin_before(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        (index.saturating_sub(REACH)..index).rev().filter(move |&j| self.holds(index, j))
    }

    /// Whether `j` can be what `index` is a part of: of its sort, no rate, no aim of what was reached.
    fn holds(&self, index: usize, j: usize) -> bool {
        self.kin(index, j) && self.usable(j) && !self.is_rate(j) && self.targets[j] == self.targets[index]
    }

    /// Neither a from-value nor a change.
    pub(super) fn usable(&self, index: usize) -> bool {
        !self.figures.names[index].from && (self.figures.names[index].change.is_none() || self.ends_pair(index))
    }

    pub(super) fn ends_pair(&self, index: usize) -> bool {
        index > 0 && self.figures.names[index - 1].from
    }

    /// Whether two mentions count or measure the same sort of thing.
    pub(super) fn kin(&self, one: usize, other: usize) -> bool {
        self.sorts[one] == self.sorts[other]
    }

    /// Words between the number before and this one, the last of them where there are many.
    pub(super) fn gap(&self, index: usize) -> &str {
        let from = index.checked_sub(1).map_or(0, |j| self.figures.mentions[j].outer.hi());
        let to = self.figures.mentions[index].outer.lo();
        let words = &self.figures.page.text[from.min(to)..to];
        let start = words.char_indices().rev().nth(80).map_or(0, |(at, _)| at);
        &words[start..]
    }

    /// Words of the clause before the number, marks and list markers trimmed.
    pub(super) fn own(&self, index: usize) -> &str {
        self.own_span(index).slice(self.figures.page.text)
    }

    pub(super) fn own_span(&self, index: usize) -> Span {
        let left = self.figures.slots[index].left;
        let words = left.slice(self.figures.page.text).trim_end_matches(|c: char| is_mark(c) || c.is_whitespace());
        let end = left.lo() + words.len();
        let words = words.trim_start_matches(|c: char| is_mark(c) || c.is_whitespace());
        let words = words.trim_start_matches(|c: char| is_mark(c) || c.is_ascii_digit() || c == '.');
        Span::new(end - words.len(), end)
    }

    pub(super) fn words_before(&self, index: usize) -> &str {
        self.figures.page.text[..self.figures.mentions[index].outer.lo()].trim_end()
    }

    /// Whether the words tell of something found wanting.
    pub(super) fn is_finding(&self, index: usize) -> bool {
        self.has_cue(index, RoleCue::Problem) || self.has_cue(index, RoleCue::Fault)
    }

    pub(super) fn has_cue(&self, index: usize, cue: RoleCue) -> bool {
        self.figures.cues.role.has(self.own_span(index), cue)
    }

    /// Whether the words before the number name nothing: verbs, adverbs and circumstances only.
    pub(super) fn bare(&self, index: usize) -> bool {
        let left = trim::both(self.figures.page, self.figures.slots[index].left);
        self.figures.page.words(left).iter().all(|word| {
            word.is(NamingClass::Act)
                || word.is(NamingClass::Manner)
                || !word.tagged(&['n', 'l', 'i', 'j', 'r', 's', 'e', 'x'])
        })
    }

    /// Whether the words before the number begin with a verb.
    pub(super) fn acts(&self, index: usize) -> bool {
        let left = trim::both(self.figures.page, self.figures.slots[index].left);
        self.figures.page.words(left).first().is_some_and(|word| word.is(NamingClass::Act) || word.tagged(&['v', 'd']))
    }

    /// Whether two names end in the same noun, or share a word of three characters.
    pub(super) fn shares_noun(&self, one: usize, other: usize) -> bool {
        const LONGEST: usize = 40;
        let letters = |k: usize| self.figures.texts[k].chars().take(LONGEST).collect::<Vec<_>>();
        let (one, other) = (letters(one), letters(other));
        let last = |letters: &[char]| letters.last_chunk::<2>().copied();
        last(&one).is_some() && last(&one) == last(&other)
            || one.windows(3).any(|run| other.windows(3).any(|with| run == with))
    }
}
