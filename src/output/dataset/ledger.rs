//! The ledger (台账): one row a measure, under the problem that it answers; a problem without a measure has a row too.

use super::{Cell, Column, Dataset, Kind, Record};
use crate::i18n::Text;
use crate::model::{Node, NodeId, NodeKind};
use crate::output::context::Context;
use crate::{Document, Notice};

/// The ledger of problems and measures.
pub const LEDGER: Dataset = Dataset { name: "ledger", title: Text::new("整改台账", "ledger"), columns: COLUMNS };

const COLUMNS: &[Column] = &[
    Column::new("notice", Text::new("通报", "notice"), Kind::Words, 24),
    Column::new("body", Text::new("单位", "body"), Kind::Words, 24),
    Column::new("year", Text::new("年份", "year"), Kind::Count, 7),
    Column::new("problem_node", Text::new("问题编号", "problem node"), Kind::Words, 9),
    Column::new("problem", Text::new("问题", "problem"), Kind::Words, 36),
    Column::new("measure_node", Text::new("措施编号", "measure node"), Kind::Words, 9),
    Column::new("measure", Text::new("措施", "measure"), Kind::Words, 36),
    Column::new("text", Text::new("措施全文", "text"), Kind::Words, 60),
    Column::new("status", Text::new("状态", "status"), Kind::Words, 9),
    Column::new("stated_status", Text::new("自报状态", "stated status"), Kind::Words, 14),
    Column::new("responsible", Text::new("责任单位", "responsible"), Kind::Words, 18),
    Column::new("deadline", Text::new("完成时限", "deadline"), Kind::Day, 12),
    Column::new("target", Text::new("整改目标", "target"), Kind::Words, 28),
    Column::new("figures", Text::new("数据", "figures"), Kind::Words, 50),
];

/// The records of `notice`, which was parsed from `document`, in the order of the text.
#[must_use]
pub fn records(document: &Document, notice: &Notice) -> Vec<Record> {
    let place = Context::new(document.text(), &notice.outline);
    let rows = rows(notice);
    let figures = figures(rows.len(), document.text(), notice);
    rows.into_iter().zip(figures).map(|(node, figures)| record(node, figures, &place, document, notice)).collect()
}

/// The nodes that have a row: measures that hold no measures, and problems that no measure answers.
#[must_use]
pub fn rows(notice: &Notice) -> Vec<NodeId> {
    let outline = &notice.outline;
    let holds = |node: &Node, wanted: fn(&Node) -> bool| node.children.iter().any(|id| wanted(outline.get(*id)));
    let has_row = |id: &NodeId| {
        let node = outline.get(*id);
        match node.kind {
            NodeKind::Measure => !holds(node, |child| child.kind == NodeKind::Measure),
            NodeKind::Problem => !node.inline && !holds(node, |child| child.kind != NodeKind::Action && !child.inline),
            NodeKind::Section | NodeKind::Action => false,
        }
    };
    outline.ids().filter(has_row).collect()
}

fn record(id: NodeId, figures: String, place: &Context<'_>, document: &Document, notice: &Notice) -> Record {
    let text = document.text();
    let node = notice.outline.get(id);
    let measure = Some(id).filter(|_| node.kind == NodeKind::Measure);
    let problem = place.nearest(id, NodeKind::Problem);
    let words = |words: Option<&str>| Cell::from(words);
    vec![
        document.source().path.as_str().into(),
        notice.header.body().into(),
        notice.year.into(),
        words(problem.map(|id| place.id(id))),
        words(place.heading(id, NodeKind::Problem)),
        words(measure.map(|id| place.id(id))),
        words(measure.and_then(|id| place.heading(id, NodeKind::Measure))),
        words(measure.map(|_| node.span.slice(text))),
        place.status(id).into(),
        words(node.stated_status.map(|span| span.slice(text))),
        place.responsible(id).into(),
        place.deadline(id).into(),
        words(node.target.map(|span| span.slice(text))),
        Some(figures).filter(|figures| !figures.is_empty()).into(),
    ]
}

/// For each metric of `notice` the record of [`records`] that it stands in, if any.
#[must_use]
pub fn of_metrics(notice: &Notice) -> Vec<Option<usize>> {
    let rows = rows(notice);
    let row =
        |node: Option<NodeId>| notice.outline.ancestry(node?).filter_map(|id| rows.binary_search(&id).ok()).next();
    notice.metrics.iter().map(|metric| row(metric.node)).collect()
}

/// Of each of so many rows the metrics in it: name and number, joined by `；`.
fn figures(rows: usize, text: &str, notice: &Notice) -> Vec<String> {
    let mut figures = vec![String::new(); rows];
    for (metric, row) in notice.metrics.iter().zip(of_metrics(notice)) {
        let Some(figures) = row.map(|row| &mut figures[row]) else { continue };
        if !figures.is_empty() {
            figures.push('；');
        }
        figures.push_str(&format!("{} {}", metric.name, metric.quantity.span.slice(text)));
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lexicon, parse};

    fn ledger(text: &str) -> Vec<Vec<String>> {
        let document = Document::from_text(text);
        let notice = parse(&document, &Lexicon::builtin());
        let shown = |cell: Cell| match cell {
            Cell::Words(words) => words,
            Cell::Count(count) => count.to_string(),
            _ => String::new(),
        };
        let wanted = ["problem", "measure", "status", "figures"];
        let at = wanted.map(|name| COLUMNS.iter().position(|column| column.name == name).unwrap());
        records(&document, &notice)
            .into_iter()
            .map(|mut record| at.iter().map(|at| shown(std::mem::replace(&mut record[*at], Cell::Empty))).collect())
            .collect()
    }

    #[test]
    fn a_row_for_each_measure_and_each_problem_without_one() {
        let text = "一、招商引资不力\n一是加大招商力度。已签约项目37个，到位资金2.5亿元。\n二是正在推进园区建设。\n二、作风不实的问题\n三、学习不深入\n1.健全学习制度。已举办培训班3期。";
        assert_eq!(
            ledger(text),
            [
                ["招商引资不力", "加大招商力度", "done", "签约项目 37个；到位资金 2.5亿元"],
                ["招商引资不力", "正在推进园区建设", "ongoing", ""],
                ["作风不实的问题", "", "", ""],
                ["学习不深入", "健全学习制度", "done", "举办培训班 3期"],
            ]
        );
    }

    #[test]
    fn a_measure_that_holds_measures_has_no_row_of_its_own() {
        let text = "一、管理不规范的问题\n（一）完善制度。\n一是印发通知2份。\n二是修订办法1项。";
        let measures: Vec<_> = ledger(text).into_iter().map(|mut row| row.swap_remove(1)).collect();
        assert_eq!(measures, ["印发通知2份", "修订办法1项"]);
    }
}
