//! Where a date or a time may begin. Nearly all numbers count something and most of the words that open a date do not here:
//! a look at the character behind them spares the attempts to read one. It may be wrong in one way only, and let a place pass
//! where nothing begins.

use super::cursor::{Cursor, LIST_MARKS, MOST_DIGITS, RANGE_MARKS, digit};
use crate::charset::{CharSet, Chars};
use crate::scan::number::han_digit;

/// First characters of dates and times.
pub(in crate::scan) const OPENERS: Chars = Chars {
    each: &[
        '一', '七', '三', '上', '下', '二', '九', '五', '今', '八', '六', '前', '十', '去', '同', '四', '当', '明',
        '本', '次', '每', '第', '翌',
    ],
    ranges: &[('0', '9'), ('０', '９')],
};

/// What may follow the first number of a date or a time, range and list marks apart.
static FOLLOWERS: CharSet = CharSet::of(&[
    '年', '月', '日', '学', '季', '时', ':', '：', '-', '/', '.', ' ', '\u{a0}', '\u{3000}', '\t', '〇', '○', '零',
    '0', '０', 'O', 'Ｏ', 'О', '◯',
]);

/// Whether a date or a time may begin here, at one of the [`OPENERS`].
pub(super) fn may_begin(from: Cursor<'_>, first: char) -> bool {
    let after = &from.text[from.at + first.len_utf8()..];
    match first {
        '上' | '下' => after.starts_with(['年', '半']),
        '前' => after.starts_with('年') || number_may_begin(after),
        '第' => number_may_begin(after),
        _ if is_numeral(first) => number_may_begin(from.rest()),
        _ => after.starts_with(['年', '月']),
    }
}

/// Whether a number begins here that is short enough and behind which a date may go on.
fn number_may_begin(text: &str) -> bool {
    let mut chars = text.chars().take(MOST_DIGITS as usize + 1);
    let Some(first) = chars.next().filter(|c| is_numeral(*c)) else { return false };
    let digits = digit(first).is_some();
    let behind = chars.find(|c| if digits { digit(*c).is_none() } else { !is_numeral(*c) || digit(*c).is_some() });
    behind.is_some_and(|c| FOLLOWERS.has(c) || RANGE_MARKS.has(c) || LIST_MARKS.has(c))
}

fn is_numeral(c: char) -> bool {
    digit(c).is_some() || c == '十' || han_digit(c).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begins(text: &str) -> bool {
        text.chars().next().is_some_and(|first| may_begin(Cursor::new(text, 0), first))
    }

    #[test]
    fn words_and_counts_are_passed_over() {
        for text in ["26个", "一批", "本级", "前者", "第一书记", "上级", "十二五", "９８分"] {
            assert!(!begins(text), "{text}");
        }
        for text in ["本月5日", "前三季度", "上半年", "二〇二四年", "二十三日", "9：00", "2024-08", "1 月", "三至五月"]
        {
            assert!(begins(text), "{text}");
        }
    }
}
