//! Why each sentence got its label: the facts found, the empty words, the acts, the kind of its verbs.

use super::concreteness::{Concreteness, add_up};
use super::context::Contexts;
use super::deeds::{self, VerbKind};
use super::empty::{self, EmptyWord};
use super::facts::{self, Fact, FactKind};
use super::{Evidence, cues, promise, sentence, specificity};
use crate::model::{NodeId, NodeKind, Notice, Specificity};
use crate::scan::scan;
use crate::{Lexicon, Span};

/// The label of one action and what it rests on.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// The action.
    pub node: NodeId,
    /// Its label, the same as the node's.
    pub label: Specificity,
    /// Kind of its verbs.
    pub verb: VerbKind,
    /// The words of the acts that it tells of.
    pub acts: Vec<Span>,
    /// What an outsider could check, in the order of the text.
    pub facts: Vec<Fact>,
    /// What says nothing, in the order of the text.
    pub empty: Vec<EmptyWord>,
    /// Whether it speaks of what is to be done and tells of nothing that was.
    pub promise: bool,
    /// Whether it is the naming sentence of a marked measure (`一是健全制度。`), which the index leaves out.
    pub heading: bool,
}

/// The scores of a notice: an explanation for each action, the index for each node and for the whole.
#[derive(Debug, Clone)]
pub struct Scores {
    /// Actions in reading order.
    pub actions: Vec<Explanation>,
    /// By [`NodeId`]; of a problem or section all that stands below it.
    pub nodes: Vec<Concreteness>,
    /// Of the whole notice.
    pub notice: Concreteness,
}

impl Scores {
    /// The explanation of that action.
    #[must_use]
    pub fn of(&self, id: NodeId) -> Option<&Explanation> {
        let at = self.actions.binary_search_by_key(&id, |action| action.node).ok()?;
        self.actions.get(at)
    }
}

/// Explains the labels of `notice`, which was parsed from `text` with `lexicon`, and counts its concreteness. The decision is
/// that of [`super::judge`].
///
/// ```
/// use zhenggai::{Document, Lexicon, assess, parse};
/// let lexicon = Lexicon::builtin();
/// let document = Document::from_text("（一）账目不清\n一是清收欠款。追回欠款3.2万元。进一步提高认识。");
/// let notice = parse(&document, &lexicon);
/// let scores = assess::score(document.text(), &notice, &lexicon);
/// let facts: Vec<_> = scores.actions.iter().map(|action| action.facts.len()).collect();
/// assert_eq!(facts, [0, 1, 0]); // a sentence that only names its measure is explained, but not counted
/// assert_eq!((scores.notice.specific, scores.notice.vague), (1, 1));
/// ```
#[must_use]
pub fn score(text: &str, notice: &Notice, lexicon: &Lexicon) -> Scores {
    let scan = scan(text, lexicon);
    let evidence = Evidence {
        text,
        scan: &scan,
        metrics: &notice.metrics,
        documents: &notice.documents,
        published: notice.header.published.or(notice.header.feedback_date),
        lexicon,
    };
    let outline = &notice.outline;
    let contexts = Contexts::of(outline, &evidence);
    let mut actions = Vec::new();
    for id in outline.ids().filter(|id| outline.get(*id).kind == NodeKind::Measure) {
        let context = contexts.at(outline, id, &evidence);
        for sentence in sentence::of_measure(outline, id) {
            let Some(node) = sentence.action else { continue };
            let promise = promise::is(cues::read(sentence.span, &evidence), context, sentence.span, &evidence);
            let explained = explain(node, sentence.span, &evidence);
            actions.push(Explanation { promise, heading: sentence.heading, ..explained });
        }
    }
    actions.sort_by_key(|action| action.node);
    let (nodes, notice) = add_up(text, outline, &actions);
    Scores { actions, nodes, notice }
}

fn explain(node: NodeId, span: Span, evidence: &Evidence<'_>) -> Explanation {
    let mut facts: Vec<Fact> = facts::of(span, evidence).collect();
    facts.sort_by_key(|fact| fact.span);
    let empty = empty::of(span, evidence.text, evidence.lexicon);
    let deeds = deeds::read(span, &empty, evidence);
    let remainder = facts.iter().any(|fact| fact.kind == FactKind::Remainder);
    let label = if facts.iter().any(|fact| fact.kind != FactKind::Remainder) {
        Specificity::Specific
    } else {
        specificity::without_facts(deeds.verb, deeds.outweighed, remainder, empty::weight(&empty))
    };
    Explanation { node, label, verb: deeds.verb, acts: deeds.acts, facts, empty, promise: false, heading: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, parse};

    #[test]
    fn the_explanation_is_that_of_the_label() {
        let lexicon = Lexicon::builtin();
        let document = Document::from_text(
            "（一）账目不清\n一是健全制度。修订《办法》。选拔人才。切实提高认识，打造队伍。未完成的3个问题已移交。\n二是严格管理。对张某诫勉。",
        );
        let notice = parse(&document, &lexicon);
        let scores = score(document.text(), &notice, &lexicon);
        assert!(scores.actions.len() > 6);
        for action in &scores.actions {
            let words = notice.outline.get(action.node).span.slice(document.text());
            assert_eq!(Some(action.label), notice.outline.get(action.node).specificity, "{words}");
            assert_eq!(scores.of(action.node).map(|found| found.node), Some(action.node));
        }
    }
}
