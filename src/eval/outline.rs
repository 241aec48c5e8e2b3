//! The tree: nodes, edges, inline problems and the status of measures.

use super::anchors::Anchors;
use super::card::{Card, Verdict};
use super::error::EvalError;
use super::gold::GoldNode;
use super::place::Place;
use super::prediction::{Node, Prediction};
use super::tally::Figure;
use crate::Class;
use crate::model::{NodeKind, Status};
use std::collections::{BTreeMap, BTreeSet};

/// An annotated node with the place of its heading.
pub(super) struct PlacedNode<'g> {
    pub gold: &'g GoldNode,
    pub heading: Place,
    /// First character of the parent's heading.
    parent: Option<usize>,
}

/// A node by the first character of its heading and its kind.
type Key = (usize, NodeKind);

/// Finds the headings of an annotated tree, in reading order: the occurrence that `nth` says or, without it, the next one.
pub(super) fn place<'g>(nodes: &'g [GoldNode], anchors: &Anchors<'_>) -> Result<Vec<PlacedNode<'g>>, EvalError> {
    let mut placer = Placer { anchors, placed: Vec::new() };
    placer.place(nodes, None, 0, "outline")?;
    Ok(placer.placed)
}

struct Placer<'g, 'a> {
    anchors: &'a Anchors<'a>,
    placed: Vec<PlacedNode<'g>>,
}

impl<'g> Placer<'g, '_> {
    /// `cursor`: byte from which headings without `nth` are sought; `at`: path of the list in the annotation.
    fn place(
        &mut self,
        nodes: &'g [GoldNode],
        parent: Option<usize>,
        mut cursor: usize,
        at: &str,
    ) -> Result<(), EvalError> {
        for (position, gold) in nodes.iter().enumerate() {
            let at = format!("{at}[{position}]");
            let start = self.start(gold, cursor, &at)?;
            let heading = self.anchors.place(start, gold.heading.len());
            self.placed.push(PlacedNode { gold, heading, parent });
            let from = if gold.inline { cursor } else { cursor.max(start) };
            self.place(&gold.children, Some(heading.start), from, &format!("{at}.children"))?;
            cursor = from;
        }
        Ok(())
    }

    fn start(&self, gold: &GoldNode, cursor: usize, at: &str) -> Result<usize, EvalError> {
        let whole_text = |nth| self.anchors.find(&gold.heading, nth, &|| format!("{at}.heading"));
        if gold.nth.is_some_and(|nth| nth > 0) {
            return whole_text(gold.nth);
        }
        let marker = gold.marker.as_deref().unwrap_or_default();
        let ahead = &self.anchors.text()[cursor..];
        let with_marker = ahead.find(&format!("{marker}{}", gold.heading)).map(|found| found + marker.len());
        match with_marker.or_else(|| ahead.find(&gold.heading)) {
            Some(found) => Ok(cursor + found),
            None => whole_text(None),
        }
    }
}

