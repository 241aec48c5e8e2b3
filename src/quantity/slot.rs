//! Where a mention stands: the words before it and behind it that can name it, up to its neighbours and its clause.

use super::mention::Mention;
use super::page::Page;
use crate::Span;
use crate::model::NodeId;

/// The surroundings of a mention.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    /// Words before the number, from the clause's beginning, the mention before, or an opening bracket.
    pub left: Span,
    /// Where the words behind end: the clause's end, the next mention, or a closing bracket.
    pub limit: usize,
    /// Index of the clause.
    pub clause: usize,
    /// First byte of the sentence.
    pub sentence: usize,
    /// Innermost node that holds the mention.
    pub node: Option<NodeId>,
    /// The bracket that the mention stands in.
    pub bracket: Option<Span>,
    /// Whether another mention stands before it in the clause.
    pub follows: bool,
}

/// The slots of all mentions.
pub(super) fn slots(page: &Page<'_>, mentions: &[Mention<'_>]) -> Vec<Slot> {
    (0..mentions.len()).map(|index| slot(page, mentions, index)).collect()
}

fn slot(page: &Page<'_>, mentions: &[Mention<'_>], index: usize) -> Slot {
    let mention = &mentions[index];
    let at = mention.span.lo();
    let clause = page.clause_index(at);
    let span = page.clause(clause).span;
    let bracket = page.scan.marks.bracket_at(at).filter(|bracket| bracket.lo() >= span.lo());
    let inside = |offset: usize| bracket.is_none_or(|bracket| bracket.lo() < offset);
    let before = index.checked_sub(1).map(|i| &mentions[i]).filter(|m| m.span.lo() >= span.lo() && inside(m.span.lo()));
    let mut from = span.lo();
    if let Some(before) = before {
        from = from.max(before.outer.hi());
        // A bracket that closed in between belongs to the mention before: 田长68名（镇级1名），巡田3次.
        if let Some(closed) = page.scan.marks.bracket_at(before.span.lo()).filter(|b| b.hi() <= at) {
            from = from.max(closed.hi());
        }
    }
    if let Some(bracket) = bracket {
        let open = page.text[bracket.lo()..].chars().next().map_or(0, char::len_utf8);
        from = from.max(bracket.lo() + open);
    }
    let mut limit = span.hi();
    if let Some(next) = mentions.get(index + 1) {
        limit = limit.min(next.outer.lo());
    }
    if let Some(bracket) = bracket {
        let close = page.text[..bracket.hi()].chars().next_back().map_or(0, char::len_utf8);
        limit = limit.min(bracket.hi() - close);
    }
    from = page.near(from, mention.outer.lo());
    let end = mention.outer.lo().max(from.min(mention.outer.lo()));
    Slot {
        left: Span::new(from.min(end), end),
        limit: limit.max(mention.outer.hi()),
        clause,
        sentence: page.sentence_start(at),
        node: page.node(at),
        bracket,
        follows: before.is_some(),
    }
}
