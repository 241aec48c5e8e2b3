//! What holds for every text, notice or not.

use zhenggai::model::{NodeKind, Notice, Outline};
use zhenggai::output::wire;
use zhenggai::{Document, Span, parse};

/// Parses `text` and asserts all that must hold of any notice. Returns it for more.
pub fn check(text: &str) -> Notice {
    let lexicon = super::lexicon();
    let document = Document::from_text(text);
    let notice = parse(&document, lexicon);
    let text = document.text();
    spans_are_of_the_text(text, &notice);
    blocks_partition(text, &notice);
    tree_is_sound(&notice.outline);
    metrics_are_sound(&notice);
    let print = |notice: &Notice| {
        let options = wire::Options { rejected: true, ..wire::Options::default() };
        serde_json::to_string(&wire::notice(&document, notice, lexicon, &options)).expect("a notice prints")
    };
    assert_eq!(print(&notice), print(&parse(&document, lexicon)), "two parses of one text differ");
    notice
}

fn spans_are_of_the_text(text: &str, notice: &Notice) {
    for (what, span) in spans(notice) {
        assert!(span.start <= span.end, "{what} {span:?} runs backwards");
        assert!(text.get(span.lo()..span.hi()).is_some(), "{what} {span:?} is not at character bounds");
    }
}

/// Every span of a notice with what it is.
fn spans(notice: &Notice) -> Vec<(&'static str, Span)> {
    let mut spans = Vec::new();
    let header = &notice.header;
    let contacts = header.phones.iter().chain(&header.emails).chain(&header.address).chain(&header.postcode);
    spans.extend(contacts.map(|span| ("contact", *span)));
    spans.extend(notice.blocks.iter().map(|block| ("block", block.span)));
    for node in &notice.outline.nodes {
        spans.push(("node", node.span));
        spans.push(("heading", node.heading));
        spans.extend(node.marker.map(|span| ("marker", span)));
        spans.extend(node.deadline.as_ref().map(|deadline| ("deadline", deadline.span)));
        spans.extend(node.responsible.iter().map(|span| ("responsible", *span)));
        spans.extend(node.target.map(|span| ("target", span)));
        spans.extend(node.stated_status.map(|span| ("stated status", span)));
    }
    for metric in &notice.metrics {
        spans.push(("metric", metric.span));
        spans.push(("quantity", metric.quantity.span));
        spans.extend(metric.name_spans.iter().map(|span| ("name", *span)));
        spans.extend(metric.threshold.as_ref().map(|threshold| ("threshold", threshold.span)));
        spans.extend(metric.rank.as_ref().map(|rank| ("rank", rank.span)));
        spans.extend(metric.rank.as_ref().and_then(|rank| rank.scope).map(|span| ("scope", span)));
        spans.extend(metric.period.map(|period| ("period", period.span)));
    }
    for document in &notice.documents {
        spans.push(("citation", document.span));
        spans.extend(document.title.map(|span| ("title", span)));
        spans.extend(document.number.map(|span| ("document number", span)));
    }
    spans.extend(notice.rejected.iter().map(|rejected| ("rejected", rejected.span)));
    spans.extend(notice.warnings.iter().filter_map(|warning| Some(("warning", warning.span?))));
    spans
}

/// Every character that is not white space lies in exactly one block.
fn blocks_partition(text: &str, notice: &Notice) {
    let mut end = 0;
    for block in &notice.blocks {
        let lost = &text[end.min(block.span.lo())..block.span.lo()];
        assert!(block.span.lo() >= end, "block {:?} begins inside the one before", block.span);
        assert!(lost.trim().is_empty(), "no block holds {:?}", first(lost));
        end = block.span.hi();
    }
    assert!(text[end..].trim().is_empty(), "no block holds {:?}", first(&text[end..]));
}

/// The first characters of a text that may be long.
fn first(text: &str) -> String {
    text.trim_start().chars().take(40).collect()
}

/// The arena is a forest in reading order, and every node lies inside its parent.
fn tree_is_sound(outline: &Outline) {
    let mut seen = vec![0; outline.nodes.len()];
    for root in &outline.roots {
        assert_eq!(outline.get(*root).parent, None, "a root has a parent");
        seen[root.0 as usize] += 1;
    }
    for id in outline.ids() {
        let node = outline.get(id);
        assert!(node.span.contains(node.heading), "heading {:?} outside its node {:?}", node.heading, node.span);
        for child in &node.children {
            let inner = outline.get(*child);
            assert!(*child > id, "a child stands before its parent");
            assert_eq!(inner.parent, Some(id), "parent and children disagree");
            assert!(node.span.contains(inner.span), "{:?} {:?} outside {:?}", inner.kind, inner.span, node.span);
            seen[child.0 as usize] += 1;
        }
        if node.kind == NodeKind::Action {
            assert!(node.children.is_empty(), "an action has children");
            let parent = node.parent.map(|parent| outline.get(parent).kind);
            assert!(parent.is_some_and(|kind| kind != NodeKind::Action), "an action stands alone");
        }
    }
    assert!(seen.iter().all(|times| *times == 1), "a node hangs nowhere or twice");
}

/// Metrics stand in the order of the text, apart from each other and from what is no metric, in the node that they name.
fn metrics_are_sound(notice: &Notice) {
    let quantities: Vec<Span> = notice.metrics.iter().map(|metric| metric.quantity.span).collect();
    assert!(quantities.windows(2).all(|pair| pair[0].hi() <= pair[1].lo()), "metrics overlap or are out of order");
    for (at, metric) in notice.metrics.iter().enumerate() {
        let quantity = metric.quantity.span;
        assert!(!quantity.is_empty(), "a quantity of no words");
        assert!(metric.span.contains(quantity), "quantity {quantity:?} outside its metric {:?}", metric.span);
        assert_eq!(metric.node, notice.outline.innermost(quantity.lo()), "metric {quantity:?} in another node");
        if let Some(whole) = metric.part_of {
            assert!((whole.0 as usize) < quantities.len(), "the whole of {quantity:?} is no metric");
            assert_ne!(whole.0 as usize, at, "a part of itself");
        }
    }
    for rejected in &notice.rejected {
        let next = quantities.partition_point(|quantity| quantity.hi() <= rejected.span.lo());
        let clash = quantities.get(next).is_some_and(|quantity| quantity.overlaps(rejected.span));
        assert!(!clash, "{:?} is a metric and rejected as {:?}", rejected.span, rejected.reason);
    }
}
