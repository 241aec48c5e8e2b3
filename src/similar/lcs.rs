//! Longest common subsequence of two masked forms, bit-parallel: a word of 64 characters per step.

/// Pairs or groups that one thread takes at once: its [`Lcs`] is made for them.
pub(super) const AT_A_TIME: usize = 64;

/// The characters of one form against those of another. Made once per thread and used for many pairs.
///
/// The state after some characters of the second form answers for every beginning of the first one at once: bit `k` is
/// clear where the longest common subsequence grows with character `k`.
pub(super) struct Lcs {
    /// Place of the page of rows of 256 characters, by their upper byte; 0 is the empty page. A table of all characters would
    /// cost more to make than a notice takes to compare.
    page: [u16; 256],
    /// Row of a character's mask, plus one; 0 for characters that the pattern lacks.
    rows: Vec<[u16; 256]>,
    /// Characters that have a row.
    used: Vec<u16>,
    masks: Vec<u64>,
    state: Vec<u64>,
    words: usize,
}

impl Lcs {
    pub fn new() -> Self {
        let (page, rows) = ([0; 256], vec![[0; 256]]);
        Self { page, rows, used: Vec::new(), masks: Vec::new(), state: Vec::new(), words: 0 }
    }

    fn row(&self, code: u16) -> usize {
        let page = self.page[usize::from(code >> 8)];
        usize::from(self.rows[usize::from(page)][usize::from(code & 0xff)])
    }

    fn set_row(&mut self, code: u16, row: u16) {
        let page = &mut self.page[usize::from(code >> 8)];
        if *page == 0 {
            *page = self.rows.len() as u16;
            self.rows.push([0; 256]);
        }
        self.rows[usize::from(*page)][usize::from(code & 0xff)] = row;
    }

    /// Takes the first form, at most 65,535 characters.
    pub fn pattern(&mut self, codes: &[u16]) {
        for code in std::mem::take(&mut self.used) {
            self.set_row(code, 0);
        }
        self.words = codes.len().div_ceil(64).max(1);
        self.masks.clear();
        for (at, &code) in codes.iter().enumerate() {
            let mut row = self.row(code);
            if row == 0 {
                self.used.push(code);
                row = self.used.len();
                self.set_row(code, row as u16);
                self.masks.resize(row * self.words, 0);
            }
            self.masks[(row - 1) * self.words + at / 64] |= 1 << (at % 64);
        }
        self.restart();
    }

    /// Forgets the characters of the second form.
    pub fn restart(&mut self) {
        self.state.clear();
        self.state.resize(self.words, u64::MAX);
    }

    /// Takes the next characters of the second form.
    pub fn step(&mut self, codes: &[u16]) {
        for &code in codes {
            let row = self.row(code);
            if row == 0 {
                continue;
            }
            let masks = &self.masks[(row - 1) * self.words..row * self.words];
            let mut carry = false;
            for (state, mask) in self.state.iter_mut().zip(masks) {
                let (sum, over) = state.overflowing_add(*state & mask);
                let (sum, again) = sum.overflowing_add(u64::from(carry));
                *state = sum | (*state & !mask);
                carry = over | again;
            }
        }
    }

    /// Length of the longest common subsequence of the first `len` characters of the first form and what was taken of the
    /// second.
    pub fn matched(&self, len: usize) -> u32 {
        let full = len / 64;
        let ones: u32 = self.state[..full].iter().map(|word| word.count_zeros()).sum();
        match len % 64 {
            0 => ones,
            rest => ones + (!self.state[full] & ((1 << rest) - 1)).count_ones(),
        }
    }

    /// Length of the longest common subsequence of both.
    pub fn of(&mut self, a: &[u16], b: &[u16]) -> u32 {
        self.pattern(a);
        self.step(b);
        self.matched(a.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// By the table of the textbook.
    fn plain(a: &[u16], b: &[u16]) -> u32 {
        let mut row = vec![0; b.len() + 1];
        for x in a {
            let mut diagonal = 0;
            for (at, y) in b.iter().enumerate() {
                let above = row[at + 1];
                row[at + 1] = if x == y { diagonal + 1 } else { above.max(row[at]) };
                diagonal = above;
            }
        }
        row[b.len()]
    }

    proptest! {
        #[test]
        fn equals_the_table(a in prop::collection::vec(0_u16..6, 0..150), b in prop::collection::vec(0_u16..6, 0..150)) {
            let mut lcs = Lcs::new();
            prop_assert_eq!(lcs.of(&a, &b), plain(&a, &b));
            for len in 0..a.len() {
                prop_assert_eq!(lcs.matched(len), plain(&a[..len], &b));
            }
        }
    }

    #[test]
    fn nothing_is_left_of_the_pattern_before() {
        let mut lcs = Lcs::new();
        assert_eq!(lcs.of(&[1, 2, 3], &[3, 2, 1]), 1);
        assert_eq!(lcs.of(&[4, 5], &[1, 2, 3]), 0);
        assert_eq!(lcs.of(&[], &[1]), 0);
    }
}
