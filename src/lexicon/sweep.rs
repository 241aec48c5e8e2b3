//! The dictionaries that whole texts are searched for, in one trie: a text is walked once, whatever their number, and each
//! later question is asked of what was found.

use super::trie::Trie;
use super::{DeficiencyClass, EvidenceClass, LabelKind, Lexicon, NoiseClass, StatusCue, TermClass, Words};
use crate::Span;
use std::collections::BTreeMap;

/// What the dictionaries know of a word.
#[derive(Clone, Copy)]
enum Known {
    Term(TermClass),
    Label(LabelKind),
    Noise(NoiseClass),
    Status(StatusCue),
    Evidence(EvidenceClass),
    Deficiency(DeficiencyClass),
}

/// The words of several dictionaries, ready to be searched for at once.
pub(crate) struct Sweep {
    trie: Trie,
    /// What is known of each word of the trie.
    known: Vec<Vec<Known>>,
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

/// The words of one dictionary that stand in a text, all of them, overlapping ones too.
pub struct Hits<T> {
    /// By their first byte, the shortest first where several begin at one.
    all: Vec<(Span, T)>,
}

impl<T> Default for Hits<T> {
    fn default() -> Self {
        Self { all: Vec::new() }
    }
}

impl<T: Copy> Hits<T> {
    /// The words of `stretch`, as [`Words::find_in`] finds them there: leftmost first and longest of those that begin at one
    /// place, not overlapping.
    pub fn within(&self, stretch: Span) -> impl Iterator<Item = (Span, T)> + '_ {
        let mut next = self.all.partition_point(|(word, _)| word.start < stretch.start);
        let mut reached = stretch.start;
        std::iter::from_fn(move || {
            let mut longest: Option<(Span, T)> = None;
            while let Some(&(word, value)) = self.all.get(next).filter(|(word, _)| word.start < stretch.end) {
                if longest.is_some_and(|(found, _)| found.start != word.start) {
                    break;
                }
                if word.start >= reached && word.end <= stretch.end {
                    longest = Some((word, value));
                }
                next += 1;
            }
            reached = longest?.0.end;
            longest
        })
    }
}

impl Sweep {
    /// The dictionaries of `lexicon` that are searched for.
    pub(super) fn of(lexicon: &Lexicon) -> Self {
        let mut words: BTreeMap<String, Vec<Known>> = BTreeMap::new();
        add(&mut words, &lexicon.fixed_terms, Known::Term);
        add(&mut words, &lexicon.labels, Known::Label);
        add(&mut words, &lexicon.noise, Known::Noise);
        add(&mut words, &lexicon.status, Known::Status);
        add(&mut words, &lexicon.evidence, Known::Evidence);
        add(&mut words, &lexicon.deficiency, Known::Deficiency);
        let numbered = words.keys().zip(0..).map(|(word, at)| (word.chars().collect(), at)).collect();
        Self { trie: Trie::of(numbered), known: words.into_values().collect() }
    }

    /// Whether a word may begin with this character.
    #[inline]
    pub(crate) fn may_begin(&self, c: char) -> bool {
        self.trie.may_begin(c)
    }

    /// All words that stand in `text`.
    #[cfg(test)]
    pub(crate) fn all_in(&self, text: &str) -> Found {
        let mut found = Found::default();
        text.char_indices().filter(|(_, c)| self.may_begin(*c)).for_each(|(at, _)| self.take(text, at, &mut found));
        found
    }

    /// Adds the words that begin at byte `at` of `text` to `found`.
    #[inline]
    pub(crate) fn take(&self, text: &str, at: usize, found: &mut Found) {
        self.trie.each(text[at..].chars(), |len, word| {
            let span = Span::new(at, at + len);
            for known in &self.known[word] {
                match *known {
                    Known::Term(class) => found.terms.all.push((span, class)),
                    Known::Label(kind) => found.labels.all.push((span, kind)),
                    Known::Noise(class) => found.noise.all.push((span, class)),
                    Known::Status(cue) => found.status.all.push((span, cue)),
                    Known::Evidence(class) => found.evidence.all.push((span, class)),
                    Known::Deficiency(class) => found.deficiency.all.push((span, class)),
                }
            }
        });
    }
}

fn add<T: Copy>(words: &mut BTreeMap<String, Vec<Known>>, list: &Words<T>, known: impl Fn(T) -> Known) {
    for (word, value) in list.entries() {
        words.entry(word).or_default().push(known(*value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
            let found = lexicon.sweep().all_in(&text);
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
