//! Weighted bags of characters: how much two short texts have in common, and which texts of many come near one.

use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Entries that an atom may stand in to be looked up; one that stands in more tells nothing, and looking it up would cost
/// the square of a long list.
const COMMON: usize = 512;

/// The characters of a text, each with the number of times it stands there.
#[derive(Debug, Clone, Default)]
pub(super) struct Bag {
    /// Sorted by character.
    atoms: Vec<(char, u16)>,
}

impl Bag {
    /// The letters and digits of `text`; marks and spaces are left out.
    pub fn of(text: &str) -> Self {
        let mut counts: BTreeMap<char, u16> = BTreeMap::new();
        for c in text.chars().filter(|c| c.is_alphanumeric()) {
            let count = counts.entry(c).or_default();
            *count = count.saturating_add(1);
        }
        Self { atoms: counts.into_iter().collect() }
    }
}

/// How rare each character is among the texts that are compared: what all of them hold says little.
pub(super) struct Rarity {
    weights: FxHashMap<char, f64>,
}

impl Rarity {
    /// Counts in how many of `bags` each character stands.
    pub fn of<'b>(bags: impl Iterator<Item = &'b Bag> + Clone) -> Self {
        let total = bags.clone().count() as f64;
        let mut counts: FxHashMap<char, u32> = FxHashMap::default();
        for (atom, _) in bags.flat_map(|bag| &bag.atoms) {
            *counts.entry(*atom).or_default() += 1;
        }
        let scale = (1.0 + total).ln().max(f64::MIN_POSITIVE);
        let weight = |count: u32| (1.0 + total / f64::from(count)).ln() / scale;
        Self { weights: counts.into_iter().map(|(atom, count)| (atom, weight(count))).collect() }
    }

    fn weight(&self, atom: char) -> f64 {
        self.weights.get(&atom).copied().unwrap_or(1.0)
    }

    /// Weight of all of the bag.
    pub fn total(&self, bag: &Bag) -> f64 {
        bag.atoms.iter().map(|(atom, count)| self.weight(*atom) * f64::from(*count)).sum()
    }

    /// Weight of what both hold.
    pub fn shared(&self, a: &Bag, b: &Bag) -> f64 {
        let (mut at, mut shared) = (0, 0.0);
        for (atom, count) in &a.atoms {
            while b.atoms.get(at).is_some_and(|(other, _)| other < atom) {
                at += 1;
            }
            if let Some((_, other)) = b.atoms.get(at).filter(|(other, _)| other == atom) {
                shared += self.weight(*atom) * f64::from(*count.min(other));
            }
        }
        shared
    }

    /// Twice what both hold over what there is: 1 for equal bags, 0 for bags with nothing in common.
    pub fn dice(&self, a: &Bag, b: &Bag) -> f64 {
        let total = self.total(a) + self.total(b);
        if total > 0.0 { 2.0 * self.shared(a, b) / total } else { 0.0 }
    }

    /// What both hold over the lighter of them: 1 where one is a part of the other.
    pub fn containment(&self, a: &Bag, b: &Bag) -> f64 {
        let lighter = self.total(a).min(self.total(b));
        if lighter > 0.0 { self.shared(a, b) / lighter } else { 0.0 }
    }
}

/// Bags by the characters that they hold.
pub(super) struct Index<'r> {
    rarity: &'r Rarity,
    postings: FxHashMap<char, Vec<u32>>,
    size: usize,
}

impl<'r> Index<'r> {
    pub fn new<'b>(bags: impl Iterator<Item = &'b Bag>, rarity: &'r Rarity) -> Self {
        let mut postings: FxHashMap<char, Vec<u32>> = FxHashMap::default();
        let mut size = 0;
        for (at, bag) in bags.enumerate() {
            for (atom, _) in &bag.atoms {
                postings.entry(*atom).or_default().push(at as u32);
            }
            size = at + 1;
        }
        postings.retain(|_, places| places.len() <= COMMON);
        Self { rarity, postings, size }
    }

    /// The `count` bags that share most with `bag`, the nearest first, the earlier of equals first.
    pub fn nearest(&self, bag: &Bag, count: usize) -> Vec<usize> {
        let mut shared = vec![0.0; self.size];
        let mut touched = Vec::new();
        for (atom, _) in &bag.atoms {
            let weight = self.rarity.weight(*atom);
            for place in self.postings.get(atom).into_iter().flatten() {
                let sum: &mut f64 = &mut shared[*place as usize];
                if *sum == 0.0 {
                    touched.push(*place as usize);
                }
                *sum += weight;
            }
        }
        touched.sort_by(|a, b| shared[*b].total_cmp(&shared[*a]).then(a.cmp(b)));
        touched.truncate(count);
        touched
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_rare_decides() {
        let bags: Vec<_> = ["招聘教师", "培训教师", "表彰教师", "招聘护士"].map(Bag::of).into();
        let rarity = Rarity::of(bags.iter());
        let near = Bag::of("新招聘教师");
        assert!(rarity.dice(&bags[0], &near) > rarity.dice(&bags[1], &near));
        assert!(rarity.dice(&bags[3], &near) > 0.0);
        assert_eq!(rarity.dice(&bags[0], &bags[0]), 1.0);
        assert_eq!(rarity.containment(&bags[0], &near), 1.0);
        assert_eq!(rarity.dice(&Bag::default(), &Bag::default()), 0.0);
        let index = Index::new(bags.iter(), &rarity);
        assert_eq!(index.nearest(&near, 2), [0, 3]);
    }
}
