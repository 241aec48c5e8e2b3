//! The fields of the JSON contract. Spans count characters here.

use super::super::decimal::Exact;
use schemars::JsonSchema;
use serde::Serialize;

/// Half-open character range in the decoded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Span {
    /// First character.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// A notice.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Notice {
    /// Version of the contract.
    pub schema_version: &'static str,
    /// Program and version.
    pub generator: &'static str,
    /// SHA-256 of the dictionaries in force.
    pub lexicon: String,
    /// The file.
    pub source: Source,
    /// Year of the notice.
    pub year: Option<i16>,
    /// Facts of header and footer.
    pub header: Header,
    /// Partition of the text.
    pub blocks: Vec<Block>,
    /// The tree.
    pub outline: Vec<Node>,
    /// The metrics.
    pub metrics: Vec<Metric>,
    /// Cited documents.
    pub documents: Vec<CitedDocument>,
    /// Numbers that are no metrics.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rejected: Option<Vec<Rejected>>,
    /// Condition of the text.
    pub warnings: Vec<Warning>,
    /// How concrete the whole notice is, with `--explain-scores`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concreteness: Option<Concreteness>,
}

/// Facts of the source.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Source {
    /// Path as given.
    pub path: String,
    /// Format.
    pub format: String,
    /// Encoding.
    pub encoding: String,
    /// SHA-256 of the raw bytes.
    pub sha256: String,
    /// Characters of the decoded text.
    pub chars: usize,
}

/// Facts of header and footer.
#[derive(Debug, Serialize, JsonSchema)]
#[allow(missing_docs, reason = "the fields are those of model::Header")]
pub struct Header {
    pub title: Option<String>,
    pub issuer: Option<String>,
    pub inspected_body: Option<String>,
    pub inspecting_team: Option<String>,
    pub kind: Option<&'static str>,
    pub level: Option<&'static str>,
    pub round: Option<String>,
    pub inspection_start: Option<String>,
    pub inspection_end: Option<String>,
    pub feedback_date: Option<String>,
    pub published: Option<String>,
    pub phones: Vec<String>,
    pub emails: Vec<String>,
    pub address: Option<String>,
    pub postcode: Option<String>,
}

/// A stretch of the text and what it is.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Block {
    /// title, intro, heading, label, field, description, action, closing or noise.
    pub kind: &'static str,
    /// Where.
    pub span: Span,
}

/// Words with their place.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// A stated time limit.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Deadline {
    /// The words.
    pub text: String,
    /// The last day that they allow.
    pub date: Option<String>,
    /// Where.
    pub span: Span,
}

/// A node of the tree.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Node {
    /// Path of 1-based positions.
    pub id: String,
    /// section, problem, measure or action.
    pub kind: &'static str,
    /// The marker as printed.
    pub marker: Option<String>,
    /// The heading.
    pub heading: String,
    /// All of the node.
    pub span: Span,
    /// The heading's place, after marker and label.
    pub heading_span: Span,
    /// A deficiency named inside a measure.
    pub inline: bool,
    /// done, ongoing, planned, mixed.
    pub status: Option<&'static str>,
    /// specific, partial, vague (actions).
    pub specificity: Option<&'static str>,
    /// Stated time limit.
    pub deadline: Option<Deadline>,
    /// Responsible bodies.
    pub responsible: Vec<Words>,
    /// Text of 整改目标.
    pub target: Option<Words>,
    /// Status words of the ledger.
    pub stated_status: Option<String>,
    /// Why the action got its label, with `--explain-scores`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    /// How concrete a section, problem or measure is, with `--explain-scores`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concreteness: Option<Concreteness>,
    /// Nodes below.
    pub children: Vec<Node>,
}

/// Number and unit as printed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Quantity {
    /// Where.
    pub span: Span,
    /// The words.
    pub text: String,
}

/// A quantity in its base unit.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Base {
    /// The value.
    pub value: Exact,
    /// The base unit.
    pub unit: String,
}

/// A fraction.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Fraction {
    /// Numerator.
    pub num: u32,
    /// Denominator.
    pub den: u32,
}

/// A size condition.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Threshold {
    /// `>=`, `>`, `<=` or `<`.
    pub op: &'static str,
    /// The bound.
    pub value: Exact,
    /// Its unit as printed.
    pub unit: String,
}

/// A rank.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Rank {
    /// 1 is first.
    pub position: u32,
    /// Among whom.
    pub scope: Option<String>,
}

/// A change.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Change {
    /// up or down.
    pub direction: &'static str,
    /// 同比, 环比 or null.
    pub basis: Option<&'static str>,
}

