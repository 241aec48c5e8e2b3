//! stub
use super::mention::Mention;
use super::page::Page;
use super::threshold::Condition;
use crate::model::*;
use rust_decimal::Decimal;

pub(super) fn metrics(page: &Page<'_>, mentions: &[Mention], _conditions: &[Condition]) -> Vec<Metric> {
    mentions
        .iter()
        .map(|m| Metric {
            node: page.node(m.span.lo()),
            span: m.span,
            quantity: Quantity {
                span: m.span,
                value: m.value,
                upper: m.upper,
                fraction: m.fraction,
                unit: m.unit.clone(),
                approx: m.approx,
                dimension: m.dimension(),
                base: Base { value: Decimal::ZERO, unit: String::new() },
            },
            name: page.clause_before(m.outer.lo()).to_owned(),
            name_spans: vec![],
            named_by: NamedBy::HeadBefore,
            key: String::new(),
            threshold: None,
            part_of: None,
            rank: None,
            change: None,
            period: None,
            role: Role::Achieved,
        })
        .collect()
}
