//! Pairs of forms that may share a run: those with a unit in common, and those whose units meet in a band, or in a small
//! corpus have trigrams in common, and are nearly alike.
//!
//! Bands are made a few at a time, so no signature is kept. Large groups are not paired through: each member meets the
//! first and its neighbours, so that time stays near linear whatever the texts have in common.

use super::Options;
use super::corpus::{Corpus, Run};
use super::forms::{FormId, Forms};
use super::lcs::{AT_A_TIME, Lcs};
use super::likeness::Likeness;
use super::minhash::{BANDS, keys};
use super::neighbours::{FEW, Neighbours};
use super::spread;
use super::units::{Units, runs, shortest};
use rayon::prelude::*;

/// Bands made in one pass over the units.
pub(super) const AT_ONCE: usize = 6;

/// Members up to which all pairs of a group are taken.
const ALL_PAIRS: usize = 24;
/// Neighbours that a member of a larger group is paired with.
const NEIGHBOURS: usize = 6;

/// What two units must have in common for their sentences to be compared, in thousandths below the threshold: a run may be
/// more alike than the units in it.
const SLACK: u32 = 100;

/// Pairs of forms, the lesser first, each once, in order.
pub(super) fn seeds(corpus: &Corpus, forms: &Forms, options: &Options) -> Vec<(FormId, FormId)> {
    let few = forms.len() <= FEW;
    let units = if few {
        Units::of(corpus, forms, |whole| shortest(corpus, whole, options.min_chars))
    } else {
        Units::of(corpus, forms, |whole| runs(corpus, whole, options.min_chars))
    };
    let mut seeds = Vec::new();
    for unit in 0..units.len() {
        paired(units.forms(unit), |a, b| seeds.push(ordered(a, b)));
    }
    dedup(&mut seeds);
    let matches = Matches { corpus, units: &units, least: options.threshold - SLACK };
    seeds.extend(if few { matches.among_few() } else { matches.in_bands() });
    dedup(&mut seeds);
    seeds.retain(|(a, b)| may_be_compared(corpus, forms, *a, *b));
    seeds
}

/// Every pair of forms: what the signatures are measured against.
pub(super) fn all(forms: &Forms) -> Vec<(FormId, FormId)> {
    (0..forms.len()).flat_map(|a| (a + 1..forms.len()).map(move |b| (a, b))).collect()
}

fn may_be_compared(corpus: &Corpus, forms: &Forms, a: FormId, b: FormId) -> bool {
    let (ends_a, ends_b) = (ends(forms.sentences(a)), ends(forms.sentences(b)));
    ends_a.iter().any(|x| ends_b.iter().any(|y| corpus.compared(*x, *y)))
}

/// First and last: in a corpus with a reference set, one of each side if there is one of each.
fn ends(sentences: &[u32]) -> [u32; 2] {
    [sentences[0], sentences[sentences.len() - 1]]
}

fn dedup(seeds: &mut Vec<(FormId, FormId)>) {
    spread::sort(seeds);
    seeds.dedup();
}

fn ordered(a: FormId, b: FormId) -> (FormId, FormId) {
    (a.min(b), a.max(b))
}

/// Calls `take` with the pairs of a group: all of a small one; in a large one each member with the first and with those that
/// follow it.
pub(super) fn paired(group: &[u32], mut take: impl FnMut(u32, u32)) {
    let small = group.len() <= ALL_PAIRS;
    for (at, &member) in group.iter().enumerate() {
        let reach = if small { group.len() } else { NEIGHBOURS };
        group[at + 1..].iter().take(reach).for_each(|&other| take(member, other));
        if !small && at > NEIGHBOURS {
            take(group[0], member);
        }
    }
}

/// Units that are nearly alike.
struct Matches<'a> {
    corpus: &'a Corpus,
    units: &'a Units,
    least: u32,
}

