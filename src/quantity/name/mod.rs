//! The name of a metric, by grammar: which words around the number say what it counts.
//!
//! Comes in: mentions and their slots. Goes out: a [`Name`] for each. Mentions are named in the order of the text, so that a
//! later one can take what it leaves out from an earlier one. Each pattern is one function: `counted` (the noun behind the
//! number), `before` (the words before it) with `elided` (what they leave out), `inherited` (indicators of changes and
//! shares), `listed` (remainders, lists, second measures). [`Namer::name`] says in which order they are tried.

mod before;
mod counted;
mod elided;
mod inherited;
mod listed;
mod shorten;
mod view;

use super::mention::Mention;
use super::noun::Behind;
use super::page::Page;
use super::phrase::Phrase;
use super::respectively;
use super::slot::Slot;
use crate::Span;
use crate::model::{Change, Dimension, NamedBy};
use view::View;

/// What a mention is called.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub phrase: Phrase,
    /// The noun in it that later mentions may leave out.
    pub head: Phrase,
    /// The name without a verb of change: what a later change speaks of.
    pub subject: Phrase,
    /// The words that limit the noun: 反馈 in 反馈的4个方面.
    pub modifier: Phrase,
    pub by: NamedBy,
    pub change: Option<Change>,
    /// The first number of a pair 由…到….
    pub from: bool,
    /// Opened by 其余, 剩余.
    pub rest: bool,
}

impl Name {
    fn new(phrase: Phrase, head: Phrase, by: NamedBy) -> Self {
        Self {
            subject: phrase.clone(),
            phrase,
            head,
            modifier: Phrase::default(),
            by,
            change: None,
            from: false,
            rest: false,
        }
    }
}

/// Names all mentions.
pub(super) fn names(page: &Page<'_>, mentions: &[Mention<'_>], slots: &[Slot], behinds: &[Behind]) -> Vec<Name> {
    let view = View::new(page, mentions, slots, behinds);
    let mut namer = Namer { page, mentions, slots, behinds, view, done: Vec::with_capacity(mentions.len()) };
    let groups = respectively::groups(page, mentions, slots);
    let mut groups = groups.iter().peekable();
    for index in 0..mentions.len() {
        while groups.next_if(|group| group.first + group.count <= index).is_some() {}
        let group = groups.peek().filter(|group| group.first <= index);
        let name = group.and_then(|group| namer.aligned(group, index)).unwrap_or_else(|| namer.name(index));
        namer.done.push(name);
    }
    for index in 1..mentions.len() {
        if namer.pairs(index).is_some() {
            namer.done[index - 1].from = true;
        }
    }
    namer.done
}

struct Namer<'a> {
    page: &'a Page<'a>,
    mentions: &'a [Mention<'a>],
    slots: &'a [Slot],
    behinds: &'a [Behind],
    view: View,
    done: Vec<Name>,
}

impl Namer<'_> {
    fn name(&self, index: usize) -> Name {
        self.second_of_pair(index)
            .or_else(|| self.compared(index))
            .or_else(|| self.grown(index))
            .or_else(|| self.share(index))
            .or_else(|| self.fulfilled(index))
            .or_else(|| self.remainder(index))
            .or_else(|| self.counted_noun(index))
            .or_else(|| self.words_before(index))
            .or_else(|| self.deed(index))
            .or_else(|| self.dated_start(index))
            .or_else(|| self.adjacent(index))
            .unwrap_or_else(|| self.fallback(index))
    }

    /// The words before mention `index` that can name it.
    fn left(&self, index: usize) -> Span {
        self.view.lefts[index]
    }

    /// What stands behind mention `index`.
    fn behind(&self, index: usize) -> Behind {
        self.behinds[index]
    }

    /// Whether mention `index` is the second of a pair with the one before, and the change that the pair states.
    fn pairs(&self, index: usize) -> Option<Option<Change>> {
        self.view.pairs[index]
    }
}

/// Units that count the same sort of thing: persons are 人, 名 and 位.
fn family<'m>(mention: &'m Mention<'_>) -> &'m str {
    match mention.unit.as_ref() {
        "名" | "位" => "人",
        _ if mention.dimension() == Dimension::Money => "元",
        unit => unit,
    }
}
