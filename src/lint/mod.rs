//! What in a notice is vague, does not add up, or is missing: a catalogue of rules.
//!
//! Comes in: parsed notices and the [`Settings`]. Goes out: [`Finding`]s, each with its place, its
//! evidence and a careful sentence, in an order that depends on the notices alone. It never changes a notice, never asks the
//! clock, and passes no verdict on people. One rule is one file in `rules/`, registered by one line in `rules/mod.rs`; a
//! rule that is a mere list of words is two lines of data. Start with [`lint`], then [`Rule`].

mod baseline;
mod excuses;
mod figures;
mod page;
mod registry;
mod rule;
mod rules;
#[cfg(test)]
mod sample;
mod select;
mod settings;
#[cfg(test)]
mod tests;
mod word_list;

pub use baseline::{Baseline, BaselineFault, Row};
pub use excuses::{Excuse, Excuses, SUPPRESSIONS};
pub use page::{Draft, Page};
pub use registry::Registry;
pub use rule::{Bilingual, Card, Docs, Family, Rule};
pub use select::{Selection, UnknownRule};
pub use settings::{LIKENESS, PATTERN, PathIgnore, Settings, Thresholds, in_thousandths};

use crate::model::{Finding, Notice, Related};
use crate::{Document, Lexicon};
use std::sync::Arc;

/// A notice that was read, with what it was read from and by.
#[derive(Clone, Copy)]
pub struct Parsed<'a> {
    /// The text and its source.
    pub document: &'a Document,
    /// What [`parse`](crate::parse) made of it.
    pub notice: &'a Notice,
    /// The dictionaries it was read with.
    pub lexicon: &'a Lexicon,
}

/// The findings of `rules` in each of `notices`, notice by notice, in the order of the text.
///
/// ```
/// use zhenggai::lint::{Parsed, Registry, Settings, lint};
/// use zhenggai::{Document, Lexicon, parse};
/// let lexicon = Lexicon::builtin();
/// let document = Document::from_text("（一）宗旨意识不强\n一是进一步提高政治站位。不断强化责任意识。");
/// let notice = parse(&document, &lexicon);
/// let parsed = Parsed { document: &document, notice: &notice, lexicon: &lexicon };
/// let findings = lint(&[parsed], &Registry::new(&lexicon), &Settings::default());
/// assert!(findings.iter().any(|finding| finding.name == "vague-measure"));
/// ```
#[must_use]
pub fn lint(notices: &[Parsed<'_>], rules: &Registry, settings: &Settings) -> Vec<Finding> {
    notices.iter().flat_map(|notice| of_notice(*notice, rules, settings)).collect()
}

/// The findings in one notice, in the order of the text; at one place by code.
fn of_notice(parsed: Parsed<'_>, rules: &Registry, settings: &Settings) -> Vec<Finding> {
    let page = Page::new(parsed, settings);
    let path: Arc<str> = parsed.document.source().path.as_str().into();
    let mut findings = Vec::new();
    let mut drafts = Vec::new();
    for rule in rules.iter().filter(|rule| settings.runs_on(rule.card(), &path)) {
        rule.check(&page, &mut drafts);
        findings.extend(drafts.drain(..).map(|draft| finding(draft, rule.card(), &path)));
    }
    findings.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
    settings.excuses.mark(parsed.document, &mut findings);
    findings
}

fn finding(draft: Draft, card: &Card, path: &Arc<str>) -> Finding {
    Finding {
        rule: card.code.clone(),
        name: card.name.clone(),
        severity: card.severity,
        notice: Arc::clone(path),
        node: draft.node,
        span: draft.span,
        related: draft.related.into_iter().map(|span| Related { notice: Arc::clone(path), span }).collect(),
        message: draft.message,
        suppressed: None,
    }
}
