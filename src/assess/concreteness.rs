//! The concreteness index: how much of what a node says can be checked, by which units can be ranked.
//!
//! Shares of its sentences by label; unspecific promises among all promises, as the cheap-talk index of climate disclosure
//! research counts commitments (Bingler, Kraus, Leippold, Webersinke: *How cheap talk in climate disclosures relates to
//! climate initiatives, corporate emissions, and reputation risk*, Journal of Banking & Finance 164, 2024, 107191); facts in
//! 1,000 characters. `docs/concreteness.md` tells how each is counted.

use super::explain::Explanation;
use crate::model::{NodeKind, Outline, Specificity};
use rust_decimal::Decimal;

/// Counts of a node's sentences, the naming sentences of its measures apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Concreteness {
    /// Sentences that state a fact.
    pub specific: u32,
    /// Sentences that name an act.
    pub partial: u32,
    /// Sentences of intent or attitude only.
    pub vague: u32,
    /// Sentences that speak of what is to be done.
    pub promises: u32,
    /// Promises that state no fact.
    pub unspecific_promises: u32,
    /// Checkable facts.
    pub facts: u32,
    /// Characters of the sentences, white space apart.
    pub chars: u32,
}

/// A share with what it was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// Numerator.
    pub num: u32,
    /// Denominator.
    pub den: u32,
}

impl Ratio {
    /// `num ÷ den × scale`, rounded to four digits after the point; `None` where the denominator is 0.
    #[must_use]
    pub fn times(self, scale: u32) -> Option<Decimal> {
        let whole = Decimal::from(self.num) * Decimal::from(scale);
        whole.checked_div(Decimal::from(self.den)).map(|value| value.round_dp(4).normalize())
    }

    /// `num ÷ den`; `None` where the denominator is 0.
    ///
    /// ```
    /// use zhenggai::assess::Ratio;
    /// assert_eq!(Ratio { num: 1, den: 4 }.value().unwrap().to_string(), "0.25");
    /// assert!(Ratio { num: 0, den: 0 }.value().is_none());
    /// ```
    #[must_use]
    pub fn value(self) -> Option<Decimal> {
        self.times(1)
    }
}

impl Concreteness {
    /// All sentences.
    #[must_use]
    pub fn sentences(&self) -> u32 {
        self.specific + self.partial + self.vague
    }

    /// Share of the sentences with that label.
    #[must_use]
    pub fn share(&self, label: Specificity) -> Ratio {
        let num = match label {
            Specificity::Specific => self.specific,
            Specificity::Partial => self.partial,
            Specificity::Vague => self.vague,
        };
        Ratio { num, den: self.sentences() }
    }

    /// Unspecific promises among all promises.
    #[must_use]
    pub fn cheap_talk(&self) -> Ratio {
        Ratio { num: self.unspecific_promises, den: self.promises }
    }

    /// Facts over characters; times 1,000 it is the number of facts in 1,000 characters.
    #[must_use]
    pub fn density(&self) -> Ratio {
        Ratio { num: self.facts, den: self.chars }
    }

    /// What both count.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            specific: self.specific + other.specific,
            partial: self.partial + other.partial,
            vague: self.vague + other.vague,
            promises: self.promises + other.promises,
            unspecific_promises: self.unspecific_promises + other.unspecific_promises,
            facts: self.facts + other.facts,
            chars: self.chars + other.chars,
        }
    }

    fn of(action: &Explanation, text: &str, outline: &Outline) -> Self {
        let words = outline.get(action.node).span.slice(text);
        let unspecific = action.promise && action.label != Specificity::Specific;
        Self {
            specific: u32::from(action.label == Specificity::Specific),
            partial: u32::from(action.label == Specificity::Partial),
            vague: u32::from(action.label == Specificity::Vague),
            promises: u32::from(action.promise),
            unspecific_promises: u32::from(unspecific),
            facts: u32::try_from(action.facts.len()).unwrap_or(u32::MAX),
            chars: u32::try_from(words.chars().filter(|c| !c.is_whitespace()).count()).unwrap_or(u32::MAX),
        }
    }
}

/// The index of every node, by its id, and of the whole notice.
pub(super) fn add_up(text: &str, outline: &Outline, actions: &[Explanation]) -> (Vec<Concreteness>, Concreteness) {
    let mut nodes = vec![Concreteness::default(); outline.nodes.len()];
    for action in actions.iter().filter(|action| !action.heading) {
        nodes[action.node.0 as usize] = Concreteness::of(action, text, outline);
    }
    // Every parent stands before its children.
    for id in outline.ids().collect::<Vec<_>>().into_iter().rev() {
        if let Some(parent) = outline.get(id).parent {
            nodes[parent.0 as usize] = nodes[parent.0 as usize].and(nodes[id.0 as usize]);
        }
    }
    let whole = outline.roots.iter().map(|id| nodes[id.0 as usize]).fold(Concreteness::default(), Concreteness::and);
    (nodes, whole)
}

/// Whether a node has an index of its own: actions have a label instead.
#[must_use]
pub fn has_index(kind: NodeKind) -> bool {
    kind != NodeKind::Action
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, Lexicon, parse};

    fn index(words: &str) -> Concreteness {
        let lexicon = Lexicon::builtin();
        let document = Document::from_text(words);
        super::super::score(document.text(), &parse(&document, &lexicon), &lexicon).notice
    }

    #[test]
    fn sentences_promises_and_facts_are_counted() {
        let index = index(
            "（一）账目不清\n一是健全制度。追回欠款3.2万元。进一步提高认识。下一步将强化监管。2030年6月底前完成清账。",
        );
        assert_eq!((index.specific, index.partial, index.vague), (2, 0, 2), "the naming sentence is left out");
        assert_eq!(index.cheap_talk(), Ratio { num: 2, den: 3 });
        assert_eq!(index.facts, 2);
        assert_eq!(index.density().times(1000).map(|d| d.to_string()).as_deref(), Some("48.7805"));
    }

    #[test]
    fn nothing_has_no_share() {
        let index = index("");
        assert_eq!(index.share(Specificity::Specific).value(), None);
        assert_eq!(index.cheap_talk().value(), None);
        assert_eq!(index.density().times(1000), None);
    }
}
