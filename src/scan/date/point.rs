//! One date: year, month, day, the stretch of a year that words name (上半年, 前三季度), with its tail (底, 中旬).

use super::cursor::{Cursor, Digits, digit};
use super::parts::{Offset, Parts};

type Read<'t> = Option<(Parts, Cursor<'t>)>;

/// Numbers that a list may hold before its unit (`1、2、3月`).
const LIST: usize = 12;

/// A date that begins here and may begin a token.
pub(super) fn first(from: Cursor<'_>) -> Read<'_> {
    let before = from.previous();
    if before.is_some_and(|c| digit(c).is_some() || matches!(c, '〔' | '[' | '［')) {
        return None;
    }
    if let Some(month) = from.word("每月").or_else(|| from.any(&["当月", "本月", "次月"])) {
        let (day, end) = bare_day(month)?;
        return Some((Parts { day: Some(day), ..Parts::default() }, end));
    }
    let (parts, end) = second(from)?;
    let yearless = parts.year.is_none() && parts.offset.is_none();
    if yearless && parts.months.is_none() && (after_decimal_point(from) || is_duration(from, &parts, end)) {
        return None;
    }
    if yearless && parts.months.is_some() && matches!(before, Some('每' | '以')) {
        return None;
    }
    Some((parts, end))
}

/// A date that begins here, as the far end of a range.
pub(super) fn second(from: Cursor<'_>) -> Read<'_> {
    if let Some((offset, after)) = relative_year(from) {
        let (parts, end) = in_year(after, Parts { offset: Some(offset), ..Parts::default() });
        return (parts.month.is_some() || parts.months.is_some() || parts.last_day).then_some((parts, end));
    }
    separated(from)
        .or_else(|| with_year(from))
        .or_else(|| damaged(from))
        .or_else(|| stretch(from, Parts::default()))
        .or_else(|| month(from, Parts::default()))
}

/// `9日`, `15号`: a day alone, which only the context makes a date.
pub(super) fn bare_day(from: Cursor<'_>) -> Option<(u8, Cursor<'_>)> {
    let (number, after) = small(from)?;
    let end = day_unit(after.spaces())?;
    (1..=31).contains(&number.value).then_some((number.value as u8, end))
}

fn relative_year(from: Cursor<'_>) -> Option<(Offset, Cursor<'_>)> {
    const WORDS: [(&str, i16); 10] = [
        ("今年", 0),
        ("本年", 0),
        ("当年", 0),
        ("同年", 0),
        ("去年", -1),
        ("上年", -1),
        ("前年", -2),
        ("明年", 1),
        ("次年", 1),
        ("翌年", 1),
    ];
    WORDS.iter().find_map(|(word, years)| Some((Offset(*years), from.word(word)?.spaces())))
}

/// `2024-08-16`, `2024.8.16`, `2024/08/16`; `2024-08` with two digits.
fn separated(from: Cursor<'_>) -> Read<'_> {
    let (year, after) = from.digits()?;
    let year = calendar_year(year)?;
    let separator = after.any(&["-", "."]).or_else(|| after.word("/"))?;
    let mark = &after.text[after.at..separator.at];
    let (month, after_month) = separator.digits()?;
    let parts = Parts { year: Some(year), month: Some(small_value(month, 12)?), ..Parts::default() };
    if let Some((day, end)) = after_month.word(mark).and_then(Cursor::digits)
        && let Some(day) = small_value(day, 31)
    {
        return Some((Parts { day: Some(day), ..parts }, end));
    }
    let closed = !after_month.rest().starts_with(['-', '/', '.', '号', '字', '年', '月', '万', '亿', '元', '%']);
    (mark != "." && month.count == 2 && closed).then_some((parts, after_month))
}

/// `2024年…`, `二〇二四年…`, `23年5月`, and the bare `2022` of `2022—2035年`.
fn with_year(from: Cursor<'_>) -> Read<'_> {
    let (year, after) = match from.digits() {
        Some((digits, after)) if digits.count == 2 => {
            let after = after.word("年")?;
            let year = Parts { year: Some(2000 + digits.value as i16), ..Parts::default() };
            return month(after, year).filter(|(parts, _)| !parts.bare);
        }
        Some((digits, after)) => (calendar_year(digits)?, after),
        None => {
            let (value, after) = from.chinese_year()?;
            (calendar_year(Digits { value, count: 4 })?, after)
        }
    };
    let parts = Parts { year: Some(year), ..Parts::default() };
    let Some(named) = after.spaces().any(&["学年", "年"]) else {
        let listed = unit_ahead(after, &["学年", "年"], true)?;
        return Some((Parts { bare: listed == Ahead::Range, ..parts }, after));
    };
    if named.rest().starts_with("历史") || named.rest().starts_with("的历史") {
        return None;
    }
    Some(in_year(named, parts))
}

/// What follows a year: 度, 底, 上半年, 3月….
fn in_year(after: Cursor<'_>, parts: Parts) -> (Parts, Cursor<'_>) {
    if let Some(end) = after.word("度") {
        return (parts, end);
    }
    let next = after.spaces();
    if let Some(end) = year_end(next) {
        return (Parts { last_day: true, ..parts }, end);
    }
    if let Some(end) = start_word(next).or_else(|| next.word("年初")) {
        return (Parts { month: Some(1), ..parts }, end);
    }
    stretch(next, parts).or_else(|| month(next, parts)).or_else(|| lost_month(next, parts)).unwrap_or((parts, after))
}

fn year_end(from: Cursor<'_>) -> Option<Cursor<'_>> {
    from.any(&["年底", "年末", "底", "末"])
        .filter(|end| !end.rest().starts_with(['数', '线', '册', '稿', '层', '端', '级']))
}

/// 初, unless it begins a word: 初中, 初步.
fn start_word(from: Cursor<'_>) -> Option<Cursor<'_>> {
    const WORDS: [char; 14] = ['中', '级', '步', '始', '审', '次', '赛', '诊', '试', '评', '选', '一', '二', '三'];
    from.word("初").filter(|end| !end.rest().starts_with(WORDS))
}

/// 上半年, 一季度, 前三季度, 前10个月, 一至三季度.
fn stretch(from: Cursor<'_>, parts: Parts) -> Read<'_> {
    let within = |months, end| Some((Parts { months: Some(months), ..parts }, end));
    if let Some(end) = from.word("上半年") {
        return within((1, 6), end);
    }
    if let Some(end) = from.word("下半年") {
        return within((7, 12), end);
    }
    let (first, plain) = (from.word("前"), from.word("第").unwrap_or(from));
    let (number, after) = small(first.unwrap_or(plain))?;
    let known = parts.year.is_some() || parts.offset.is_some();
    if first.is_some()
        && known
        && let Some(end) = after.word("个月")
    {
        return within((1, small_value(number, 12)?), end);
    }
    let quarter = small_value(number, 4)?;
    let (from_quarter, to_quarter, end) = match after.range_mark().and_then(small) {
        Some((last, end)) => (quarter, small_value(last, 4)?, end),
        None if first.is_some() => (1, quarter, after),
        None => (quarter, quarter, after),
    };
    let end = end.word("季度")?;
    let each = end.rest().starts_with(['一', '两']) && !end.rest().starts_with("一般");
    (!each && from_quarter <= to_quarter).then(|| within((from_quarter * 3 - 2, to_quarter * 3), end))?
}

/// `6月26日`, `6月底`, `6月`, and the bare `1` of `1—10月`.
fn month(from: Cursor<'_>, parts: Parts) -> Read<'_> {
    let (number, after) = small(from)?;
    let parts = Parts { month: Some(small_value(number, 12)?), ..parts };
    let Some(named) = after.spaces().word("月") else {
        let listed = unit_ahead(after, &["月"], false)?;
        return Some((Parts { bare: listed == Ahead::Range, ..parts }, after));
    };
    if named.rest().starts_with('龄') {
        return None;
    }
    Some(in_month(named, parts))
}

fn in_month(after: Cursor<'_>, parts: Parts) -> (Parts, Cursor<'_>) {
    let next = after.spaces();
    if let Some((day, end)) = bare_day(next) {
        return (Parts { day: Some(day), ..parts }, end);
    }
    if let Some((day, end)) = small(next)
        && let Some(day) = small_value(day, 31)
        && unit_ahead(end, &["日"], false).is_some()
    {
        return (Parts { day: Some(day), ..parts }, end);
    }
    let after = after.word("份").unwrap_or(after);
    if let Some(end) = year_end(after).filter(|end| !end.text[after.at..end.at].starts_with('年')) {
        return (Parts { last_day: true, ..parts }, end);
    }
    let end = after.any(&["上旬", "中旬", "下旬"]).or_else(|| start_word(after)).unwrap_or(after);
    (parts, end)
}

/// 日 or 号, where no house, line or paper is numbered.
fn day_unit(from: Cursor<'_>) -> Option<Cursor<'_>> {
    const NUMBERED: [char; 9] = ['楼', '线', '院', '文', '令', '地', '公', '门', '井'];
    from.word("日").or_else(|| from.word("号").filter(|end| !end.rest().starts_with(NUMBERED)))
}

/// `202356日`, `20235月6日`: dates that lost their 年 or 月.
fn damaged(from: Cursor<'_>) -> Read<'_> {
    let (digits, after) = from.digits()?;
    if !(5..=8).contains(&digits.count) {
        return None;
    }
    let rest = u32::from(digits.count - 4);
    let base = 10_u32.pow(rest);
    let year = calendar_year(Digits { value: digits.value / base, count: 4 })?;
    let parts = Parts { year: Some(year), ..Parts::default() };
    let tail = Digits { value: digits.value % base, count: rest as u8 };
    if let Some(end) = after.word("月") {
        return Some(in_month(end, Parts { month: Some(small_value(tail, 12)?), ..parts }));
    }
    let end = after.word("日")?;
    (tail.count > 1).then(|| (split(tail, parts), end))
}

/// `2023年56日`: the 月 was lost.
fn lost_month(from: Cursor<'_>, parts: Parts) -> Read<'_> {
    let (digits, after) = from.digits()?;
    let end = after.word("日")?;
    (digits.value > 31 && digits.count <= 4).then(|| (split(digits, parts), end))
}

/// Month and day from digits that run together, where only one reading is a date.
fn split(digits: Digits, parts: Parts) -> Parts {
    let mut readings = (1..=2).filter_map(|days| {
        let base = 10_u32.pow(days);
        let (month, day) = (digits.value / base, digits.value % base);
        let padded = day >= base / 10;
        (padded && (1..=12).contains(&month) && (1..=31).contains(&day)).then_some((month as u8, day as u8))
    });
    match (readings.next(), readings.next()) {
        (Some((month, day)), None) => Parts { month: Some(month), day: Some(day), ..parts },
        _ => parts,
    }
}

/// How a number that lacks its unit goes on until the unit comes.
#[derive(PartialEq)]
enum Ahead {
    Range,
    List,
}

/// Whether one of `units` closes a range or a list that goes on here.
fn unit_ahead(from: Cursor<'_>, units: &[&str], years: bool) -> Option<Ahead> {
    let ahead = if from.range_mark().is_some() { Ahead::Range } else { Ahead::List };
    let mut cursor = from;
    for _ in 0..LIST {
        let next = if ahead == Ahead::Range { cursor.range_mark()? } else { cursor.list_mark()? };
        let (number, after) = small_or_year(next, years)?;
        if years && calendar_year(number).is_none() {
            return None;
        }
        if after.spaces().any(units).is_some() {
            return Some(ahead);
        }
        if ahead == Ahead::Range {
            return None;
        }
        cursor = after;
    }
    None
}

fn small_or_year(from: Cursor<'_>, years: bool) -> Option<(Digits, Cursor<'_>)> {
    if years { from.digits() } else { small(from) }
}

/// A number of one or two digits, or a numeral.
fn small(from: Cursor<'_>) -> Option<(Digits, Cursor<'_>)> {
    from.digits().filter(|(digits, _)| digits.count <= 2).or_else(|| from.numeral())
}

fn small_value(digits: Digits, most: u32) -> Option<u8> {
    (1..=most).contains(&digits.value).then_some(digits.value as u8)
}

fn calendar_year(digits: Digits) -> Option<i16> {
    (digits.count == 4 && (1900..2100).contains(&digits.value)).then_some(digits.value as i16)
}

/// Whether the number here is the fraction of a decimal (`0.5月`) and no list marker stands before it (`2.3月底前`).
fn after_decimal_point(from: Cursor<'_>) -> bool {
    let before = &from.text[..from.at];
    let Some(whole) = before.strip_suffix(['.', '．']) else { return false };
    let digits = whole.chars().rev().take(9).take_while(|c| digit(*c).is_some());
    let (count, bytes) = digits.fold((0, 0), |(count, bytes), c| (count + 1, bytes + c.len_utf8()));
    let lead = whole[..whole.len() - bytes].chars().next_back();
    count > 0 && !lead.is_none_or(|c| c.is_whitespace() || matches!(c, '。' | '；' | ';'))
}

/// Months without a year that are a length of time or an age (`3月内`, `12月以上`), and numerals that may be one (`三月`).
fn is_duration(from: Cursor<'_>, parts: &Parts, end: Cursor<'_>) -> bool {
    if parts.day.is_some() || parts.last_day || parts.bare {
        return false;
    }
    let words = &from.text[from.at..end.at];
    let numeral = from.numeral().is_some();
    let plain = words.ends_with('月');
    let dated =
        end.rest().starts_with("以来") || end.range_mark().and_then(|next| month(next, Parts::default())).is_some();
    plain && (numeral && !dated || end.any(&["内", "以内", "之内", "期", "以上", "以下"]).is_some())
}
