//! What comes out: pairs, clusters, and how much of each notice stands in each other one.

use super::cluster::{self, Group};
use super::corpus::{Corpus, Run, SentenceId};
use super::differ::{Difference, differences};
use super::extent::{Edge, edges};
use super::fit::fit;
use super::forms::{FormId, Forms};
use super::lcs::Lcs;
use super::likeness::Likeness;
use super::matrix::{Overlap, overlaps};
use super::phrases::{is_set_phrase, learned};
use super::spread;
use super::{Options, candidates};
use crate::class::classes;
use crate::model::PartialDate;
use crate::{Lexicon, Span};

/// Places of a cluster up to which all its pairs are told; of a larger one, those of its first place with each other one.
pub const ALL_PAIRS: usize = 50;

/// What [`find`] found in a corpus.
pub struct Findings<'c> {
    corpus: &'c Corpus,
    /// Copies, by the place of the first of both, then of the second.
    pub pairs: Vec<Pair>,
    /// Copies of one passage, by their first place. [`Pair::cluster`] counts from 1.
    pub clusters: Vec<Cluster>,
    /// How much of a notice stands in another one; only where anything does.
    pub matrix: Vec<Overlap>,
}

/// Two places that say the same.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    /// The place that comes first in the corpus.
    pub a: Run,
    /// The other.
    pub b: Run,
    /// How alike their masked forms are.
    pub likeness: Likeness,
    /// Where they stand.
    pub scope: Scope,
    /// Number of their cluster.
    pub cluster: usize,
    /// Whether they are a set phrase that any measure could carry.
    pub boilerplate: bool,
}

classes! {
    /// Where the two places of a pair stand.
    Scope {
        /// In one notice.
        Within = "within",
        /// In notices of two bodies, or of one body and one year.
        Across = "across",
        /// In notices of one body and two years.
        Year = "year",
    }
}

/// All places that say the same.
#[derive(Debug, Clone)]
pub struct Cluster {
    /// Who said it first, by date; of undated places the first of the corpus.
    pub first: Run,
    /// Number of places.
    pub places: usize,
    /// Number of bodies; a notice without a body counts as one.
    pub bodies: usize,
    /// The notices, as places in the corpus, in order.
    pub notices: Vec<u32>,
    /// Whether it is a set phrase that any measure could carry.
    pub boilerplate: bool,
    /// Whether all its pairs are told, not only those with its first place.
    pub complete: bool,
}

/// A place in a notice, with its words.
#[derive(Debug, Clone, Copy)]
pub struct Passage<'c> {
    /// Path of the notice.
    pub path: &'c str,
    /// Path of the innermost node.
    pub node: Option<&'c str>,
    /// The place, in bytes.
    pub bytes: Span,
    /// The place, in characters.
    pub chars: (usize, usize),
    /// The words.
    pub words: &'c str,
    /// The body that the notice is about.
    pub body: Option<&'c str>,
    /// Day of publication, else of the feedback.
    pub date: Option<PartialDate>,
}

/// The copies in `corpus`. Set phrases are left out unless `options` asks for them. Same corpus, same findings, however many
/// threads there are.
#[must_use]
pub fn find<'c>(corpus: &'c Corpus, lexicon: &Lexicon, options: &Options) -> Findings<'c> {
    let forms = Forms::of(corpus);
    let seeds = if options.exhaustive { candidates::all(&forms) } else { candidates::seeds(corpus, &forms, options) };
    let edges_of = |lcs: &mut Lcs, at: usize| {
        let (a, b) = seeds[at];
        let found = edges(corpus, forms.first(a), forms.first(b), options, lcs);
        found.into_iter().map(move |edge| (a, b, edge))
    };
    let found: Vec<(FormId, FormId, Edge)> = spread::over(seeds.len(), spread::HEAVY, Lcs::new, edges_of);
    let groups = cluster::groups(corpus, &forms, &found, options);
    let teller = Teller { corpus, forms: &forms, lexicon, options };
    teller.tell(&groups)
}

