//! What an item of the raw tree is: section, problem or measure.

use super::build::{Raw, Tree};
use super::heading::{ends_in_topic, names_problem};
use super::level::Style;
use crate::lexicon::{LabelKind, Lexicon};
use crate::model::NodeKind;
use crate::scan::MarkerStyle;

/// The kinds of all items.
pub(super) fn kinds(text: &str, tree: &Tree, lexicon: &Lexicon) -> Vec<NodeKind> {
    let mut kinds: Vec<NodeKind> = Vec::with_capacity(tree.items.len());
    // A parent stands before its children.
    for item in &tree.items {
        let parent = item.parent.map(|parent| (&tree.items[parent], kinds[parent]));
        kinds.push(kind(text, tree, item, parent, lexicon));
    }
    follow_elders(text, tree, &mut kinds, lexicon);
    kinds
}

fn kind(text: &str, tree: &Tree, item: &Raw, parent: Option<(&Raw, NodeKind)>, lexicon: &Lexicon) -> NodeKind {
    let heading = item.heading.slice(text);
    let scope = parent.and_then(|(parent, _)| parent.scopes.get(item.scope)).and_then(|scope| scope.kind);
    let below = parent.map(|(_, kind)| kind);
    let full = has_body(item);
    match (item.style, scope) {
        (Style::Label(LabelKind::Problem), _) | (_, Some(LabelKind::Problem)) => return NodeKind::Problem,
        (Style::Label(_), _) => return NodeKind::Measure,
        _ if below == Some(NodeKind::Measure) => return NodeKind::Measure,
        (_, Some(LabelKind::Measures | LabelKind::Progress)) if below == Some(NodeKind::Problem) => {
            let named = names_problem(heading) && !item.children.is_empty();
            return if named { NodeKind::Problem } else { NodeKind::Measure };
        }
        _ => {}
    }
    if item.deficient && reads_as_problem(tree, item, heading, below) {
        return NodeKind::Problem;
    }
    if below == Some(NodeKind::Problem) || deepest(item.style) {
        return NodeKind::Measure;
    }
    let heads = !item.children.is_empty();
    let root = item.parent.is_none();
    let topic = ends_in_topic(heading, lexicon);
    let titled = root && (item.alone || topic || item.style == Style::Plain);
    if heads || titled && (full || topic || headings_around(tree)) { NodeKind::Section } else { NodeKind::Measure }
}

/// Whether an item whose words say what is wrong is a problem: not where it is a measure that only mentions it.
fn reads_as_problem(tree: &Tree, item: &Raw, heading: &str, below: Option<NodeKind>) -> bool {
    let full = has_body(item);
    if names_problem(heading) {
        return full || !deepest(item.style);
    }
    if deepest(item.style) {
        return below != Some(NodeKind::Problem) && (!item.children.is_empty() || item.alone && full);
    }
    full || below != Some(NodeKind::Problem) || !among_measures(tree, item, heading)
}

/// Whether a bare item stands in a list of acts, or tells a result in figures.
fn among_measures(tree: &Tree, item: &Raw, heading: &str) -> bool {
    let siblings = item.parent.map_or(&tree.roots, |parent| &tree.items[parent].children);
    let at = siblings.partition_point(|id| tree.items[*id].own.lo() < item.own.lo());
    let near = &siblings[at.saturating_sub(3)..siblings.len().min(at + 4)];
    let of_list = |id: &&usize| tree.items[**id].style == item.style && tree.items[**id].scope == item.scope;
    heading.contains(|c: char| c.is_ascii_digit())
        || near.iter().filter(of_list).any(|id| !tree.items[*id].deficient && !has_body(&tree.items[*id]))
}

/// Whether anything stands below the heading.
fn has_body(item: &Raw) -> bool {
    !item.children.is_empty() || item.scopes.iter().any(|scope| !scope.paragraphs.is_empty()) || item.scopes.len() > 1
}

/// Whether the notice has headings at its top level at all.
fn headings_around(tree: &Tree) -> bool {
    tree.roots.iter().any(|root| !tree.items[*root].children.is_empty())
}

/// Styles in which acts are listed, hardly ever problems.
fn deepest(style: Style) -> bool {
    use MarkerStyle::{Bullet, Chain, ChainMust, OneOf, Order, Ordinal};
    matches!(style, Style::Marker(Chain | ChainMust | Order | Ordinal | OneOf | Bullet))
}

/// A heading that stands in a list of problems, as they have a body below it, is one of them, whatever its words.
fn follow_elders(text: &str, tree: &Tree, kinds: &mut [NodeKind], lexicon: &Lexicon) {
    let lists = tree.items.iter().map(|item| (&item.children, false)).chain([(&tree.roots, true)]);
    for (list, root) in lists {
        let problems = list.iter().filter(|id| kinds[**id] == NodeKind::Problem).count();
        let heads = |id: &usize| {
            let item = &tree.items[*id];
            let kind = if root { NodeKind::Measure } else { NodeKind::Section };
            let headed = kinds[*id] == kind || kinds[*id] == NodeKind::Measure && item.alone && has_body(item);
            headed && !ends_in_topic(item.heading.slice(text), lexicon)
        };
        let others: Vec<usize> = list.iter().copied().filter(heads).collect();
        if problems > others.len() || problems > 0 && problems == others.len() && !root {
            for id in others {
                kinds[id] = NodeKind::Problem;
                sections_below(tree, id, kinds);
            }
        }
    }
}

/// What was a section only for want of a problem above is a measure now.
fn sections_below(tree: &Tree, id: usize, kinds: &mut [NodeKind]) {
    for child in &tree.items[id].children {
        if kinds[*child] == NodeKind::Section {
            kinds[*child] = NodeKind::Measure;
            sections_below(tree, *child, kinds);
        }
    }
}
