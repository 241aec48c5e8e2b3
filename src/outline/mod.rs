//! Tokens to blocks and the tree of section, problem, measure and action.
//!
//! Comes in: a scan. Goes out: [`Drawing`]: blocks that partition the text, the tree, cited documents, warnings about
//! numbering. The text passes the files in this order: `noise` and `frame` (what stands around the outline), `piece` with
//! `accept` and `ledger` (where an item begins), `build` with `level` and `field` (what hangs under what), `kind` with `heading` (section,
//! problem or measure), `grow` with `sentence` and `inline` (nodes), `numbering`, `cite`, `block`. It never reads quantities
//! and never drops text. Start with [`draw`].

mod accept;
mod block;
mod build;
mod cite;
mod field;
mod frame;
mod grow;
mod heading;
mod inline;
mod kind;
mod ledger;
mod level;
mod noise;
mod numbering;
mod piece;
mod sentence;

use crate::model::{Block, BlockKind, CitedDocument, Outline, Warning, WarningCode};
use crate::scan::Scan;
use crate::{Lexicon, Span};
use frame::Frame;

/// What the outline room finds.
#[derive(Debug, Default)]
pub struct Drawing {
    /// Partition of the text.
    pub blocks: Vec<Block>,
    /// The tree.
    pub outline: Outline,
    /// Cited documents.
    pub documents: Vec<CitedDocument>,
    /// Gaps and repeats in numbering, problems without measures.
    pub warnings: Vec<Warning>,
}

/// Draws the tree of `text`.
#[must_use]
pub fn draw(text: &str, scan: &Scan, lexicon: &Lexicon) -> Drawing {
    let noise = noise::noise(text, scan, lexicon);
    let frame = frame::frame(text, scan, noise, lexicon);
    let lines = body_lines(text, scan, &frame);
    let (pieces, heads) = piece::pieces(text, scan, &lines, lexicon);
    let tree = build::build(text, scan, &pieces, lexicon);
    let kinds = kind::kinds(text, &tree, lexicon);
    let mut claims = frame_claims(text, &frame);
    let claim = |kind| move |span: &Span| Block { kind, span: *span };
    claims.extend(heads.iter().chain(&tree.labels).map(claim(BlockKind::Label)));
    claims.extend(tree.fields.iter().map(claim(BlockKind::Field)));
    let outline = grow::grow(text, scan, &tree, &kinds, lexicon, &mut claims);
    let mut warnings = numbering::numbering(text, &tree);
    warnings.extend(numbering::without_measure(text, &outline));
    warnings.extend(emptiness(text, &outline));
    Drawing {
        blocks: block::partition(text, claims, BlockKind::Intro),
        documents: cite::documents(text, scan, &outline),
        outline,
        warnings,
    }
}

/// Lines of the body, debris apart.
fn body_lines(text: &str, scan: &Scan, frame: &Frame) -> Vec<Span> {
    let body = frame.body;
    let within = |line: Span| {
        let start = line.lo().max(body.lo());
        let end = line.hi().min(body.hi());
        (start < end).then(|| Span::new(start, end).trim(text)).filter(|line| !line.is_empty())
    };
    frame::bare_lines(text, scan, &frame.noise).into_iter().filter_map(within).collect()
}

fn frame_claims(text: &str, frame: &Frame) -> Vec<Block> {
    let mut claims: Vec<Block> = frame.noise.iter().map(|span| Block { kind: BlockKind::Noise, span: *span }).collect();
    let around =
        |kind, span: Span| uncovered(text, span, &frame.noise).into_iter().map(move |span| Block { kind, span });
    if let Some(title) = frame.title {
        claims.extend(around(BlockKind::Title, title));
    }
    let start = frame.title.map_or(0, |title| title.hi());
    claims.extend(around(BlockKind::Intro, Span::new(start, frame.body.lo().max(start))));
    if let Some(closing) = frame.closing {
        claims.extend(around(BlockKind::Closing, closing));
    }
    claims
}

/// The parts of `span` outside the stretches `holes`.
fn uncovered(text: &str, span: Span, holes: &[Span]) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut at = span.lo();
    let first = holes.partition_point(|hole| hole.hi() <= span.lo());
    for hole in holes[first..].iter().take_while(|hole| hole.lo() < span.hi()) {
        parts.push(Span::new(at, hole.lo().max(at)).trim(text));
        at = hole.hi().max(at);
    }
    if at < span.hi() {
        parts.push(Span::new(at, span.hi()).trim(text));
    }
    parts.retain(|part| !part.is_empty());
    parts
}

fn emptiness(text: &str, outline: &Outline) -> Option<Warning> {
    let code = if text.trim().is_empty() {
        WarningCode::EmptyText
    } else if outline.nodes.is_empty() {
        WarningCode::NoOutline
    } else {
        return None;
    };
    Some(Warning { code, span: None, args: Vec::new() })
}
