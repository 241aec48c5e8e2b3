//! From a parsed notice to the sentences that are compared, in their masked form.

use super::mask::{FIGURE, Masked, NAME, masked};
use super::names::names;
use crate::model::{BlockKind, Node, NodeKind, Notice, PartialDate};
use crate::scan::{ends_sentence, is_han};
use crate::{CharIndex, Document, Lexicon, Span};
use unicode_normalization::UnicodeNormalization;

/// Characters of a clause, and clauses of a sentence, beyond which it is cut: no text makes a comparison long.
const LONGEST_CLAUSE: usize = 200;
const LONGEST_SENTENCE: usize = 600;
pub(super) const MOST_CLAUSES: usize = 32;

/// How far a quotation is looked for its end, in characters.
const QUOTATION: usize = 60;

/// The sentences of a notice with what is told of it in a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Path of the notice.
    pub path: String,
    /// The body that the notice is about.
    pub body: Option<String>,
    /// Year of the notice.
    pub year: Option<i16>,
    /// Day of publication, else of the feedback.
    pub date: Option<PartialDate>,
    /// Sentences in the order of the text.
    pub sentences: Vec<Sentence>,
}

/// A sentence, or a piece of a very long one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sentence {
    /// Path of the innermost node that holds it.
    pub node: Option<Box<str>>,
    /// Its place in the notice, in bytes and in characters.
    pub byte: u32,
    /// First character of the notice's text.
    pub char: u32,
    /// Its words, without the mark that ends it.
    pub text: Box<str>,
    /// Its clauses, in order.
    pub clauses: Vec<Clause>,
    /// Its masked form, clause behind clause: letters in half width and lower case, punctuation left out, a mark for each
    /// figure and name.
    pub codes: Vec<u16>,
    /// What is masked in it; spans count from the sentence's start.
    pub masked: Vec<Masked>,
}

/// A clause of a sentence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Clause {
    /// Its place in the sentence, counted from the sentence's start.
    pub span: Span,
    /// How many of the sentence's [`codes`](Sentence::codes) are its own.
    pub len: u32,
}

/// The sentences of measures and descriptions of `notice`, and the headings of its measures; opening paragraphs, headings of
/// problems and closing lines are the form of every notice and are not compared.
#[must_use]
pub fn read(document: &Document, notice: &Notice, lexicon: &Lexicon) -> Reading {
    let text = document.text();
    let mut sentences = sentences(text, notice, lexicon);
    let chars = CharIndex::new(text);
    let paths = notice.outline.paths();
    for sentence in &mut sentences {
        let byte = sentence.byte as usize;
        sentence.char = chars.chars_before(text, byte) as u32;
        sentence.node = notice.outline.innermost(byte).map(|id| paths[id.0 as usize].as_str().into());
    }
    let header = &notice.header;
    Reading {
        path: document.source().path.clone(),
        body: header.inspected_body.clone().or_else(|| header.issuer.clone()),
        year: notice.year,
        date: header.published.or(header.feedback_date),
        sentences,
    }
}

/// The sentences alone, without their nodes and their places in characters.
pub(super) fn sentences(text: &str, notice: &Notice, lexicon: &Lexicon) -> Vec<Sentence> {
    let masked = masked(text, notice, &names(text, &notice.header, lexicon));
    let mut reader = Reader { text, masked: &masked, ..Reader::default() };
    spans(text, notice).into_iter().for_each(|span| reader.span(span));
    reader.sentences
}

/// Stretches whose sentences are compared, in order, markers left out.
fn spans(text: &str, notice: &Notice) -> Vec<Span> {
    let compared = notice.blocks.iter().filter(|b| matches!(b.kind, BlockKind::Action | BlockKind::Description));
    let mut spans: Vec<_> = compared.map(|block| block.span).collect();
    let measures = || notice.outline.nodes.iter().filter(|node| node.kind == NodeKind::Measure && !node.inline);
    let headings: Vec<_> = measures().map(|node| node.heading).filter(|span| !overlaps_any(&spans, *span)).collect();
    spans.extend(headings);
    spans.sort_unstable();
    let mut markers: Vec<_> = measures().filter_map(|node: &Node| node.marker).collect();
    markers.sort_unstable();
    for span in &mut spans {
        let at = markers.partition_point(|marker| marker.lo() < span.lo());
        if let Some(marker) = markers.get(at).filter(|marker| marker.lo() == span.lo() && marker.hi() <= span.hi()) {
            *span = Span::new(marker.hi(), span.hi()).trim(text);
        }
    }
    spans
}