impl Matches<'_> {
    /// Pairs of forms whose units have trigrams in common and are nearly alike.
    fn among_few(&self) -> Vec<(FormId, FormId)> {
        let (mut seeds, mut lcs) = (Vec::new(), Lcs::new());
        let mut neighbours = Neighbours::default();
        for (b, run) in (0_u32..).zip(&self.units.runs) {
            let near = neighbours.of(run.sentence, self.corpus.codes(*run));
            if !near.is_empty() {
                lcs.pattern(self.corpus.codes(*run));
            }
            for a in near.into_iter().filter(|a| self.nearly_pattern(*a, b, &mut lcs)) {
                self.join(a, b, &mut seeds);
            }
        }
        dedup(&mut seeds);
        seeds
    }

    /// The same of the units that meet in a band, made [`AT_ONCE`] bands at a time.
    fn in_bands(&self) -> Vec<(FormId, FormId)> {
        let codes = |run: &Run| self.corpus.codes(*run);
        let sketches: Vec<Sketch> = self.units.runs.par_iter().map(|run| Sketch::of(codes(run))).collect();
        let mut seeds = Vec::new();
        for from in (0..BANDS).step_by(AT_ONCE) {
            let keys = |run: &Run| keys(codes(run), from);
            let made: Vec<[u32; AT_ONCE]> = self.units.runs.par_iter().map(keys).collect();
            for band in 0..AT_ONCE {
                seeds.append(&mut self.in_band(&made, band, &sketches));
                dedup(&mut seeds);
            }
        }
        seeds
    }

    fn in_band(&self, made: &[[u32; AT_ONCE]], band: usize, sketches: &[Sketch]) -> Vec<(FormId, FormId)> {
        // Within a large group those that meet in the next band too stand side by side.
        let next = (band + 1) % AT_ONCE;
        let mut order: Vec<(u32, u32, u32)> =
            made.iter().enumerate().map(|(unit, keys)| (keys[band], keys[next], unit as u32)).collect();
        order.par_sort_unstable();
        let groups: Vec<&[(u32, u32, u32)]> =
            order.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1).collect();
        groups
            .par_iter()
            .with_min_len(AT_A_TIME)
            .map_init(Lcs::new, |lcs, group| self.in_group(group, sketches, lcs))
            .flatten_iter()
            .collect()
    }

    fn in_group(&self, group: &[(u32, u32, u32)], sketches: &[Sketch], lcs: &mut Lcs) -> Vec<(FormId, FormId)> {
        let members: Vec<u32> = group.iter().map(|(_, _, unit)| *unit).collect();
        let mut seeds = Vec::new();
        paired(&members, |a, b| {
            let may = sketches[a as usize].may_reach(self.len(a), &sketches[b as usize], self.len(b), self.least);
            if may && self.nearly_alike(a, b, lcs) {
                self.join(a, b, &mut seeds);
            }
        });
        seeds
    }

    fn codes(&self, unit: u32) -> &[u16] {
        self.corpus.codes(self.units.runs[unit as usize])
    }

    fn len(&self, unit: u32) -> usize {
        self.codes(unit).len()
    }

    fn nearly_alike(&self, a: u32, b: u32, lcs: &mut Lcs) -> bool {
        lcs.pattern(self.codes(b));
        self.nearly_pattern(a, b, lcs)
    }

    /// The same where `lcs` has `b` as its pattern.
    fn nearly_pattern(&self, a: u32, b: u32, lcs: &mut Lcs) -> bool {
        lcs.restart();
        lcs.step(self.codes(a));
        let shared = lcs.matched(self.len(b));
        Likeness { shared, total: (self.len(a) + self.len(b)) as u32 }.reaches(self.least)
    }

    /// The forms of two units: all pairs, or, where either is said everywhere, the first with each.
    fn join(&self, a: u32, b: u32, seeds: &mut Vec<(FormId, FormId)>) {
        let (of_a, of_b) = (self.units.forms(a), self.units.forms(b));
        let few = of_a.len() * of_b.len() <= ALL_PAIRS * ALL_PAIRS;
        for (at, &x) in of_a.iter().enumerate() {
            for (other, &y) in of_b.iter().enumerate() {
                if x != y && (few || at == 0 || other == 0) {
                    seeds.push(ordered(x, y));
                }
                if !few && at > 0 {
                    break;
                }
            }
        }
    }
}

/// The characters of a unit, as bits that several characters share.
struct Sketch(u128);

impl Sketch {
    fn of(codes: &[u16]) -> Self {
        let bit = |code: &u16| 1_u128 << (u32::from(*code).wrapping_mul(0x9e37_79b1) >> 25);
        Self(codes.iter().map(bit).fold(0, |bits, bit| bits | bit))
    }

    /// Whether two units of these lengths may be so alike: a character that only one of them has is not shared.
    fn may_reach(&self, len: usize, other: &Self, other_len: usize, least: u32) -> bool {
        let own = (self.0 & !other.0).count_ones();
        let others = (other.0 & !self.0).count_ones();
        let shared = (len as u32 - own).min(other_len as u32 - others);
        Likeness { shared, total: (len + other_len) as u32 }.reaches(least)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::corpus;
    use super::*;

    #[test]
    fn pairs_of_a_large_group_are_few_and_reach_everyone() {
        for size in [2_u32, 24, 25, 1_000] {
            let group: Vec<_> = (0..size).collect();
            let mut met = vec![0; size as usize];
            let mut pairs = Vec::new();
            paired(&group, |a, b| {
                met[a as usize] += 1;
                met[b as usize] += 1;
                pairs.push((a, b));
            });
            assert!(met.iter().all(|count| *count > 0), "{size}");
            assert!(pairs.len() <= (NEIGHBOURS + 1) * size as usize + ALL_PAIRS * ALL_PAIRS, "{size}");
            let given = pairs.len();
            dedup(&mut pairs);
            assert_eq!(pairs.len(), given, "no pair twice");
        }
    }

    #[test]
    fn a_sketch_never_hides_a_likeness() {
        let mut lcs = Lcs::new();
        let corpus =
            corpus(&["建立台账，逐项明确责任科室", "建立工作台账，明确责任股室", "撰写心得体会，开展研讨交流"]);
        let forms = [corpus.whole(1), corpus.whole(3), corpus.whole(5)].map(|run| corpus.codes(run));
        for x in forms {
            for y in forms {
                let likeness = Likeness { shared: lcs.of(x, y), total: (x.len() + y.len()) as u32 };
                for least in (0..=1_000).step_by(50) {
                    assert!(
                        !likeness.reaches(least) || Sketch::of(x).may_reach(x.len(), &Sketch::of(y), y.len(), least)
                    );
                }
            }
        }
    }

    #[test]
    fn copies_become_candidates() {
        let corpus = corpus(&[
            "召开党委会4次，逐项明确责任科室和完成时限",
            "对照清单整改，逐项明确责任股室和完成时限",
            "发放农机购置补贴，惠及种粮大户和合作社",
        ]);
        let forms = Forms::of(&corpus);
        let options = Options::default();
        assert_eq!(seeds(&corpus, &forms, &options), [(1, 2)]);
        let units = Units::of(&corpus, &forms, |whole| runs(&corpus, whole, options.min_chars));
        let matches = Matches { corpus: &corpus, units: &units, least: options.threshold - SLACK };
        let among_few = matches.among_few();
        assert!(among_few.contains(&(1, 2)));
        assert_eq!(matches.in_bands(), among_few, "bands find what trigrams find");
        assert_eq!(all(&forms).len(), 6);
    }
}
