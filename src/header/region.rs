//! Where the header facts stand: lines before the body, opening paragraphs, last lines.

use crate::lexicon::{HeaderCue, NoiseClass};
use crate::model::{Block, BlockKind};
use crate::scan::{DateToken, Scan};
use crate::{Lexicon, Span};

/// How far from the start the header is looked for, in bytes.
const HEAD: usize = 9_000;

/// How far from the end contacts and signature are looked for, in bytes.
const TAIL: usize = 6_000;

/// The ends of a text, with what the facts are read from.
pub(super) struct Regions<'a> {
    pub text: &'a str,
    pub scan: &'a Scan,
    pub lexicon: &'a Lexicon,
    noise: Vec<Span>,
    /// Where the body begins.
    body: usize,
    /// Lines at the start that are neither blank nor debris.
    pub head: Vec<Span>,
    /// Lines at the end that are neither blank nor debris.
    pub tail: Vec<Span>,
    /// Lines of debris near either end: they may state the day of publication.
    pub debris: Vec<Span>,
}

impl<'a> Regions<'a> {
    pub(super) fn find(text: &'a str, scan: &'a Scan, blocks: &[Block], lexicon: &'a Lexicon) -> Self {
        let noise = blocks.iter().filter(|block| block.kind == BlockKind::Noise).map(|block| block.span).collect();
        let body = body_start(text, scan, blocks);
        let (head, tail, debris) = (Vec::new(), Vec::new(), Vec::new());
        let mut regions = Self { text, scan, lexicon, noise, body, head, tail, debris };
        let until = floor(text, body.min(HEAD));
        let from = ceil(text, text.len().saturating_sub(TAIL));
        let head = scan.lines.iter().take_while(|line| line.lo() < until);
        let head = head.map(|line| Span::new(line.lo(), line.hi().min(until)).trim(text));
        let first = scan.lines.partition_point(|line| line.hi() <= from);
        let tail = scan.lines[first..].iter().map(|line| Span::new(line.lo().max(from), line.hi()).trim(text));
        let is_debris = |line: &Span| regions.is_debris(*line);
        let (head_debris, head): (Vec<Span>, Vec<Span>) = head.filter(|line| !line.is_empty()).partition(is_debris);
        let (tail_debris, tail): (Vec<Span>, Vec<Span>) = tail.filter(|line| !line.is_empty()).partition(is_debris);
        (regions.head, regions.tail) = (head, tail);
        regions.debris = head_debris.into_iter().chain(tail_debris).collect();
        regions
    }

    /// The opening paragraphs, from `start` (the end of the title) to the body; a longer stretch where the body begins at
    /// once, because then the facts stand under its first heading.
    pub(super) fn opening(&self, start: usize) -> Span {
        let end = floor(self.text, self.body.min(start + HEAD)).max(start);
        let says =
            |words: &str| ["巡察", "巡视", "督察", "审计", "督导", "反馈"].iter().any(|word| words.contains(word));
        if says(&self.text[start..end]) {
            return Span::new(start, end);
        }
        Span::new(start, floor(self.text, (start + HEAD).min(self.text.len())))
    }

    /// The date tokens that lie inside `span`.
    pub(super) fn dates(&self, span: Span) -> &'a [DateToken] {
        let dates = &self.scan.dates;
        let first = dates.partition_point(|token| token.span.lo() < span.lo());
        let count = dates[first..].iter().take_while(|token| token.span.hi() <= span.hi()).count();
        &dates[first..first + count]
    }

    /// Whether a line is portal debris.
    fn is_debris(&self, line: Span) -> bool {
        let words = line.slice(self.text);
        let before = self.noise.partition_point(|noise| noise.lo() <= line.lo());
        let marked = self.noise[..before].last().is_some_and(|noise| noise.contains(line));
        let breadcrumb = words.contains(" > ") || words.matches(['>', '＞', '»']).count() >= 2;
        let opens = self.lexicon.noise.prefix_of(words).is_some_and(|(_, class)| *class == NoiseClass::LineStart);
        marked || breadcrumb || opens
    }

    /// The field cues of `words` (电话：, 邮编), each with the fact that it announces; its colon belongs to the span.
    pub(super) fn fields<'w>(&'w self, words: &'w str) -> impl Iterator<Item = (Span, HeaderCue)> + 'w {
        self.lexicon.header.find_in(words).filter_map(|(span, cue)| {
            let end = field_value(words, span.hi(), *cue)?;
            Some((Span::new(span.lo(), end), *cue))
        })
    }
}

/// Where the value of a field begins whose cue ends at `at`; `None` if no value follows.
fn field_value(words: &str, at: usize, cue: HeaderCue) -> Option<usize> {
    let mut rest = words[at..].trim_start_matches([' ', '\u{3000}', '\u{a0}']);
    for bracket in [('（', '）'), ('(', ')')] {
        if rest.starts_with(bracket.0)
            && let Some(close) = rest.find(bracket.1).filter(|close| *close <= 60)
            && rest[close..].trim_start_matches(bracket.1).starts_with(['：', ':', '∶'])
        {
            rest = &rest[close + bracket.1.len_utf8()..];
        }
    }
    let rest = rest.strip_prefix("号码").unwrap_or(rest);
    let rest = rest.strip_prefix(['为', '是']).unwrap_or(rest);
    let value = rest.strip_prefix(['：', ':', '∶', '︰']).map(|value| (value, true)).unwrap_or((rest, false));
    let plain = match cue {
        HeaderCue::Phone => value.0.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '（' | '(' | '０'..='９')),
        HeaderCue::Postcode | HeaderCue::Other => {
            value.0.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '０'..='９'))
        }
        HeaderCue::Email => value.0.starts_with(|c: char| c.is_ascii_alphanumeric()),
        HeaderCue::Published => value.0.starts_with("20"),
        _ => false,
    };
    (value.1 || plain).then_some(words.len() - value.0.len())
}

/// Where the body begins: at the first heading, by the blocks or by a marker of the first level.
fn body_start(text: &str, scan: &Scan, blocks: &[Block]) -> usize {
    let heading = |kind: BlockKind| matches!(kind, BlockKind::Heading | BlockKind::Label | BlockKind::Action);
    if let Some(block) = blocks.iter().find(|block| heading(block.kind)) {
        return block.span.lo();
    }
    let marked = |line: &&Span| {
        let words = line.slice(text).trim_start();
        ["一、", "（一）", "(一)", "1.", "1、", "1．", "（1）", "一是"].iter().any(|marker| words.starts_with(marker))
    };
    let by_line = scan.lines.iter().find(marked).map(Span::lo);
    let window = &text[..floor(text, HEAD.min(text.len()))];
    let glued = ["。一、", "：一、", ":一、", "；一、", "。（一）", "。(一)"];
    let inline = glued.iter().filter_map(|mark| window.find(mark)).min().map(|at| at + '。'.len_utf8());
    by_line.into_iter().chain(inline).min().unwrap_or(text.len())
}

/// The last character boundary at or before `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The first character boundary at or after `at`.
fn ceil(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}
