//! Sets of characters that are asked for at every character of a text.
//!
//! Comes in: characters. Goes out: whether one is in the set. A question costs one look at a bit, whatever the set.

/// Characters as the code lists them: one by one, and from one to another.
#[derive(Clone, Copy)]
pub(crate) struct Chars {
    pub each: &'static [char],
    /// First and last.
    pub ranges: &'static [(char, char)],
}

/// A set of characters: a bit for each of the basic plane, none beyond it.
pub(crate) struct CharSet {
    bits: [u64; 1024],
}

impl CharSet {
    pub(crate) const EMPTY: Self = Self { bits: [0; 1024] };

    /// The set of these characters.
    pub(crate) const fn of(chars: &[char]) -> Self {
        Self::EMPTY.and(chars)
    }

    /// The set with these characters too.
    pub(crate) const fn and(mut self, chars: &[char]) -> Self {
        let mut at = 0;
        while at < chars.len() {
            self.insert(chars[at]);
            at += 1;
        }
        self
    }

    /// Adds a character; one beyond the basic plane is left out.
    pub(crate) const fn insert(&mut self, c: char) {
        if c as u32 <= 0xffff {
            self.bits[(c as u32 >> 6) as usize] |= 1 << (c as u32 & 63);
        }
    }

    /// Whether the character is in the set.
    #[inline]
    pub(crate) fn has(&self, c: char) -> bool {
        let code = c as u32;
        self.bits.get((code >> 6) as usize).is_some_and(|bits| bits >> (code & 63) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static SOME: CharSet = CharSet::of(&['一', 'a']);

    #[test]
    fn members_are_found() {
        assert!(SOME.has('一') && SOME.has('a'));
        assert!(!SOME.has('\u{20000}') && !SOME.has('：'));
    }
}