impl<'c> Findings<'c> {
    /// The place and words of a run.
    #[must_use]
    pub fn passage(&self, run: Run) -> Passage<'c> {
        let entry = self.corpus.entry_of(run.sentence);
        Passage {
            path: &entry.path,
            node: self.corpus.node_of(run.sentence),
            bytes: self.corpus.bytes(run),
            chars: self.corpus.chars(run),
            words: self.corpus.words(run),
            body: entry.body.as_deref(),
            date: entry.date,
        }
    }

    /// Figures, names and words that differ between the places of a pair.
    #[must_use]
    pub fn differences(&self, pair: &Pair) -> Vec<Difference> {
        differences(self.corpus, pair.a, pair.b)
    }

    /// Path of a notice.
    #[must_use]
    pub fn path(&self, notice: u32) -> &'c str {
        &self.corpus.notices[notice as usize].path
    }
}

struct Teller<'c, 'f> {
    corpus: &'c Corpus,
    forms: &'f Forms,
    lexicon: &'f Lexicon,
    options: &'f Options,
}

impl<'c> Teller<'c, '_> {
    fn tell(&self, groups: &[Group]) -> Findings<'c> {
        let told = |lcs: &mut Lcs, at: usize| {
            let told = self.cluster(&groups[at], lcs);
            (!told.1.is_empty()).then_some(told)
        };
        let mut told = spread::over(groups.len(), spread::HEAVY, Lcs::new, told);
        told.sort_by_key(|(_, pairs)| (pairs[0].a, pairs[0].b));
        let (mut pairs, mut clusters) = (Vec::new(), Vec::new());
        for (cluster, of_cluster) in told {
            clusters.push(cluster);
            pairs.extend(of_cluster.into_iter().map(|pair| Pair { cluster: clusters.len(), ..pair }));
        }
        pairs.sort_by_key(|pair| (pair.a, pair.b));
        let matrix = overlaps(self.corpus, &pairs);
        Findings { corpus: self.corpus, pairs, clusters, matrix }
    }

    /// A cluster and its pairs, in order; without pairs if it is not to be told.
    fn cluster(&self, group: &Group, lcs: &mut Lcs) -> (Cluster, Vec<Pair>) {
        let places = self.places(group);
        let first = places.iter().copied().min_by_key(|run| self.said(*run)).unwrap_or(places[0]);
        let mut notices: Vec<_> = places.iter().map(|run| self.corpus.notice_of(run.sentence)).collect();
        notices.sort_unstable();
        notices.dedup();
        let letters = self.corpus.word_count(first);
        let boilerplate = learned(letters, notices.len(), self.corpus.notice_count());
        let complete = places.len() <= ALL_PAIRS;
        let told = self.options.boilerplate || !boilerplate;
        let mut pairs = match (told, complete) {
            (false, _) => Vec::new(),
            (true, true) => self.all_pairs(group),
            (true, false) => self.pairs_with_first(first, &places, lcs),
        };
        for pair in &mut pairs {
            pair.boilerplate =
                boilerplate || [pair.a, pair.b].iter().all(|run| is_set_phrase(self.corpus.words(*run), self.lexicon));
        }
        pairs.retain(|pair| self.options.boilerplate || !pair.boilerplate);
        pairs.sort_by_key(|pair| (pair.a, pair.b));
        let boilerplate = pairs.iter().all(|pair| pair.boilerplate);
        (Cluster { first, places: places.len(), bodies: self.bodies(&notices), notices, boilerplate, complete }, pairs)
    }

    /// Every place of a group, in order.
    fn places(&self, group: &Group) -> Vec<Run> {
        let of_form = |(form, run): &(FormId, Run)| {
            let run = *run;
            self.forms.sentences(*form).iter().map(move |sentence| Run { sentence: *sentence, ..run })
        };
        let mut places: Vec<_> = group.passages.iter().flat_map(of_form).collect();
        places.sort_unstable();
        places
    }

    /// By whom a passage was said first: dated ones by date, then by place.
    fn said(&self, run: Run) -> (bool, Option<PartialDate>, Option<i16>, Run) {
        let entry = self.corpus.entry_of(run.sentence);
        let year = entry.date.map(|date| date.year).or(entry.year);
        (year.is_none(), entry.date.or(year.map(|year| PartialDate { year, month: None, day: None })), year, run)
    }

    fn bodies(&self, notices: &[u32]) -> usize {
        let entry = |notice: &u32| &self.corpus.notices[*notice as usize];
        let mut named: Vec<_> = notices.iter().filter_map(|notice| entry(notice).body.as_deref()).collect();
        let unnamed = notices.len() - named.len();
        named.sort_unstable();
        named.dedup();
        named.len() + unnamed
    }

    fn all_pairs(&self, group: &Group) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for edge in &group.edges {
            for a in self.same(edge.a) {
                pairs.extend(self.same(edge.b).filter_map(|b| self.pair(a, b, edge.likeness)));
            }
        }
        for (form, run) in &group.passages {
            let whole = self.corpus.whole(run.sentence);
            let sentences = self.forms.sentences(*form);
            if *run != whole || sentences.len() < 2 {
                continue;
            }
            for (at, a) in sentences.iter().enumerate() {
                let others = sentences[at + 1..].iter();
                pairs
                    .extend(others.filter_map(|b| {
                        self.pair(self.moved(whole, *a), self.moved(whole, *b), self.same_form(whole))
                    }));
            }
        }
        pairs
    }

    /// The run in every sentence of its form.
    fn same(&self, run: Run) -> impl Iterator<Item = Run> + '_ {
        let form = self.forms.of_first(run.sentence);
        self.forms.sentences(form).iter().map(move |sentence| self.moved(run, *sentence))
    }

    fn moved(&self, run: Run, sentence: SentenceId) -> Run {
        Run { sentence, ..run }
    }

    fn same_form(&self, run: Run) -> Likeness {
        let letters = self.corpus.codes(run).len() as u32;
        Likeness { shared: letters, total: letters * 2 }
    }

    /// The pairs of one place with each other one; with a reference set, of the first on each side with those on the other.
    fn pairs_with_first(&self, first: Run, places: &[Run], lcs: &mut Lcs) -> Vec<Pair> {
        let other_side = places.iter().copied().find(|run| self.corpus.compared(first.sentence, run.sentence));
        let mut pairs = Vec::new();
        for place in places.iter().copied().filter(|place| place.sentence != first.sentence) {
            let with = if self.corpus.compared(first.sentence, place.sentence) { Some(first) } else { other_side };
            let Some(with) = with.filter(|with| with.sentence != place.sentence) else { continue };
            let likeness = if self.corpus.codes(with) == self.corpus.codes(place) {
                Some(self.same_form(with))
            } else {
                fit(self.corpus, with, place, self.options, lcs)
            };
            pairs.extend(likeness.and_then(|likeness| self.pair(with.min(place), with.max(place), likeness)));
        }
        pairs
    }

    fn pair(&self, a: Run, b: Run, likeness: Likeness) -> Option<Pair> {
        let (a, b) = (a.min(b), a.max(b));
        let told = a.sentence != b.sentence && self.corpus.compared(a.sentence, b.sentence);
        told.then(|| Pair { a, b, likeness, scope: self.scope(a, b), cluster: 0, boilerplate: false })
    }

    fn scope(&self, a: Run, b: Run) -> Scope {
        if self.corpus.notice_of(a.sentence) == self.corpus.notice_of(b.sentence) {
            return Scope::Within;
        }
        let (a, b) = (self.corpus.entry_of(a.sentence), self.corpus.entry_of(b.sentence));
        let years = a.year.is_some() && b.year.is_some() && a.year != b.year;
        if years && a.body.is_some() && a.body == b.body { Scope::Year } else { Scope::Across }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::corpus;
    use super::*;

    fn pairs(corpus: &Corpus, options: &Options) -> Vec<(String, String, Scope)> {
        let findings = find(corpus, &Lexicon::builtin(), options);
        let words = |run| findings.passage(run).words.to_owned();
        findings.pairs.iter().map(|pair| (words(pair.a), words(pair.b), pair.scope)).collect()
    }

    #[test]
    fn within_and_across() {
        let corpus = corpus(&[
            "逐项明确责任科室和完成时限，召开会议。发放补贴，逐项明确责任科室和完成时限",
            "逐项明确责任股室和完成时限",
        ]);
        let [a, b] = ["逐项明确责任科室和完成时限", "逐项明确责任股室和完成时限"].map(str::to_owned);
        let want =
            [(a.clone(), a.clone(), Scope::Within), (a.clone(), b.clone(), Scope::Across), (a, b, Scope::Across)];
        assert_eq!(pairs(&corpus, &Options::default()), want);
    }

    #[test]
    fn set_phrases_only_on_demand() {
        let corpus = corpus(&["坚持当下改与长久立相结合", "坚持当下改与长久立相结合"]);
        assert!(pairs(&corpus, &Options::default()).is_empty());
        let options = Options { boilerplate: true, ..Options::default() };
        assert_eq!(pairs(&corpus, &options).len(), 1);
        let findings = find(&corpus, &Lexicon::builtin(), &options);
        assert!(findings.pairs[0].boilerplate && findings.clusters[0].boilerplate && findings.matrix.is_empty());
    }

    #[test]
    fn a_large_cluster_tells_its_first_place_with_each() {
        let measures: Vec<_> = (0..80)
            .map(|at| format!("排查整治各类安全隐患{at}处并逐一登记造册限期办结销号，建立覆盖全域的常态巡查机制"))
            .collect();
        let measures: Vec<&str> = measures.iter().map(String::as_str).collect();
        let corpus = corpus(&measures);
        let findings = find(&corpus, &Lexicon::builtin(), &Options::default());
        assert_eq!(findings.pairs.len(), 79);
        let cluster = &findings.clusters[0];
        assert_eq!((cluster.places, cluster.notices.len(), cluster.complete), (80, 80, false));
    }

    /// So many sentences that the work is handed out, each of its own characters; one in twenty is the one seven before it
    /// with another first character.
    fn many() -> (Corpus, usize) {
        let mut seed = 1_u32;
        let mut letter = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from_u32(0x6000 + (seed >> 20)).unwrap()
        };
        let mut sentences: Vec<String> = Vec::new();
        for at in 0..spread::LIGHT + 400 {
            let fresh: String = (0..24).map(|_| letter()).collect();
            let copied =
                (at % 20 == 19).then(|| fresh.chars().take(1).chain(sentences[at - 7].chars().skip(1)).collect());
            sentences.push(copied.unwrap_or(fresh));
        }
        let measures: Vec<String> = sentences.chunks(100).map(|sentences| sentences.join("。")).collect();
        (corpus(&measures.iter().map(String::as_str).collect::<Vec<_>>()), sentences.len() / 20)
    }

    #[test]
    fn findings_do_not_depend_on_threads() {
        let (corpus, copies) = many();
        let run = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| pairs(&corpus, &Options::default()))
        };
        let one = run(1);
        assert_eq!(one.len(), copies);
        assert!(copies > spread::HEAVY);
        assert_eq!(one, run(4));
    }

    #[test]
    fn candidates_are_what_weighing_every_pair_finds() {
        let corpus = corpus(&[
            "对照反馈意见列出清单，逐项明确责任科室和完成时限，实行销号管理",
            "召开党委会4次，逐项明确责任股室和完成时限，实行销号管理",
            "真正让教师由学校人变为系统人，促进城乡师资均衡配置",
            "推动城乡师资均衡配置，真正让教师由学校人变为系统人",
        ]);
        let all = pairs(&corpus, &Options { exhaustive: true, ..Options::default() });
        assert_eq!(pairs(&corpus, &Options::default()), all);
        assert!(!all.is_empty());
    }
}
