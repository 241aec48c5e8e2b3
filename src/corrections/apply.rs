//! Entries applied to a notice.

use super::Listed;
use super::entry::{Align, Anchor, Entry, MetricFix};
use super::fate::Fate;
use super::place::place;
use crate::model::{Corrected, Metric, MetricId, NamedBy, Notice, Pin, RejectReason, Rejected};
use crate::{Document, Lexicon, quantity};
use rust_decimal::Decimal;

pub(super) fn apply(
    entries: &[Listed],
    document: &Document,
    notice: &mut Notice,
    lexicon: &Lexicon,
) -> Vec<(usize, Fate)> {
    let mut fates = Vec::new();
    let mut dropped = vec![false; notice.metrics.len()];
    for (at, listed) in entries.iter().enumerate() {
        match &listed.entry {
            Entry::Metric(fix) if fix.anchor.names(&document.source().sha256) => {
                let fate = place(&fix.anchor, document, notice).map(|place| {
                    dropped[place] |= fix.drop;
                    correct(&mut notice.metrics[place], fix, document.text(), lexicon)
                });
                fates.push((at, fate.unwrap_or_else(|fate| fate)));
            }
            Entry::Metric(_) => {}
            Entry::Align(align) => fates.extend(pin(at, align, document, notice).map(|fate| (at, fate))),
        }
    }
    if dropped.contains(&true) {
        drop_metrics(notice, &dropped);
    }
    fates
}

/// Puts right what the entry says, and keeps what was read.
fn correct(metric: &mut Metric, fix: &MetricFix, text: &str, lexicon: &Lexicon) -> Fate {
    if fix.drop {
        return Fate::Applied;
    }
    let mut before = Corrected::default();
    let key = metric.key.clone();
    if let Some(name) = fix.name.as_ref().filter(|name| **name != metric.name) {
        before.name = Some(std::mem::replace(&mut metric.name, name.clone()));
        metric.name_spans.clear();
        metric.named_by = NamedBy::Corrected;
        metric.key = quantity::key_of(metric, text, lexicon);
    }
    if let Some(key) = &fix.key {
        metric.key.clone_from(key);
    }
    before.key = Some(key).filter(|key| *key != metric.key);
    if let Some(value) = fix.value.filter(|value| *value != metric.quantity.value) {
        before.value = Some(set_value(metric, value, lexicon));
    }
    if let Some(role) = fix.role.filter(|role| *role != metric.role) {
        before.role = Some(std::mem::replace(&mut metric.role, role));
    }
    if before == Corrected::default() {
        return Fate::Needless;
    }
    let earlier = metric.corrected.take().map(|earlier| *earlier).unwrap_or_default();
    metric.corrected = Some(Box::new(Corrected {
        name: earlier.name.or(before.name),
        key: earlier.key.or(before.key),
        value: earlier.value.or(before.value),
        role: earlier.role.or(before.role),
        reason: fix.reason.clone().or(earlier.reason),
    }));
    Fate::Applied
}

/// Sets the value, its base with it, and gives the value that was read.
fn set_value(metric: &mut Metric, value: Decimal, lexicon: &Lexicon) -> Decimal {
    let quantity = &mut metric.quantity;
    let known = || lexicon.units.get(&quantity.unit).map_or(Decimal::ONE, |unit| unit.factor);
    let factor = quantity.base.value.checked_div(quantity.value).unwrap_or_else(known);
    quantity.base.value = value.checked_mul(factor).unwrap_or(value).normalize();
    quantity.fraction = None;
    std::mem::replace(&mut quantity.value, value)
}

/// Marks the metrics of this notice that the alignment speaks of; a fate for each side that names this notice.
fn pin<'n>(
    at: usize,
    align: &'n Align,
    document: &'n Document,
    notice: &'n mut Notice,
) -> impl Iterator<Item = Fate> + use<'n> {
    let pin = Pin { entry: u32::try_from(at).unwrap_or(u32::MAX), same: !align.apart };
    let sides: [&Anchor; 2] = [&align.old, &align.new];
    sides.into_iter().filter(|side| side.names(&document.source().sha256)).map(move |side| {
        match place(side, document, notice) {
            Ok(place) => {
                notice.metrics[place].pins.push(pin);
                Fate::Applied
            }
            Err(fate) => fate,
        }
    })
}

/// Takes the metrics away that are `dropped`: their numbers go to the rejected ones, and parts of them stand alone.
fn drop_metrics(notice: &mut Notice, dropped: &[bool]) {
    let mut left = 0;
    let places: Vec<Option<MetricId>> = dropped
        .iter()
        .map(|dropped| {
            left += u32::from(!dropped);
            (!dropped).then(|| MetricId(left - 1))
        })
        .collect();
    let (gone, mut kept): (Vec<_>, Vec<_>) =
        std::mem::take(&mut notice.metrics).into_iter().zip(dropped).partition(|(_, dropped)| **dropped);
    let number =
        |(metric, _): &(Metric, &bool)| Rejected { span: metric.quantity.span, reason: RejectReason::Corrected };
    notice.rejected.extend(gone.iter().map(number));
    notice.rejected.sort_by_key(|rejected| rejected.span);
    for (metric, _) in &mut kept {
        metric.part_of = metric.part_of.and_then(|MetricId(whole)| places[whole as usize]);
    }
    notice.metrics = kept.into_iter().map(|(metric, _)| metric).collect();
}

