//! Times of day: 9:00, 8:00—17:30, 9时30分. A ratio (`1:18`) has the same shape, so context decides.

use super::cursor::{Cursor, Digits};
use super::{DateKind, DateToken};
use crate::Span;

/// Words after which a colon stands between hours and minutes.
const CUES: [&str; 13] =
    ["上午", "下午", "中午", "晚上", "凌晨", "工作日", "每日", "每天", "当日", "当天", "时间", "时间：", "时间:"];

/// A time of day, or a span of times, that begins here. `after_date` is the end of the date token before.
pub(super) fn clock<'t>(from: Cursor<'t>, after_date: Option<usize>) -> Option<(DateToken, Cursor<'t>)> {
    let first = time(from)?;
    let last = first.end.range_mark().and_then(time);
    let end = last.as_ref().map_or(first.end, |last| last.end);
    let sure = first.in_words || last.is_some() || first.on_the_hour || is_announced(from, after_date);
    let token = DateToken { span: Span::new(from.at, end.at), kind: DateKind::Clock, start: None, end: None };
    sure.then_some((token, end))
}

struct Time<'t> {
    end: Cursor<'t>,
    /// 9时30分.
    in_words: bool,
    /// 9:00, 17:30: a shape that ratios seldom have.
    on_the_hour: bool,
}

fn time(from: Cursor<'_>) -> Option<Time<'_>> {
    let (hour, after): (Digits, _) = from.digits()?;
    if hour.count > 2 || hour.value > 24 || matches!(from.previous(), Some('.' | ':' | '：' | '∶' | ',')) {
        return None;
    }
    if let Some(named) = after.word("时").filter(|end| !end.rest().starts_with(['段', '代', '期', '间'])) {
        let minutes = named.digits().filter(|(digits, _)| digits.count <= 2 && digits.value < 60);
        let end = minutes.and_then(|(_, after)| after.word("分")).unwrap_or(named);
        return Some(Time { end, in_words: true, on_the_hour: false });
    }
    let colon = after.any(&[":", "："])?;
    let (minute, mut end) = colon.digits().filter(|(digits, _)| digits.count == 2 && digits.value < 60)?;
    if let Some(seconds) = end.word(":")
        && let Some((_, after)) = seconds.digits().filter(|(digits, _)| digits.count == 2 && digits.value < 60)
    {
        end = after;
    }
    if end.rest().starts_with(['.', ':', '：', '∶', '%']) {
        return None;
    }
    let on_the_hour = hour.value >= 6 && matches!(minute.value, 0 | 30);
    Some(Time { end, in_words: false, on_the_hour })
}

fn is_announced(from: Cursor<'_>, after_date: Option<usize>) -> bool {
    let before = from.text[..from.at].trim_end_matches([' ', '\u{a0}', '\u{3000}']);
    after_date == Some(before.len()) || CUES.iter().any(|cue| before.ends_with(cue))
}
