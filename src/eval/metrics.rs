//! Quantities: found, right, named, placed.

use super::amounts::Amount;
use super::anchors::Anchors;
use super::attributes;
use super::card::{Card, Verdict};
use super::error::EvalError;
use super::gold::GoldMetric;
use super::names::right_name;
use super::outline::PlacedNode;
use super::place::Place;
use super::prediction::{Metric, Node, Prediction};
use super::tally::Figure;
use crate::Class;
use crate::model::NodeKind;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// Scores the predicted metrics.
pub(super) fn score(
    gold: &[GoldMetric],
    tree: &[PlacedNode<'_>],
    prediction: &Prediction,
    anchors: &Anchors<'_>,
    card: &mut Card,
) -> Result<(), EvalError> {
    let places = place(gold, anchors)?;
    let given = &prediction.metrics;
    let mates = pair(&places, given);
    let owners = Owners::new(tree, prediction);
    let mut right = Right::default();
    for (at, metric) in gold.iter().enumerate().filter(|(_, metric)| !metric.optional) {
        let Some(mate) = mates[at].map(|mate| &given[mate]) else {
            card.note(Figure::Detect, Verdict::Missed, &metric.quote, Some(places[at]));
            continue;
        };
        right.count(metric, mate, places[at], &owners, card);
        attributes::score(at, metric, mate, places[at], given, anchors, card)?;
    }
    let optional = |at: usize| gold[at].optional;
    let free = (0..gold.len()).filter(|&at| optional(at) && mates[at].is_some()).count();
    let wanted = (0..gold.len()).filter(|&at| !optional(at)).count();
    right.settle(given.len() - free, wanted, card);
    note_made_up(given, &mates, card);
    Ok(())
}

/// Places of the annotated numbers with their units.
fn place(gold: &[GoldMetric], anchors: &Anchors<'_>) -> Result<Vec<Place>, EvalError> {
    let placed = gold.iter().enumerate().map(|(at, metric)| {
        let quote = anchors.find(&metric.quote, metric.nth, &|| format!("metrics[{at}].quote"))?;
        let within = (metric.quote.as_str(), quote);
        let num = anchors.find_within(within, &metric.num, metric.num_nth, &|| format!("metrics[{at}].num"))?;
        Ok(anchors.place(num, metric.num.len()))
    });
    placed.collect()
}

/// For each annotated number, in the order of the annotation, the predicted one of those still free that shares most
/// characters with it, then begins nearest, then stands last.
fn pair(places: &[Place], given: &[Metric]) -> Vec<Option<usize>> {
    let mut used = vec![false; given.len()];
    let mates = places.iter().map(|place| {
        let free =
            given.iter().enumerate().filter(|(at, metric)| !used[*at] && place.overlap(metric.quantity.span) > 0);
        let rank = |(at, metric): &(usize, &Metric)| {
            let span = metric.quantity.span;
            (place.overlap(span), Reverse(span.start.abs_diff(place.start)), *at)
        };
        let mate = free.max_by_key(rank).map(|(at, _)| at);
        if let Some(at) = mate {
            used[at] = true;
        }
        mate
    });
    mates.collect()
}

/// How many annotated quantities passed each test; each test presumes the one before.
#[derive(Default)]
struct Right {
    detected: usize,
    quantity: usize,
    named: usize,
    placed: usize,
}

impl Right {
    fn count(&mut self, gold: &GoldMetric, given: &Metric, place: Place, owners: &Owners<'_>, card: &mut Card) {
        self.detected += 1;
        if !same_quantity(gold, given) {
            let verdict = Verdict::wrong(shown_gold(gold), shown(given));
            return card.note(Figure::Quantity, verdict, &gold.quote, Some(place));
        }
        self.quantity += 1;
        let names = || std::iter::once(&gold.name).chain(&gold.alt_names).map(String::as_str);
        if !right_name(&given.name, names()) {
            let verdict = Verdict::wrong(names().collect::<Vec<_>>().join(" / "), given.name.as_str());
            return card.note(Figure::Named, verdict, &gold.quote, Some(place));
        }
        self.named += 1;
        if !owners.right(given, place) {
            let want = owners.before(place.start).map_or("null", |node| node.gold.heading.as_str());
            let verdict = Verdict::wrong(want, given.node.as_deref().unwrap_or("null"));
            return card.note(Figure::Placed, verdict, &gold.quote, Some(place));
        }
        self.placed += 1;
    }

    fn settle(&self, given: usize, wanted: usize, card: &mut Card) {
        for (figure, found) in [
            (Figure::Detect, self.detected),
            (Figure::Quantity, self.quantity),
            (Figure::Named, self.named),
            (Figure::Placed, self.placed),
        ] {
            card.tally.add(figure, found, given, wanted);
        }
    }
}

fn same_quantity(gold: &GoldMetric, given: &Metric) -> bool {
    let want = Amount { value: Some(gold.value), upper: gold.upper, unit: &gold.unit };
    let got = Amount { value: given.value, upper: given.upper, unit: &given.unit };
    got.same(want) && given.approx == gold.approx
}

fn note_made_up(given: &[Metric], mates: &[Option<usize>], card: &mut Card) {
    let mut used = vec![false; given.len()];
    mates.iter().flatten().for_each(|&at| used[at] = true);
    for (metric, _) in given.iter().zip(used).filter(|(_, used)| !used) {
        let words = format!("{} ({} = {})", metric.text, metric.name, shown(metric));
        card.note(Figure::Detect, Verdict::MadeUp, &words, Some(metric.quantity.span));
    }
}

fn shown_gold(gold: &GoldMetric) -> String {
    amount(Some(gold.value), gold.upper, &gold.unit, gold.approx.0.word())
}

fn shown(given: &Metric) -> String {
    amount(given.value, given.upper, &given.unit, given.approx.0.word())
}

fn amount(value: Option<f64>, upper: Option<f64>, unit: &str, approx: &str) -> String {
    let value = value.map_or_else(|| "null".into(), |value| value.to_string());
    let upper = upper.map(|upper| format!("—{upper}")).unwrap_or_default();
    format!("{value}{upper} {unit} {approx}")
}

/// Under which node a number should hang, and does.
struct Owners<'a> {
    /// Annotated nodes, inline problems apart, by the first character of their heading.
    wanted: Vec<&'a PlacedNode<'a>>,
    given: FxHashMap<&'a str, &'a Node>,
}

