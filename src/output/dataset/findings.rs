//! One row a finding.

use super::{Cell, Column, Dataset, Kind, Record};
use crate::i18n::Text;
use crate::output::wire::Finding;

/// The table of findings.
pub const FINDINGS: Dataset = Dataset { name: "findings", title: Text::new("线索", "findings"), columns: COLUMNS };

const COLUMNS: &[Column] = &[
    Column::new("notice", Text::new("通报", "notice"), Kind::Words, 24),
    Column::new("line", Text::new("行", "line"), Kind::Count, 7),
    Column::new("node", Text::new("节点", "node"), Kind::Words, 9),
    Column::new("rule", Text::new("规则", "rule"), Kind::Words, 8),
    Column::new("name", Text::new("规则名称", "name"), Kind::Words, 24),
    Column::new("severity", Text::new("级别", "severity"), Kind::Words, 9),
    Column::new("message", Text::new("提示", "message"), Kind::Words, 50),
    Column::new("quote", Text::new("原文", "quote"), Kind::Words, 50),
    Column::new("related", Text::new("相关原文", "related"), Kind::Words, 40),
    Column::new("suppressed", Text::new("豁免理由", "suppressed"), Kind::Words, 24),
    Column::new("span", Text::new("位置", "span"), Kind::Words, 12),
];

/// The record of a finding; the words that it rests on besides are joined by `；`.
#[must_use]
pub fn record(finding: &Finding) -> Record {
    let related: Vec<_> = finding.related.iter().map(|related| related.quote.as_str()).collect();
    vec![
        finding.notice.as_str().into(),
        Cell::count(finding.line),
        finding.node.as_deref().into(),
        finding.rule.as_str().into(),
        finding.name.as_str().into(),
        finding.severity.into(),
        finding.message.as_str().into(),
        finding.quote.as_str().into(),
        Some(related.join("；")).filter(|related| !related.is_empty()).into(),
        finding.suppressed.as_deref().into(),
        format!("{}..{}", finding.span.start, finding.span.end).into(),
    ]
}
