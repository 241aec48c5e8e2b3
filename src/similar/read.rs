//! From a parsed notice to the sentences that are compared, in their masked form.

use super::mask::{FIGURE, Masked, NAME, masked};
use super::names::names;
use crate::model::{BlockKind, Node, NodeKind, Notice, PartialDate};
use crate::scan::ends_sentence;
use crate::{CharIndex, Document, Lexicon, Span};
use unicode_normalization::UnicodeNormalization;

/// Characters of a clause, and clauses of a sentence, beyond which it is cut: no text makes a comparison long.
const LONGEST_CLAUSE: usize = 200;
const LONGEST_SENTENCE: usize = 600;
const MOST_CLAUSES: usize = 32;

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
    /// Its clauses; spans count from the sentence's start.
    pub clauses: Vec<Clause>,
    /// What is masked in it; spans count from the sentence's start.
    pub masked: Vec<Masked>,
}

/// A clause in its masked form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clause {
    /// Its place in the sentence.
    pub span: Span,
    /// Its letters, width and case folded, punctuation left out, a mark for each figure and name.
    pub codes: Vec<u16>,
}

/// The sentences of measures and descriptions of `notice`, and the headings of its measures; opening paragraphs, headings of
/// problems and closing lines are the form of every notice and are not compared.
#[must_use]
pub fn read(document: &Document, notice: &Notice, lexicon: &Lexicon) -> Reading {
    let text = document.text();
    let masked = masked(text, notice, &names(text, &notice.header, lexicon));
    let chars = CharIndex::new(text);
    let paths = notice.outline.paths();
    let mut reader = Reader { text, masked: &masked, sentences: Vec::new() };
    spans(text, notice).into_iter().for_each(|span| reader.span(span));
    for sentence in &mut reader.sentences {
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
        sentences: reader.sentences,
    }
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

struct Reader<'a> {
    text: &'a str,
    masked: &'a [Masked],
    sentences: Vec<Sentence>,
}

impl Reader<'_> {
    /// Cuts a stretch at the ends of sentences and lines, and its sentences into clauses; not inside quotations and titles.
    fn span(&mut self, span: Span) {
        let words = span.slice(self.text);
        let mut clauses = Vec::new();
        let (mut start, mut from) = (0, 0);
        let mut count = 0;
        while let Some(c) = words[from..].chars().next() {
            let next = from + c.len_utf8();
            let ends = ends_sentence(c) || matches!(c, '\n' | '\r');
            let long = count >= LONGEST_CLAUSE;
            if ends || long || matches!(c, '，' | ',' | '：' | ':') && !self.is_masked(span.lo() + from) {
                clauses.push(Span::new(span.lo() + start, span.lo() + if long { next } else { from }));
                (start, count) = (next, 0);
            }
            if ends {
                self.sentence(&std::mem::take(&mut clauses));
            }
            let inside = quoted(c, &words[next..]);
            count += 1 + words[next..next + inside].chars().count();
            from = next + inside;
        }
        clauses.push(Span::new(span.lo() + start, span.hi()));
        self.sentence(&clauses);
    }

    fn is_masked(&self, offset: usize) -> bool {
        let at = self.masked.partition_point(|masked| masked.span.hi() <= offset);
        self.masked.get(at).is_some_and(|masked| masked.span.lo() <= offset)
    }

    /// Keeps a sentence, in pieces where it is very long.
    fn sentence(&mut self, clauses: &[Span]) {
        let mut piece: Vec<(Span, Vec<u16>)> = Vec::new();
        let mut letters = 0;
        for clause in clauses {
            let clause = clause.trim(self.text);
            let codes = self.codes(clause);
            if codes.is_empty() {
                continue;
            }
            if piece.len() == MOST_CLAUSES || letters + codes.len() > LONGEST_SENTENCE {
                self.keep(std::mem::take(&mut piece));
                letters = 0;
            }
            letters += codes.len();
            piece.push((clause, codes));
        }
        self.keep(piece);
    }

    fn keep(&mut self, clauses: Vec<(Span, Vec<u16>)>) {
        let (Some((first, _)), Some((last, _))) = (clauses.first(), clauses.last()) else { return };
        let span = first.to(*last);
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
            clauses: clauses.into_iter().map(|(part, codes)| Clause { span: shift(part), codes }).collect(),
        });
    }

    fn masked_in(&self, span: Span) -> &[Masked] {
        let first = self.masked.partition_point(|masked| masked.span.hi() <= span.lo());
        let end = self.masked.partition_point(|masked| masked.span.lo() < span.hi());
        &self.masked[first..end.max(first)]
    }

    /// The masked form of a clause. Marks of one kind that touch, or that only punctuation parts, are one.
    fn codes(&self, clause: Span) -> Vec<u16> {
        let mut codes = Vec::new();
        let mut masked = self.masked_in(clause).iter().peekable();
        let mut at = clause.lo();
        while at < clause.hi() {
            if let Some(mark) = masked.next_if(|mark| mark.span.lo() <= at) {
                let code = if mark.name { NAME } else { FIGURE };
                if codes.last() != Some(&code) {
                    codes.push(code);
                }
                at = at.max(mark.span.hi());
                continue;
            }
            let Some(c) = self.text[at..].chars().next() else { break };
            fold(c, &mut codes);
            at += c.len_utf8();
        }
        codes
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
    if ('\u{4e00}'..='\u{9fff}').contains(&c) {
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
        let clause = |clause: &Clause| clause.codes.iter().map(letter).collect::<String>();
        let form = |sentence: &Sentence| sentence.clauses.iter().map(clause).collect::<Vec<_>>().join("|");
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
        let letters = |sentence: &Sentence| sentence.clauses.iter().map(|clause| clause.codes.len()).sum::<usize>();
        assert!(reading.sentences.iter().all(|sentence| letters(sentence) <= LONGEST_SENTENCE));
        assert_eq!(reading.sentences.iter().map(letters).sum::<usize>(), 4_004);
    }
}
