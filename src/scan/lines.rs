//! Lines.

use crate::Span;
use crate::charset::Chars;

/// What ends a line: LF, CR, U+2028.
pub(super) const ENDS: Chars = Chars { each: &['\n', '\r', '\u{2028}'], ranges: &[] };

/// Collects the lines of a text without their ends, empty ones too.
#[derive(Default)]
pub(super) struct Lines {
    pub found: Vec<Span>,
    /// Where the open line begins.
    start: usize,
}

impl Lines {
    /// The open line ends at byte `at`, with an end of `len` bytes.
    pub(super) fn end(&mut self, at: usize, len: usize) {
        self.found.push(Span::new(self.start, at));
        self.start = at + len;
    }
}

#[cfg(test)]
mod tests {
    use crate::{Lexicon, scan::scan};

    #[test]
    fn every_line_is_there() {
        let text = "一\n\n二";
        let words: Vec<_> = scan(text, &Lexicon::builtin()).lines.iter().map(|line| line.slice(text)).collect();
        assert_eq!(words, ["一", "", "二"]);
        assert_eq!(scan("", &Lexicon::builtin()).lines.len(), 1);
    }
}
