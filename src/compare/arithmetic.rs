//! Old and new value of one indicator: difference, ratio, and how far the printed figures let either be wrong.

use crate::Lexicon;
use crate::model::{Change, Direction, Metric};
use rust_decimal::Decimal;

/// Digits behind the point of a ratio.
const RATIO_DIGITS: u32 = 3;

/// New less old, in the unit of the new.
pub(super) fn delta(old: &Metric, new: &Metric, lexicon: &Lexicon) -> Option<Decimal> {
    let factor = lexicon.units.get(&new.quantity.unit).map_or(Decimal::ONE, |unit| unit.factor);
    let difference = signed(new).checked_sub(signed(old))?;
    Some(difference.checked_div(factor)?.normalize())
}

/// New over old.
pub(super) fn ratio(old: &Metric, new: &Metric) -> Option<Decimal> {
    let (old, new) = (signed(old), signed(new));
    let ratio = new.checked_div(old)?;
    (ratio >= Decimal::ZERO).then(|| ratio.round_dp(RATIO_DIGITS).normalize())
}

/// The value in its base unit; what went down counts below zero where the metric is a change.
fn signed(metric: &Metric) -> Decimal {
    let down = matches!(metric.change, Some(Change { direction: Direction::Down, .. }));
    if down && says_change(metric) { -metric.quantity.base.value } else { metric.quantity.base.value }
}

/// Whether the metric says by how much something changed, not what it became.
pub(super) fn says_change(metric: &Metric) -> bool {
    metric.key.ends_with("[增]") || metric.key.ends_with("[降]")
}

/// Half a unit of the last printed digit, in the base unit: `4.1万人` may stand for 40,500 to 41,500, `9所` for nine only.
pub(super) fn blur(metric: &Metric, text: &str) -> Decimal {
    let printed = metric.quantity.span.slice(text);
    let number: String = printed.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let decimals = number.split_once('.').map_or(0, |(_, digits)| digits.len() as u32);
    let Some(number) = number.parse::<Decimal>().ok().filter(|number| !number.is_zero()) else { return Decimal::ZERO };
    let size = metric.quantity.base.value / number;
    if decimals == 0 && size == Decimal::ONE {
        return Decimal::ZERO;
    }
    size * Decimal::new(5, (decimals + 1).min(Decimal::MAX_SCALE))
}