/// A period.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Period {
    /// First day.
    pub start: Option<String>,
    /// Last day.
    pub end: Option<String>,
    /// The words.
    pub text: String,
}

/// A metric.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Metric {
    /// `m1`, `m2`, … in the order of the text.
    pub id: String,
    /// Id of the innermost node that holds it.
    pub node: Option<String>,
    /// The shortest stretch that holds name and number.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// Number and unit.
    pub quantity: Quantity,
    /// What is counted.
    pub name: String,
    /// Where the name was taken from.
    pub name_spans: Vec<Span>,
    /// The pattern that named it.
    pub named_by: &'static str,
    /// Canonical name.
    pub key: String,
    /// The number.
    pub value: Exact,
    /// Upper end of a range.
    pub upper: Option<Exact>,
    /// Numerator and denominator, where the number was a fraction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fraction: Option<Fraction>,
    /// Unit as printed.
    pub unit: String,
    /// exact, about, over or under.
    pub approx: &'static str,
    /// count, money, ratio, …
    pub dimension: &'static str,
    /// Value in the base unit.
    pub base: Base,
    /// Size condition.
    pub threshold: Option<Threshold>,
    /// Id of the whole.
    pub part_of: Option<String>,
    /// Rank.
    pub rank: Option<Rank>,
    /// Change.
    pub change: Option<Change>,
    /// Period.
    pub period: Option<Period>,
    /// achieved, target, problem, scope or other.
    pub role: &'static str,
    /// What the user's corrections changed: the fields as they were read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corrected: Option<Corrected>,
}

/// What was read where a correction put something else.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Corrected {
    /// The name that was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The key that was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The value that was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Exact>,
    /// The role that was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<&'static str>,
    /// Why, in the user's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl std::fmt::Display for Corrected {
    /// `value 37, role scope (reason)`: the fields as they were read, for a cell of a table.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let value = self.value.map(|value| value.to_string());
        let fields = [
            ("name", self.name.as_deref()),
            ("key", self.key.as_deref()),
            ("value", value.as_deref()),
            ("role", self.role),
        ];
        let mut before = "";
        for (field, read) in fields.into_iter().filter_map(|(field, read)| Some((field, read?))) {
            write!(f, "{before}{field} {read}")?;
            before = "; ";
        }
        self.reason.as_ref().map_or(Ok(()), |reason| write!(f, " ({reason})"))
    }
}

/// A cited document.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CitedDocument {
    /// Title without its marks.
    pub title: Option<String>,
    /// Number.
    pub number: Option<String>,
    /// Where.
    pub span: Span,
    /// Id of the innermost node.
    pub node: Option<String>,
}

/// A number that is no metric.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Rejected {
    /// Where.
    pub span: Span,
    /// The words.
    pub text: String,
    /// Why.
    pub reason: &'static str,
}

/// A warning.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Warning {
    /// Its code.
    pub code: &'static str,
    /// What it says.
    pub message: String,
    /// Words or figures that the message was made from.
    pub args: Vec<String>,
    /// Where.
    pub span: Option<Span>,
}

/// Why an action got its label.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Score {
    /// completed, act, slight-act, attitude or unknown.
    pub verb: &'static str,
    /// The words of the acts.
    pub acts: Vec<Words>,
    /// What an outsider could check.
    pub evidence: Vec<Fact>,
    /// What says nothing.
    pub empty_words: Vec<EmptyWord>,
    /// Sum of the weights of the empty words.
    pub empty_weight: u32,
    /// Whether it speaks of what is to be done.
    pub promise: bool,
    /// Whether it only names a measure; the index leaves it out.
    pub heading: bool,
}

/// A checkable fact.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Fact {
    /// figure, money, remainder, date, deadline, document, penalty, body, place or name.
    pub kind: &'static str,
    /// The words.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// An empty word.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EmptyWord {
    /// intensifier, empty-verb, unverifiable, weasel or slogan.
    pub class: &'static str,
    /// 1 (weak) to 3 (strong).
    pub weight: u8,
    /// The words.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// The concreteness index of a node or a notice.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct Concreteness {
    /// Share of specific sentences.
    pub specific: Ratio,
    /// Share of partial sentences.
    pub partial: Ratio,
    /// Share of vague sentences.
    pub vague: Ratio,
    /// Unspecific promises among all promises.
    pub cheap_talk: Ratio,
    /// Facts over characters, its value that in 1,000 characters.
    pub evidence_per_1000: Ratio,
}

/// A share with what it was made from.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct Ratio {
    /// Numerator.
    pub num: u32,
    /// Denominator.
    pub den: u32,
    /// Their quotient to four digits; null where the denominator is 0.
    pub value: Option<Exact>,
}
