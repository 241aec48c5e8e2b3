//! The frame of a notice: title, opening paragraphs, body, closing lines.

use super::heading::{Headings, is_short};
use crate::Span;
use crate::lexicon::{Lexicon, NoiseClass};
use crate::scan::{LabelToken, MarkerStyle, MarkerToken, Place, Scan, ends_sentence};

/// What stands around the outline.
pub(super) struct Frame {
    /// Portal debris, in order.
    pub noise: Vec<Span>,
    /// Lines of the title.
    pub title: Option<Span>,
    /// Where the outline stands; empty where there is none.
    pub body: Span,
    /// Contact lines, signature, date.
    pub closing: Option<Span>,
}

/// Lines at the start among which the title is looked for.
const TITLE_LINES: usize = 5;
/// Longest line of a title, in bytes.
const TITLE_LEN: usize = 240;
/// Lines at the end among which the closing is looked for.
const CLOSING_LINES: usize = 14;
/// Longest signature line, in bytes.
const SIGNATURE: usize = 150;

const TITLE_ENDS: &[&str] = &[
    "通报",
    "公告",
    "公示",
    "报告",
    "通知",
    "情况",
    "公开",
    "函",
    "汇报",
    "总结",
    "说明",
    "清单",
    "台账",
    "结果",
    "一览表",
];

/// Finds the frame of `text`.
pub(super) fn frame(text: &str, scan: &Scan, noise: Vec<Span>, lexicon: &Lexicon) -> Frame {
    let lines = bare_lines(text, scan, &noise);
    let title = title(text, scan, &lines);
    let from = title.map_or(0, |title| title.hi());
    let start = body_start(text, scan, &lines, &noise, from, lexicon);
    let floor = start.unwrap_or(from);
    let closing = closing(text, scan, &lines, floor, lexicon);
    let end = closing.map_or(text.len(), |closing| closing.lo());
    let body = start.filter(|start| *start < end).map_or(Span::new(end, end), |start| Span::new(start, end));
    Frame { noise, title, body, closing }
}

/// Lines without debris and outer white space, none empty.
pub(super) fn bare_lines(text: &str, scan: &Scan, noise: &[Span]) -> Vec<Span> {
    let mut bare = Vec::with_capacity(scan.lines.len());
    let mut next = 0;
    for line in &scan.lines {
        let mut at = line.lo();
        while let Some(debris) = noise.get(next).filter(|debris| debris.lo() < line.hi()) {
            bare.push(Span::new(at, debris.lo()).trim(text));
            at = debris.hi();
            next += 1;
        }
        bare.push(Span::new(at, line.hi()).trim(text));
    }
    bare.retain(|line| !line.is_empty());
    bare
}

fn title(text: &str, scan: &Scan, lines: &[Span]) -> Option<Span> {
    let starts_item = |line: &Span| {
        scan.markers.iter().take_while(|m| m.span.lo() <= line.lo()).any(|m| m.span.lo() == line.lo())
            || scan.labels.iter().take_while(|l| l.span.lo() <= line.lo()).any(|l| l.span.lo() == line.lo())
    };
    let mut head = Vec::new();
    for line in lines.iter().take(TITLE_LINES) {
        let words = line.slice(text);
        if line.len() > TITLE_LEN
            || words.contains(ends_sentence)
            || words.ends_with(['：', ':', '，'])
            || starts_item(line)
        {
            break;
        }
        head.push(*line);
        if ends_title(words) {
            return Some(head[0].to(*line));
        }
    }
    let next = lines.get(1).is_some_and(|next| next.slice(text).contains('。') || starts_item(next));
    head.first().copied().filter(|line| next && line.len() > 12)
}

/// Whether `words` end as a title does, a bracket behind it apart.
fn ends_title(words: &str) -> bool {
    let bare = words.trim_end_matches(['》', '”']);
    let bare = match bare.strip_suffix(['）', ')']) {
        Some(inner) => inner.rfind(['（', '(']).map_or(bare, |open| &bare[..open]),
        None => bare,
    };
    TITLE_ENDS.iter().any(|end| bare.trim_end().ends_with(end))
}

/// Where the first item begins, if any does.
fn body_start(
    text: &str,
    scan: &Scan,
    lines: &[Span],
    noise: &[Span],
    from: usize,
    lexicon: &Lexicon,
) -> Option<usize> {
    let clean = |at: usize| {
        let before = noise.partition_point(|debris| debris.lo() <= at);
        at >= from && noise[..before].last().is_none_or(|debris| debris.hi() <= at)
    };
    let marker = scan.markers.iter().find(|m| clean(m.span.lo()) && opens(m, &scan.markers)).map(|m| m.span.lo());
    let label = scan.labels.iter().position(|l| clean(l.span.lo()) && opens_label(l));
    let label = label.map(|at| ledger_head(text, &scan.labels[..=at]));
    let found = marker.into_iter().chain(label).min();
    let until = found.unwrap_or(text.len());
    let headings = Headings { text, scan, lexicon };
    let first = lines.partition_point(|line| line.lo() < from);
    let before = lines[first..].iter().take_while(|line| line.lo() < until).enumerate();
    let plain = before
        .map(|(at, line)| (first + at, line))
        .find(|(at, line)| headings.plain_problem(**line) || bare_section(headings, lines, *at));
    plain.map(|(_, line)| line.lo()).or(found)
}

