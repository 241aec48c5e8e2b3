//! What two years of a body say of problems, sentences and promises: a table of each.

use super::{Cell, Column, Dataset, Kind, Record};
use crate::i18n::Text;
use crate::output::wire::Comparison;

/// The table of problems that come back, are new, or are not named again.
pub const PROBLEMS: Dataset = Dataset {
    name: "problem_changes",
    title: Text::new("问题变化", "problems by year"),
    columns: &[
        BODY,
        OLD_YEAR,
        NEW_YEAR,
        STATUS,
        OLD_NODE,
        Column::new("old_text", Text::new("前一年问题", "old problem"), Kind::Words, 44),
        NEW_NODE,
        Column::new("new_text", Text::new("后一年问题", "new problem"), Kind::Words, 44),
        SIMILARITY,
        OLD_NOTICE,
        NEW_NOTICE,
    ],
};

/// The table of sentences that the new notice takes over.
pub const RECYCLED: Dataset = Dataset {
    name: "recycled",
    title: Text::new("沿用语句", "sentences taken over"),
    columns: &[
        BODY,
        OLD_YEAR,
        NEW_YEAR,
        OLD_NODE,
        Column::new("old_text", Text::new("前一年语句", "old sentence"), Kind::Words, 50),
        NEW_NODE,
        Column::new("new_text", Text::new("后一年语句", "new sentence"), Kind::Words, 50),
        SIMILARITY,
        OLD_NOTICE,
        NEW_NOTICE,
    ],
};

/// The table of promises and what became of them.
pub const PROMISES: Dataset = Dataset {
    name: "promises",
    title: Text::new("承诺兑现", "promises"),
    columns: &[
        BODY,
        OLD_YEAR,
        NEW_YEAR,
        STATUS,
        OLD_NODE,
        Column::new("old_text", Text::new("前一年承诺", "promise"), Kind::Words, 50),
        NEW_NODE,
        Column::new("why", Text::new("依据", "why"), Kind::Words, 50),
        OLD_NOTICE,
        NEW_NOTICE,
    ],
};

const BODY: Column = Column::new("body", Text::new("单位", "body"), Kind::Words, 24);
const OLD_YEAR: Column = Column::new("old_year", Text::new("前一年", "old year"), Kind::Count, 8);
const NEW_YEAR: Column = Column::new("new_year", Text::new("后一年", "new year"), Kind::Count, 8);
const STATUS: Column = Column::new("status", Text::new("状态", "status"), Kind::Words, 10);
const OLD_NODE: Column = Column::new("old_node", Text::new("前一年节点", "old node"), Kind::Words, 9);
const NEW_NODE: Column = Column::new("new_node", Text::new("后一年节点", "new node"), Kind::Words, 9);
const SIMILARITY: Column = Column::new("similarity", Text::new("相似度", "similarity"), Kind::Number, 9);
const OLD_NOTICE: Column = Column::new("old_notice", Text::new("前一年通报", "old notice"), Kind::Words, 24);
const NEW_NOTICE: Column = Column::new("new_notice", Text::new("后一年通报", "new notice"), Kind::Words, 24);

/// The records of [`PROBLEMS`].
#[must_use]
pub fn problems(comparison: &Comparison) -> Vec<Record> {
    let record = |change: &crate::output::wire::ProblemChange| {
        let cells = vec![
            change.status.into(),
            change.old.as_deref().into(),
            change.old_text.as_deref().into(),
            change.new.as_deref().into(),
            change.new_text.as_deref().into(),
            change.similarity.into(),
        ];
        framed(comparison, cells)
    };
    comparison.problems.iter().map(record).collect()
}

/// The records of [`RECYCLED`].
#[must_use]
pub fn recycled(comparison: &Comparison) -> Vec<Record> {
    let record = |recycled: &crate::output::wire::Recycled| {
        let cells = vec![
            recycled.old.as_str().into(),
            recycled.old_text.as_str().into(),
            recycled.new.as_str().into(),
            recycled.new_text.as_str().into(),
            recycled.similarity.into(),
        ];
        framed(comparison, cells)
    };
    comparison.measures.iter().map(record).collect()
}

/// The records of [`PROMISES`].
#[must_use]
pub fn promises(comparison: &Comparison) -> Vec<Record> {
    let record = |promise: &crate::output::wire::Promise| {
        let cells = vec![
            promise.status.into(),
            promise.old.as_str().into(),
            promise.old_text.as_str().into(),
            promise.new.as_deref().into(),
            promise.why.as_str().into(),
        ];
        framed(comparison, cells)
    };
    comparison.promises.iter().map(record).collect()
}

/// The cells between those that say which notices are compared.
fn framed(comparison: &Comparison, cells: Vec<Cell>) -> Record {
    let mut record = vec![comparison.body.as_deref().into(), comparison.old.year.into(), comparison.new.year.into()];
    record.extend(cells);
    record.extend([comparison.old.path.as_str().into(), comparison.new.path.as_str().into()]);
    record
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Edition;
    use crate::i18n::Lang;
    use crate::{Document, Lexicon};

    #[test]
    fn every_record_fills_its_columns() {
        let lexicon = Lexicon::builtin();
        let text = |year| {
            format!(
                "一、监管不严的问题\n一是加强监管。印发《{year}年监管办法》，对辖区内全部建设工地逐一开展排查整治工作。下一步，将于{year}年12月底前完成整改。\n"
            )
        };
        let documents = [2023, 2024].map(|year| Document::from_text(&text(year)));
        let notices = documents.each_ref().map(|document| crate::parse(document, &lexicon));
        let edition = |at: usize| Edition { document: &documents[at], notice: &notices[at] };
        let found = Comparison::of(&edition(0), &edition(1), &lexicon, Lang::Zh);
        for (dataset, records) in
            [(PROBLEMS, problems(&found)), (RECYCLED, recycled(&found)), (PROMISES, promises(&found))]
        {
            assert!(!records.is_empty(), "{}", dataset.name);
            assert!(records.iter().all(|record| record.len() == dataset.columns.len()), "{}", dataset.name);
        }
    }
}
