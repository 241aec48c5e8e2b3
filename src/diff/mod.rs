//! Two runs side by side: what the same notices gave before and give now.
//!
//! Comes in: the JSON that two runs of `analyze` left ([`Side`]). Goes out: a [`Difference`]: program, dictionaries and
//! options that changed, and of every notice the header facts, metrics, nodes, cited documents and findings that came, went
//! or changed. Things are the same where they stand in the same place of the same text; where the text itself changed, where
//! their words are the same. It reads no file and judges nothing. Start with [`diff`].

mod items;
mod lists;
mod side;

pub use side::{Side, SideError};

use items::{Anchoring, Item};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

/// What changed between two runs.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Difference {
    /// Program, dictionaries and options, where they differ.
    pub run: Vec<Field>,
    /// How much changed.
    pub summary: Summary,
    /// The notices that changed, in the order of the new run, those that went at the end.
    pub notices: Vec<NoticeChange>,
}

/// Counts of changes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Summary {
    /// Notices that both runs read the same in.
    pub same: usize,
    /// Notices by what became of them.
    pub notices: Counts,
    /// Metrics of notices that both runs have.
    pub metrics: Counts,
    /// Nodes.
    pub nodes: Counts,
    /// Cited documents.
    pub documents: Counts,
    /// Findings.
    pub findings: Counts,
}

/// How many came, went and changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[allow(missing_docs, reason = "the fields are the words of Status")]
pub struct Counts {
    pub added: usize,
    pub removed: usize,
    pub changed: usize,
}

/// A notice that changed.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct NoticeChange {
    /// Its path in the new run, else in the old one.
    pub path: String,
    /// Whether only one run has it.
    pub status: Status,
    /// Whether its bytes are others than before.
    pub text_changed: bool,
    /// Facts of header and footer, and the year.
    pub header: Vec<Field>,
    /// Metrics.
    pub metrics: Vec<Change>,
    /// Nodes of the tree.
    pub nodes: Vec<Change>,
    /// Cited documents.
    pub documents: Vec<Change>,
    /// Findings.
    pub findings: Vec<Change>,
}

/// A thing that came, went or changed.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Change {
    /// Which of the three.
    pub status: Status,
    /// The words that it stands in.
    pub words: String,
    /// What it says: its fields now, or before where it went. Of one that changed only the changed fields.
    pub fields: Vec<Field>,
}

/// A field in both runs; null where it is not said, or where the run does not have it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Field {
    /// Its name.
    pub field: String,
    /// In the old run.
    pub old: Value,
    /// In the new run.
    pub new: Value,
}

/// What became of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Only the new run has it.
    Added,
    /// Only the old run has it.
    Removed,
    /// Both have it, and it differs.
    Changed,
}

/// What changed from `old` to `new`.
#[must_use]
pub fn diff(old: &Side, new: &Side) -> Difference {
    let mut summary = Summary::default();
    let mut notices = Vec::new();
    for (before, after) in side::pair(old, new) {
        let change = notice(before.map(|at| (old, at)), after.map(|at| (new, at)));
        if change.is_empty() {
            summary.same += 1;
        } else {
            summary.count(&change);
            notices.push(change);
        }
    }
    Difference { run: run(old, new), summary, notices }
}

/// What the runs were made by, where it differs.
fn run(old: &Side, new: &Side) -> Vec<Field> {
    let made_by = |side: &Side| {
        let mut item = Item::new(String::new(), String::new());
        for field in ["generator", "lexicon"] {
            item.set(field, side.run[field].clone());
        }
        for dictionary in side.run["dictionaries"].as_array().into_iter().flatten() {
            let checksums = serde_json::json!([dictionary["sha256"], dictionary["overlay"]]);
            item.set(&format!("dictionaries.{}", dictionary["file"].as_str().unwrap_or_default()), checksums);
        }
        for (option, value) in side.run["options"].as_object().into_iter().flatten() {
            item.set(&format!("options.{option}"), value.clone());
        }
        item
    };
    lists::fields(&made_by(old), &made_by(new))
}

type Place<'s> = Option<(&'s Side, usize)>;

fn notice(old: Place<'_>, new: Place<'_>) -> NoticeChange {
    let of = |(side, at): (&'_ Side, usize)| side.notices[at].clone();
    let (before, after) = (old.map(of), new.map(of));
    let text_changed =
        matches!((&before, &after), (Some(a), Some(b)) if a["source"]["sha256"] != b["source"]["sha256"]);
    let anchoring = if text_changed { Anchoring::Words } else { Anchoring::Places };
    let both = before.is_some() && after.is_some();
    let lists = |items: fn(&Value, Anchoring) -> Vec<Item>| {
        let read = |notice: &Option<Value>| notice.as_ref().map(|notice| items(notice, anchoring)).unwrap_or_default();
        if both { lists::changes(&read(&before), &read(&after)) } else { Vec::new() }
    };
    let header = |notice: &Option<Value>| notice.as_ref().map(items::header).unwrap_or_else(Item::nothing);
    let findings =
        |place: Place<'_>| place.map(|(side, at)| items::findings(&side.findings[at], anchoring)).unwrap_or_default();
    NoticeChange {
        path: after.as_ref().or(before.as_ref()).map(side::path).unwrap_or_default().to_owned(),
        status: match (&before, &after) {
            (None, _) => Status::Added,
            (_, None) => Status::Removed,
            _ => Status::Changed,
        },
        text_changed,
        header: if both { lists::fields(&header(&before), &header(&after)) } else { Vec::new() },
        metrics: lists(items::metrics),
        nodes: lists(items::nodes),
        documents: lists(items::documents),
        findings: if both { lists::changes(&findings(old), &findings(new)) } else { Vec::new() },
    }
}

impl NoticeChange {
    fn is_empty(&self) -> bool {
        let lists = [&self.metrics, &self.nodes, &self.documents, &self.findings];
        self.status == Status::Changed && self.header.is_empty() && lists.iter().all(|list| list.is_empty())
    }
}

impl Summary {
    fn count(&mut self, change: &NoticeChange) {
        self.notices.add(change.status);
        change.metrics.iter().for_each(|change| self.metrics.add(change.status));
        change.nodes.iter().for_each(|change| self.nodes.add(change.status));
        change.documents.iter().for_each(|change| self.documents.add(change.status));
        change.findings.iter().for_each(|change| self.findings.add(change.status));
    }
}

impl Counts {
    fn add(&mut self, status: Status) {
        match status {
            Status::Added => self.added += 1,
            Status::Removed => self.removed += 1,
            Status::Changed => self.changed += 1,
        }
    }
}

#[cfg(test)]
mod tests;
