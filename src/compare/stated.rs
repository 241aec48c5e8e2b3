//! What the new notice itself says of a change (`同比增长12%`), checked against the values of both.

use super::Edition;
use super::arithmetic::{blur, says_change};
use crate::model::{Approx, Basis, Change, Dimension, Direction, Message, Metric};
use rust_decimal::Decimal;

/// Metrics behind a level in which the change that is stated of it may stand.
const REACH: usize = 3;

/// A warning where the change that the new notice states of its metric `at` since the year before does not follow from
/// `old`, the same indicator in the old notice; `None` where none is stated, where the notices are not a year apart, or
/// where it fits: within one unit of its last digit and what the values may have been rounded by.
pub(super) fn check(old: (&Edition<'_>, &Metric), new: (&Edition<'_>, usize)) -> Option<Message> {
    let (before, after) = (old.0.notice.year?, new.0.notice.year?);
    let metrics = &new.0.notice.metrics;
    let level = metrics.get(new.1)?;
    if after - before != 1 || says_change(level) {
        return None;
    }
    let stated = metrics.iter().skip(new.1 + 1).take(REACH).find(|metric| is_of(metric, level))?;
    let growth = Growth::of(old.1, level, stated)?;
    let texts = (old.0.document.text(), new.0.document.text());
    if growth.fits(stated, growth.slack(texts, old.1, level, stated)) {
        return None;
    }
    let words = |metric: &Metric, text: &str| metric.quantity.span.slice(text).to_owned();
    let [old_value, new_value] = [words(old.1, texts.0), words(level, texts.1)];
    Some(
        Message::new(
            "原文称{stated}，而上年为{old}、本年为{new}，{arithmetic}",
            "the notice says {stated}; it was {old} and is {new}: {arithmetic}",
        )
        .with("stated", stated.span.slice(texts.1).to_owned())
        .with("old", old_value)
        .with("new", new_value)
        .with("arithmetic", growth.arithmetic()),
    )
}

/// Whether `metric` says by how much `level` changed since the year before.
fn is_of(metric: &Metric, level: &Metric) -> bool {
    let since_last_year = matches!(metric.change, Some(Change { basis: Some(Basis::YearOnYear), .. }));
    let name = metric.key.trim_end_matches("[增]").trim_end_matches("[降]");
    since_last_year && says_change(metric) && name == level.key && metric.node == level.node
}

/// How an indicator grew, in the measure that a statement speaks in.
#[derive(Debug, Clone, Copy)]
struct Growth {
    old: Decimal,
    new: Decimal,
    kind: Kind,
    value: Decimal,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    /// In percent of the old value.
    Rate,
    /// The difference of two rates.
    Points,
    /// The difference of two amounts.
    Amount,
}

impl Growth {
    fn of(old: &Metric, new: &Metric, stated: &Metric) -> Option<Self> {
        let (from, to) = (old.quantity.base.value, new.quantity.base.value);
        let kind = match (stated.quantity.dimension, new.quantity.dimension) {
            (Dimension::PercentagePoint, Dimension::Ratio) => Kind::Points,
            (Dimension::Ratio, _) => Kind::Rate,
            (a, b) if a == b && stated.quantity.base.unit == new.quantity.base.unit => Kind::Amount,
            _ => return None,
        };
        let difference = to.checked_sub(from)?;
        let value = match kind {
            Kind::Rate => difference.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(from)?,
            Kind::Points | Kind::Amount => difference,
        };
        Some(Self { old: from, new: to, kind, value })
    }

    /// How far statement and arithmetic may lie apart by rounding alone.
    fn slack(&self, texts: (&str, &str), old: &Metric, new: &Metric, stated: &Metric) -> Decimal {
        let (from, to) = (blur(old, texts.0), blur(new, texts.1));
        let inputs = match self.kind {
            Kind::Rate if !self.old.is_zero() => Decimal::ONE_HUNDRED * (to + from * self.new / self.old) / self.old,
            Kind::Rate => Decimal::ZERO,
            Kind::Points | Kind::Amount => from + to,
        };
        inputs + blur(stated, texts.1) * Decimal::TWO + last_digit(stated, texts.1)
    }

    fn fits(&self, stated: &Metric, slack: Decimal) -> bool {
        let down = matches!(stated.change, Some(Change { direction: Direction::Down, .. }));
        let said = if down { -stated.quantity.base.value } else { stated.quantity.base.value };
        match stated.quantity.approx {
            Approx::Exact => (self.value - said).abs() <= slack,
            Approx::About => (self.value - said).abs() <= slack + said.abs() / Decimal::TEN,
            Approx::Over => self.value.abs() + slack >= said.abs() && self.value.is_sign_negative() == down,
            Approx::Under => self.value.abs() <= said.abs() + slack && self.value.is_sign_negative() == down,
        }
    }

    fn arithmetic(&self) -> String {
        let (old, new) = (self.old.normalize(), self.new.normalize());
        let result = self.value.round_dp(2).normalize();
        match self.kind {
            Kind::Rate => format!("({new}-{old})/{old}={result}%"),
            Kind::Points => format!("{new}-{old}={result}个百分点"),
            Kind::Amount => format!("{new}-{old}={result}"),
        }
    }
}

/// One unit of the last digit of a whole number, which `blur` leaves out: 12% may be 11.6 % or 12.4 %.
fn last_digit(metric: &Metric, text: &str) -> Decimal {
    if blur(metric, text).is_zero() && metric.quantity.dimension == Dimension::Ratio {
        Decimal::ONE
    } else {
        Decimal::ZERO
    }
}
