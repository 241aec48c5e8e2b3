//! Two lists of items set side by side.

use super::items::Item;
use super::{Change, Field, Status};
use rustc_hash::FxHashMap;
use serde_json::Value;
use std::collections::VecDeque;

/// What came, went and changed: in the order of the new list, what went before it at its old place.
pub(super) fn changes(old: &[Item], new: &[Item]) -> Vec<Change> {
    let mut known: FxHashMap<&str, VecDeque<usize>> = FxHashMap::default();
    for (at, item) in old.iter().enumerate() {
        known.entry(&item.key).or_default().push_back(at);
    }
    let partners: Vec<Option<usize>> =
        new.iter().map(|item| known.get_mut(item.key.as_str()).and_then(VecDeque::pop_front)).collect();
    let mut gone = vec![true; old.len()];
    partners.iter().flatten().for_each(|at| gone[*at] = false);
    let mut changes = Vec::new();
    let mut told = 0;
    for (item, partner) in new.iter().zip(partners) {
        if let Some(at) = partner {
            removed(old, &gone, told..at, &mut changes);
            told = told.max(at);
        }
        let before = partner.map(|at| &old[at]);
        let fields = fields(before.unwrap_or(&Item::nothing()), item);
        let status = if before.is_some() { Status::Changed } else { Status::Added };
        if status == Status::Added || !fields.is_empty() {
            changes.push(Change { status, words: item.words.clone(), fields });
        }
    }
    removed(old, &gone, told..old.len(), &mut changes);
    changes
}

fn removed(old: &[Item], gone: &[bool], places: std::ops::Range<usize>, changes: &mut Vec<Change>) {
    for at in places.filter(|at| gone[*at]) {
        let fields = fields(&old[at], &Item::nothing());
        changes.push(Change { status: Status::Removed, words: old[at].words.clone(), fields });
    }
}

/// The fields that differ: in the order of the new item, then those that only the old one has.
pub(super) fn fields(old: &Item, new: &Item) -> Vec<Field> {
    let value = |item: &Item, name: &str| {
        let field = item.fields.iter().find(|(field, _)| field == name);
        field.map_or(Value::Null, |(_, value)| value.clone())
    };
    let only_old = old.fields.iter().filter(|(name, _)| value(new, name).is_null());
    let names = new.fields.iter().chain(only_old).map(|(name, _)| name);
    names
        .map(|name| Field { field: name.clone(), old: value(old, name), new: value(new, name) })
        .filter(|field| field.old != field.new)
        .collect()
}
