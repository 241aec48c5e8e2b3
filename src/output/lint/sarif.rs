//! SARIF 2.1.0, the format that code scanners exchange.

use super::{Format, Run, Shown, json};
use crate::i18n::Lang;
use crate::lint::Card;
use crate::model::Severity;
use crate::output::wire;
use serde_json::{Value, json};

pub const FORMAT: Format = Format {
    name: "sarif",
    opening,
    finding: |shown, _| json(&result(shown)),
    between: ",",
    // What follows the list of results.
    closing: |_, _| b"]}]}\n".to_vec(),
};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

fn opening(run: &Run<'_>) -> Vec<u8> {
    let rules: Vec<Value> = run.rules.cards().map(rule).collect();
    let driver = json!({"name": "zhenggai", "version": env!("CARGO_PKG_VERSION"), "rules": rules});
    let driver = String::from_utf8(json(&driver)).unwrap_or_default();
    format!(
        r#"{{"$schema":"{SCHEMA}","version":"2.1.0","runs":[{{"tool":{{"driver":{driver}}},"columnKind":"unicodeCodePoints","results":["#
    )
    .into_bytes()
}

fn rule(card: &Card) -> Value {
    json!({
        "id": card.code,
        "name": card.name,
        "shortDescription": {"text": card.docs.finds.get(Lang::Zh)},
        "fullDescription": {"text": card.docs.why.get(Lang::Zh)},
        "defaultConfiguration": {"level": level(card.severity)},
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn result(shown: &Shown<'_>) -> Value {
    let wire = shown.wire;
    let related: Vec<Value> = wire
        .related
        .iter()
        .map(|related| location(&related.notice, related.span, related.line, None, &related.quote))
        .collect();
    let suppressions: Vec<Value> =
        wire.suppressed.iter().map(|reason| json!({"kind": "external", "justification": reason})).collect();
    json!({
        "ruleId": wire.rule,
        "level": level(shown.finding.severity),
        "message": {"text": wire.message},
        "locations": [location(&wire.notice, wire.span, wire.line, Some(wire.column), &wire.quote)],
        "relatedLocations": related,
        "suppressions": suppressions,
    })
}

fn location(path: &str, span: wire::Span, line: usize, column: Option<usize>, quote: &str) -> Value {
    let mut region = json!({
        "startLine": line,
        "charOffset": span.start,
        "charLength": span.end - span.start,
        "snippet": {"text": quote},
    });
    if let Some(column) = column {
        region["startColumn"] = column.into();
    }
    json!({"physicalLocation": {"artifactLocation": {"uri": uri(path)}, "region": region}})
}

/// The path as a URI: relative ones stay relative.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let encoded: String = path
        .bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect();
    if path.starts_with('/') { format!("file://{encoded}") } else { encoded }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("a b/通.txt"), "a%20b/%E9%80%9A.txt");
        assert_eq!(uri("/x/a.txt"), "file:///x/a.txt");
    }
}
