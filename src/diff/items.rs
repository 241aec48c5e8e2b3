//! From the JSON of a notice to items that can be set side by side: what each is known by, its words, its fields.

use serde_json::{Map, Value};

/// What tells that two items of two runs are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchoring {
    /// The same place: the texts are the same.
    Places,
    /// The same words: the texts differ.
    Words,
}

/// A thing of a notice.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// What it is known by; of several with one key the first is that of the other run's first.
    pub key: String,
    pub words: String,
    /// Its fields in a fixed order.
    pub fields: Vec<(String, Value)>,
}

impl Item {
    pub fn new(key: String, words: String) -> Self {
        Self { key, words, fields: Vec::new() }
    }

    pub fn nothing() -> Self {
        Self::new(String::new(), String::new())
    }

    /// Sets a field; one that is not said is left out.
    pub fn set(&mut self, field: &str, value: Value) {
        if !value.is_null() {
            self.fields.push((field.to_owned(), value));
        }
    }
}

/// Fields of a metric that say what it is; ids and spans only say where it stands.
const METRIC: &[&str] = &[
    "name",
    "key",
    "value",
    "upper",
    "fraction",
    "unit",
    "approx",
    "dimension",
    "base",
    "threshold",
    "rank",
    "change",
    "period",
    "role",
    "named_by",
    "corrected",
];
const NODE: &[&str] = &["kind", "inline", "status", "specificity", "stated_status"];

/// Facts of header and footer.
pub(super) fn header(notice: &Value) -> Item {
    let mut item = Item::nothing();
    item.set("year", notice["year"].clone());
    for (field, value) in notice["header"].as_object().into_iter().flatten() {
        item.set(field, value.clone());
    }
    item
}

pub(super) fn metrics(notice: &Value, anchoring: Anchoring) -> Vec<Item> {
    let metrics = list(&notice["metrics"]);
    let whole = |id: &Value| {
        let whole = metrics.iter().find(|metric| !id.is_null() && metric["id"] == *id)?;
        Some(Value::from(format!("{} {}", words(&whole["name"]), words(&whole["quantity"]["text"]))))
    };
    let item = |metric: &Value| {
        let mut item = anchored(anchoring, &metric["quantity"]["span"], words(&metric["text"]));
        copy(METRIC, metric, &mut item);
        item.set("part_of", whole(&metric["part_of"]).unwrap_or_default());
        item
    };
    metrics.iter().map(item).collect()
}

pub(super) fn nodes(notice: &Value, anchoring: Anchoring) -> Vec<Item> {
    let mut items = Vec::new();
    let mut waiting: Vec<(&Value, &str)> = list(&notice["outline"]).iter().rev().map(|node| (node, "")).collect();
    while let Some((node, parent)) = waiting.pop() {
        let heading = words(&node["heading"]);
        let mut item = anchored(anchoring, &node["heading_span"], heading);
        copy(NODE, node, &mut item);
        item.set("deadline", node["deadline"]["text"].clone());
        item.set("target", node["target"]["text"].clone());
        let bodies: Vec<&str> = list(&node["responsible"]).iter().map(|body| words(&body["text"])).collect();
        item.set("responsible", if bodies.is_empty() { Value::Null } else { bodies.join("、").into() });
        item.set("under", if parent.is_empty() { Value::Null } else { parent.into() });
        items.push(item);
        waiting.extend(list(&node["children"]).iter().rev().map(|child| (child, heading)));
    }
    items
}

pub(super) fn documents(notice: &Value, anchoring: Anchoring) -> Vec<Item> {
    let item = |document: &Value| {
        let said = [words(&document["title"]), words(&document["number"])].join(" ");
        let mut item = anchored(anchoring, &document["span"], said.trim());
        copy(&["title", "number"], document, &mut item);
        item
    };
    list(&notice["documents"]).iter().map(item).collect()
}

pub(super) fn findings(findings: &[Value], anchoring: Anchoring) -> Vec<Item> {
    let item = |finding: &Value| {
        let rule = words(&finding["rule"]);
        let mut item = anchored(anchoring, &finding["span"], words(&finding["quote"]));
        item.key = format!("{rule} {}", item.key);
        item.words = format!("{rule} {}", item.words);
        copy(&["severity", "message", "suppressed"], finding, &mut item);
        item
    };
    findings.iter().map(item).collect()
}

fn anchored(anchoring: Anchoring, span: &Value, words: &str) -> Item {
    let key = match anchoring {
        Anchoring::Places => format!("{}..{}", span["start"], span["end"]),
        Anchoring::Words => words.to_owned(),
    };
    Item::new(key, words.to_owned())
}

fn copy(fields: &[&str], from: &Value, item: &mut Item) {
    for field in fields {
        item.set(field, without_places(&from[*field]));
    }
}

/// The value without the spans in it: where something stands is told by its key.
fn without_places(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.iter().filter(|(name, _)| *name != "span");
            Value::Object(kept.map(|(name, value)| (name.clone(), without_places(value))).collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn words(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
