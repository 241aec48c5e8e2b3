//! Dates, years and months, spans of dates, times of day.
//!
//! Comes in: text. Goes out: [`DateToken`]s in the order of the text, years filled in. Durations (`3年内`, `5个月`) are no
//! dates. Every attempt looks a bounded way ahead, so the whole is linear. Start with [`Dates`]; what a single date looks
//! like stands in `point.rs`, where one may begin in `opening.rs`, hours in `clock.rs`, the calendar in `parts.rs`.

mod clock;
mod cursor;
mod opening;
mod parts;
mod point;

use crate::Span;
use crate::model::PartialDate;
use cursor::Cursor;
use parts::{Parts, Years};

pub(super) use opening::OPENERS;

/// What a date token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateKind {
    /// A day, month or year: 2024年6月26日, 6月, 2024年.
    Date,
    /// From one to another: 2024年4月1日至5月31日, 1—10月, 2022—2035年, 2023年上半年.
    Range,
    /// Time of day: 9:00, 8:00—17:30.
    Clock,
}

/// A date in the text. A year that the words leave out is inherited from the date before it in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateToken {
    /// The words.
    pub span: Span,
    /// What it is.
    pub kind: DateKind,
    /// The date, or the first of a range; `None` where not even the year is known.
    pub start: Option<PartialDate>,
    /// The last of a range.
    pub end: Option<PartialDate>,
}

impl DateToken {
    /// The date, or the last of the range, where a year that the words leave out is `year`. `text` is the text that the token
    /// was found in.
    #[must_use]
    pub fn last_in(&self, text: &str, year: i16) -> Option<PartialDate> {
        let mut years = Years::of(year);
        let (token, _) = date(Cursor::new(text, self.span.lo()), &mut years)?;
        token.end.or(token.start)
    }
}

/// Collects the dates of a text.
#[derive(Default)]
pub(super) struct Dates {
    pub found: Vec<DateToken>,
    years: Years,
    /// End of what has been read.
    reached: usize,
}

impl Dates {
    /// The character `c`, one of the [`OPENERS`], stands at byte `at`.
    pub(super) fn take(&mut self, text: &str, at: usize, c: char) {
        if at < self.reached {
            return;
        }
        let mut cursor = Cursor::new(text, at);
        if opening::may_begin(cursor, c)
            && let Some((token, next)) = self.token(cursor)
        {
            self.found.push(token);
            cursor = next;
            listed_days(&mut cursor, &mut self.years, &mut self.found);
        } else {
            cursor.skip_run();
        }
        self.reached = cursor.at;
    }

    fn token<'t>(&mut self, from: Cursor<'t>) -> Option<(DateToken, Cursor<'t>)> {
        let after_date = self.found.last().map(|token| token.span.hi());
        date(from, &mut self.years).or_else(|| clock::clock(from, after_date))
    }
}

/// A date or a range that begins here.
fn date<'t>(from: Cursor<'t>, years: &mut Years) -> Option<(DateToken, Cursor<'t>)> {
    let (first, after) = point::first(from)?;
    let (kind, start, end, next) = if let Some((last, next)) = range_end(after, &first) {
        let (start, end) = years.range(&first, &last);
        (DateKind::Range, start, end, next)
    } else if first.bare {
        return None;
    } else if let Some((from_month, to_month)) = first.months {
        let (start, end) = years.range(&first.with_month(from_month), &first.with_month(to_month));
        (DateKind::Range, start, end, after)
    } else {
        (DateKind::Date, years.date(&first), None, after)
    };
    Some((DateToken { span: Span::new(from.at, next.at), kind, start, end }, next))
}

/// `至5月31日`, `—10月`, `-2025年`: the far end of a range that begins with `first`.
fn range_end<'t>(after: Cursor<'t>, first: &Parts) -> Option<(Parts, Cursor<'t>)> {
    let next = after.range_mark()?;
    if first.day.is_some()
        && let Some((day, end)) = point::bare_day(next)
    {
        return Some((Parts { day: Some(day), month: first.month, ..Parts::default() }, end));
    }
    let (last, end) = point::second(next)?;
    (!last.bare && last.months.is_none() && last.fits_after(first)).then_some((last, end))
}

