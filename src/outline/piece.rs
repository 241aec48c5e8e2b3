//! Cuts the body into pieces: each begins at a marker, at a label or at a line, and runs to the next.

use super::accept::Sequence;
use super::heading::{Headings, deficient, ends_in_topic, names_problem};
use super::ledger::{self, Cell};
use crate::Span;
use crate::lexicon::{LabelKind, Lexicon};
use crate::scan::{LabelToken, MarkerToken, Place, Scan, ends_sentence};

/// A stretch of the body with what introduces it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    /// The marker it begins with.
    pub marker: Option<MarkerToken>,
    /// The label it begins with, or that follows its marker.
    pub label: Option<LabelToken>,
    /// Its words, without marker and label, trimmed.
    pub text: Span,
    /// Whether it begins a line.
    pub starts_line: bool,
    /// Whether its words end with their line.
    pub ends_line: bool,
}

impl Piece {
    /// First byte, marker and label included.
    pub fn lo(&self) -> usize {
        let marker = self.marker.map(|m| m.span.lo());
        let label = self.label.map(|l| l.span.lo());
        marker.into_iter().chain(label).min().unwrap_or(self.text.lo())
    }
}

/// Longest second line of a heading, in bytes.
const SECOND_LINE: usize = 120;

/// Longest paragraph, in bytes, that broken lines are joined to.
const BROKEN_PARAGRAPH: usize = 6_000;

/// A place where a piece begins.
#[derive(Clone, Copy)]
enum Opening {
    Marker(MarkerToken),
    Label(LabelToken),
}

impl Opening {
    fn span(&self) -> Span {
        match self {
            Self::Marker(marker) => marker.span,
            Self::Label(label) => label.span,
        }
    }
}

/// Ledgers that are read in one text.
const LEDGERS: usize = 8;

/// The pieces of the body, and the heads of its ledgers.
pub(super) fn pieces(text: &str, scan: &Scan, lines: &[Span], lexicon: &Lexicon) -> (Vec<Piece>, Vec<Span>) {
    let mut cutter = Cutter { text, scan, lexicon, pieces: Vec::new(), sequence: Sequence::default() };
    let openings = openings(scan);
    let mut heads = Vec::new();
    let mut tried = 0;
    let mut reached = 0;
    for (at, line) in lines.iter().enumerate() {
        if line.lo() < reached {
            continue;
        }
        let label = lexicon.labels.get(line.slice(text).split('\t').next().unwrap_or_default().trim());
        let ledger = if label.is_some() && tried < LEDGERS { ledger::read(text, &lines[at..], lexicon) } else { None };
        tried += usize::from(label.is_some() && ledger.is_none());
        if let Some(ledger) = ledger {
            reached = ledger.end;
            heads.extend(ledger.head);
            ledger.cells.iter().for_each(|cell| cutter.cell(cell, &openings));
        } else {
            let blank_before = text[reached..line.lo()].matches('\n').count() > 1;
            cutter.line(*line, within(&openings, *line), blank_before);
            reached = line.hi();
        }
    }
    (cutter.pieces, heads)
}

/// The openings inside a line.
fn within(openings: &[Opening], line: Span) -> &[Opening] {
    let first = openings.partition_point(|opening| opening.span().lo() < line.lo());
    let count = openings[first..].partition_point(|opening| opening.span().lo() < line.hi());
    &openings[first..first + count]
}

/// Markers and labels in the order of the text; of two that overlap the first.
fn openings(scan: &Scan) -> Vec<Opening> {
    let markers = scan.markers.iter().map(|m| Opening::Marker(*m));
    let labels = scan.labels.iter().map(|l| Opening::Label(*l));
    let mut all: Vec<Opening> = markers.chain(labels).collect();
    all.sort_by_key(|opening| opening.span().lo());
    let mut reached = 0;
    all.retain(|opening| {
        let free = opening.span().lo() >= reached;
        if free {
            reached = opening.span().hi();
        }
        free
    });
    all
}

struct Cutter<'a> {
    text: &'a str,
    scan: &'a Scan,
    lexicon: &'a Lexicon,
    pieces: Vec<Piece>,
    sequence: Sequence,
}

