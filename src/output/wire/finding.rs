//! Findings in the JSON contract.

use super::super::decimal::Exact;
use super::{Span, node_ids};
use crate::i18n::Lang;
use crate::model::{self, Value};
use crate::{CharIndex, Class, Document, Notice};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// What `zhenggai lint --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Findings {
    /// The findings, notice by notice, in the order of the text.
    pub findings: Vec<Finding>,
    /// How many there are.
    pub summary: Summary,
}

/// Counts of findings; those that were excused are counted apart.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Summary {
    /// Findings that were not excused.
    pub findings: usize,
    /// Findings that were excused.
    pub suppressed: usize,
    /// Notices that were read.
    pub notices: usize,
    /// Findings that were not excused, by severity.
    pub by_severity: BTreeMap<&'static str, usize>,
    /// … by rule.
    pub by_rule: BTreeMap<String, usize>,
    /// … by notice.
    pub by_notice: BTreeMap<String, usize>,
}

impl Summary {
    /// Counts a finding in.
    pub fn add(&mut self, finding: &Finding) {
        if finding.suppressed.is_some() {
            self.suppressed += 1;
            return;
        }
        self.findings += 1;
        *self.by_severity.entry(finding.severity).or_default() += 1;
        *self.by_rule.entry(finding.rule.clone()).or_default() += 1;
        *self.by_notice.entry(finding.notice.clone()).or_default() += 1;
    }
}

/// A finding.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Finding {
    /// Code of the rule.
    pub rule: String,
    /// Name of the rule.
    pub name: String,
    /// error, warning or info.
    pub severity: &'static str,
    /// Path of the notice.
    pub notice: String,
    /// Id of the node concerned.
    pub node: Option<String>,
    /// Where.
    pub span: Span,
    /// Line of its first character, from 1.
    pub line: usize,
    /// Character of that line, from 1.
    pub column: usize,
    /// The words.
    pub quote: String,
    /// What it says.
    pub message: String,
    /// What the message was made from.
    #[schemars(with = "BTreeMap<String, Arg>")]
    pub args: Args,
    /// Everything else that it rests on.
    pub related: Vec<Related>,
    /// Why it was excused.
    pub suppressed: Option<String>,
}

/// The values of a message by name, in the order of the message.
#[derive(Debug)]
pub struct Args(Vec<(&'static str, Arg)>);

impl Serialize for Args {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// A value that a message is made from.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Arg {
    /// Words or a date.
    Text(String),
    /// An exact number.
    Number(Exact),
    /// How many.
    Count(usize),
    /// Several.
    List(Vec<Arg>),
}

impl From<&Value> for Arg {
    fn from(value: &Value) -> Self {
        match value {
            Value::Text(text) => Self::Text(text.clone()),
            Value::Number(number) => Self::Number(Exact(*number)),
            Value::Count(count) => Self::Count(*count),
            Value::Date(date) => Self::Text(date.to_string()),
            Value::List(values) => Self::List(values.iter().map(Self::from).collect()),
        }
    }
}

/// Other words that a finding rests on.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Related {
    /// Path of the notice.
    pub notice: String,
    /// Where.
    pub span: Span,
    /// Line of its first character, from 1.
    pub line: usize,
    /// The words.
    pub quote: String,
}

/// Turns the findings of one notice into the contract's form.
pub struct FindingWriter<'a> {
    text: &'a str,
    chars: CharIndex,
    /// Bytes at which lines begin.
    lines: Vec<usize>,
    ids: Vec<String>,
    lang: Lang,
}

impl<'a> FindingWriter<'a> {
    /// For the findings in `notice`, which was parsed from `document`; messages in `lang`.
    #[must_use]
    pub fn new(document: &'a Document, notice: &Notice, lang: Lang) -> Self {
        let text = document.text();
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        Self {
            text,
            chars: CharIndex::new(text),
            lines: std::iter::once(0).chain(breaks).collect(),
            ids: node_ids(&notice.outline),
            lang,
        }
    }

    /// The contract's form of a finding in this notice.
    #[must_use]
    pub fn finding(&self, finding: &model::Finding) -> Finding {
        let (line, column) = self.place(finding.span.lo());
        Finding {
            rule: finding.rule.to_string(),
            name: finding.name.to_string(),
            severity: finding.severity.word(),
            notice: finding.notice.to_string(),
            node: finding.node.map(|id| self.ids[id.0 as usize].clone()),
            span: self.span(finding.span),
            line,
            column,
            quote: finding.span.slice(self.text).to_owned(),
            message: finding.message.text(self.lang),
            args: Args(finding.message.args().iter().map(|(name, value)| (*name, value.into())).collect()),
            related: finding.related.iter().map(|related| self.related(related)).collect(),
            suppressed: finding.suppressed.clone(),
        }
    }

    fn related(&self, related: &model::Related) -> Related {
        Related {
            notice: related.notice.to_string(),
            span: self.span(related.span),
            line: self.place(related.span.lo()).0,
            quote: related.span.slice(self.text).to_owned(),
        }
    }

    fn span(&self, span: crate::Span) -> Span {
        Span {
            start: self.chars.chars_before(self.text, span.lo()),
            end: self.chars.chars_before(self.text, span.hi()),
        }
    }

    /// Line and column, from 1, of a byte.
    fn place(&self, offset: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= offset).max(1);
        let before = self.chars.chars_before(self.text, self.lines[line - 1]);
        (line, self.chars.chars_before(self.text, offset) - before + 1)
    }
}
