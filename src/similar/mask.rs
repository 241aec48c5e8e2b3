//! What stands behind a mark when sentences are compared: figures, dates, and the names of the units concerned.

use crate::model::{Notice, RejectReason};
use crate::{Span, Words};

/// The character that stands for any figure or date.
pub(super) const FIGURE: u16 = 0xe000;
/// The character that stands for any unit's name.
pub(super) const NAME: u16 = 0xe001;

/// Words of a text behind a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Masked {
    /// What the mark replaces.
    pub span: Span,
    /// What is shown of it: a figure with its unit.
    pub shown: Span,
    /// A unit's name; else a figure or a date.
    pub name: bool,
}

/// The masked places of `text`, in order, none overlapping another.
pub(super) fn masked(text: &str, notice: &Notice, names: &Words<()>) -> Vec<Masked> {
    let mut found: Vec<_> = names.find_in(text).map(|(span, ())| Masked { span, shown: span, name: true }).collect();
    for metric in &notice.metrics {
        let shown = metric.quantity.span;
        let number = Span::new(shown.lo(), shown.lo() + number_at_start(shown.slice(text)));
        if !number.is_empty() {
            found.push(Masked { span: number, shown, name: false });
        }
    }
    let dates = notice.rejected.iter().filter(|rejected| rejected.reason == RejectReason::Date);
    found.extend(dates.map(|date| Masked { span: date.span, shown: date.span, name: false }));
    found.extend(digits(text).map(|span| Masked { span, shown: span, name: false }));
    // Of those that begin together the longest is kept (`2023年`, not `2023`), of equal ones the first: a quantity knows its
    // unit, a run of digits does not.
    found.sort_by_key(|masked| (masked.span.lo(), std::cmp::Reverse(masked.span.hi())));
    let mut end = 0;
    found.retain(|masked| {
        let free = masked.span.lo() >= end;
        if free {
            end = masked.span.hi();
        }
        free
    });
    found
}

/// Length in bytes of the number that `quantity` begins with.
fn number_at_start(quantity: &str) -> usize {
    let number = |c: char| is_digit(c) || "一二三四五六七八九十百千万亿两零〇几半.．,，—–－-~～至 　%％‰".contains(c);
    quantity.len() - quantity.trim_start_matches(number).len()
}

/// Runs of digits with the 年, 月 or 日 behind them.
fn digits(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = next_digit(text, from)?;
        let mut end = start;
        let mut chars = text[start..].chars().peekable();
        while let Some(c) = chars.next() {
            let inside = is_digit(c) || matches!(c, '.' | '．' | ',') && chars.peek().copied().is_some_and(is_digit);
            if !inside && !matches!(c, '年' | '月' | '日') {
                break;
            }
            end += c.len_utf8();
            if !inside {
                break;
            }
        }
        from = end;
        Some(Span::new(start, end))
    })
}

/// The place of the first digit from `from` on: its first byte is looked for, which other characters hardly have.
fn next_digit(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let full = |at: usize| bytes[at..].starts_with(&[0xef, 0xbc]) && text[at..].starts_with(is_digit);
    (from..bytes.len()).find(|at| bytes[*at].is_ascii_digit() || bytes[*at] == 0xef && full(*at))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, Lexicon, parse};

    fn check(text: &str, names: &[&str], want: &[&str]) {
        let notice = parse(&Document::from_text(text), &Lexicon::builtin());
        let found = masked(text, &notice, &Words::of(names));
        let got: Vec<_> = found.iter().map(|masked| masked.span.slice(text)).collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn figures_dates_and_names() {
        check("召开会议12次、整改1,860件。", &[], &["12", "1,860"]);
        check("2023年5月底前完成35.6%", &[], &["2023年", "5月", "35.6%"]);
        check("制定《2024—2025年计划》", &[], &["2024", "2025年"]);
        check("高新区印发通知３份", &["高新区"], &["高新区", "３"]);
        check("新建三处站点", &[], &["三"]);
    }

    #[test]
    fn words_stay() {
        check("完善“三重一大”制度，进一步统一思想", &["高新区"], &[]);
        check("", &["高新区"], &[]);
    }
}