/// `spans` stand in order and apart.
fn overlaps_any(spans: &[Span], span: Span) -> bool {
    let at = spans.partition_point(|other| other.hi() <= span.lo());
    spans.get(at).is_some_and(|other| other.overlaps(span))
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    masked: &'a [Masked],
    sentences: Vec<Sentence>,
    /// The sentence at hand: places of its clauses in the text, and its masked form.
    clauses: Vec<Clause>,
    codes: Vec<u16>,
}

impl Reader<'_> {
    /// Cuts a stretch at the ends of sentences and lines, and its sentences into clauses; not inside quotations and titles.
    fn span(&mut self, span: Span) {
        let words = span.slice(self.text);
        let (mut start, mut from) = (0, 0);
        let mut count = 0;
        while let Some(c) = words[from..].chars().next() {
            let next = from + c.len_utf8();
            let long = count >= LONGEST_CLAUSE;
            if is_han(c) && !long {
                (from, count) = (next, count + 1);
                continue;
            }
            let ends = ends_sentence(c) || matches!(c, '\n' | '\r');
            if ends || long || matches!(c, '，' | ',' | '：' | ':') && !self.is_masked(span.lo() + from) {
                self.clause(Span::new(span.lo() + start, span.lo() + if long { next } else { from }));
                (start, count) = (next, 0);
            }
            if ends {
                self.keep();
            }
            let inside = quoted(c, &words[next..]);
            count += 1 + words[next..next + inside].chars().count();
            from = next + inside;
        }
        self.clause(Span::new(span.lo() + start, span.hi()));
        self.keep();
    }

    fn is_masked(&self, offset: usize) -> bool {
        let at = self.masked.partition_point(|masked| masked.span.hi() <= offset);
        self.masked.get(at).is_some_and(|masked| masked.span.lo() <= offset)
    }

    /// Adds a clause to the sentence at hand; a very long sentence is kept in pieces.
    fn clause(&mut self, clause: Span) {
        let clause = clause.trim(self.text);
        let before = self.codes.len();
        self.code(clause);
        let len = self.codes.len() - before;
        if len == 0 {
            return;
        }
        if self.clauses.len() == MOST_CLAUSES || self.codes.len() > LONGEST_SENTENCE && before > 0 {
            let own = self.codes.split_off(before);
            self.keep();
            self.codes = own;
        }
        self.clauses.push(Clause { span: clause, len: len as u32 });
    }

    /// Keeps the sentence at hand.
    fn keep(&mut self) {
        let (Some(first), Some(last)) = (self.clauses.first(), self.clauses.last()) else { return };
        let span = first.span.to(last.span);
        let shift = |part: Span| Span { start: part.start - span.start, end: part.end - span.start };
        let inside = self.masked_in(span).iter().filter(|masked| span.contains(masked.span));
        let masked = inside.map(|masked| Masked {
            span: shift(masked.span),
            shown: shift(Span::new(masked.shown.lo(), masked.shown.hi().min(span.hi()))),
            name: masked.name,
        });
        self.sentences.push(Sentence {
            node: None,
            byte: span.start,
            char: 0,
            text: span.slice(self.text).into(),
            masked: masked.collect(),
            clauses: self.clauses.iter().map(|clause| Clause { span: shift(clause.span), ..*clause }).collect(),
            codes: self.codes.clone(),
        });
        self.clauses.clear();
        self.codes.clear();
    }

    fn masked_in(&self, span: Span) -> &[Masked] {
        let first = self.masked.partition_point(|masked| masked.span.hi() <= span.lo());
        let end = self.masked.partition_point(|masked| masked.span.lo() < span.hi());
        &self.masked[first..end.max(first)]
    }

    /// Adds the masked form of a clause. Marks of one kind that touch, or that only punctuation parts, are one.
    fn code(&mut self, clause: Span) {
        let before = self.codes.len();
        let masked = self.masked;
        let first = masked.partition_point(|masked| masked.span.hi() <= clause.lo());
        let mut masked = masked[first..].iter().peekable();
        let mut at = clause.lo();
        while at < clause.hi() {
            let mark = masked.next_if(|mark| mark.span.lo() <= at);
            if let Some(mark) = mark {
                let code = if mark.name { NAME } else { FIGURE };
                if self.codes[before..].last() != Some(&code) {
                    self.codes.push(code);
                }
                at = at.max(mark.span.hi());
                continue;
            }
            let next = masked.peek().map_or(clause.hi(), |mark| mark.span.lo().min(clause.hi()));
            self.text[at..next].chars().for_each(|c| fold(c, &mut self.codes));
            at = next;
        }
    }
}