#[cfg(test)]
mod tests {
    use super::super::Corrections;
    use super::*;
    use std::path::Path;

    const TEXT: &str = "一、招商不力\n一是抓招商。签约项目37个，其中亿元以上项目6个，到位资金1500万元。\n二是抓服务。走访企业37家，培训120人次。签约项目37个。\n";

    fn corrected(entries: &str) -> (Notice, Vec<Fate>) {
        let lexicon = Lexicon::builtin();
        let document = crate::ingest::from_bytes(TEXT.into(), Path::new("a.txt"), &Default::default()).unwrap();
        let mut notice = crate::parse(&document, &lexicon);
        let mut corrections = Corrections::default();
        let entries = entries.replace("HASH", &document.source().sha256[..12]);
        corrections.add(Path::new("c.toml"), &entries).unwrap();
        let fates = corrections.apply(&document, &mut notice, &lexicon);
        let fates = corrections.told(&fates).into_iter().map(|told| told.fate).collect();
        (notice, fates)
    }

    fn one(fields: &str) -> (Notice, Fate) {
        let (notice, fates) = corrected(&format!("[[metric]]\nnotice = 'HASH'\n{fields}\n"));
        (notice, fates[0])
    }

    #[test]
    fn values_bases_names_and_keys_follow() {
        let (notice, fate) =
            one("quote = '到位资金1500万元'\nvalue = 1600.5\nname = '实际到位资金'\nreason = '财务核实'");
        assert_eq!(fate, Fate::Applied);
        let metric = notice.metrics.iter().find(|metric| metric.name == "实际到位资金").unwrap();
        assert_eq!(metric.quantity.base.value.to_string(), "16005000");
        assert_eq!(metric.named_by, NamedBy::Corrected);
        assert!(metric.key.contains("实际"), "{}", metric.key);
        let before = metric.corrected.as_deref().unwrap();
        assert_eq!((before.name.as_deref(), before.value), (Some("到位资金"), Some(1500.into())));
        assert_eq!((before.role, before.reason.as_deref()), (None, Some("财务核实")));
    }

    #[test]
    fn a_dropped_whole_leaves_its_parts() {
        let (notice, fate) = one("quote = '签约项目37个，其中'\ndrop = true");
        assert_eq!(fate, Fate::Applied);
        let part = notice.metrics.iter().find(|metric| metric.quantity.value == 6.into()).unwrap();
        assert_eq!(part.part_of, None);
        assert!(notice.rejected.iter().any(|rejected| rejected.reason == RejectReason::Corrected));
    }

    #[test]
    fn an_entry_that_does_not_fit_changes_nothing() {
        for (fields, want) in [
            ("quote = '签约项目99个'\nvalue = 1", Fate::NoQuote),
            ("quote = '一是抓招商'\nvalue = 1", Fate::NoMetric),
            ("quote = '签约项目37个'\nvalue = 1", Fate::Several),
            ("quote = '签约项目37个'\nnth = 3\nvalue = 1", Fate::NoQuote),
            ("quote = '走访企业37家，培训120人次'\nvalue = 1", Fate::Several),
            ("quote = '走访企业37家'\nvalue = 37", Fate::Needless),
        ] {
            let (notice, fate) = one(fields);
            assert_eq!(fate, want, "{fields}");
            assert!(notice.metrics.iter().all(|metric| metric.corrected.is_none()), "{fields}");
        }
    }

    #[test]
    fn nth_and_number_tell_which() {
        for fields in [
            "quote = '签约项目37个'\nnth = 2\nvalue = 1",
            "quote = '走访企业37家，培训120人次'\nnumber = '120人次'\nvalue = 1",
        ] {
            let (notice, fate) = one(fields);
            assert_eq!(
                (fate, notice.metrics.iter().filter(|metric| metric.corrected.is_some()).count()),
                (Fate::Applied, 1)
            );
        }
    }

    #[test]
    fn other_notices_are_left_alone() {
        let (_, fates) = corrected("[[metric]]\nnotice = '000000000000'\nquote = '37家'\nvalue = 1\n");
        assert_eq!(fates, [Fate::NoNotice]);
        let align =
            "[[align]]\nold = { notice = '000000000000', quote = '9家' }\nnew = { notice = 'HASH', quote = '37家' }";
        let (notice, fates) = corrected(align);
        assert_eq!(fates, [Fate::NoNotice]);
        assert_eq!(notice.metrics.iter().filter(|metric| !metric.pins.is_empty()).count(), 1);
    }
}
