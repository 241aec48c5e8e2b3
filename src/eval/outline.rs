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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};
    use std::path::Path;

    const TEXT: &str = "一、学习不深入\n一是学习。针对学习不深入问题，已学习。二是学习。";

    fn gold() -> Vec<GoldNode> {
        let inline = json!({"kind": "problem", "heading": "学习不深入问题", "inline": true});
        let first =
            json!({"kind": "measure", "marker": "一是", "heading": "学习", "status": "done", "children": [inline]});
        let second = json!({"kind": "measure", "marker": "二是", "heading": "学习", "status": "done"});
        let problem =
            json!({"kind": "problem", "marker": "一、", "heading": "学习不深入", "children": [first, second]});
        serde_json::from_value(json!([problem])).unwrap()
    }

    fn starts(gold: &[GoldNode]) -> Vec<usize> {
        let tree = place(gold, &Anchors::new(TEXT, Path::new("a.json"))).unwrap();
        tree.iter().map(|node| node.heading.start).collect()
    }

    #[test]
    fn headings_are_sought_in_reading_order() {
        let mut gold = gold();
        assert_eq!(starts(&gold), [2, 10, 15, 29]);
        gold[0].children[1].marker = None;
        assert_eq!(starts(&gold), [2, 10, 15, 10], "without its marker the next occurrence counts");
        gold[0].children[1].nth = Some(3);
        assert_eq!(starts(&gold), [2, 10, 15, 15], "`nth` counts from the start of the text");
    }

    fn node(kind: &str, heading: (usize, usize), status: Option<&str>, children: &[Value]) -> Value {
        let span = json!({"start": heading.0, "end": heading.1});
        json!({"id": "", "kind": kind, "span": span, "heading_span": span, "status": status, "children": children})
    }

    /// Found, given and wanted of each figure.
    fn counts(outline: &Value) -> Vec<(Figure, usize, usize, usize)> {
        let gold = gold();
        let tree = place(&gold, &Anchors::new(TEXT, Path::new("a.json"))).unwrap();
        let mut card = Card::new("a");
        score(&tree, &serde_json::from_value(json!({"outline": outline})).unwrap(), &mut card);
        card.tally.scores().into_iter().map(|(figure, score)| (figure, score.tp, score.predicted, score.gold)).collect()
    }

    #[test]
    fn trees() {
        use Figure::{Edges, Inline, Outline, Status};
        let inline = |heading| {
            let mut inline = node("problem", heading, None, &[]);
            inline["inline"] = true.into();
            inline
        };
        let (first, second) = ((10, 12), (29, 31));
        let right = node(
            "problem",
            (2, 7),
            None,
            &[
                node("measure", first, Some("done"), &[inline((15, 22)), node("action", first, None, &[])]),
                node("measure", second, Some("done"), &[]),
            ],
        );
        assert_eq!(
            counts(&json!([right])),
            [(Outline, 3, 3, 3), (Edges, 3, 3, 3), (Inline, 1, 1, 1), (Status, 2, 2, 2)]
        );
        let wrong = node(
            "problem",
            (2, 7),
            None,
            &[node("problem", first, None, &[node("measure", second, Some("planned"), &[inline((19, 25))])])],
        );
        assert_eq!(
            counts(&json!([wrong])),
            [(Outline, 2, 3, 3), (Edges, 2, 3, 3), (Inline, 1, 1, 1), (Status, 0, 1, 1)]
        );
        let far = node("section", (2, 7), None, &[inline((21, 30))]);
        assert_eq!(counts(&json!([far])), [(Outline, 0, 1, 3), (Edges, 1, 1, 3), (Inline, 0, 1, 1)]);
    }
}
