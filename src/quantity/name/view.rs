//! What the naming of every mention asks again and again, read once: the words before it that are its own, and whether it is
//! the second of a pair.

use crate::Span;
use crate::lexicon::NamingClass;
use crate::model::Change;
use crate::quantity::change;
use crate::quantity::mention::Mention;
use crate::quantity::noun::Behind;
use crate::quantity::page::Page;
use crate::quantity::slot::Slot;
use crate::quantity::trim;

/// Readings of all mentions, by index.
pub(super) struct View {
    pub lefts: Vec<Span>,
    /// The change that a pair states; `None` where the mention is not the second of one.
    pub pairs: Vec<Option<Option<Change>>>,
}

impl View {
    pub fn new(page: &Page<'_>, mentions: &[Mention<'_>], slots: &[Slot], behinds: &[Behind]) -> Self {
        let all = 0..mentions.len();
        let lefts = all.clone().map(|index| left(page, slots, behinds, index)).collect();
        let pairs = all.map(|index| pair(page, mentions, slots, index)).collect();
        Self { lefts, pairs }
    }
}

fn pair(page: &Page<'_>, mentions: &[Mention<'_>], slots: &[Slot], index: usize) -> Option<Option<Change>> {
    let before = index.checked_sub(1)?;
    if slots[before].clause + 1 < slots[index].clause {
        return None;
    }
    change::pair(page, &mentions[before], &mentions[index])
}

/// The words before a mention. The noun of the number before (6家企业中5家) is not its own; what follows that noun may be.
fn left(page: &Page<'_>, slots: &[Slot], behinds: &[Behind], index: usize) -> Span {
    let slot = &slots[index];
    if !slot.follows {
        return slot.left;
    }
    match behinds[index - 1] {
        Behind::Noun(noun) if slot.left.contains(noun) => without_earlier_noun(page, slot.left, noun),
        Behind::Deed(_) => after_last_item(page, slot.left),
        _ => slot.left,
    }
}

fn without_earlier_noun(page: &Page<'_>, left: Span, noun: Span) -> Span {
    let rest = Span::new(noun.hi(), left.hi());
    let words = rest.slice(page.text).trim_start();
    let list = words.starts_with(['、', '和', '及', '与', '中', '，', ',']) || words.is_empty();
    let cut = trim::both(page, rest);
    let verb = page.words(cut).first().is_some_and(|word| word.is(NamingClass::Act));
    if list || cut.is_empty() || verb {
        let middle = if words.starts_with('中') { "中".len() } else { 0 };
        let lead = rest.len() - words.len();
        return Span::new((rest.lo() + lead + middle).min(rest.hi()), rest.hi());
    }
    left
}

/// What stands behind the last 、 of `left`: the words before it belong to the number before.
fn after_last_item(page: &Page<'_>, left: Span) -> Span {
    match left.slice(page.text).rfind('、') {
        Some(at) => Span::new(left.lo() + at + "、".len(), left.hi()),
        None => left,
    }
}
