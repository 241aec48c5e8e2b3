//! What a mention borrows from its neighbours in a list: the unit that only the last one states in full (4.5个和3.8个百分点), the
//! approximation that holds for all (45人、50人以内), the unit left out (甲级2人、乙级1), the unit of persons (9.4万群众).

use super::exclude::is_stop;
use super::mention::{Known, Mention};
use super::page::Page;
use crate::lexicon::NamingClass;
use crate::model::{Approx, Dimension};
use crate::scan::{Form, is_han};
use rust_decimal::Decimal;

/// Completes the mentions of the page.
pub(super) fn complete<'a>(page: &Page<'_>, mut mentions: Vec<Mention<'a>>) -> Vec<Mention<'a>> {
    for index in (0..mentions.len()).rev() {
        if let Some(next) = mentions.get(index + 1).filter(|next| listed(page, &mentions[index], next)).cloned() {
            from_next(page, &mut mentions[index], &next);
        }
        persons(page, &mut mentions[index]);
    }
    mentions
}

/// Whether only a list mark stands between the two.
fn listed(page: &Page<'_>, one: &Mention<'_>, next: &Mention<'_>) -> bool {
    let between = page.text.get(one.span.hi()..next.outer.lo()).unwrap_or_default();
    matches!(between.trim(), "、" | "和" | "及" | "与" | "以及" | "，" | ",")
}

fn from_next<'a>(page: &Page<'_>, mention: &mut Mention<'a>, next: &Mention<'a>) {
    if mention.unit == "个" && next.dimension() == Dimension::PercentagePoint {
        mention.unit.clone_from(&next.unit);
        mention.known.clone_from(&next.known);
    }
    let clause = page.clause_before(mention.span.lo());
    let shared = clause.contains("分别") && mention.approx == Approx::Exact && next.unit == mention.unit;
    let behind = next.outer.hi() > next.span.hi();
    if shared && behind {
        mention.approx = next.approx;
    }
}

/// 甲级2人、乙级1，丙级3: in a list, a number in front of a mark takes the unit of the item before.
pub(super) fn unit_left_out<'a>(page: &Page<'_>, before: Option<&Mention<'a>>, mention: &mut Mention<'a>) {
    let Some(before) = before.filter(|m| mention.unit.is_empty() && m.dimension() == Dimension::Count) else { return };
    let ends = page.text[mention.span.hi()..].chars().next().is_none_or(is_stop);
    let between = page.text.get(before.outer.hi()..mention.span.lo()).unwrap_or_default();
    let item = between.strip_prefix(['、', '，', ',']).unwrap_or_default();
    let noun = (1..=6).contains(&item.chars().count()) && item.chars().all(is_han);
    if ends && noun && mention.form == Form::Digits && mention.value < 10_000.into() {
        mention.unit.clone_from(&before.unit);
        mention.known.clone_from(&before.known);
    }
}

/// 9.4万群众: persons counted without a classifier are counted in 人.
fn persons(page: &Page<'_>, mention: &mut Mention<'_>) {
    let behind = &page.text[mention.span.hi()..];
    if mention.unit.is_empty() && page.lexicon.naming.of(NamingClass::Person).prefix_of(behind).is_some() {
        mention.unit = "人".into();
        mention.known = Some(Known { dimension: Dimension::Count, base: "人".into(), factor: Decimal::ONE });
    }
}
