//! One row a notice: its header facts and how much stands in it.

use super::{Cell, Column, Dataset, Kind, Record};
use crate::Class;
use crate::analyze::Parsed;
use crate::i18n::Text;
use crate::model::{NodeKind, Specificity};
use rust_decimal::Decimal;

/// The table of notices.
pub const NOTICES: Dataset = Dataset { name: "notices", title: Text::new("通报", "notices"), columns: COLUMNS };

const COLUMNS: &[Column] = &[
    Column::new("notice", Text::new("通报", "notice"), Kind::Words, 24),
    Column::new("body", Text::new("单位", "body"), Kind::Words, 28),
    Column::new("year", Text::new("年份", "year"), Kind::Count, 7),
    Column::new("title", Text::new("标题", "title"), Kind::Words, 40),
    Column::new("issuer", Text::new("发布单位", "issuer"), Kind::Words, 28),
    Column::new("kind", Text::new("类型", "kind"), Kind::Words, 8),
    Column::new("level", Text::new("层级", "level"), Kind::Words, 8),
    Column::new("inspecting_team", Text::new("巡察组", "inspecting team"), Kind::Words, 20),
    Column::new("round", Text::new("轮次", "round"), Kind::Words, 14),
    Column::new("inspection_start", Text::new("进驻日期", "inspection start"), Kind::Day, 12),
    Column::new("inspection_end", Text::new("结束日期", "inspection end"), Kind::Day, 12),
    Column::new("feedback_date", Text::new("反馈日期", "feedback date"), Kind::Day, 12),
    Column::new("published", Text::new("公布日期", "published"), Kind::Day, 12),
    Column::new("problems", Text::new("问题数", "problems"), Kind::Count, 8),
    Column::new("measures", Text::new("措施数", "measures"), Kind::Count, 8),
    Column::new("actions", Text::new("句数", "actions"), Kind::Count, 8),
    Column::new("specific", Text::new("具体句", "specific"), Kind::Count, 8),
    Column::new("partial", Text::new("部分句", "partial"), Kind::Count, 8),
    Column::new("vague", Text::new("空泛句", "vague"), Kind::Count, 8),
    Column::new("specific_share", Text::new("具体占比", "specific share"), Kind::Number, 10),
    Column::new("promises", Text::new("承诺句", "promises"), Kind::Count, 8),
    Column::new("unspecific_promises", Text::new("空泛承诺", "unspecific promises"), Kind::Count, 10),
    Column::new("unspecific_promise_share", Text::new("空泛承诺占比", "unspecific promise share"), Kind::Number, 12),
    Column::new("evidence", Text::new("依据数", "evidence"), Kind::Count, 8),
    Column::new("evidence_per_1000", Text::new("千字依据数", "evidence per 1000"), Kind::Number, 11),
    Column::new("metrics", Text::new("指标数", "metrics"), Kind::Count, 8),
    Column::new("documents", Text::new("引用文件数", "documents"), Kind::Count, 11),
    Column::new("warnings", Text::new("提示数", "warnings"), Kind::Count, 8),
    Column::new("chars", Text::new("字数", "chars"), Kind::Count, 9),
    Column::new("format", Text::new("格式", "format"), Kind::Words, 8),
    Column::new("encoding", Text::new("编码", "encoding"), Kind::Words, 10),
    Column::new("sha256", Text::new("校验和", "sha256"), Kind::Words, 20),
];

/// The record of a notice.
#[must_use]
pub fn record(parsed: &Parsed) -> Record {
    let (document, notice, index) = (&parsed.document, &parsed.notice, &parsed.concreteness);
    let number = |value: Option<Decimal>| value.map_or(Cell::Empty, Cell::Number);
    let source = document.source();
    let header = &notice.header;
    let words = |words: &Option<String>| Cell::from(words.as_deref());
    let day = |date: Option<crate::model::PartialDate>| Cell::from(date.map(|date| date.to_string()));
    let nodes = |kind| Cell::count(notice.outline.nodes.iter().filter(|node| node.kind == kind).count());
    vec![
        source.path.as_str().into(),
        header.body().into(),
        notice.year.into(),
        words(&header.title),
        words(&header.issuer),
        header.kind.map(Class::word).into(),
        header.level.map(Class::word).into(),
        words(&header.inspecting_team),
        words(&header.round),
        day(header.inspection_start),
        day(header.inspection_end),
        day(header.feedback_date),
        day(header.published),
        nodes(NodeKind::Problem),
        nodes(NodeKind::Measure),
        nodes(NodeKind::Action),
        Cell::Count(index.specific.into()),
        Cell::Count(index.partial.into()),
        Cell::Count(index.vague.into()),
        number(index.share(Specificity::Specific).value()),
        Cell::Count(index.promises.into()),
        Cell::Count(index.unspecific_promises.into()),
        number(index.cheap_talk().value()),
        Cell::Count(index.facts.into()),
        number(index.density().times(1000)),
        Cell::count(notice.metrics.len()),
        Cell::count(notice.documents.len()),
        Cell::count(notice.warnings.len()),
        Cell::count(document.text().chars().count()),
        source.format.as_str().into(),
        source.encoding.as_str().into(),
        source.sha256.as_str().into(),
    ]
}
