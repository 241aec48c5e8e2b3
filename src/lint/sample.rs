//! For tests: what one rule finds in a text.

use super::{Draft, Page, Parsed, Rule, Settings};
use crate::{Document, Lexicon, parse};
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);

/// The words at which `rule` fires in `text`.
pub(super) fn quotes(rule: &dyn Rule, text: &str) -> Vec<String> {
    let document = Document::from_text(text);
    let notice = parse(&document, &LEXICON);
    let parsed = Parsed { document: &document, notice: &notice, lexicon: &LEXICON };
    let settings = Settings::default();
    let mut found: Vec<Draft> = Vec::new();
    rule.check(&Page::new(parsed, &settings), &mut found);
    found.iter().map(|draft| draft.span.slice(document.text()).to_owned()).collect()
}
