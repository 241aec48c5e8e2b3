//! One row a metric.

use super::{Cell, Column, Dataset, Kind, Record};
use crate::i18n::Text;
use crate::output::rows::Row;

/// The flat table of metrics: the fields of [`Row`].
pub const METRICS: Dataset = Dataset { name: "metrics", title: Text::new("指标", "metrics"), columns: COLUMNS };

const COLUMNS: &[Column] = &[
    Column::new("notice", Text::new("通报", "notice"), Kind::Words, 24),
    Column::new("body", Text::new("单位", "body"), Kind::Words, 24),
    Column::new("year", Text::new("年份", "year"), Kind::Count, 7),
    Column::new("node", Text::new("节点", "node"), Kind::Words, 9),
    Column::new("problem", Text::new("问题", "problem"), Kind::Words, 32),
    Column::new("measure", Text::new("措施", "measure"), Kind::Words, 32),
    Column::new("responsible", Text::new("责任单位", "responsible"), Kind::Words, 16),
    Column::new("deadline", Text::new("完成时限", "deadline"), Kind::Day, 12),
    Column::new("status", Text::new("状态", "status"), Kind::Words, 9),
    Column::new("name", Text::new("指标名称", "name"), Kind::Words, 28),
    Column::new("key", Text::new("规范名称", "key"), Kind::Words, 28),
    Column::new("value", Text::new("数值", "value"), Kind::Number, 12),
    Column::new("upper", Text::new("上限", "upper"), Kind::Number, 9),
    Column::new("unit", Text::new("计量单位", "unit"), Kind::Words, 10),
    Column::new("base_value", Text::new("折算值", "base value"), Kind::Number, 16),
    Column::new("base_unit", Text::new("折算单位", "base unit"), Kind::Words, 10),
    Column::new("approx", Text::new("精确程度", "approx"), Kind::Words, 9),
    Column::new("threshold", Text::new("规模条件", "threshold"), Kind::Words, 12),
    Column::new("part_of", Text::new("所属总数", "part of"), Kind::Words, 24),
    Column::new("rank", Text::new("位次", "rank"), Kind::Words, 12),
    Column::new("change", Text::new("增减", "change"), Kind::Words, 10),
    Column::new("period", Text::new("时期", "period"), Kind::Words, 22),
    Column::new("role", Text::new("性质", "role"), Kind::Words, 10),
    Column::new("text", Text::new("原文", "text"), Kind::Words, 40),
    Column::new("span", Text::new("位置", "span"), Kind::Words, 12),
    Column::new("corrected", Text::new("更正前", "corrected"), Kind::Words, 24),
];

/// The record of a row.
#[must_use]
pub fn record(row: &Row) -> Record {
    let words = |words: &str| Cell::from(words);
    let maybe = |words: &Option<String>| Cell::from(words.as_deref());
    vec![
        words(&row.notice),
        maybe(&row.body),
        row.year.into(),
        maybe(&row.node),
        maybe(&row.problem),
        maybe(&row.measure),
        maybe(&row.responsible),
        maybe(&row.deadline),
        row.status.into(),
        words(&row.name),
        words(&row.key),
        row.value.into(),
        row.upper.into(),
        words(&row.unit),
        row.base_value.into(),
        words(&row.base_unit),
        words(row.approx),
        maybe(&row.threshold),
        maybe(&row.part_of),
        maybe(&row.rank),
        maybe(&row.change),
        maybe(&row.period),
        words(row.role),
        words(&row.text),
        format!("{}..{}", row.span.start, row.span.end).into(),
        maybe(&row.corrected),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::rows::rows;
    use crate::{Document, Lexicon, parse};

    #[test]
    fn columns_are_the_fields_of_a_row() {
        let document = Document::from_text("签约项目37个，同比增长12%。");
        let row = rows(&document, &parse(&document, &Lexicon::builtin())).remove(1);
        assert_eq!(record(&row).len(), METRICS.columns.len());
        let json = serde_json::to_string(&row).unwrap();
        let places: Vec<_> = METRICS.headings().map(|name| json.find(&format!("\"{name}\":")).unwrap()).collect();
        assert!(places.is_sorted());
    }
}