/// A line without marker that heads the first section: a topic in few words, between a finished paragraph and another line.
fn bare_section(headings: Headings<'_>, lines: &[Span], at: usize) -> bool {
    let words = |line: Span| line.slice(headings.text);
    let finished = at > 0 && words(lines[at - 1]).ends_with(['。', '：', ':', '！']);
    finished && lines.get(at + 1).is_some() && is_short(words(lines[at])) && headings.ends_in_topic(lines[at])
}

/// Whether the body may begin at this marker: at a line's start, or behind a sentence where its successor follows.
fn opens(marker: &MarkerToken, all: &[MarkerToken]) -> bool {
    match marker.place {
        Place::LineStart if marker.style == MarkerStyle::Bullet => {
            let next = all.partition_point(|m| m.span.lo() <= marker.span.lo());
            all.get(next).is_some_and(|next| next.style == MarkerStyle::Bullet)
        }
        Place::LineStart => true,
        Place::Stop | Place::Colon | Place::Gap => {
            let next = all.partition_point(|m| m.span.lo() <= marker.span.lo());
            marker.ordinal == 1
                && (matches!(marker.style, MarkerStyle::HanComma | MarkerStyle::HanParen)
                    || all[next..].iter().take(200).any(|m| m.style == marker.style && m.ordinal == 2))
        }
        Place::Comma | Place::Inside => false,
    }
}

fn opens_label(label: &LabelToken) -> bool {
    use crate::lexicon::LabelKind::{Measures, Problem, Progress};
    matches!(label.kind, Problem | Measures | Progress)
        && (label.cell || matches!(label.place, Place::LineStart | Place::Stop))
}

/// Where the head of a ledger begins whose cells the last of `labels` ends.
fn ledger_head(text: &str, labels: &[LabelToken]) -> usize {
    let mut start = labels.last().map_or(0, |label| label.span.lo());
    for label in labels.iter().rev().skip(1) {
        let adjacent = label.cell && label.span.hi() <= start && text[label.span.hi()..start].trim().is_empty();
        if !adjacent {
            break;
        }
        start = label.span.lo();
    }
    start
}

/// The last lines: from the first that opens a closing, or the signature.
fn closing(text: &str, scan: &Scan, lines: &[Span], floor: usize, lexicon: &Lexicon) -> Option<Span> {
    let last = lines.last()?;
    let tail = &lines[lines.len().saturating_sub(CLOSING_LINES)..];
    let last_item = scan.markers.iter().rev().find(|m| m.place == Place::LineStart).map_or(0, |m| m.span.lo() + 1);
    let last_label = scan.labels.iter().next_back().map_or(0, |l| l.span.lo() + 1);
    let floor = floor.max(last_item).max(last_label);
    let opens = |line: &&Span| line.lo() >= floor && closing_cue(line.slice(text), lexicon) == Some(0);
    let start = tail.iter().find(opens).map(|line| line.lo());
    let start = start.or_else(|| glued_closing(text, tail, floor, lexicon));
    let start = start.or_else(|| signature(text, scan, tail, floor))?;
    Some(Span::new(start, last.hi()))
}

/// Offset of the closing cue at the start of `words`.
fn closing_cue(words: &str, lexicon: &Lexicon) -> Option<usize> {
    let (_, class) = lexicon.noise.prefix_of(words)?;
    (*class == NoiseClass::Closing).then_some(0)
}

/// A closing that is glued to the last sentence of the body.
fn glued_closing(text: &str, tail: &[Span], floor: usize, lexicon: &Lexicon) -> Option<usize> {
    let line = tail.iter().rev().find(|line| line.slice(text).contains('。'))?;
    let from = line.lo().max(floor);
    if from >= line.hi() {
        return None;
    }
    let from = (from..line.hi()).find(|at| text.is_char_boundary(*at))?;
    let words = &text[from..line.hi()];
    lexicon
        .noise
        .find_in(words)
        .filter(|(cue, class)| **class == NoiseClass::Closing && words[..cue.lo()].trim_end().ends_with(ends_sentence))
        .map(|(cue, _)| from + cue.lo())
        .next()
}

/// Unmarked short lines without a sentence, the last of them a date: who signs, and when.
fn signature(text: &str, scan: &Scan, tail: &[Span], floor: usize) -> Option<usize> {
    let dated = |line: &Span| {
        let next = scan.dates.partition_point(|date| date.span.lo() < line.lo());
        scan.dates.get(next).is_some_and(|date| {
            let rest = line.len().saturating_sub(date.span.len());
            line.contains(date.span) && rest <= 9
        })
    };
    let mut start = None;
    for (back, line) in tail.iter().rev().enumerate() {
        let words = line.slice(text);
        let short = line.len() <= SIGNATURE && !words.contains(ends_sentence) && !words.contains(['：', ':', '，']);
        if line.lo() < floor || !(dated(line) || start.is_some() && short && back <= 3) {
            break;
        }
        start = Some(line.lo());
    }
    start
}
