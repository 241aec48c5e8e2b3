//! The time that a metric speaks of, so far as the words say it: the nearest date before it in its sentence, else a date in
//! the heading it stands under. Never a guess: no date, no period.

use super::page::Page;
use crate::Span;
use crate::model::{PartialDate, Period};
use crate::scan::{DateKind, DateToken};
use memchr::memmem;

/// Phrases for a time whose days the words leave open.
const OPEN: [&str; 9] = [
    "集中整改期间",
    "巡察整改以来",
    "巡视整改以来",
    "整改以来",
    "整改期间",
    "今年以来",
    "近年来",
    "近三年来",
    "去年以来",
];

/// What every one of them ends with.
const ENDS: [&str; 3] = ["以来", "年来", "期间"];

/// How many dates back the nearest one that fits is looked for.
const REACH: usize = 6;

/// Bytes of a sentence that are looked through for a time.
const SENTENCE: usize = 900;

/// The times that a page states.
pub(super) struct Times<'a> {
    page: &'a Page<'a>,
    /// Where the phrases of [`OPEN`] stand, by the place of their end, the longer ones last.
    open: Vec<Span>,
}

impl<'a> Times<'a> {
    pub fn new(page: &'a Page<'a>) -> Self {
        let ends = ENDS.iter().flat_map(|end| memmem::find_iter(page.text.as_bytes(), end).map(|at| at + end.len()));
        let ending = |end: usize| {
            let phrases = OPEN.iter().filter(move |phrase| page.text[..end].ends_with(**phrase));
            phrases.map(move |phrase| Span::new(end - phrase.len(), end))
        };
        let mut open: Vec<Span> = ends.flat_map(ending).collect();
        open.sort_by_key(|span| (span.hi(), span.len()));
        Self { page, open }
    }

    /// The period of a metric whose words begin at `at`, in the sentence that begins at `sentence`.
    pub fn period(&self, sentence: usize, at: usize) -> Option<Period> {
        let page = self.page;
        let from = (at.saturating_sub(SENTENCE)..=at).find(|&from| page.text.is_char_boundary(from)).unwrap_or(at);
        self.stated(Span::new(sentence.max(from).min(at), at)).or_else(|| {
            let heading = page.outline.get(page.node(at)?).heading;
            if heading.hi() <= at { self.stated(heading) } else { None }
        })
    }

    /// The last time that is stated in `place`.
    fn stated(&self, place: Span) -> Option<Period> {
        match (dated(self.page, place), self.open(place)) {
            (Some(dated), Some(open)) => Some(if open.span.lo() > dated.span.hi() { open } else { dated }),
            (dated, open) => dated.or(open),
        }
    }

    fn open(&self, place: Span) -> Option<Period> {
        let next = self.open.partition_point(|span| span.hi() <= place.hi());
        let mut near = self.open[..next].iter().rev().take_while(|span| span.hi() > place.lo());
        let span = *near.find(|span| span.lo() >= place.lo())?;
        Some(Period { start: None, end: None, span })
    }
}

fn dated(page: &Page<'_>, place: Span) -> Option<Period> {
    let dates = &page.scan.dates;
    let next = dates.partition_point(|date| date.span.hi() <= place.hi());
    let near = dates[next.saturating_sub(REACH)..next].iter().rev().take_while(|date| date.span.lo() >= place.lo());
    near.filter_map(|date| read(page, place, date)).next()
}

/// What a date says of the time of a metric behind it; `None` for a time of day, a basis of comparison or a title's year.
fn read(page: &Page<'_>, place: Span, date: &DateToken) -> Option<Period> {
    if date.kind == DateKind::Clock || page.scan.marks.in_title(date.span.lo()) {
        return None;
    }
    let before = &page.text[place.lo()..date.span.lo()];
    if before.ends_with(['较', '比', '〔']) {
        return None;
    }
    let until = ["截至", "截止", "截止到", "截至到", "至", "到"]
        .iter()
        .filter(|word| before.ends_with(**word))
        .max_by_key(|w| w.len());
    let after = &page.text[date.span.hi()..];
    let tail = ["以来", "至今", "起", "底前", "年底前", "前", "之前", "底", "末"]
        .iter()
        .find(|word| after.starts_with(**word));
    let since = matches!(tail, Some(&"以来" | &"至今" | &"起"));
    let by = until.is_some() || tail.is_some_and(|word| word.ends_with('前'));
    let start = date.start;
    let (start, end) = match date.kind {
        DateKind::Range => (start, date.end),
        _ if since => (start, None),
        _ if by => (None, start),
        _ => (start, start),
    };
    let (start, end) = (start.map(first_day), end.map(last_day));
    let span = Span::new(
        date.span.lo() - until.map_or(0, |word| word.len()),
        date.span.hi() + tail.map_or(0, |word| word.len()),
    );
    Some(Period { start, end, span })
}

fn first_day(date: PartialDate) -> PartialDate {
    PartialDate { month: date.month.or(Some(1)), day: date.day.or(Some(1)), ..date }
}

fn last_day(date: PartialDate) -> PartialDate {
    let month = date.month.unwrap_or(12);
    let leap = date.year % 4 == 0 && date.year % 100 != 0 || date.year % 400 == 0;
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    PartialDate { month: Some(month), day: date.day.or(Some(days)), ..date }
}

#[cfg(test)]
mod tests {
    use super::super::sample::shown;
    use crate::model::PartialDate;

    /// Each metric with its period: first day..last day, and the words.
    fn check(cases: &[(&str, &[&str])]) {
        for (text, want) in cases {
            let day = |date: Option<PartialDate>| date.map_or(String::new(), |date| date.to_string());
            let got = shown(text, |_, metric| {
                let period = metric.period?;
                Some(format!("{}..{} {}", day(period.start), day(period.end), period.span.slice(text)))
            });
            assert_eq!(got, *want, "{text}");
        }
    }

    #[test]
    fn periods_in_the_words() {
        check(&[
            ("2024年，培训干部45人。", &["45人 2024-01-01..2024-12-31 2024年"]),
            ("截至2024年9月底，投入资金2.3亿元。", &["2.3亿元 ..2024-09-30 截至2024年9月底"]),
            ("2023年以来，新增就业1.2万人。", &["1.2万人 2023-01-01.. 2023年以来"]),
            ("2024年1—10月，培训干部45人。", &["45人 2024-01-01..2024-10-31 2024年1—10月"]),
            ("巡察整改以来，签约项目37个。", &["37个 .. 巡察整改以来"]),
        ]);
    }

    #[test]
    fn open_times_end_as_they_are_looked_for() {
        for phrase in super::OPEN {
            assert_eq!(super::ENDS.iter().filter(|end| phrase.ends_with(**end)).count(), 1, "{phrase}");
        }
    }

    #[test]
    fn no_date_no_period() {
        check(&[
            ("培训干部45人。", &[]),
            ("2024年建成投用。培训干部45人。", &[]),
            ("印发《2024年工作要点》，培训干部45人。", &[]),
            ("普及率较2020年提高18.2个百分点。", &[]),
        ]);
    }
}
