//! Lines.

use crate::Span;
use crate::charset::CharSet;

static ENDS: CharSet = CharSet::of(&['\n', '\r', '\u{2028}']);

/// The lines of `text` without their ends (LF, CR, U+2028), empty ones too.
pub(super) fn lines(text: &str) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut start = 0;
    while let Some((at, mark)) = ENDS.next_in(text, start) {
        lines.push(Span::new(start, at));
        start = at + mark.len_utf8();
    }
    lines.push(Span::new(start, text.len()));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_there() {
        let text = "一\n\n二";
        let words: Vec<_> = lines(text).iter().map(|line| line.slice(text)).collect();
        assert_eq!(words, ["一", "", "二"]);
        assert_eq!(lines("").len(), 1);
    }
}
