//! Places in a notice's text, in characters, as the JSON contract counts them.

use serde::{Deserialize, Serialize};

/// Half-open range of characters (Unicode scalar values) of the decoded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// First character.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

impl Place {
    /// Length in characters.
    pub(super) fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// How many characters both hold.
    pub(super) fn overlap(self, other: Place) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlaps() {
        let place = |start, end| Place { start, end };
        for (a, b, want) in [
            (place(0, 5), place(3, 9), 2),
            (place(3, 9), place(0, 5), 2),
            (place(0, 5), place(5, 9), 0),
            (place(0, 9), place(2, 4), 2),
            (place(0, 1), place(8, 9), 0),
        ] {
            assert_eq!(a.overlap(b), want, "{a:?} {b:?}");
        }
    }
}