/// Scores the predicted tree.
pub(super) fn score(tree: &[PlacedNode<'_>], prediction: &Prediction, card: &mut Card) {
    let mut given = prediction.nodes();
    given.retain(|(node, _)| node.kind.0 != NodeKind::Action);
    let block: Vec<_> = given.iter().copied().filter(|(node, _)| !node.inline).collect();
    score_nodes(tree, &block, card);
    score_edges(tree, &block, card);
    score_inline(tree, &given, card);
}

fn score_nodes(tree: &[PlacedNode<'_>], block: &[(&Node, Option<&Node>)], card: &mut Card) {
    let wanted = tree.iter().filter(|node| !node.gold.inline);
    let gold: BTreeMap<Key, _> = wanted.clone().map(|n| ((n.heading.start, n.gold.kind.0), n)).collect();
    let given: BTreeMap<Key, _> =
        block.iter().filter_map(|(node, _)| Some(((node.heading_span?.start, node.kind.0), *node))).collect();
    let found = gold.keys().filter(|key| given.contains_key(key)).count();
    card.tally.add(Figure::Outline, found, block.len(), wanted.count());
    for (key, node) in &gold {
        match given.get(key) {
            Some(given) => score_status(node, given, card),
            None => {
                let words = shown(node.gold.kind.0, node.gold.marker.as_deref(), &node.gold.heading);
                card.note(Figure::Outline, Verdict::Missed, &words, Some(node.heading));
            }
        }
    }
    for (_, node) in given.iter().filter(|(key, _)| !gold.contains_key(key)) {
        let words = shown(node.kind.0, node.marker.as_deref(), &node.heading);
        card.note(Figure::Outline, Verdict::MadeUp, &words, node.heading_span);
    }
}

fn score_status(node: &PlacedNode<'_>, given: &Node, card: &mut Card) {
    let Some(want) = node.gold.status.filter(|_| node.gold.kind.0 == NodeKind::Measure) else { return };
    let right = given.status == Some(want);
    card.judge(Figure::Status, right);
    if !right {
        let got = given.status.map_or("null", |status| Status::word(status.0));
        card.note(Figure::Status, Verdict::wrong(want.0.word(), got), &node.gold.heading, Some(node.heading));
    }
}

fn score_edges(tree: &[PlacedNode<'_>], block: &[(&Node, Option<&Node>)], card: &mut Card) {
    let wanted = tree.iter().filter(|node| !node.gold.inline);
    let wanted: BTreeSet<_> = wanted.map(|node| (node.heading.start, node.parent)).collect();
    let given: BTreeSet<_> = block.iter().filter_map(|(node, parent)| edge(node, *parent)).collect();
    card.tally.add(Figure::Edges, wanted.intersection(&given).count(), given.len(), wanted.len());
    for node in tree.iter().filter(|node| !node.gold.inline && !given.contains(&(node.heading.start, node.parent))) {
        let words = shown(node.gold.kind.0, node.gold.marker.as_deref(), &node.gold.heading);
        card.note(Figure::Edges, Verdict::Missed, &words, Some(node.heading));
    }
}

/// Where the headings of a node and its parent begin.
fn edge(node: &Node, parent: Option<&Node>) -> Option<(usize, Option<usize>)> {
    let child = node.heading_span?.start;
    match parent {
        None => Some((child, None)),
        Some(parent) => Some((child, Some(parent.heading_span?.start))),
    }
}

fn score_inline(tree: &[PlacedNode<'_>], given: &[(&Node, Option<&Node>)], card: &mut Card) {
    let wanted: Vec<_> = tree.iter().filter(|node| node.gold.inline).collect();
    let given: Vec<_> =
        given.iter().filter(|(node, _)| node.inline).filter_map(|(n, _)| Some((n, n.heading_span?))).collect();
    let mut used = vec![false; given.len()];
    for node in &wanted {
        let mate = (0..given.len()).find(|&at| !used[at] && shares_half(node.heading, given[at].1));
        match mate {
            Some(at) => used[at] = true,
            None => card.note(Figure::Inline, Verdict::Missed, &node.gold.heading, Some(node.heading)),
        }
    }
    let found = used.iter().filter(|used| **used).count();
    card.tally.add(Figure::Inline, found, given.len(), wanted.len());
    for ((node, place), _) in given.iter().zip(&used).filter(|(_, used)| !**used) {
        card.note(Figure::Inline, Verdict::MadeUp, &node.heading, Some(*place));
    }
}

/// Whether two places share at least half of the shorter one.
fn shares_half(a: Place, b: Place) -> bool {
    let shorter = a.len().min(b.len());
    shorter > 0 && a.overlap(b) * 2 >= shorter
}

fn shown(kind: NodeKind, marker: Option<&str>, heading: &str) -> String {
    format!("{} {}{heading}", kind.word(), marker.unwrap_or_default())
}
