//! Growth and decline: verbs of change before a number, pairs 由…到…, and what a change is measured against.

use super::mention::Mention;
use super::page::Page;
use super::trim;
use crate::Span;
use crate::lexicon::ChangeClass;
use crate::model::{Basis, Change, Direction};

/// A verb of change that ends the words before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Growth {
    /// What grew: the words before the verb and its circumstances.
    pub subject: Span,
    /// The verb with 年均, 平均 before it.
    pub verb: Span,
    pub change: Change,
}

/// Reads the verb of change at the end of `left`, the words before a number.
pub(super) fn growth(page: &Page<'_>, left: Span) -> Option<Growth> {
    let words = left.slice(page.text).trim_end_matches([' ', '约', '近', '了', '超', '过', '逾', '达']);
    let (len, class) = page.lexicon.change.suffix_of(words)?;
    if !trim::is_whole_word_at_end(page, Span::new(left.lo(), left.lo() + words.len()), len) {
        return None;
    }
    let direction = match class {
        ChangeClass::Up => Direction::Up,
        ChangeClass::Down => Direction::Down,
        ChangeClass::Level => return None,
    };
    let compared = words.contains(['比', '较']);
    if matches!(&words[words.len() - len..], "多" | "少") && !compared {
        return None;
    }
    let mut verb = Span::new(left.lo() + words.len() - len, left.lo() + words.len());
    let mut subject = &words[..words.len() - len];
    for adverb in ["年均", "平均", "日均", "月均", "净", "累计"] {
        if let Some(rest) = subject.strip_suffix(adverb) {
            subject = rest;
            verb.start -= adverb.len() as u32;
        }
    }
    let (subject, basis) = without_basis(subject);
    let subject = Span::new(left.lo(), left.lo() + subject.len());
    Some(Growth { subject, verb, change: Change { direction, basis } })
}

/// Parts the words of comparison from the end of `subject`: 同比, 比上年, 较巡察前.
pub(super) fn without_basis(subject: &str) -> (&str, Option<Basis>) {
    let mut rest = subject.trim_end_matches([' ', '\u{a0}']);
    let mut basis = None;
    loop {
        let before = rest;
        for adverb in [
            "分别",
            "同口径",
            "按可比口径",
            "按可比价",
            "均",
            "又",
            "再",
            "进一步",
            "大幅",
            "大幅度",
            "明显",
            "已",
            "共",
            "净",
            "有所",
            "也",
            "持续",
            "双双",
            "逐年",
        ] {
            rest = rest.strip_suffix(adverb).unwrap_or(rest);
        }
        if let Some(less) = rest.strip_suffix("同比") {
            (rest, basis) = (less, Some(Basis::YearOnYear));
        } else if let Some(less) = rest.strip_suffix("环比") {
            (rest, basis) = (less, Some(Basis::PeriodOnPeriod));
        } else if let Some(at) = comparison(rest) {
            let against = &rest[at..];
            let yearly = ["上年", "去年", "前一年"].iter().any(|year| against.contains(year));
            (rest, basis) = (&rest[..at], if yearly { Some(Basis::YearOnYear) } else { basis });
        }
        rest = rest.trim_end_matches([' ', '\u{a0}']);
        if rest == before {
            return (rest, basis);
        }
    }
}

/// Where a comparison that runs to the end of `words` begins: 比上年, 较2021年, 比全省平均水平.
fn comparison(words: &str) -> Option<usize> {
    let at = ["比", "较"].iter().filter_map(|word| words.rfind(word)).max()?;
    let against = &words[at + "比".len()..];
    let noun = ["例", "重", "率", "赛", "对", "值", "选", "武"].iter().any(|c| against.starts_with(c));
    let before = words[..at].ends_with(['占', '环', '同', '对', '配', '耗']);
    let short = against.chars().count() <= 14 && !against.is_empty();
    (!noun && !before && short && !against.contains(['、', '”'])).then_some(at)
}

/// Longest stretch, in bytes, between the two numbers of a pair.
const LONGEST_LINK: usize = 60;

/// How the second of two mentions follows from the first: 由21.5%提高到27.8%.
pub(super) fn pair(page: &Page<'_>, from: &Mention<'_>, to: &Mention<'_>) -> Option<Option<Change>> {
    let between = page.text.get(from.outer.hi()..to.outer.lo()).filter(|between| between.len() <= LONGEST_LINK)?;
    let between = between.trim_matches([' ', '\u{a0}', '，', ',']);
    let between = between.strip_prefix('（').unwrap_or(between);
    let plain = strip_adverbs(merged(page, from, between));
    let verb = page.lexicon.change.prefix_of(plain);
    let (rest, direction) = match verb {
        Some((len, class)) => (&plain[len..], *class),
        None => (plain, ChangeClass::Level),
    };
    let arrived = matches!(
        rest,
        "到" | "至" | "为" | "成" | "了" | "到了" | "达到" | "" | "到现在的" | "到目前的" | "至目前的" | "至现在的"
    );
    let level = !plain.is_empty()
        && arrived
        && (verb.is_some() && !rest.is_empty() || matches!(rest, "" | "到" | "至") && opens_pair(page, from));
    if !level || from.unit != to.unit && from.dimension() != to.dimension() {
        return None;
    }
    let direction = match direction {
        ChangeClass::Up => Some(Direction::Up),
        ChangeClass::Down => Some(Direction::Down),
        ChangeClass::Level => compare(from, to),
    };
    Some(direction.map(|direction| Change { direction, basis: None }))
}

/// 把28个学科归并为12个: the noun between the first number and the verb is passed over.
fn merged<'t>(page: &Page<'_>, from: &Mention<'_>, between: &'t str) -> &'t str {
    let Some(stem) = between.strip_suffix(['为', '成', '到', '至']) else { return between };
    let Some((len, _)) = page.lexicon.change.suffix_of(stem) else { return between };
    let clause = page.clause_before(from.outer.lo());
    if clause.chars().rev().take(14).any(|c| matches!(c, '把' | '将')) {
        &between[stem.len() - len..]
    } else {
        between
    }
}

/// Whether 由 or 从 stands before the first number of a pair.
pub(super) fn opens_pair(page: &Page<'_>, from: &Mention<'_>) -> bool {
    let clause = page.clause_before(from.outer.lo());
    clause.chars().rev().take(12).any(|c| matches!(c, '由' | '从' | '自'))
}

fn strip_adverbs(words: &str) -> &str {
    let mut rest = words;
    loop {
        let before = rest;
        for adverb in [
            "大幅",
            "逐步",
            "进一步",
            "已",
            "分别",
            "快速",
            "稳步",
            "明显",
            "再",
            "又",
            "平均",
            "持续",
            "以上",
            "左右",
            "以下",
        ] {
            rest = rest.strip_prefix(adverb).unwrap_or(rest);
        }
        if rest == before {
            return rest;
        }
    }
}

fn compare(from: &Mention<'_>, to: &Mention<'_>) -> Option<Direction> {
    let scaled = |m: &Mention| m.known.as_ref().map_or(m.value, |unit| m.value.saturating_mul(unit.factor));
    match scaled(from).cmp(&scaled(to)) {
        std::cmp::Ordering::Less => Some(Direction::Up),
        std::cmp::Ordering::Greater => Some(Direction::Down),
        std::cmp::Ordering::Equal => None,
    }
}
