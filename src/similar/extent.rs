//! The widest runs of clauses that two sentences share.
//!
//! Every pair of runs is weighed, by one pass over the second sentence for each clause that the first run may begin with:
//! the bit vector of [`Lcs`] answers for all its ends at once. A run begins and ends with a clause that has its like on
//! the other side, so that a pair does not spread over words that are not shared.

use super::Options;
use super::corpus::{Corpus, Run, SentenceId};
use super::fit::fit;
use super::lcs::Lcs;
use super::likeness::Likeness;

/// Share of the shorter clause, in thousandths, that makes two clauses like each other.
const CLAUSE_LIKE: u32 = 500;

/// Two runs that are copies of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edge {
    pub a: Run,
    pub b: Run,
    pub likeness: Likeness,
}

/// A pair of runs, not yet weighed by its words: letters of both, clauses of either.
struct Draft {
    total: u32,
    shared: u32,
    a: Run,
    b: Run,
}

/// The copies between two sentences: the widest first, none overlapping another on either side.
pub(super) fn edges(corpus: &Corpus, a: SentenceId, b: SentenceId, options: &Options, lcs: &mut Lcs) -> Vec<Edge> {
    let mut drafts = drafts(corpus, a, b, options, lcs);
    drafts.sort_by_key(|draft| std::cmp::Reverse((draft.total, draft.shared)));
    let mut found: Vec<Edge> = Vec::new();
    for draft in drafts {
        if found.iter().any(|edge| overlap(edge.a, draft.a) || overlap(edge.b, draft.b)) {
            continue;
        }
        if let Some(likeness) = fit(corpus, draft.a, draft.b, options, lcs) {
            found.push(Edge { a: draft.a, b: draft.b, likeness });
        }
    }
    found
}

fn overlap(a: Run, b: Run) -> bool {
    a.first <= b.last && b.first <= a.last
}

fn drafts(corpus: &Corpus, a: SentenceId, b: SentenceId, options: &Options, lcs: &mut Lcs) -> Vec<Draft> {
    let like = Likes::of(corpus, a, b, lcs);
    let (count_a, count_b) = (corpus.clause_count(a) as u8, corpus.clause_count(b) as u8);
    let run = |sentence, first, last| Run { sentence, first, last };
    let mut drafts = Vec::new();
    for first_a in (0..count_a).filter(|first| like.a[usize::from(*first)] != 0) {
        let tail = corpus.codes(run(a, first_a, count_a - 1));
        lcs.pattern(tail);
        for first_b in (0..count_b).filter(|first| like.b[usize::from(*first)] != 0) {
            lcs.restart();
            for last_b in first_b..count_b {
                lcs.step(corpus.codes(run(b, last_b, last_b)));
                let b = run(b, first_b, last_b);
                let len_b = corpus.codes(b).len();
                for last_a in first_a..count_a {
                    let a = run(a, first_a, last_a);
                    let len_a = corpus.codes(a).len();
                    if len_a.min(len_b) < options.min_chars || !like.edges(a, b) {
                        continue;
                    }
                    let likeness = Likeness { shared: lcs.matched(len_a), total: (len_a + len_b) as u32 };
                    if likeness.reaches(options.threshold) {
                        drafts.push(Draft { total: likeness.total, shared: likeness.shared, a, b });
                    }
                }
            }
        }
    }
    drafts
}

/// Which clauses are like each other: for each clause of one sentence, a bit for each of the other.
struct Likes {
    a: Vec<u32>,
    b: Vec<u32>,
}

impl Likes {
    fn of(corpus: &Corpus, a: SentenceId, b: SentenceId, lcs: &mut Lcs) -> Self {
        let clause = |sentence, at: usize| corpus.codes(Run { sentence, first: at as u8, last: at as u8 });
        let mut likes = Self { a: vec![0; corpus.clause_count(a)], b: vec![0; corpus.clause_count(b)] };
        for x in 0..likes.a.len() {
            let one = clause(a, x);
            lcs.pattern(one);
            for y in 0..likes.b.len() {
                let other = clause(b, y);
                lcs.restart();
                lcs.step(other);
                let shorter = one.len().min(other.len()) as u32;
                if lcs.matched(one.len()) * 1000 >= shorter * CLAUSE_LIKE {
                    likes.a[x] |= 1 << y;
                    likes.b[y] |= 1 << x;
                }
            }
        }
        likes
    }

    /// Whether the clauses at both ends of both runs have their like in the other run.
    fn edges(&self, a: Run, b: Run) -> bool {
        let bits = |run: Run| (u32::MAX >> (31 - (run.last - run.first))) << run.first;
        let (in_a, in_b) = (bits(a), bits(b));
        [a.first, a.last].iter().all(|at| self.a[usize::from(*at)] & in_b != 0)
            && [b.first, b.last].iter().all(|at| self.b[usize::from(*at)] & in_a != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::corpus;
    use super::*;

    fn check(a: &str, b: &str, want: &[(&str, &str)]) {
        let corpus = corpus(&[a, b]);
        let found = edges(&corpus, 1, corpus.len() - 1, &Options::default(), &mut Lcs::new());
        let got: Vec<_> = found.iter().map(|edge| (corpus.words(edge.a), corpus.words(edge.b))).collect();
        assert_eq!(got, want, "{a} / {b}");
    }

    #[test]
    fn a_copied_half_is_found() {
        check(
            "对照反馈意见列出清单，逐项明确责任科室和完成时限，实行销号管理",
            "召开党委会4次，逐项明确责任股室和完成时限，实行销号管理，兑现奖补",
            &[("逐项明确责任科室和完成时限，实行销号管理", "逐项明确责任股室和完成时限，实行销号管理")],
        );
    }

    #[test]
    fn a_pair_stands_once_at_its_widest() {
        check(
            "健全学习制度体系，坚持每月集中学习一次，撰写心得体会",
            "健全学习制度体系，坚持每月集中学习两次，撰写心得体会",
            &[(
                "健全学习制度体系，坚持每月集中学习一次，撰写心得体会",
                "健全学习制度体系，坚持每月集中学习两次，撰写心得体会",
            )],
        );
    }

    #[test]
    fn what_is_not_shared_is_left_out() {
        check("全面排查安全隐患并限期整改", "严格落实学习制度并撰写体会", &[]);
        check(
            "全面排查安全隐患并限期整改，拆除违建",
            "发放补贴，全面排查安全隐患并限期整改",
            &[("全面排查安全隐患并限期整改", "全面排查安全隐患并限期整改")],
        );
    }
}
