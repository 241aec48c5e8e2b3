//! Copies of one passage, gathered: every run that is a copy of another one belongs to one cluster with it.
//!
//! Runs of one form that overlap by half are one passage, so that a sentence copied whole here and in part there stays
//! together; runs that merely touch are not.

use super::Options;
use super::corpus::{Corpus, Run};
use super::extent::Edge;
use super::forms::{FormId, Forms};
use rustc_hash::FxHashMap;

/// Passages and copies of one cluster. Forms stand for all their sentences.
#[derive(Debug, Default)]
pub(super) struct Group {
    /// The widest run of each passage, of its form's first sentence; with the form.
    pub passages: Vec<(FormId, Run)>,
    /// The copies between them.
    pub edges: Vec<Edge>,
}

/// The clusters of `edges`, and of forms that several sentences have, in the order of their first passage.
pub(super) fn groups(
    corpus: &Corpus,
    forms: &Forms,
    edges: &[(FormId, FormId, Edge)],
    options: &Options,
) -> Vec<Group> {
    let mut passages = Passages::of(corpus, forms, edges, options);
    let mut sets = Sets::new(passages.runs.len());
    passages.join_overlapping(corpus, &mut sets);
    for (a, b, edge) in edges {
        sets.join(passages.at(*a, edge.a), passages.at(*b, edge.b));
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut place: FxHashMap<u32, usize> = FxHashMap::default();
    for (at, (form, run)) in passages.runs.iter().enumerate() {
        let group = *place.entry(sets.root(at as u32)).or_insert_with(|| {
            groups.push(Group::default());
            groups.len() - 1
        });
        groups[group].passage(corpus, *form, *run);
    }
    for (a, _, edge) in edges {
        let root = sets.root(passages.at(*a, edge.a));
        if let Some(group) = place.get(&root) {
            groups[*group].edges.push(*edge);
        }
    }
    groups
}

impl Group {
    /// Adds a run, or widens that of its form if they are one passage.
    fn passage(&mut self, corpus: &Corpus, form: FormId, run: Run) {
        match self.passages.last_mut() {
            Some((last, widest)) if *last == form && one_passage(corpus, *widest, run) => {
                if corpus.codes(run).len() > corpus.codes(*widest).len() {
                    *widest = run;
                }
            }
            _ => self.passages.push((form, run)),
        }
    }
}

/// Every run that an edge names, and the whole of every form that several sentences have.
struct Passages {
    runs: Vec<(FormId, Run)>,
    places: FxHashMap<(FormId, Run), u32>,
}

impl Passages {
    fn of(corpus: &Corpus, forms: &Forms, edges: &[(FormId, FormId, Edge)], options: &Options) -> Self {
        let mut runs: Vec<_> = edges.iter().flat_map(|(a, b, edge)| [(*a, edge.a), (*b, edge.b)]).collect();
        let repeated = (0..forms.len()).filter(|form| {
            let sentences = forms.sentences(*form);
            sentences.len() > 1 && corpus.compared(sentences[0], sentences[sentences.len() - 1])
        });
        let whole = repeated.map(|form| (form, corpus.whole(forms.first(form))));
        runs.extend(whole.filter(|(_, run)| corpus.word_count(*run) as usize >= options.min_chars));
        runs.sort_unstable();
        runs.dedup();
        let places = runs.iter().enumerate().map(|(at, run)| (*run, at as u32)).collect();
        Self { runs, places }
    }

    fn at(&self, form: FormId, run: Run) -> u32 {
        self.places[&(form, run)]
    }

    fn join_overlapping(&mut self, corpus: &Corpus, sets: &mut Sets) {
        let mut at = 0;
        for same_form in self.runs.chunk_by(|a, b| a.0 == b.0) {
            for (x, (_, a)) in same_form.iter().enumerate() {
                for (y, (_, b)) in same_form.iter().enumerate().skip(x + 1) {
                    if one_passage(corpus, *a, *b) {
                        sets.join((at + x) as u32, (at + y) as u32);
                    }
                }
            }
            at += same_form.len();
        }
    }
}

/// Whether two runs of one sentence share half of the longer.
fn one_passage(corpus: &Corpus, a: Run, b: Run) -> bool {
    let (first, last) = (a.first.max(b.first), a.last.min(b.last));
    if first > last {
        return false;
    }
    let len = |run| corpus.codes(run).len();
    len(Run { first, last, ..a }) * 2 >= len(a).max(len(b))
}

/// Disjoint sets, the least member standing for each.
struct Sets {
    parent: Vec<u32>,
}

impl Sets {
    fn new(len: usize) -> Self {
        Self { parent: (0..len as u32).collect() }
    }

    fn root(&mut self, mut at: u32) -> u32 {
        while self.parent[at as usize] != at {
            self.parent[at as usize] = self.parent[self.parent[at as usize] as usize];
            at = self.parent[at as usize];
        }
        at
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        self.parent[a.max(b) as usize] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use super::super::candidates;
    use super::super::extent::edges;
    use super::super::lcs::Lcs;
    use super::super::testing::corpus;
    use super::*;

    fn check(measures: &[&str], want: &[&[&str]]) {
        let corpus = corpus(measures);
        let (forms, options) = (Forms::of(&corpus), Options::default());
        let mut lcs = Lcs::new();
        let mut found = Vec::new();
        for (a, b) in candidates::all(&forms) {
            let between = edges(&corpus, forms.first(a), forms.first(b), &options, &mut lcs);
            found.extend(between.into_iter().map(|edge| (a, b, edge)));
        }
        let groups = groups(&corpus, &forms, &found, &options);
        let got: Vec<Vec<_>> =
            groups.iter().map(|group| group.passages.iter().map(|(_, run)| corpus.words(*run)).collect()).collect();
        assert_eq!(got, want);
    }

    #[test]
    fn copies_of_copies_stand_together() {
        check(
            &[
                "逐项明确责任科室和完成时限",
                "逐项明确责任股室和完成时限",
                "逐条明确责任股室及完成时限",
                "发放农机购置补贴三批",
            ],
            &[&["逐项明确责任科室和完成时限", "逐项明确责任股室和完成时限", "逐条明确责任股室及完成时限"]],
        );
    }

    #[test]
    fn two_passages_of_one_sentence_are_two_clusters() {
        check(
            &[
                "逐项明确责任科室和完成时限，不断提升网络舆情应对处置能力和水平",
                "逐项明确责任股室和完成时限，发放补贴",
                "开展培训，不断提升网络舆情应对和处置能力水平",
            ],
            &[
                &["逐项明确责任科室和完成时限", "逐项明确责任股室和完成时限"],
                &["不断提升网络舆情应对处置能力和水平", "不断提升网络舆情应对和处置能力水平"],
            ],
        );
    }

    #[test]
    fn sentences_of_one_form_are_a_cluster() {
        check(&["召开推进会议3次并通报结果", "召开推进会议12次并通报结果"], &[&["召开推进会议3次并通报结果"]]);
        check(&["印发通知", "印发通知"], &[]);
    }
}
