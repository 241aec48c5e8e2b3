//! What is looked up by signature: the shortest runs of clauses worth comparing, and whole sentences.
//!
//! From every clause on, clauses are joined until they hold enough letters. Two runs that are copies of each other hold at
//! least one such unit each that are nearly as alike as they are, wherever in their sentences they stand.

use super::corpus::{Corpus, Run};
use super::forms::{FormId, Forms};
use super::read::MOST_CLAUSES;
use super::spread;
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// Distinct units with the forms that hold them.
pub(super) struct Units {
    /// A run for each unit, of the first form that holds it.
    pub runs: Vec<Run>,
    /// Forms, those of one unit together and in order.
    forms: Vec<FormId>,
    starts: Vec<u32>,
}

impl Units {
    /// The units that `runs` finds in each form.
    pub fn of<I: Iterator<Item = Run> + Send>(
        corpus: &Corpus,
        forms: &Forms,
        runs: impl Fn(Run) -> I + Sync + Send,
    ) -> Self {
        let runs_of = |(): &mut (), form: usize| {
            let form = form as FormId;
            runs(corpus.whole(forms.first(form))).map(move |run| (hash(corpus.codes(run)), form, run))
        };
        let mut all: Vec<(u64, FormId, Run)> = spread::over(forms.len() as usize, spread::LIGHT, || (), runs_of);
        spread::sort(&mut all);
        let mut units = Self { runs: Vec::new(), forms: Vec::with_capacity(all.len()), starts: Vec::new() };
        let mut before = None;
        for (key, form, run) in all {
            if before != Some(key) {
                units.starts.push(units.forms.len() as u32);
                units.runs.push(run);
            } else if units.forms.last() == Some(&form) {
                continue;
            }
            units.forms.push(form);
            before = Some(key);
        }
        units.starts.push(units.forms.len() as u32);
        units
    }

    pub fn len(&self) -> u32 {
        self.runs.len() as u32
    }

    /// The forms that hold a unit, in order.
    pub fn forms(&self, unit: u32) -> &[FormId] {
        &self.forms[self.starts[unit as usize] as usize..self.starts[unit as usize + 1] as usize]
    }
}

/// The units of one sentence: the shortest ones, and itself.
pub(super) fn runs(corpus: &Corpus, whole: Run, min_chars: usize) -> impl Iterator<Item = Run> {
    let shortest = shortest(corpus, whole, min_chars);
    // A sentence that is a unit of itself is not told twice.
    let own =
        (corpus.word_count(whole) as usize >= min_chars && shortest.clone().next() != Some(whole)).then_some(whole);
    shortest.chain(own)
}

/// The shortest units of one sentence.
pub(super) fn shortest(corpus: &Corpus, whole: Run, min_chars: usize) -> impl Iterator<Item = Run> + Clone + use<> {
    let mut letters = [0; MOST_CLAUSES];
    for at in 0..=whole.last {
        letters[usize::from(at)] = corpus.word_count(Run { first: at, last: at, ..whole }) as usize;
    }
    let enough =
        move |run: &Run| letters[usize::from(run.first)..=usize::from(run.last)].iter().sum::<usize>() >= min_chars;
    (0..=whole.last).filter_map(move |first| {
        (first..=whole.last).map(|last| Run { sentence: whole.sentence, first, last }).find(enough)
    })
}

pub(super) fn hash(codes: &[u16]) -> u64 {
    let mut hasher = FxHasher::default();
    codes.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::super::testing::corpus;
    use super::*;

    #[test]
    fn clauses_are_joined_until_they_hold_enough() {
        let corpus = corpus(&["建立台账，挂图作战，逐项明确责任科室和完成时限，销号"]);
        let units: Vec<_> = runs(&corpus, corpus.whole(1), 10).map(|run| corpus.words(run)).collect();
        let want = [
            "建立台账，挂图作战，逐项明确责任科室和完成时限",
            "挂图作战，逐项明确责任科室和完成时限",
            "逐项明确责任科室和完成时限",
            "建立台账，挂图作战，逐项明确责任科室和完成时限，销号",
        ];
        assert_eq!(units, want);
        assert_eq!(runs(&corpus, corpus.whole(0), 10).count(), 0);
    }

    #[test]
    fn a_unit_is_kept_once() {
        let corpus = corpus(&["逐项明确责任科室和完成时限", "召开会议，逐项明确责任科室和完成时限"]);
        let forms = Forms::of(&corpus);
        let units = Units::of(&corpus, &forms, |whole| runs(&corpus, whole, 10));
        let held: Vec<_> = (0..units.len()).map(|unit| units.forms(unit).to_vec()).collect();
        assert!(held.contains(&vec![1, 2]), "{held:?}");
        assert_eq!(units.len(), 2);
    }
}
