//! Duplicated passages in the terminal: which notices share how much, then each cluster with its passages.

use super::columns::{clean, pad, trim, width};
use super::wire::{Cluster, Duplicate, Duplicates, Overlap, Place};
use crate::i18n::{Lang, Text};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

const SHARES: Text = Text::new("一份通报中见于另一份的比例", "share of a notice that stands in another one");
const NONE: Text = Text::new("没有发现重复的措施", "no duplicated passages found");
const CLUSTER: Text =
    Text::new("第{0}组  {1}处，{2}份通报，{3}个单位", "cluster {0}  {1} passages, {2} notices, {3} bodies");
const FIRST: Text = Text::new("最早：{0}", "first: {0}");
const BOILERPLATE: Text = Text::new("套话", "set phrase");
const MORE: Text = Text::new("……另有{0}处", "… {0} more");

/// Passages of a cluster that are shown, and shares.
const SHOWN: usize = 8;
const SHARES_SHOWN: usize = 20;
const MORE_SHARES: Text = Text::new("……另有{0}对，见 --format json", "… {0} more pairs of notices: --format json");

/// What was found, in lines of at most `width` columns.
#[must_use]
pub fn copies(found: &Duplicates, columns: usize, lang: Lang) -> String {
    if found.duplicates.is_empty() {
        return format!("{}\n", NONE.get(lang));
    }
    let mut out = String::new();
    shares(&found.matrix, lang, &mut out);
    let mut of_cluster: BTreeMap<usize, Vec<&Duplicate>> = BTreeMap::new();
    for pair in &found.duplicates {
        of_cluster.entry(pair.cluster).or_default().push(pair);
    }
    for cluster in &found.clusters {
        let pairs = of_cluster.get(&cluster.cluster).map_or(&[][..], Vec::as_slice);
        one(cluster, pairs, columns, lang, &mut out);
    }
    out
}

/// The greatest shares first, those of one notice together.
fn shares(matrix: &[Overlap], lang: Lang, out: &mut String) {
    if matrix.is_empty() {
        return;
    }
    let mut rows: Vec<_> = matrix.iter().collect();
    rows.sort_by(|a, b| b.share.0.cmp(&a.share.0).then_with(|| (&a.notice, &a.other).cmp(&(&b.notice, &b.other))));
    let names = rows.iter().flat_map(|row| [name(&row.notice), name(&row.other)]);
    let wide = names.map(|name| width(&name)).max().unwrap_or_default();
    let _ = writeln!(out, "{}", SHARES.get(lang));
    for row in rows.iter().take(SHARES_SHOWN) {
        let percent = (row.share.0 * rust_decimal::Decimal::ONE_HUNDRED).round_dp(1).to_string();
        let (from, to) = (pad(&name(&row.notice), wide), pad(&name(&row.other), wide));
        let _ = writeln!(out, "  {from}  → {to}  {percent:>5} %  {}/{}", row.chars, row.of);
    }
    if rows.len() > SHARES_SHOWN {
        let _ = writeln!(out, "  {}", MORE_SHARES.fill(lang, &[&(rows.len() - SHARES_SHOWN)]));
    }
    out.push('\n');
}

fn one(cluster: &Cluster, pairs: &[&Duplicate], columns: usize, lang: Lang, out: &mut String) {
    let mut head = CLUSTER.fill(lang, &[&cluster.cluster, &cluster.passages, &cluster.notices.len(), &cluster.bodies]);
    if cluster.boilerplate {
        head = format!("{head}  [{}]", BOILERPLATE.get(lang));
    }
    let _ = writeln!(out, "{head}");
    if let Some(date) = &cluster.first_date {
        let first = cluster.first_body.clone().unwrap_or_else(|| name(&cluster.first.notice));
        let _ = writeln!(out, "  {}", FIRST.fill(lang, &[&format!("{} {date}", clean(&first))]));
    }
    let mut places: Vec<&Place> = pairs.iter().flat_map(|pair| [&pair.a, &pair.b]).collect();
    places.sort_by_key(|place| (&place.notice, place.span.start, place.span.end));
    places.dedup_by_key(|place| (&place.notice, place.span.start, place.span.end));
    for place in places.iter().take(SHOWN) {
        let node = place.node.as_deref().unwrap_or("-");
        let line = format!("  {} {node}  {}", name(&place.notice), clean(&place.text));
        let _ = writeln!(out, "{}", trim(&line, columns));
    }
    if places.len() > SHOWN {
        let _ = writeln!(out, "  {}", MORE.fill(lang, &[&(places.len() - SHOWN)]));
    }
    for differs in differing(pairs) {
        let _ = writeln!(out, "{}", trim(&format!("    ≠ {differs}"), columns));
    }
    out.push('\n');
}

/// What differs in the pairs, each once, as many as there is room for.
fn differing(pairs: &[&Duplicate]) -> Vec<String> {
    let all = pairs.iter().flat_map(|pair| &pair.differs);
    let mut told: Vec<_> = all.map(|differs| clean(&format!("{} / {}", differs.a, differs.b)).into_owned()).collect();
    told.sort();
    told.dedup();
    told.truncate(SHOWN);
    told
}

fn name(path: &str) -> String {
    let stem = Path::new(path).file_stem().map_or_else(|| path.into(), |stem| stem.to_string_lossy());
    clean(&stem).into_owned()
}
