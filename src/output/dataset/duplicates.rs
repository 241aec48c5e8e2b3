//! One row a pair of passages that say the same.

use super::{Cell, Column, Dataset, Kind, Record};
use crate::i18n::Text;
use crate::output::wire::{Duplicate, Place};

/// The table of duplicated passages.
pub const DUPLICATES: Dataset =
    Dataset { name: "duplicates", title: Text::new("重复措施", "duplicates"), columns: COLUMNS };

const COLUMNS: &[Column] = &[
    Column::new("cluster", Text::new("组", "cluster"), Kind::Count, 7),
    Column::new("scope", Text::new("范围", "scope"), Kind::Words, 9),
    Column::new("similarity", Text::new("相似度", "similarity"), Kind::Number, 9),
    Column::new("notice_a", Text::new("通报甲", "notice a"), Kind::Words, 24),
    Column::new("node_a", Text::new("节点甲", "node a"), Kind::Words, 9),
    Column::new("text_a", Text::new("原文甲", "text a"), Kind::Words, 50),
    Column::new("notice_b", Text::new("通报乙", "notice b"), Kind::Words, 24),
    Column::new("node_b", Text::new("节点乙", "node b"), Kind::Words, 9),
    Column::new("text_b", Text::new("原文乙", "text b"), Kind::Words, 50),
    Column::new("differs", Text::new("不同之处", "differs"), Kind::Words, 30),
    Column::new("boilerplate", Text::new("套话", "boilerplate"), Kind::Words, 9),
    Column::new("span_a", Text::new("位置甲", "span a"), Kind::Words, 12),
    Column::new("span_b", Text::new("位置乙", "span b"), Kind::Words, 12),
];

/// The record of a pair; what differs is written `甲 → 乙`, joined by `；`.
#[must_use]
pub fn record(pair: &Duplicate) -> Record {
    let differs: Vec<_> = pair.differs.iter().map(|differs| format!("{} → {}", differs.a, differs.b)).collect();
    let span = |place: &Place| format!("{}..{}", place.span.start, place.span.end);
    vec![
        Cell::count(pair.cluster),
        pair.scope.into(),
        pair.similarity.into(),
        pair.a.notice.as_str().into(),
        pair.a.node.as_deref().into(),
        pair.a.text.as_str().into(),
        pair.b.notice.as_str().into(),
        pair.b.node.as_deref().into(),
        pair.b.text.as_str().into(),
        Some(differs.join("；")).filter(|differs| !differs.is_empty()).into(),
        if pair.boilerplate { "true" } else { "false" }.into(),
        span(&pair.a).into(),
        span(&pair.b).into(),
    ]
}
