//! Units of a small corpus that may be alike: those with enough trigrams in common. For a single notice this costs less than
//! signatures, and it misses less.

use super::corpus::SentenceId;

/// Forms of a corpus up to which trigrams are counted.
pub(super) const FEW: u32 = 1_000;

/// Share of the trigrams of two units that both must have, in thousandths of their mean number: of the 587 copies within and
/// across the notices that it was measured on, it lets all but one through.
const SHARED: u32 = 300;

/// Earlier units that a unit is weighed against: those with most trigrams in common. What a notice says more often than that
/// is joined through them.
const MOST: usize = 32;

/// Units that a trigram is kept for: one that more of them have tells little.
const OFTEN: usize = 12;

/// Lists that the trigrams are spread over.
const LISTS: usize = 1 << LIST_BITS;
const LIST_BITS: u32 = 13;

/// No further entry.
const NONE: u32 = u32::MAX;

/// The units seen so far, by their trigrams.
pub(super) struct Neighbours {
    /// The latest entry of each list.
    latest: Vec<u32>,
    entries: Vec<Entry>,
    units: Vec<Unit>,
    /// Units that share a trigram with the one at hand.
    met: Vec<u32>,
}

struct Entry {
    trigram: u32,
    unit: u32,
    before: u32,
}

struct Unit {
    sentence: SentenceId,
    /// Number of its trigrams.
    size: u32,
    /// How many of them the one at hand has too; zero in between.
    shared: u32,
}

impl Default for Neighbours {
    fn default() -> Self {
        Self { latest: vec![NONE; LISTS], entries: Vec::new(), units: Vec::new(), met: Vec::new() }
    }
}

impl Neighbours {
    /// The earlier units of other sentences that may be like one of these characters, in order; it counts as seen from now
    /// on.
    pub fn of(&mut self, sentence: SentenceId, codes: &[u16]) -> Vec<u32> {
        let unit = self.units.len() as u32;
        self.units.push(Unit { sentence, size: codes.len().saturating_sub(2) as u32, shared: 0 });
        for three in codes.windows(3) {
            let trigram = folded(three);
            let list = (trigram >> (32 - LIST_BITS)) as usize;
            if self.meet(trigram, self.latest[list], unit) < OFTEN {
                self.entries.push(Entry { trigram, unit, before: self.latest[list] });
                self.latest[list] = (self.entries.len() - 1) as u32;
            }
        }
        self.taken(unit)
    }

    /// Counts a trigram for the earlier units that are known to have it, and tells how many they are.
    fn meet(&mut self, trigram: u32, latest: u32, unit: u32) -> usize {
        let sentence = self.units[unit as usize].sentence;
        let (mut at, mut last, mut met) = (latest, unit, 0);
        while let Some(entry) = self.entries.get(at as usize) {
            if entry.trigram == trigram && entry.unit != last {
                last = entry.unit;
                met += 1;
                let other = &mut self.units[last as usize];
                if other.sentence != sentence {
                    if other.shared == 0 {
                        self.met.push(last);
                    }
                    other.shared += 1;
                }
            }
            at = entry.before;
        }
        met
    }

    /// Those of the units met that share enough, and forgets the counts.
    fn taken(&mut self, unit: u32) -> Vec<u32> {
        let own = self.units[unit as usize].size;
        let mut near: Vec<(u32, u32)> = Vec::new();
        for at in self.met.drain(..) {
            let other = &mut self.units[at as usize];
            let shared = std::mem::take(&mut other.shared);
            if shared * 2_000 >= SHARED * (own + other.size) {
                near.push((shared, at));
            }
        }
        near.sort_unstable_by_key(|(shared, at)| (std::cmp::Reverse(*shared), *at));
        near.truncate(MOST);
        let mut taken: Vec<u32> = near.into_iter().map(|(_, at)| at).collect();
        taken.sort_unstable();
        taken
    }
}

/// A number for three characters; that two trigrams have the same one is rare and costs a comparison.
fn folded(three: &[u16]) -> u32 {
    three.iter().fold(0, |folded: u32, code| (folded.rotate_left(9) ^ u32::from(*code)).wrapping_mul(0x9e37_79b1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<u16> {
        text.encode_utf16().collect()
    }

    #[test]
    fn like_units_of_other_sentences_are_neighbours() {
        let mut neighbours = Neighbours::default();
        for (sentence, text, want) in [
            (0, "逐项明确责任科室和完成时限", &[][..]),
            (1, "撰写心得体会开展研讨交流", &[]),
            (2, "逐项明确责任股室和完成时限", &[0]),
            (3, "开展研讨交流撰写心得体会", &[1]),
            (4, "明确责任和完成时限", &[0, 2]),
            (4, "明确责任和完成时限销号", &[0, 2]),
            (5, "", &[]),
        ] {
            assert_eq!(neighbours.of(sentence, &codes(text)), want, "{text}");
        }
    }

    #[test]
    fn what_everyone_says_makes_few_neighbours() {
        let mut neighbours = Neighbours::default();
        let unit = |at: u32| codes(&format!("第{at}组逐项明确责任科室和完成时限"));
        let counts: Vec<usize> = (0..200).map(|at| neighbours.of(at, &unit(at)).len()).collect();
        assert_eq!(counts[5], 5);
        assert!(counts.iter().all(|count| *count <= MOST), "{counts:?}");
        assert!(counts[199] > 0, "the last one too");
    }
}
