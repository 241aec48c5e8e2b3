//! Faults of numbering and structure: gaps, repeats, problems without measures.

use super::build::Tree;
use super::level::{Style, list};
use crate::Span;
use crate::model::{NodeKind, Outline, Warning, WarningCode};
use rustc_hash::FxHashMap;

/// The last item of a list.
type Last = (u32, Span);

/// Checks the lists of the raw tree.
pub(super) fn numbering(text: &str, tree: &Tree) -> Vec<Warning> {
    let mut found = Vec::new();
    let mut anywhere: FxHashMap<Style, u32> = FxHashMap::default();
    let mut here: FxHashMap<(Option<usize>, usize, Style), Last> = FxHashMap::default();
    for item in &tree.items {
        let Some(marker) = item.marker.filter(|_| item.ordinal > 0) else { continue };
        let before = here.insert((item.parent, item.scope, list(item.style)), (item.ordinal, marker));
        let across = anywhere.insert(list(item.style), item.ordinal);
        // A list may go on where the list under the heading before it ended.
        let continued = item.ordinal == 1 || across == Some(item.ordinal - 1);
        if let Some(code) = fault(before.map(|(number, _)| number), item.ordinal, continued) {
            let last = before.filter(|_| code == WarningCode::NumberingGap).map(|(_, last)| last);
            let args = last.into_iter().chain([marker]).map(|span| span.slice(text).to_owned()).collect();
            found.push(Warning { code, span: Some(marker), args });
        }
    }
    found
}

fn fault(before: Option<u32>, number: u32, continued: bool) -> Option<WarningCode> {
    match before {
        Some(last) if number == last + 1 => None,
        // Numbers begin anew in the next paragraph.
        Some(last) if number == 1 && last > 1 => None,
        Some(last) if number <= last => Some(WarningCode::NumberingRepeat),
        Some(_) => Some(WarningCode::NumberingGap),
        None if continued => None,
        None => Some(WarningCode::NumberingGap),
    }
}

/// Problems that have nothing below them.
pub(super) fn without_measure(text: &str, outline: &Outline) -> Vec<Warning> {
    outline
        .nodes
        .iter()
        .filter(|node| node.kind == NodeKind::Problem && !node.inline && node.children.is_empty())
        .map(|node| Warning {
            code: WarningCode::ProblemWithoutMeasure,
            span: Some(node.heading),
            args: vec![node.heading.slice(text).to_owned()],
        })
        .collect()
}
