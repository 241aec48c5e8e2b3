//! Byte spans and their conversion to characters.
//!
//! Comes in: a document's decoded text. Goes out: half-open byte ranges into it, and, at the edge, the character offsets
//! that the JSON speaks in. Never copies text.

use std::fmt;

/// Byte range in a document's decoded text, end excluded.
///
/// ```
/// use zhenggai::Span;
/// assert_eq!(Span::new(3, 6).slice("限三天"), "三");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets. Texts are limited to 4 GiB by `ingest`, so offsets fit 32 bits.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "span {start}..{end} runs backwards");
        Self { start: start as u32, end: end as u32 }
    }

    /// The words of `text` that the span covers. Panics if the span was made for another text.
    #[must_use]
    pub fn slice<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }

    /// First byte, as an index.
    #[must_use]
    pub fn lo(&self) -> usize {
        self.start as usize
    }

    /// End, as an index.
    #[must_use]
    pub fn hi(&self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[must_use]
    pub fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn to(&self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span without white space at its ends.
    #[must_use]
    pub fn trim(&self, text: &str) -> Span {
        let words = self.slice(text);
        let begun = words.trim_start();
        let start = self.hi() - begun.len();
        Span::new(start, start + begun.trim_end().len())
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// Bytes between two checkpoints of a [`CharIndex`].
const STEP: usize = 128;

/// Turns byte offsets into character (Unicode scalar value) offsets.
///
/// ```
/// use zhenggai::CharIndex;
/// assert_eq!(CharIndex::new("限三天").chars_before("限三天", 6), 2);
/// ```
pub struct CharIndex {
    counts: Vec<u32>,
}

impl CharIndex {
    /// Counts the characters of `text` once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut total = 0;
        let counts = text
            .as_bytes()
            .chunks(STEP)
            .map(|chunk| {
                let before = total;
                total += count_starts(chunk);
                before
            })
            .collect();
        Self { counts }
    }

    /// Characters of `text` (the text that the index was made for) before byte `offset`.
    #[must_use]
    pub fn chars_before(&self, text: &str, offset: usize) -> usize {
        let slot = offset / STEP;
        let Some(&base) = self.counts.get(slot) else {
            return self.counts.last().map_or(0, |&base| {
                let from = (self.counts.len() - 1) * STEP;
                (base + count_starts(&text.as_bytes()[from..])) as usize
            });
        };
        (base + count_starts(&text.as_bytes()[slot * STEP..offset])) as usize
    }
}

fn count_starts(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|b| (**b as i8) >= -0x40).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_agree_with_counting_characters() {
        let text = "整改a𬭚，".repeat(60);
        let index = CharIndex::new(&text);
        for (chars, (bytes, _)) in text.char_indices().enumerate() {
            assert_eq!(index.chars_before(&text, bytes), chars);
        }
        assert_eq!(index.chars_before(&text, text.len()), text.chars().count());
        assert_eq!(CharIndex::new("").chars_before("", 0), 0);
    }

    #[test]
    fn trimming_keeps_the_words() {
        let text = "　 完成 \n";
        assert_eq!(Span::new(0, text.len()).trim(text).slice(text), "完成");
    }
}
