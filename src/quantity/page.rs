//! A text made ready for the quantity room: clauses, blocks and the places of dates, terms and markers, each asked for by
//! offset.

use super::exclude::SpanSet;
use super::mention::Mention;
use super::words::{Word, WordIndex};
use crate::lexicon::ChangeClass;
use crate::model::{Block, BlockKind, NodeId, Outline};
use crate::scan::Scan;
use crate::{Lexicon, Span};
use std::borrow::Cow;

/// What every step of the quantity room looks at.
pub(super) struct Page<'a> {
    pub text: &'a str,
    pub scan: &'a Scan,
    pub outline: &'a Outline,
    pub lexicon: &'a Lexicon,
    pub blocks: Blocks<'a>,
    pub dates: SpanSet,
    pub terms: SpanSet,
    pub markers: SpanSet,
    words: WordIndex<'a>,
    /// Clauses: cut at commas, semicolons, full stops and line ends outside titles and quotations.
    clauses: Vec<Clause>,
}

/// Longest stretch, in bytes, before a number that is looked at for its name.
const LONGEST_REACH: usize = 360;

/// A clause and the mark that ends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clause {
    pub span: Span,
    /// Whether the clause ends its sentence.
    pub last: bool,
    /// First byte of its sentence.
    sentence: u32,
}

impl<'a> Page<'a> {
    pub fn new(text: &'a str, scan: &'a Scan, outline: &'a Outline, blocks: &'a [Block], lexicon: &'a Lexicon) -> Self {
        let mut markers: Vec<Span> = outline.nodes.iter().filter_map(|node| node.marker).collect();
        markers.sort();
        Self {
            text,
            scan,
            outline,
            lexicon,
            blocks: Blocks(blocks),
            dates: SpanSet(scan.dates.iter().map(|date| date.span).collect()),
            terms: SpanSet(scan.terms.iter().map(|(span, _)| *span).collect()),
            markers: SpanSet(markers),
            words: WordIndex::default(),
            clauses: clauses(text, scan),
        }
    }

    /// Cuts the words around `mentions`, for [`Page::words`].
    pub fn segment(&mut self, mentions: &[Mention<'_>]) {
        self.words = WordIndex::new(self, mentions);
    }

    /// The words of `span` with their parts of speech.
    pub fn words(&self, span: Span) -> Cow<'_, [Word<'a>]> {
        self.words.of(self, span)
    }

    /// Index of the clause that holds `offset`.
    pub fn clause_index(&self, offset: usize) -> usize {
        self.clauses.partition_point(|clause| clause.span.lo() <= offset).saturating_sub(1)
    }

    pub fn clause(&self, index: usize) -> Clause {
        self.clauses[index]
    }

    /// The words of the clause before `offset`, the nearest of them in a clause without end.
    pub fn clause_before(&self, offset: usize) -> &'a str {
        let clause = self.clauses[self.clause_index(offset)].span;
        let from = self.near(clause.lo(), offset.max(clause.lo()));
        self.text[from..offset.max(clause.lo())].trim_start()
    }

    /// `from`, or a place nearer to `to` where the stretch between them is longer than any name: what is asked of each number
    /// must not depend on the length of its clause.
    pub fn near(&self, from: usize, to: usize) -> usize {
        let mut start = from.max(to.saturating_sub(LONGEST_REACH));
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        start
    }

    /// First byte of the sentence that holds `offset`.
    pub fn sentence_start(&self, offset: usize) -> usize {
        self.clauses[self.clause_index(offset)].sentence as usize
    }

    /// Whether a verb of change stands at `at`.
    pub fn change_follows(&self, at: usize) -> bool {
        self.lexicon.change.prefix_of(&self.text[at..]).is_some_and(|(_, class)| *class != ChangeClass::Level)
            || self.text[at..].starts_with(['扩', '涨', '跌', '升', '降', '增', '减', '压', '缩', '至', '到', '提'])
    }

    /// Innermost node that holds `offset`.
    pub fn node(&self, offset: usize) -> Option<NodeId> {
        self.outline.innermost(offset)
    }
}

/// Blocks, asked for by place.
pub(super) struct Blocks<'a>(&'a [Block]);

impl Blocks<'_> {
    pub fn kind_at(&self, offset: usize) -> Option<BlockKind> {
        let next = self.0.partition_point(|block| block.span.lo() <= offset);
        self.0[..next].last().filter(|block| offset < block.span.hi()).map(|block| block.kind)
    }
}

fn clauses(text: &str, scan: &Scan) -> Vec<Clause> {
    let mut found = Vec::new();
    let (mut start, mut sentence) = (0, 0);
    let mut numbers = scan.numbers.iter().peekable();
    let (mut titles, mut quotes) = (scan.marks.titles.iter().peekable(), scan.marks.quotes.iter().peekable());
    for at in marks_in(text) {
        let Some(c) = text[at..].chars().next() else { continue };
        let Some(last) = stop(c) else { continue };
        while numbers.next_if(|n| n.span.hi() <= at).is_some() {}
        while titles.next_if(|s| s.hi() <= at).is_some() {}
        while quotes.next_if(|s| s.hi() <= at).is_some() {}
        let inside = numbers.peek().is_some_and(|n| n.span.lo() <= at)
            || titles.peek().is_some_and(|s| s.lo() < at)
            || c != '\n' && quotes.peek().is_some_and(|s| s.lo() < at && s.len() < LONGEST_QUOTATION);
        if !inside {
            let end = at + c.len_utf8();
            found.push(Clause { span: Span::new(start, end), last, sentence });
            start = end;
            if last {
                sentence = end as u32;
            }
        }
    }
    found.push(Clause { span: Span::new(start, text.len()), last: true, sentence });
    found
}

/// A quotation longer than this, in bytes, is running text: its commas cut clauses.
const LONGEST_QUOTATION: usize = 90;

/// Places where a mark can stand: ASCII marks and the lead bytes of full-width ones (。 is E3 80 82, ，：；！？ are EF BC ..).
fn marks_in(text: &str) -> impl Iterator<Item = usize> + '_ {
    const LEADS: [bool; 256] = {
        let mut leads = [false; 256];
        let bytes = [b',', b':', b';', b'!', b'?', b'\n', b'\r', 0xE3, 0xEF];
        let mut at = 0;
        while at < bytes.len() {
            leads[bytes[at] as usize] = true;
            at += 1;
        }
        leads
    };
    let bytes = text.as_bytes();
    let leads = bytes.iter().enumerate().filter(|(_, byte)| LEADS[**byte as usize]);
    let marks = leads.filter(|(at, byte)| match byte {
        0xE3 => bytes.get(at + 1) == Some(&0x80) && bytes.get(at + 2) == Some(&0x82),
        0xEF => bytes.get(at + 1) == Some(&0xBC),
        _ => true,
    });
    marks.map(|(at, _)| at)
}

/// Whether `c` ends a clause, and whether the sentence with it.
fn stop(c: char) -> Option<bool> {
    match c {
        '，' | ',' | '：' | ':' => Some(false),
        '。' | '；' | ';' | '！' | '？' | '!' | '?' | '\n' | '\r' => Some(true),
        _ => None,
    }
}
