//! What changed between two runs, in the terminal.

use super::columns::{clean, trim};
use crate::diff::{Change, Counts, Difference, Field, NoticeChange, Status};
use crate::i18n::{Lang, Text};
use serde_json::Value;
use std::fmt::Write;

const NOTICES: Text = Text::new(
    "通报：不变 {0}，有变 {1}，新增 {2}，移除 {3}",
    "notices: {0} the same, {1} changed, {2} added, {3} removed",
);
const METRICS: Text = Text::new("指标", "metrics");
const NODES: Text = Text::new("节点", "nodes");
const DOCUMENTS: Text = Text::new("引用文件", "documents");
const FINDINGS: Text = Text::new("线索", "findings");
const COUNTS: Text = Text::new("{0}：新增 {1}，移除 {2}，有变 {3}", "{0}: {1} added, {2} removed, {3} changed");
const TEXT_CHANGED: Text = Text::new("（原文有变）", " (its text changed)");
const NO_CHANGE: Text = Text::new("两次运行的结果相同", "both runs have the same results");

/// Characters of a checksum that are shown.
const SHOWN: usize = 12;

/// The difference in lines of at most `columns`.
#[must_use]
pub fn changes(difference: &Difference, columns: usize, lang: Lang) -> String {
    let mut out = String::new();
    for field in &difference.run {
        line(&mut out, &format!("~ {}", shown(field, Status::Changed)), columns);
    }
    if difference.notices.is_empty() {
        let _ = writeln!(out, "{}", NO_CHANGE.get(lang));
        return out;
    }
    let summary = &difference.summary;
    let Counts { added, removed, changed } = summary.notices;
    let _ = writeln!(out, "{}", NOTICES.fill(lang, &[&summary.same, &changed, &added, &removed]));
    for (title, Counts { added, removed, changed }) in [
        (METRICS, summary.metrics),
        (NODES, summary.nodes),
        (DOCUMENTS, summary.documents),
        (FINDINGS, summary.findings),
    ] {
        let _ = writeln!(out, "{}", COUNTS.fill(lang, &[&title.get(lang), &added, &removed, &changed]));
    }
    for notice in &difference.notices {
        self::notice(notice, columns, lang, &mut out);
    }
    out
}

fn notice(notice: &NoticeChange, columns: usize, lang: Lang, out: &mut String) {
    let changed = if notice.text_changed { TEXT_CHANGED.get(lang) } else { "" };
    out.push('\n');
    line(out, &format!("{} {}{changed}", sign(notice.status), notice.path), columns);
    for field in &notice.header {
        line(out, &format!("  ~ {}", shown(field, Status::Changed)), columns);
    }
    let lists = [
        (METRICS, &notice.metrics),
        (NODES, &notice.nodes),
        (DOCUMENTS, &notice.documents),
        (FINDINGS, &notice.findings),
    ];
    for (title, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
        let _ = writeln!(out, "  {}", title.get(lang));
        list.iter().for_each(|change| self::change(change, columns, out));
    }
}

fn change(change: &Change, columns: usize, out: &mut String) {
    line(out, &format!("  {} {}", sign(change.status), change.words), columns);
    for field in &change.fields {
        line(out, &format!("      {}", shown(field, change.status)), columns);
    }
}

fn sign(status: Status) -> char {
    match status {
        Status::Added => '+',
        Status::Removed => '-',
        Status::Changed => '~',
    }
}

/// `name: 高企 → 高企总数`; one side only of what came or went.
fn shown(field: &Field, status: Status) -> String {
    match status {
        Status::Added => format!("{}: {}", field.field, value(&field.new)),
        Status::Removed => format!("{}: {}", field.field, value(&field.old)),
        Status::Changed => format!("{}: {} → {}", field.field, value(&field.old), value(&field.new)),
    }
}

fn value(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::String(words) if is_checksum(words) => words[..SHOWN].to_owned(),
        Value::String(words) => words.clone(),
        Value::Array(values) => values.iter().map(self::value).collect::<Vec<_>>().join("、"),
        Value::Object(fields) => {
            let said = fields.iter().filter(|(_, value)| !value.is_null());
            said.map(|(name, value)| format!("{name} {}", self::value(value))).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

fn is_checksum(words: &str) -> bool {
    words.len() == 64 && words.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn line(out: &mut String, words: &str, columns: usize) {
    let _ = writeln!(out, "{}", trim(&clean(words), columns));
}
