//! Blocks that partition the text, from claims on its stretches.

use crate::Span;
use crate::model::{Block, BlockKind};

/// Puts claims in order, lets the stronger win where two overlap, and gives what nobody claimed to the block before it, so
/// that every character other than white space lies in exactly one block.
pub(super) fn partition(text: &str, mut claims: Vec<Block>, unclaimed: BlockKind) -> Vec<Block> {
    claims.retain(|claim| !claim.span.is_empty());
    claims.sort_by_key(|claim| (claim.span.start, strength(claim.kind)));
    let mut blocks: Vec<Block> = Vec::with_capacity(claims.len());
    let mut reached = 0;
    for claim in claims {
        let start = claim.span.lo().max(reached);
        if start >= claim.span.hi() {
            continue;
        }
        fill(text, Span::new(reached, start), &mut blocks, unclaimed);
        add(text, &mut blocks, claim.kind, Span::new(start, claim.span.hi()));
        reached = claim.span.hi();
    }
    fill(text, Span::new(reached, text.len()), &mut blocks, unclaimed);
    blocks
}

fn add(text: &str, blocks: &mut Vec<Block>, kind: BlockKind, span: Span) {
    let span = span.trim(text);
    if !span.is_empty() {
        blocks.push(Block { kind, span });
    }
}

/// Words between two claims: a stray mark joins the block before it, other words become a block of their own.
fn fill(text: &str, gap: Span, blocks: &mut Vec<Block>, unclaimed: BlockKind) {
    let gap = gap.trim(text);
    if gap.is_empty() {
        return;
    }
    let mark = !gap.slice(text).contains(char::is_alphanumeric);
    match blocks.last_mut() {
        Some(last) if mark && last.kind != BlockKind::Noise => last.span = last.span.to(gap),
        Some(last) if last.kind != BlockKind::Noise && last.kind != BlockKind::Title => {
            let kind = if last.kind == BlockKind::Heading { BlockKind::Description } else { last.kind };
            blocks.push(Block { kind, span: gap });
        }
        _ => blocks.push(Block { kind: unclaimed, span: gap }),
    }
}

/// Which claim goes first where two begin at one place.
fn strength(kind: BlockKind) -> u8 {
    match kind {
        BlockKind::Noise => 0,
        BlockKind::Title | BlockKind::Closing => 1,
        BlockKind::Field | BlockKind::Label => 2,
        BlockKind::Heading => 3,
        BlockKind::Action | BlockKind::Description | BlockKind::Intro => 4,
    }
}
