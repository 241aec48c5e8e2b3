//! The parts of a date as printed, and the years that are left out.

use crate::model::PartialDate;

/// How a year is named by a word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Offset(pub i16);

/// A date as far as its words go.
#[derive(Clone, Copy, Default)]
pub(super) struct Parts {
    pub year: Option<i16>,
    /// 今年, 去年, 明年 in place of a year.
    pub offset: Option<Offset>,
    pub month: Option<u8>,
    pub day: Option<u8>,
    /// 底, 末: the last day of the month or year.
    pub last_day: bool,
    /// First and last month of a half year, a quarter, 前10个月.
    pub months: Option<(u8, u8)>,
    /// A number without its 年 or 月, which only a range or a list completes.
    pub bare: bool,
}

impl Parts {
    pub(super) fn with_month(self, month: u8) -> Self {
        Self { month: Some(month), months: None, ..self }
    }

    /// Whether the two can be ends of one range: years with years, months with months.
    pub(super) fn fits_after(&self, first: &Parts) -> bool {
        if first.bare && first.day.is_none() {
            return self.day.is_none() && self.month.is_some() == first.month.is_some();
        }
        self.year.is_some() || self.month.is_some() && first.month.is_some()
    }
}

/// The year that a date without one takes over.
#[derive(Default)]
pub(super) struct Years {
    last: Option<i16>,
}

impl Years {
    /// Dates without a year take this one over.
    pub(super) fn of(year: i16) -> Self {
        Self { last: Some(year) }
    }

    /// A single date.
    pub(super) fn date(&mut self, parts: &Parts) -> Option<PartialDate> {
        let year = self.year_of(parts)?;
        if parts.offset.is_none() {
            self.last = Some(year);
        }
        Some(dated(year, parts))
    }

    /// Both ends of a range. A last month before the first lies in the next year. A span of whole years says nothing about
    /// the year of later dates.
    pub(super) fn range(&mut self, first: &Parts, last: &Parts) -> (Option<PartialDate>, Option<PartialDate>) {
        let whole_years = first.month.is_none() && last.month.is_none();
        let from = self.year_of(first);
        let until = match (last.year, last.offset) {
            (Some(year), _) => Some(year),
            (None, Some(Offset(offset))) => from.map(|year| year + offset),
            (None, None) => from.map(|year| year + i16::from(last.month < first.month)),
        };
        let from = if first.year.is_none() && first.offset.is_none() && last.year.is_some() {
            until.map(|year| year - i16::from(last.month < first.month))
        } else {
            from
        };
        if !whole_years || self.last.is_none() {
            self.last = until.or(from).or(self.last);
        }
        (from.map(|year| dated(year, first)), until.map(|year| dated(year, last)))
    }

    fn year_of(&self, parts: &Parts) -> Option<i16> {
        parts.year.or_else(|| self.last.map(|year| year + parts.offset.map_or(0, |Offset(years)| years)))
    }
}

fn dated(year: i16, parts: &Parts) -> PartialDate {
    let month = if parts.last_day && parts.month.is_none() { Some(12) } else { parts.month };
    let longest = month.map_or(31, |month| days_of(year, month));
    let day = if parts.last_day { Some(longest) } else { parts.day.filter(|day| *day <= longest) };
    PartialDate { year, month, day }
}

fn days_of(year: i16, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