/// `（4月2日）、9日`: days of the month just named.
fn listed_days(cursor: &mut Cursor<'_>, years: &mut Years, found: &mut Vec<DateToken>) {
    while let Some(DateToken { start: Some(date), kind: DateKind::Date, .. }) = found.last()
        && date.day.is_some()
        && let Some(next) = cursor.list_mark()
        && let Some((day, end)) = point::bare_day(next)
    {
        let parts = Parts { year: Some(date.year), month: date.month, day: Some(day), ..Parts::default() };
        let span = Span::new(next.at, end.at);
        found.push(DateToken { span, kind: DateKind::Date, start: years.date(&parts), end: None });
        *cursor = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(text: &str) -> Vec<DateToken> {
        crate::scan::scan(text, &crate::Lexicon::builtin()).dates
    }

    fn shown(text: &str) -> String {
        let date = |date: Option<PartialDate>| date.map_or("?".into(), |date| date.to_string());
        let token = |token: &DateToken| match token.kind {
            DateKind::Date => format!("{}={}", token.span.slice(text), date(token.start)),
            DateKind::Range => format!("{}={}/{}", token.span.slice(text), date(token.start), date(token.end)),
            DateKind::Clock => format!("{}@", token.span.slice(text)),
        };
        dates(text).iter().map(token).collect::<Vec<_>>().join(" | ")
    }

    fn check(cases: &[(&str, &str)]) {
        for (text, want) in cases {
            assert_eq!(shown(text), *want, "{text}");
        }
    }

    #[test]
    fn days_months_and_years() {
        check(&[
            ("2024年6月26日，反馈", "2024年6月26日=2024-06-26"),
            ("２０２４年６月", "２０２４年６月=2024-06"),
            ("2025年 2 月 17 日", "2025年 2 月 17 日=2025-02-17"),
            ("2023年全镇完成", "2023年=2023"),
            ("2023年度部门决算", "2023年度=2023"),
            ("二〇二四年六月十八日", "二〇二四年六月十八日=2024-06-18"),
            ("二○二三年十一月", "二○二三年十一月=2023-11"),
            ("二零二四年，", "二零二四年=2024"),
            ("23年5月12日", "23年5月12日=2023-05-12"),
            ("1.2023年3月", "2023年3月=2023-03"),
            ("2024年6月18号", "2024年6月18号=2024-06-18"),
            ("2024年2月30日", "2024年2月30日=2024-02"),
            ("2021、2022年", "2021=2021 | 2022年=2022"),
            ("2021年、2022年", "2021年=2021 | 2022年=2022"),
            ("2022和2023年度", "2022=2022 | 2023年度=2023"),
            ("2024年4月2日、9日和16日", "2024年4月2日=2024-04-02 | 9日=2024-04-09 | 16日=2024-04-16"),
            ("2024年5、6月份", "2024年5=2024-05 | 6月份=2024-06"),
        ]);
    }

    #[test]
    fn written_with_separators() {
        check(&[
            ("2024-08-16 16:42", "2024-08-16=2024-08-16 | 16:42@"),
            ("2024.8.16", "2024.8.16=2024-08-16"),
            ("2024/08/16", "2024/08/16=2024-08-16"),
            ("2024-08，", "2024-08=2024-08"),
            ("2024.3.1-2024.4.30", "2024.3.1-2024.4.30=2024-03-01/2024-04-30"),
            ("2024.08万元", ""),
            ("2024-08号", ""),
        ]);
    }

    #[test]
    fn ranges() {
        check(&[
            ("2024年4月1日至5月31日", "2024年4月1日至5月31日=2024-04-01/2024-05-31"),
            ("2024年11月18日至12月9日", "2024年11月18日至12月9日=2024-11-18/2024-12-09"),
            ("2022年12月1日至1月20日", "2022年12月1日至1月20日=2022-12-01/2023-01-20"),
            ("2022年11月至次年3月", "2022年11月至次年3月=2022-11/2023-03"),
            ("2022—2035年", "2022—2035年=2022/2035"),
            ("2024—2025年", "2024—2025年=2024/2025"),
            ("2023-2024学年", "2023-2024学年=2023/2024"),
            ("2021年至2023年", "2021年至2023年=2021/2023"),
            ("2021至2023年度", "2021至2023年度=2021/2023"),
            ("2023年1—10月", "2023年1—10月=2023-01/2023-10"),
            ("1至9月", "1至9月=?/?"),
            ("2023年，1-9月份", "2023年=2023 | 1-9月份=2023-01/2023-09"),
            ("2024年4月1—15日", "2024年4月1—15日=2024-04-01/2024-04-15"),
            ("2024年3月15日至30日", "2024年3月15日至30日=2024-03-15/2024-03-30"),
            ("2021年3月—2023年6月底", "2021年3月—2023年6月底=2021-03/2023-06-30"),
        ]);
    }

    #[test]
    fn a_year_can_be_given() {
        for (text, want) in
            [("6月底", "2024-06-30"), ("2023年6月", "2023-06"), ("1—3月", "2024-03"), ("明年3月", "2025-03")]
        {
            let token = dates(text)[0];
            assert_eq!(token.last_in(text, 2024).map(|date| date.to_string()).as_deref(), Some(want), "{text}");
        }
    }

    #[test]
    fn halves_quarters_and_ends() {
        check(&[
            ("2023年上半年", "2023年上半年=2023-01/2023-06"),
            ("2023年前三季度", "2023年前三季度=2023-01/2023-09"),
            ("2023年一季度", "2023年一季度=2023-01/2023-03"),
            ("前三季度", "前三季度=?/?"),
            ("一季度一般公共预算收入", "一季度=?/?"),
            ("第4季度", "第4季度=?/?"),
            ("2023年第二季度", "2023年第二季度=2023-04/2023-06"),
            ("2024年前10个月", "2024年前10个月=2024-01/2024-10"),
            ("2023年底前", "2023年底=2023-12-31"),
            ("2023年年底", "2023年年底=2023-12-31"),
            ("2023年末", "2023年末=2023-12-31"),
            ("2023年11月底", "2023年11月底=2023-11-30"),
            ("2024年2月底", "2024年2月底=2024-02-29"),
            ("2024年3月中旬", "2024年3月中旬=2024-03"),
            ("六月底前", "六月底=?"),
            ("2023年初中毕业生", "2023年=2023"),
            ("2023年初，", "2023年初=2023-01"),
        ]);
    }

    #[test]
    fn the_year_is_inherited() {
        check(&[
            ("2022年5月20日。7月22日反馈", "2022年5月20日=2022-05-20 | 7月22日=2022-07-22"),
            ("2022年，去年5月，6月", "2022年=2022 | 去年5月=2021-05 | 6月=2022-06"),
            ("2022年，明年6月底前", "2022年=2022 | 明年6月底=2023-06-30"),
            ("6月", "6月=?"),
            ("2023年6月，2022—2035年，7月", "2023年6月=2023-06 | 2022—2035年=2022/2035 | 7月=2023-07"),
        ]);
    }

    #[test]
    fn durations_and_other_numbers_are_no_dates() {
        for text in [
            "2年",
            "3年内",
            "判处19年、17年有期徒刑",
            "连续三年",
            "五年来",
            "每年",
            "5个月",
            "3月内",
            "6月龄",
            "13月",
            "0月",
            "约0.5月",
            "安政办〔2023〕23号",
            "[2018]14号",
            "第一季",
            "每季度一次",
            "一季度一调度",
            "三月一次",
            "以上半年报",
            "15日内",
            "1000年",
            "2000年历史",
            "1:18",
            "7：3",
            "11.2:47.1:41.7",
            "20231234567890年",
            "第一批",
            "前三名",
            "今年",
            "当日",
            "本月",
            "上半",
            "明确",
            "一是",
            "十二项",
            "2024",
            "2022—2035",
            "4类",
            "123456789012345678901",
        ] {
            check(&[(text, "")]);
        }
    }

    #[test]
    fn times_of_day() {
        check(&[
            ("工作日9:00至17:00", "9:00至17:00@"),
            ("8:00—17:30", "8:00—17:30@"),
            ("上午8：30-11：30", "8：30-11：30@"),
            ("2024年3月5日9时30分", "2024年3月5日=2024-03-05 | 9时30分@"),
            ("下午14时至16时", "14时至16时@"),
            ("5千瓦时", ""),
        ]);
    }

    #[test]
    fn damaged_dates() {
        check(&[
            ("202356日印发", "202356日=2023-05-06"),
            ("20231011日", "20231011日=2023-10-11"),
            ("2023112日", "2023112日=2023"),
            ("20235月6日", "20235月6日=2023-05-06"),
            ("2023年56日", "2023年56日=2023-05-06"),
        ]);
    }

    #[test]
    fn long_runs_are_passed_over_once() {
        assert!(dates(&"9".repeat(200_000)).is_empty());
        assert!(dates(&"1、".repeat(50_000)).is_empty());
        assert!(dates(&"2023-".repeat(50_000)).is_empty());
        assert!(dates(&"一".repeat(50_000)).is_empty());
    }
}
