//! A notice as the report shows it: its text once, and everything else as places in it.

use super::embed::Part;
use crate::analyze::{Analysis, Parsed};
use crate::i18n::Lang;
use crate::output::decimal::Exact;
use crate::output::rows::{self, Row};
use crate::output::{warnings, wire};
use serde::Serialize;

/// First and end character.
type Place = [usize; 2];

#[derive(Serialize)]
struct Page<'a> {
    text: &'a str,
    source: wire::Source,
    header: wire::Header,
    /// Kind and place.
    blocks: Vec<(&'static str, usize, usize)>,
    outline: Vec<Branch>,
    metrics: Vec<Mark>,
    findings: Vec<Found>,
    /// Each in both languages.
    warnings: Vec<[String; 2]>,
}

#[derive(Serialize)]
struct Found {
    rule: String,
    severity: &'static str,
    span: Place,
    /// In both languages.
    message: [String; 2],
}

#[derive(Serialize)]
struct Branch {
    id: String,
    kind: &'static str,
    span: Place,
    heading: Place,
    #[serde(skip_serializing_if = "Option::is_none")]
    marker: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    inline: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    specificity: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deadline: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    responsible: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    children: Vec<Branch>,
}

#[derive(Serialize)]
struct Mark {
    id: String,
    node: Option<String>,
    span: Place,
    quantity: Place,
    name: String,
    key: String,
    value: Exact,
    #[serde(skip_serializing_if = "Option::is_none")]
    upper: Option<Exact>,
    unit: String,
    approx: &'static str,
    role: &'static str,
    named_by: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    corrected: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    threshold: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
}

pub fn part(at: usize, parsed: &Parsed, analysis: &Analysis<'_>) -> Part {
    let document = &parsed.document;
    let wanted = wire::Options::default();
    let notice = wire::notice(document, &parsed.notice, analysis.lexicon, &wanted);
    let rows = rows::rows(document, &parsed.notice);
    let page = Page {
        text: document.text(),
        source: notice.source,
        header: notice.header,
        blocks: notice.blocks.iter().map(|block| (block.kind, block.span.start, block.span.end)).collect(),
        outline: notice.outline.into_iter().map(branch).collect(),
        metrics: notice.metrics.into_iter().zip(rows).map(|(metric, row)| mark(metric, row)).collect(),
        findings: found(parsed),
        warnings: parsed.notice.warnings.iter().map(|warning| both(|lang| warnings::message(warning, lang))).collect(),
    };
    super::part(format!("notice-{at}"), &page)
}

/// What is said in Chinese and in English.
pub fn both(say: impl Fn(Lang) -> String) -> [String; 2] {
    [Lang::Zh, Lang::En].map(say)
}

/// The findings that were not excused.
fn found(parsed: &Parsed) -> Vec<Found> {
    let writer = wire::FindingWriter::new(&parsed.document, &parsed.notice, Lang::Zh);
    let reported = parsed.findings.iter().filter(|finding| finding.suppressed.is_none());
    reported
        .map(|finding| {
            let written = writer.finding(finding);
            Found {
                rule: written.rule,
                severity: written.severity,
                span: place(written.span),
                message: both(|lang| finding.message.text(lang)),
            }
        })
        .collect()
}

fn place(span: wire::Span) -> Place {
    [span.start, span.end]
}

fn branch(node: wire::Node) -> Branch {
    Branch {
        id: node.id,
        kind: node.kind,
        span: place(node.span),
        heading: place(node.heading_span),
        marker: node.marker,
        inline: node.inline,
        status: node.status,
        specificity: node.specificity,
        deadline: node.deadline.map(|deadline| deadline.text),
        responsible: node.responsible.into_iter().map(|words| words.text).collect(),
        children: node.children.into_iter().map(branch).collect(),
    }
}

/// A metric with the words of its row, which say in one cell what the contract says in an object.
fn mark(metric: wire::Metric, row: Row) -> Mark {
    Mark {
        id: metric.id,
        node: metric.node,
        span: place(metric.span),
        quantity: place(metric.quantity.span),
        name: metric.name,
        key: metric.key,
        value: metric.value,
        upper: metric.upper,
        unit: metric.unit,
        approx: metric.approx,
        role: metric.role,
        named_by: metric.named_by,
        corrected: row.corrected,
        threshold: row.threshold,
        part_of: metric.part_of,
        rank: row.rank,
        change: row.change,
        period: row.period,
    }
}
