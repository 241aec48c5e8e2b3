//! A comparison of two years in the terminal: indicators, problems, sentences taken over, promises.

use super::columns::{clean, pad, trim, width};
use super::wire::{Comparison, Metric, MetricChange};
use crate::i18n::{Lang, Text};
use std::fmt::Write;

const HEAD: Text = Text::new("{0}　{1} → {2}", "{0}  {1} → {2}");
const METRICS: Text =
    Text::new("指标：对上 {0}，新增 {1}，不再提 {2}", "indicators: {0} matched, {1} added, {2} dropped");
const PROBLEMS: Text =
    Text::new("问题：再次出现 {0}，新出现 {1}，不再提 {2}", "problems: {0} repeated, {1} new, {2} not named again");
const RECYCLED: Text = Text::new("沿用上年语句：{0}", "sentences taken over: {0}");
const PROMISES: Text =
    Text::new("上年承诺：兑现 {0}，未兑现 {1}，未提及 {2}", "promises: {0} kept, {1} missed, {2} silent");
const CORRECTED: Text = Text::new("已更正", "corrected");
const NAMELESS: Text = Text::new("（单位不明）", "(body unknown)");

/// The comparison in lines of at most `columns`.
#[must_use]
pub fn years(comparison: &Comparison, columns: usize, lang: Lang) -> String {
    let mut out = String::new();
    let year = |year: Option<i16>| year.map_or_else(|| "?".to_owned(), |year| year.to_string());
    let body = comparison.body.as_deref().unwrap_or(NAMELESS.get(lang));
    let head = HEAD.fill(lang, &[&clean(body), &year(comparison.old.year), &year(comparison.new.year)]);
    let _ = writeln!(out, "{}", trim(&head, columns));
    metrics(comparison, columns, lang, &mut out);
    problems(comparison, columns, lang, &mut out);
    sentences(comparison, columns, lang, &mut out);
    out
}

fn count<T>(list: &[T], status: impl Fn(&T) -> &str, wanted: &str) -> usize {
    list.iter().filter(|item| status(item) == wanted).count()
}

fn metrics(comparison: &Comparison, columns: usize, lang: Lang, out: &mut String) {
    let of = |status| count(&comparison.metrics, |change| change.status, status);
    let _ = writeln!(out, "\n{}", METRICS.fill(lang, &[&of("matched"), &of("added"), &of("dropped")]));
    let matched: Vec<_> = comparison.metrics.iter().filter(|change| change.status == "matched").collect();
    let names = matched.iter().map(|change| width(&clean(name(change))));
    let wide = names.max().unwrap_or_default().min(columns / 2);
    for change in matched {
        let name = clean(name(change));
        let line = format!("  {}  {}", pad(&trim(&name, wide), wide), values(change, lang));
        let _ = writeln!(out, "{}", trim(&line, columns));
        for warning in &change.warnings {
            let _ = writeln!(out, "{}", trim(&format!("    ! {}", clean(warning)), columns));
        }
    }
}

fn name(change: &MetricChange) -> &str {
    change.new.as_ref().or(change.old.as_ref()).map_or("", |metric| &metric.name)
}

/// `98家 → 124家  +26  ×1.265`.
fn values(change: &MetricChange, lang: Lang) -> String {
    let value =
        |metric: Option<&Metric>| metric.map_or_else(String::new, |metric| format!("{}{}", metric.value, metric.unit));
    let mut shown = format!("{} → {}", value(change.old.as_ref()), value(change.new.as_ref()));
    if let Some(delta) = change.delta {
        let sign = if delta.0.is_sign_negative() { "" } else { "+" };
        let _ = write!(shown, "  {sign}{delta}");
    }
    if let Some(ratio) = change.ratio {
        let _ = write!(shown, "  ×{ratio}");
    }
    let corrected = |metric: &Option<Metric>| metric.as_ref().is_some_and(|metric| metric.corrected.is_some());
    if change.pinned || corrected(&change.old) || corrected(&change.new) {
        let _ = write!(shown, "  〔{}〕", CORRECTED.get(lang));
    }
    shown
}

fn problems(comparison: &Comparison, columns: usize, lang: Lang, out: &mut String) {
    let of = |status| count(&comparison.problems, |change| change.status, status);
    let _ = writeln!(out, "\n{}", PROBLEMS.fill(lang, &[&of("repeated"), &of("new"), &of("resolved")]));
    for change in comparison.problems.iter().filter(|change| change.status == "repeated") {
        let text = |words: &Option<String>| clean(words.as_deref().unwrap_or_default()).into_owned();
        let line = format!("  {}  ⇒  {}", text(&change.old_text), text(&change.new_text));
        let _ = writeln!(out, "{}", trim(&line, columns));
    }
}

fn sentences(comparison: &Comparison, columns: usize, lang: Lang, out: &mut String) {
    let _ = writeln!(out, "\n{}", RECYCLED.fill(lang, &[&comparison.measures.len()]));
    for recycled in &comparison.measures {
        let line = format!("  {} ⇒ {}  {}", recycled.old, recycled.new, clean(&recycled.new_text));
        let _ = writeln!(out, "{}", trim(&line, columns));
    }
    let of = |status| count(&comparison.promises, |promise| promise.status, status);
    let _ = writeln!(out, "\n{}", PROMISES.fill(lang, &[&of("kept"), &of("missed"), &of("silent")]));
    for promise in comparison.promises.iter().filter(|promise| promise.status != "silent") {
        let mark = if promise.status == "kept" { "✓" } else { "✗" };
        let line = format!("  {mark} {}  {}", clean(&promise.old_text), clean(&promise.why));
        let _ = writeln!(out, "{}", trim(&line, columns));
    }
}
