//! The dictionaries that every notice is searched for when it is read, and their words that stand in one.

use super::sweep::{Hits, Lists, Sweep};
use super::{DeficiencyClass, EvidenceClass, LabelKind, Lexicon, NoiseClass, StatusCue, TermClass};
use crate::Span;

/// What these dictionaries know of a word.
#[derive(Clone, Copy)]
pub(crate) enum Known {
    Term(TermClass),
    Label(LabelKind),
    Noise(NoiseClass),
    Status(StatusCue),
    Evidence(EvidenceClass),
    Deficiency(DeficiencyClass),
}

/// The words of these dictionaries that stand in a text.
#[derive(Default)]
pub struct Found {
    /// Fixed terms that hold a numeral.
    pub terms: Hits<TermClass>,
    /// Labels of paired and ledger style.
    pub labels: Hits<LabelKind>,
    /// Cues of portal debris.
    pub noise: Hits<NoiseClass>,
    /// Status and modality cues.
    pub status: Hits<StatusCue>,
    /// Words that make a sentence checkable.
    pub evidence: Hits<EvidenceClass>,
    /// Words that tell a problem's heading from a measure's.
    pub deficiency: Hits<DeficiencyClass>,
}

impl Found {
    /// All words that stand in `text`.
    #[cfg(test)]
    pub(crate) fn all_in(text: &str, lexicon: &Lexicon) -> Self {
        let mut found = Self::default();
        lexicon.sweep().each_in(text, |word, known| found.take(word, known));
        found
    }

    /// Adds a word.
    #[inline]
    pub(crate) fn take(&mut self, word: Span, known: Known) {
        match known {
            Known::Term(class) => self.terms.push(word, class),
            Known::Label(kind) => self.labels.push(word, kind),
            Known::Noise(class) => self.noise.push(word, class),
            Known::Status(cue) => self.status.push(word, cue),
            Known::Evidence(class) => self.evidence.push(word, class),
            Known::Deficiency(class) => self.deficiency.push(word, class),
        }
    }
}

/// The dictionaries of `lexicon` that are searched for.
pub(super) fn sweep(lexicon: &Lexicon) -> Sweep<Known> {
    Lists::default()
        .with(&lexicon.fixed_terms, Known::Term)
        .with(&lexicon.labels, Known::Label)
        .with(&lexicon.noise, Known::Noise)
        .with(&lexicon.status, Known::Status)
        .with(&lexicon.evidence, Known::Evidence)
        .with(&lexicon.deficiency, Known::Deficiency)
        .into_sweep()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Words;
    use proptest::prelude::*;

    fn same<T: Copy + PartialEq + std::fmt::Debug>(hits: &Hits<T>, words: &Words<T>, text: &str, stretch: Span) {
        let got: Vec<(Span, T)> = hits.within(stretch).collect();
        let lo = stretch.lo();
        let want: Vec<(Span, T)> = words
            .find_in(stretch.slice(text))
            .map(|(word, value)| (Span::new(lo + word.lo(), lo + word.hi()), *value))
            .collect();
        assert_eq!(got, want, "{stretch:?} of {text}");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn as_by_searching_for_each_list(
            words in proptest::collection::vec(
                proptest::sample::select(&["已", "完成", "整改到位", "不", "到位", "问题", "一", "三重一大", "位", "：", "责任单位", "a"][..]),
                0..24,
            ),
            cut in (0_usize..80, 0_usize..80),
        ) {
            let text = words.concat();
            let lexicon = Lexicon::builtin();
            let found = Found::all_in(&text, &lexicon);
            let place = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let (one, other) = (place(cut.0), place(cut.1));
            for stretch in [Span::new(0, text.len()), Span::new(one.min(other), one.max(other))] {
                same(&found.terms, &lexicon.fixed_terms, &text, stretch);
                same(&found.labels, &lexicon.labels, &text, stretch);
                same(&found.status, &lexicon.status, &text, stretch);
                same(&found.deficiency, &lexicon.deficiency, &text, stretch);
            }
        }
    }
}
