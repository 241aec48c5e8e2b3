//! A place in the text that reads forward: digits, numerals, spaces, marks.

use crate::charset::CharSet;
use crate::scan::number::han_digit;

/// Spaces that damaged text puts inside a date; more than these end it.
const MOST_SPACES: usize = 4;

/// Longest digit run that can be part of a date (`20231011日`).
pub(super) const MOST_DIGITS: u8 = 8;

/// First characters of the marks of a range.
pub(super) static RANGE_MARKS: CharSet =
    CharSet::of(&['起', '至', '到', '—', '–', '－', '-', '─', '~', '～', '〜', '―']);

/// What stands between dates of a list.
pub(super) static LIST_MARKS: CharSet = CharSet::of(&['、', '和', '及', '与']);

/// A place in a text.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    pub text: &'t str,
    pub at: usize,
}

/// A number of a date and how many digits it was printed with; 0 for Chinese numerals.
#[derive(Clone, Copy)]
pub(super) struct Digits {
    pub value: u32,
    pub count: u8,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        Self { text, at }
    }

    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The character before.
    pub(super) fn previous(&self) -> Option<char> {
        self.text[..self.at].chars().next_back()
    }

    /// Past `word`, if it stands here.
    pub(super) fn word(self, word: &str) -> Option<Self> {
        self.rest().starts_with(word).then_some(Self { at: self.at + word.len(), ..self })
    }

    /// Past the first of `words` that stands here.
    pub(super) fn any(self, words: &[&str]) -> Option<Self> {
        words.iter().find_map(|word| self.word(word))
    }

    /// Past a few spaces, if any.
    pub(super) fn spaces(mut self) -> Self {
        for c in self.rest().chars().take(MOST_SPACES) {
            if !matches!(c, ' ' | '\u{a0}' | '\u{3000}' | '\t') {
                break;
            }
            self.at += c.len_utf8();
        }
        self
    }

    /// Past `至`, `—`, `-`… with spaces on either side.
    pub(super) fn range_mark(self) -> Option<Self> {
        let mark = self.spaces();
        if !RANGE_MARKS.has(mark.peek()?) {
            return None;
        }
        mark.any(&["起至", "至", "到", "——", "—", "–", "－", "-", "─", "~", "～", "〜", "―"]).map(Self::spaces)
    }

    /// Past `、` or `和`.
    pub(super) fn list_mark(self) -> Option<Self> {
        let mark = self.spaces();
        let c = mark.peek().filter(|c| LIST_MARKS.has(*c))?;
        Some(Self { at: mark.at + c.len_utf8(), ..mark }.spaces())
    }

    /// A run of digits, half or full width; none if it is too long for a date.
    pub(super) fn digits(self) -> Option<(Digits, Self)> {
        let mut digits = Digits { value: 0, count: 0 };
        let mut end = self;
        for c in self.rest().chars() {
            let Some(digit) = digit(c) else { break };
            if digits.count == MOST_DIGITS {
                return None;
            }
            digits.value = digits.value * 10 + digit;
            digits.count += 1;
            end.at += c.len_utf8();
        }
        (digits.count > 0).then_some((digits, end))
    }

    /// A Chinese numeral up to thirty-nine: 六, 十, 十二, 二十, 三十一.
    pub(super) fn numeral(self) -> Option<(Digits, Self)> {
        let one = |at: Self| {
            let c = at.peek()?;
            let value = han_digit(c)?;
            Some((value, Self { at: at.at + c.len_utf8(), ..at }))
        };
        let lead = one(self);
        let (tens, after) = match (lead, lead.map_or(self, |(_, next)| next).word("十")) {
            (Some((tens, _)), Some(after)) => (tens, after),
            (None, Some(after)) => (1, after),
            (Some((value, next)), None) => return Some((Digits { value, count: 0 }, next)),
            (None, None) => return None,
        };
        let (ones, end) = one(after).unwrap_or((0, after));
        (tens < 4).then_some((Digits { value: tens * 10 + ones, count: 0 }, end))
    }

    /// A year digit by digit in Chinese: 二〇二四.
    pub(super) fn chinese_year(self) -> Option<(u32, Self)> {
        let mut value = 0;
        let mut end = self;
        for _ in 0..4 {
            let c = end.peek()?;
            let digit = match c {
                '〇' | '○' | '零' | '0' | '０' | 'O' | 'Ｏ' | 'О' | '◯' => 0,
                _ => han_digit(c)?,
            };
            value = value * 10 + digit;
            end.at += c.len_utf8();
        }
        Some((value, end))
    }

    /// Past the character here and, if it is a digit, the rest of its run.
    pub(super) fn skip_run(&mut self) {
        let Some(first) = self.peek() else { return };
        self.at += first.len_utf8();
        if digit(first).is_some() {
            while let Some(c) = self.peek().filter(|c| digit(*c).is_some()) {
                self.at += c.len_utf8();
            }
        }
    }
}

/// The value of a digit, half or full width.
pub(super) fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}
