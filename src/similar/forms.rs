//! Sentences of one masked form, told once: what a thousand notices say word for word is compared once, not half a million
//! times.

use super::corpus::{Corpus, SentenceId};
use super::spread;
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// Index of a form in [`Forms`].
pub(super) type FormId = u32;

/// The distinct masked forms of a corpus, in the order of their first sentence.
pub(super) struct Forms {
    /// Sentences, those of one form together and in order.
    sentences: Vec<SentenceId>,
    /// Where each form's sentences begin; one more at the end.
    starts: Vec<u32>,
}

impl Forms {
    pub fn of(corpus: &Corpus) -> Self {
        let mut keyed: Vec<(u64, SentenceId)> =
            spread::over(corpus.len() as usize, spread::LIGHT, || (), |(), at| [(key(corpus, at as u32), at as u32)]);
        spread::sort(&mut keyed);
        // Groups in the order of their first sentence, so that ids say who was first.
        let mut groups: Vec<(SentenceId, u32, u32)> = Vec::new();
        for (at, (key, sentence)) in keyed.iter().enumerate() {
            match groups.last_mut() {
                Some((_, start, count)) if keyed[*start as usize].0 == *key => *count += 1,
                _ => groups.push((*sentence, at as u32, 1)),
            }
        }
        groups.sort_unstable();
        let mut forms =
            Self { sentences: Vec::with_capacity(keyed.len()), starts: Vec::with_capacity(groups.len() + 1) };
        for (_, start, count) in groups {
            forms.starts.push(forms.sentences.len() as u32);
            forms
                .sentences
                .extend(keyed[start as usize..(start + count) as usize].iter().map(|(_, sentence)| *sentence));
        }
        forms.starts.push(forms.sentences.len() as u32);
        forms
    }

    /// Number of forms.
    pub fn len(&self) -> FormId {
        (self.starts.len() - 1) as FormId
    }

    /// The sentences of a form, in order.
    pub fn sentences(&self, form: FormId) -> &[SentenceId] {
        &self.sentences[self.starts[form as usize] as usize..self.starts[form as usize + 1] as usize]
    }

    /// The form whose first sentence this is.
    pub fn of_first(&self, sentence: SentenceId) -> FormId {
        let at =
            self.starts[..self.starts.len() - 1].partition_point(|start| self.sentences[*start as usize] < sentence);
        at as FormId
    }

    /// The sentence that stands for a form: its first.
    pub fn first(&self, form: FormId) -> SentenceId {
        self.sentences[self.starts[form as usize] as usize]
    }
}

/// A hash of a sentence's codes and of how they are cut into clauses.
fn key(corpus: &Corpus, sentence: SentenceId) -> u64 {
    let mut hasher = FxHasher::default();
    for clause in 0..corpus.clause_count(sentence) {
        let at = clause as u8;
        corpus.codes(super::corpus::Run { sentence, first: at, last: at }).hash(&mut hasher);
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::super::testing::corpus;
    use super::*;

    #[test]
    fn one_form_for_sentences_that_differ_in_figures() {
        let corpus = corpus(&["召开会议3次，印发通知", "召开会议12次，印发通知", "召开会议3次印发通知"]);
        let forms = Forms::of(&corpus);
        let groups: Vec<_> = (0..forms.len()).map(|form| forms.sentences(form).to_vec()).collect();
        assert_eq!(groups, [vec![0, 2, 4], vec![1, 3], vec![5]]);
        assert_eq!(Forms::of(&Corpus::default()).len(), 0);
    }
}
