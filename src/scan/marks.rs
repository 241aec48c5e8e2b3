//! Paired marks: titles 《》, quotations “”‘’「」, brackets （）() 〔〕 [] 【】. Unbalanced ones end with their line.

use crate::Span;
use crate::charset::Chars;

/// Stretches between paired marks, marks included, sorted by start. Outermost of each kind only.
#[derive(Debug, Default)]
pub struct Marks {
    /// 《…》.
    pub titles: Vec<Span>,
    /// “…”, 「…」, "…".
    pub quotes: Vec<Span>,
    /// （…）, (…), 〔…〕, [...], 【…】.
    pub brackets: Vec<Span>,
}

impl Marks {
    /// Whether `offset` lies between title marks.
    #[must_use]
    pub fn in_title(&self, offset: usize) -> bool {
        holds(&self.titles, offset)
    }

    /// The quotation that `offset` lies in, marks included.
    #[must_use]
    pub fn quote_at(&self, offset: usize) -> Option<Span> {
        at(&self.quotes, offset)
    }

    /// The bracket that `offset` lies in, marks included.
    #[must_use]
    pub fn bracket_at(&self, offset: usize) -> Option<Span> {
        at(&self.brackets, offset)
    }
}

fn at(spans: &[Span], offset: usize) -> Option<Span> {
    let next = spans.partition_point(|span| span.lo() <= offset);
    spans[..next].last().copied().filter(|span| offset < span.hi())
}

fn holds(spans: &[Span], offset: usize) -> bool {
    at(spans, offset).is_some()
}

/// How far, in bytes, a mark may stand from its mate: a mark whose mate was lost must not swallow a paragraph.
const REACH: usize = 900;

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Title,
    Quote,
    Bracket,
}

fn opening(c: char) -> Option<(Kind, char)> {
    Some(match c {
        '《' => (Kind::Title, '》'),
        '“' => (Kind::Quote, '”'),
        '「' => (Kind::Quote, '」'),
        '（' | '(' => (Kind::Bracket, '）'),
        '〔' => (Kind::Bracket, '〕'),
        '[' | '［' => (Kind::Bracket, ']'),
        '【' => (Kind::Bracket, '】'),
        _ => return None,
    })
}

fn closes(c: char, want: char) -> bool {
    c == want || matches!((c, want), (')', '）') | ('］', ']'))
}

/// All marks, and the line end that leaves them unbalanced.
pub(super) const MARKS: Chars = Chars {
    each: &['《', '》', '“', '”', '「', '」', '（', '）', '(', ')', '〔', '〕', '[', ']', '［', '］', '【', '】', '\n'],
    ranges: &[],
};

/// Marks that are open at once, at most.
const DEEPEST: usize = 8;

/// Pairs up the marks of a text.
#[derive(Default)]
pub(super) struct Pairs {
    pub found: Marks,
    open: Vec<(Kind, char, usize)>,
}

impl Pairs {
    /// The mark or line end `c` stands at byte `at`.
    pub(super) fn take(&mut self, at: usize, c: char) {
        if c == '\n' {
            self.open.clear();
            return;
        }
        self.open.retain(|(_, _, start)| at - start <= REACH);
        if let Some((kind, close)) = opening(c) {
            if self.open.len() < DEEPEST {
                self.open.push((kind, close, at));
            }
        } else if let Some(depth) = self.open.iter().rposition(|(_, close, _)| closes(c, *close)) {
            let (kind, _, start) = self.open[depth];
            self.open.truncate(depth);
            if !self.open.iter().any(|(outer, ..)| *outer == kind) {
                let list = match kind {
                    Kind::Title => &mut self.found.titles,
                    Kind::Quote => &mut self.found.quotes,
                    Kind::Bracket => &mut self.found.brackets,
                };
                list.push(Span::new(start, at + c.len_utf8()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &str) -> Marks {
        crate::scan::scan(text, &crate::Lexicon::builtin()).marks
    }

    fn words<'t>(text: &'t str, spans: &[Span]) -> Vec<&'t str> {
        spans.iter().map(|span| span.slice(text)).collect()
    }

    #[test]
    fn marks_pair_up() {
        let text = "印发《关于“三会一课”的通知（试行）》（安政办〔2023〕23号），“一老一小”(2人)";
        let marks = marks(text);
        assert_eq!(words(text, &marks.titles), ["《关于“三会一课”的通知（试行）》"]);
        assert_eq!(words(text, &marks.quotes), ["“三会一课”", "“一老一小”"]);
        assert_eq!(words(text, &marks.brackets), ["（试行）", "（安政办〔2023〕23号）", "(2人)"]);
    }

    #[test]
    fn a_lost_mate_ends_with_its_line() {
        let text = "“没有闭合\n有“闭合”";
        assert_eq!(words(text, &marks(text).quotes), ["“闭合”"]);
        assert!(marks("《（“").titles.is_empty());
    }

    #[test]
    fn places_are_found() {
        let text = "甲《乙》丙";
        let marks = marks(text);
        assert!(marks.in_title("甲《".len()));
        assert!(!marks.in_title("甲《乙》".len()));
    }
}