impl Cutter<'_> {
    /// A cell of a ledger is one piece, unless it holds a list.
    fn cell(&mut self, cell: &Cell, openings: &[Opening]) {
        let Some((first, last)) = cell.lines.first().zip(cell.lines.last()) else { return };
        let whole = first.to(*last);
        let piece =
            Piece { marker: cell.marker, label: Some(cell.label), text: whole, starts_line: true, ends_line: true };
        let listed = !is_field(cell.label.kind) && cell.marker.is_none() && !within(openings, whole).is_empty();
        if !listed {
            self.pieces.push(piece);
            return;
        }
        self.pieces.push(Piece { text: cell.label.span, ..piece });
        for line in &cell.lines {
            self.line(*line, within(openings, *line), true);
        }
    }

    fn headings(&self) -> Headings<'_> {
        Headings { text: self.text, scan: self.scan, lexicon: self.lexicon }
    }

    fn line(&mut self, line: Span, openings: &[Opening], blank_before: bool) {
        self.sequence.line();
        let begun = self.pieces.len();
        let mut open = Piece { marker: None, label: None, text: line, starts_line: true, ends_line: false };
        let mut from = line.lo();
        for (index, opening) in openings.iter().enumerate() {
            let at = opening.span();
            let bare = self.text[from..at.lo()].trim().is_empty();
            let accepted = match opening {
                Opening::Marker(marker) => {
                    (open.label.is_none() || !bare || marker.place != Place::Inside)
                        && self.sequence.accepts(
                            self.text,
                            self.scan,
                            marker,
                            next_of_style(&openings[index + 1..], marker),
                            from,
                        )
                }
                Opening::Label(label) => label.place != Place::Inside || bare && open.marker.is_some(),
            };
            if !accepted {
                continue;
            }
            if let (Opening::Label(label), true, None, Some(_)) = (opening, bare, open.label, open.marker) {
                open.label = Some(*label);
            } else {
                self.push(open, Span::new(from, at.lo()), begun, blank_before);
                open =
                    Piece { marker: None, label: None, text: at, starts_line: at.lo() == line.lo(), ends_line: false };
                match opening {
                    Opening::Marker(marker) => open.marker = Some(*marker),
                    Opening::Label(label) => open.label = Some(*label),
                }
            }
            from = at.hi();
        }
        open.ends_line = true;
        self.push(open, Span::new(from.min(line.hi()), line.hi()), begun, blank_before);
    }

    /// Ends a piece whose words fill `words`, or lets them continue the piece before.
    fn push(&mut self, mut piece: Piece, words: Span, begun: usize, blank_before: bool) {
        let trimmed = words.trim(self.text);
        piece.text = if trimmed.is_empty() { Span::new(words.lo(), words.lo()) } else { trimmed };
        let bare = piece.marker.is_none() && piece.label.is_none();
        if bare && piece.text.is_empty() {
            return;
        }
        if bare
            && begun == self.pieces.len()
            && let Some(last) = self.pieces.last().copied()
            && self.continues(&last, piece.text, piece.ends_line, blank_before)
            && let Some(last) = self.pieces.last_mut()
        {
            let start = if last.text.is_empty() { piece.text.lo() } else { last.text.lo() };
            last.text = Span::new(start, piece.text.hi());
            last.ends_line = piece.ends_line;
            return;
        }
        self.pieces.push(piece);
    }

    /// Whether an unmarked line goes on where the piece before it stopped.
    fn continues(&self, last: &Piece, line: Span, fills_line: bool, blank_before: bool) -> bool {
        if last.text.len() > BROKEN_PARAGRAPH {
            return false;
        }
        let words = last.text.slice(self.text);
        if words.is_empty() {
            return last.marker.is_some() && last.label.is_none()
                || last.label.is_some_and(|label| !matches!(label.kind, LabelKind::Measures | LabelKind::Progress));
        }
        if self.headings().plain_problem(line) {
            return false;
        }
        let ended = words.ends_with(|c: char| ends_sentence(c) || matches!(c, '：' | ':' | '”' | '）' | ')' | '》'));
        if ended {
            return false;
        }
        let headed = last.marker.is_some() || last.label.is_some_and(|label| label.kind == LabelKind::Problem);
        if headed && !words.contains(ends_sentence) {
            return !blank_before && fills_line && self.second_line_of_heading(last.text, line);
        }
        // A sentence that a page or a fixed width broke.
        !last.label.is_some_and(|label| is_field(label.kind))
            && words.contains(ends_sentence)
            && words.rsplit(ends_sentence).next().is_some_and(|rest| rest.len() >= 30)
    }

    /// `…用力不够，强村富民⏎产业发展后劲不足`: the second line has no sentence of its own, and the two make one heading.
    fn second_line_of_heading(&self, above: Span, line: Span) -> bool {
        let (first, second) = (above.slice(self.text), line.slice(self.text));
        if second.len() > SECOND_LINE || first.contains('\n') {
            return false;
        }
        let bare = second.trim_end_matches('。');
        if bare.contains(ends_sentence) || bare.contains(['：', ':']) {
            return false;
        }
        if first.ends_with(['，', ',', '、', '和', '与', '的', '“']) {
            return true;
        }
        if names_problem(first) || bare.len() < second.len() && bare.len() > 60 {
            return false;
        }
        let joined = format!("{first}{bare}");
        let headings = self.headings();
        if headings.deficient(above) || headings.ends_in_topic(above) {
            return bare.len() == second.len() && headings.deficient(line);
        }
        first.len() >= 24 && (deficient(&joined, self.lexicon) || ends_in_topic(&joined, self.lexicon))
    }
}

/// The next marker of the same style, if it stands near.
fn next_of_style<'o>(openings: &'o [Opening], marker: &MarkerToken) -> Option<&'o MarkerToken> {
    openings.iter().take(12).find_map(|opening| match opening {
        Opening::Marker(next) if next.style == marker.style => Some(next),
        _ => None,
    })
}

/// Whether a label opens a field, whose words are no measures.
pub(super) fn is_field(kind: LabelKind) -> bool {
    !matches!(kind, LabelKind::Problem | LabelKind::Measures | LabelKind::Progress)
}

/// Heading of a piece and the words behind it. `党建方面：责任制落实不到位` on a line of its own is one heading: it is what
/// stands behind the colon that says what is wrong.
pub(super) fn heading(headings: Headings<'_>, piece: &Piece) -> (Span, Span) {
    let text = headings.text;
    let (heading, rest) = headings.split(piece.text);
    let behind = rest.slice(text).trim_end_matches(ends_sentence);
    let one = piece.starts_line
        && piece.ends_line
        && text[heading.hi()..rest.lo()].contains(['：', ':'])
        && !behind.is_empty()
        && !behind.contains(ends_sentence)
        && !headings.deficient(heading)
        && headings.deficient(Span::new(rest.lo(), rest.lo() + behind.len()));
    if one {
        (Span::new(heading.lo(), rest.lo() + behind.len()), Span::new(rest.hi(), rest.hi()))
    } else {
        (heading, rest)
    }
}
