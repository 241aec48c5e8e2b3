//! The one walk over the characters of a text. A look at a table says which tokens a character may belong to; most belong to
//! none and are passed over.

use super::date::Dates;
use super::flaw::{LostFigures, Unmated};
use super::lines::Lines;
use super::marker::Markers;
use super::marks::Pairs;
use super::number::Numbers;
use super::stops::Stops;
use super::{date, flaw, label, lines, marker, marks, number, stops};
use crate::Lexicon;
use crate::charset::Chars;
use crate::lexicon::Found;

/// What the walk leaves with each kind of token.
#[derive(Default)]
pub(super) struct Walk {
    pub lines: Lines,
    pub pairs: Pairs,
    pub unmated: Unmated,
    pub stops: Stops,
    pub numbers: Numbers,
    pub dates: Dates,
    pub markers: Markers,
    /// Where colons stand.
    pub colons: Vec<usize>,
    pub lost: LostFigures,
    pub words: Found,
}

/// Kinds of tokens that wait for a character, a bit for each.
type Kinds = u8;

const LINE: Kinds = 1;
const MARK: Kinds = 1 << 1;
const NUMBER: Kinds = 1 << 2;
const DATE: Kinds = 1 << 3;
const MARKER: Kinds = 1 << 4;
const COLON: Kinds = 1 << 5;
const CLAUSE_END: Kinds = 1 << 6;
const STOP: Kinds = 1 << 7;

/// Who waits for each character of the basic plane; for those beyond it nobody does.
static WAITING: [Kinds; 0x1_0000] = {
    let mut table = [0; 0x1_0000];
    add(&mut table, LINE, lines::ENDS);
    add(&mut table, MARK, marks::MARKS);
    add(&mut table, NUMBER, number::NUMERALS);
    add(&mut table, DATE, date::OPENERS);
    add(&mut table, MARKER, marker::OPENERS);
    add(&mut table, COLON, label::COLONS);
    add(&mut table, CLAUSE_END, flaw::CLAUSE_ENDS);
    add(&mut table, STOP, stops::STOPS);
    table
};

const fn add(table: &mut [Kinds; 0x1_0000], kind: Kinds, chars: Chars) {
    let mut at = 0;
    while at < chars.each.len() {
        table[chars.each[at] as usize] |= kind;
        at += 1;
    }
    at = 0;
    while at < chars.ranges.len() {
        let mut code = chars.ranges[at].0 as usize;
        while code <= chars.ranges[at].1 as usize {
            table[code] |= kind;
            code += 1;
        }
        at += 1;
    }
}

/// Walks over `text`.
pub(super) fn walk(text: &str, lexicon: &Lexicon) -> Walk {
    let mut walk = Walk::default();
    let sweep = lexicon.sweep();
    let mut before = '\n';
    for (at, c) in text.char_indices() {
        if sweep.may_begin(c) {
            sweep.each_at(text, at, |word, known| walk.words.take(word, known));
        }
        let waiting = WAITING.get(c as usize).copied().unwrap_or(0);
        if waiting != 0 {
            walk.hand_out(waiting, text, at, c, before, lexicon);
        }
        before = c;
    }
    walk.lines.end(text.len(), 0);
    walk.lost.clause_ends(text, text.len(), lexicon);
    walk
}

impl Walk {
    /// Gives the character `c` at byte `at` to all that wait for it; `before` is the character before it.
    fn hand_out(&mut self, waiting: Kinds, text: &str, at: usize, c: char, before: char, lexicon: &Lexicon) {
        if waiting & LINE != 0 {
            self.lines.end(at, c.len_utf8());
        }
        if waiting & MARK != 0 {
            self.pairs.take(at, c);
            self.unmated.take(at, c);
        }
        if waiting & NUMBER != 0 {
            self.numbers.take(text, at, c);
        }
        if waiting & DATE != 0 {
            self.dates.take(text, at, c);
        }
        if waiting & MARKER != 0 {
            self.markers.take(text, at, c, before);
        }
        if waiting & COLON != 0 {
            self.colons.push(at);
        }
        if waiting & STOP != 0 {
            self.stops.take(at, c, before);
        }
        if waiting & CLAUSE_END != 0 {
            self.lost.clause_ends(text, at, lexicon);
        }
    }
}