/// Length in bytes of what follows an opening `c` up to its mate, if it stands near.
fn quoted(c: char, after: &str) -> usize {
    let close = match c {
        '“' => '”',
        '《' => '》',
        '（' => '）',
        '(' => ')',
        '‘' => '’',
        _ => return 0,
    };
    let near = after.char_indices().take(QUOTATION).take_while(|(_, c)| !matches!(c, '\n' | '\r'));
    near.into_iter().find(|(_, c)| *c == close).map_or(0, |(at, c)| at + c.len_utf8())
}

/// Adds the letters of `c` in half width and lower case.
fn fold(c: char, codes: &mut Vec<u16>) {
    if is_han(c) {
        codes.push(c as u32 as u16);
        return;
    }
    let folded = c.nfkc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric());
    codes.extend(folded.map(|c| match c as u32 {
        // Beyond the first plane a code is shared by a few characters; private use is left to the marks.
        code @ (0x1_0000.. | 0xe000..=0xf8ff) => 0xe100 + (code % 0x1700) as u16,
        code => code as u16,
    }));
}

/// The words of a masked form: its letters without the marks.
pub(super) fn is_word(code: &u16) -> bool {
    !matches!(*code, FIGURE | NAME)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    /// The masked forms of a notice's sentences: clauses joined by `|`, `#` for a figure, `@` for a name.
    fn forms(text: &str) -> Vec<String> {
        let document = Document::from_text(text);
        let lexicon = Lexicon::builtin();
        let reading = read(&document, &parse(&document, &lexicon), &lexicon);
        let letter = |code: &u16| match *code {
            FIGURE => '#',
            NAME => '@',
            code => char::from_u32(code.into()).unwrap_or('?'),
        };
        let form = |sentence: &Sentence| {
            let mut codes = sentence.codes.iter().map(letter);
            let clauses = sentence.clauses.iter().map(|clause| clause.len as usize);
            clauses.map(|len| codes.by_ref().take(len).collect::<String>()).collect::<Vec<_>>().join("|")
        };
        reading.sentences.iter().map(form).collect()
    }

    fn notice(measure: &str) -> String {
        format!("一、学习不够深入的问题\n整改情况：\n1.健全制度。{measure}\n")
    }

    #[test]
    fn masked_forms() {
        for (measure, want) in [
            ("印发《办法》３份，召开会议12次。", &["健全制度", "印发办法#份|召开会议#次"][..]),
            ("制定2024—2025年计划；ＡＢＣ上线", &["健全制度", "制定#计划", "abc上线"]),
            ("落实“学、用，结合”要求，抓好(一、二，三)项", &["健全制度", "落实学用结合要求|抓好一二三项"]),
            ("局党组听取汇报。", &["健全制度", "@听取汇报"]),
        ] {
            assert_eq!(forms(&notice(measure)), want, "{measure}");
        }
    }

    #[test]
    fn headings_of_problems_and_openings_are_not_compared() {
        let text = "关于巡察整改情况的通报\n根据市委统一部署，现将整改情况予以公布。\n一、学习不够深入，联系实际不紧密\n一是健全制度。印发通知。\n";
        assert_eq!(forms(text), ["健全制度", "印发通知"]);
        assert!(forms("").is_empty());
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = notice("印发通知，召开会议。");
        let document = Document::from_text(&text);
        let lexicon = Lexicon::builtin();
        let reading = read(&document, &parse(&document, &lexicon), &lexicon);
        let last = reading.sentences.last().unwrap();
        assert_eq!(&*last.text, "印发通知，召开会议");
        assert_eq!(&text[last.byte as usize..][..last.text.len()], &*last.text);
        assert_eq!(text.chars().skip(last.char as usize).take(2).collect::<String>(), "印发");
        assert_eq!(last.clauses[1].span.slice(&last.text), "召开会议");
    }

    #[test]
    fn a_very_long_sentence_is_cut() {
        let text = notice(&"整改".repeat(2_000));
        let document = Document::from_text(&text);
        let lexicon = Lexicon::builtin();
        let reading = read(&document, &parse(&document, &lexicon), &lexicon);
        assert!(reading.sentences.len() > 5);
        let letters = |sentence: &Sentence| sentence.codes.len();
        assert!(reading.sentences.iter().all(|sentence| letters(sentence) <= LONGEST_SENTENCE));
        assert_eq!(reading.sentences.iter().map(letters).sum::<usize>(), 4_004);
    }
}
