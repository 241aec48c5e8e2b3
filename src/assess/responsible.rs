//! Responsible bodies: from a labelled field, or where the words name them (`由县审计局牵头`).

use super::Evidence;
use super::sentence::Sentence;
use crate::Span;
use crate::model::Node;

/// Longest name of a responsible body, in characters.
const LONGEST: usize = 20;

/// The responsible bodies of a measure.
pub(super) fn of(node: &Node, sentences: &[Sentence], evidence: &Evidence<'_>) -> Vec<Span> {
    if !node.responsible.is_empty() {
        return node.responsible.clone();
    }
    sentences.iter().filter_map(|sentence| leading(sentence.span, evidence.text)).collect()
}

/// The body between 由 and 牵头, 负责.
fn leading(span: Span, text: &str) -> Option<Span> {
    let words = span.slice(text);
    words.match_indices('由').find_map(|(at, by)| {
        let rest = &words[at + by.len()..];
        let reach: usize = rest.chars().take(LONGEST + 4).map(char::len_utf8).sum();
        let end = ["牵头", "具体负责", "负责", "督办", "包案", "主抓"]
            .iter()
            .filter_map(|role| rest[..reach].find(role))
            .min()?;
        let body = &rest[..end];
        let named = (2..=LONGEST).contains(&body.chars().count()) && !body.contains(['，', ',', '；', '。', '由', '“']);
        let from = span.lo() + at + by.len();
        named.then(|| Span::new(from, from + end))
    })
}