impl<'a> Owners<'a> {
    fn new(tree: &'a [PlacedNode<'a>], prediction: &'a Prediction) -> Self {
        let mut wanted: Vec<_> = tree.iter().filter(|node| !node.gold.inline).collect();
        wanted.sort_by_key(|node| node.heading.start);
        Self { wanted, given: prediction.nodes().into_iter().map(|(node, _)| (node.id.as_str(), node)).collect() }
    }

    /// The innermost annotated node before character `at`.
    fn before(&self, at: usize) -> Option<&'a PlacedNode<'a>> {
        let next = self.wanted.partition_point(|node| node.heading.start <= at);
        self.wanted[..next].last().copied()
    }

    fn right(&self, metric: &Metric, place: Place) -> bool {
        let given = metric.node.as_deref().and_then(|id| self.block(id));
        match self.before(place.start) {
            None => given.is_none(),
            Some(want) => given.and_then(|node| node.heading_span).is_some_and(|span| span.start == want.heading.start),
        }
    }

    /// The node of that id, or its nearest ancestor that is neither an action nor an inline problem.
    fn block(&self, id: &str) -> Option<&'a Node> {
        let mut id = id;
        loop {
            let node = *self.given.get(id)?;
            if node.kind.0 != NodeKind::Action && !node.inline {
                return Some(node);
            }
            id = id.rsplit_once('.')?.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};
    use std::path::Path;

    const TEXT: &str = "一、不到位。培训3次。新增企业12家，其中外资2家。";

    fn gold() -> Vec<GoldMetric> {
        let metrics = json!([
            {"quote": "培训3次", "num": "3次", "name": "培训", "value": 3, "unit": "次", "optional": true},
            {"quote": "新增企业12家", "num": "12家", "name": "新增企业", "value": 12, "unit": "家"},
            {"quote": "外资2家", "num": "2家", "name": "新增外资企业", "alt_names": ["外资"], "value": 2, "unit": "家",
             "part_of": {"num": "12家"}},
        ]);
        serde_json::from_value(metrics).unwrap()
    }

    fn metric(id: &str, start: usize, value: u32, name: &str, node: &str) -> Value {
        let span = json!({"start": start, "end": start + 2});
        json!({"id": id, "node": node, "quantity": {"span": span}, "name": name, "value": value, "unit": "家"})
    }

    /// Found, given and wanted of detect, quantity, named and placed.
    fn counts(metrics: &[Value]) -> Vec<(usize, usize, usize)> {
        let node = json!([{"kind": "problem", "marker": "一、", "heading": "不到位"}]);
        let node: Vec<crate::eval::gold::GoldNode> = serde_json::from_value(node).unwrap();
        let anchors = Anchors::new(TEXT, Path::new("a.json"));
        let tree = crate::eval::outline::place(&node, &anchors).unwrap();
        let span = json!({"start": 2, "end": 5});
        let action = json!({"id": "1.1", "kind": "action", "span": span});
        let outline = json!([{"id": "1", "kind": "problem", "span": span, "heading_span": span, "children": [action]}]);
        let prediction = serde_json::from_value(json!({"outline": outline, "metrics": metrics})).unwrap();
        let mut card = Card::new("a");
        score(&gold(), &tree, &prediction, &anchors, &mut card).unwrap();
        let scores = card.tally.scores().into_iter();
        let main = scores.filter(|(figure, _)| (Figure::Detect..=Figure::Placed).contains(figure));
        main.map(|(_, score)| (score.tp, score.predicted, score.gold)).collect()
    }

    #[test]
    fn each_test_presumes_the_one_before() {
        let whole = || metric("m1", 14, 12, "新增企业", "1.1");
        for (metrics, want) in [
            (vec![], vec![(0, 0, 2), (0, 0, 2), (0, 0, 2), (0, 0, 2)]),
            (vec![whole()], vec![(1, 1, 2), (1, 1, 2), (1, 1, 2), (1, 1, 2)]),
            (vec![whole(), metric("m2", 22, 2, "外资", "9")], vec![(2, 2, 2), (2, 2, 2), (2, 2, 2), (1, 2, 2)]),
            (vec![whole(), metric("m2", 22, 2, "会议", "1")], vec![(2, 2, 2), (2, 2, 2), (1, 2, 2), (1, 2, 2)]),
            (vec![whole(), metric("m2", 22, 3, "外资", "1")], vec![(2, 2, 2), (1, 2, 2), (1, 2, 2), (1, 2, 2)]),
            // What an optional quantity answers counts neither way; what nothing answers counts against.
            (vec![metric("m1", 8, 3, "培训", "1"), metric("m2", 0, 1, "", "1")], vec![(0, 1, 2); 4]),
        ] {
            assert_eq!(counts(&metrics), want, "{metrics:?}");
        }
    }

    #[test]
    fn the_larger_overlap_wins_then_the_nearer_start_then_the_later() {
        let given: Vec<Metric> = [(14, 1), (15, 1), (15, 2), (40, 1)]
            .iter()
            .map(|(start, value)| serde_json::from_value(metric("", *start, *value, "", "")).unwrap())
            .collect();
        let place = |start, end| Place { start, end };
        assert_eq!(pair(&[place(15, 18)], &given), [Some(2)]);
        assert_eq!(
            pair(&[place(14, 16), place(14, 16), place(14, 16), place(14, 16)], &given),
            [Some(0), Some(2), Some(1), None]
        );
    }
}
