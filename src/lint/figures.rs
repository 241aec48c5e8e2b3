//! Arithmetic that several rules of numbers share: which figures may be computed with, what a printed rate allows, and how a
//! computation is shown. Exact decimals throughout; the words of the notice stand in the message as printed.

use crate::model::{Approx, Dimension, Metric};
use rust_decimal::{Decimal, RoundingStrategy};

/// A hundred percent.
pub const HUNDRED: Decimal = Decimal::ONE_HUNDRED;

/// Whether a figure is one exact number: no range, no 约, 余, 以上.
pub fn is_exact(metric: &Metric) -> bool {
    metric.quantity.approx == Approx::Exact && metric.quantity.upper.is_none()
}

/// Whether two figures can be added or compared: of one sort, in one base unit.
pub fn same_unit(a: &Metric, b: &Metric) -> bool {
    let (a, b) = (&a.quantity, &b.quantity);
    a.dimension == b.dimension && a.base.unit == b.base.unit
}

/// Whether a figure counts or measures an amount, so that parts of it can be added.
pub fn is_amount(metric: &Metric) -> bool {
    use Dimension::{Area, Count, Length, Mass, Money, Volume};
    let adds = matches!(metric.quantity.dimension, Area | Count | Length | Mass | Money | Volume);
    adds && metric.change.is_none()
}

/// Whether a figure is printed in percent.
pub fn is_percent(metric: &Metric) -> bool {
    metric.quantity.dimension == Dimension::Ratio && matches!(&*metric.quantity.unit, "%" | "％" | "﹪")
}

/// Whether two adjacent characters of `name` stand in `other`: 问题 in 反馈问题 and 完成整改问题.
pub fn shares_a_word(name: &str, other: &str) -> bool {
    let mut chars = name.char_indices().map(|(at, _)| at).chain([name.len()]);
    let (Some(mut first), Some(mut second)) = (chars.next(), chars.next()) else { return false };
    chars.any(|third| {
        let pair = &name[first..third];
        (first, second) = (second, third);
        other.contains(pair)
    })
}

/// Value in the base unit.
pub fn value(metric: &Metric) -> Decimal {
    metric.quantity.base.value
}

/// What `part` is of `whole`, in percent; nothing of nothing is no share.
pub fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(HUNDRED)?.checked_div(whole)
}

/// Whether `exact`, printed to the places of `printed`, can be `printed`: rounded half up, half to even, or cut off.
///
/// A program that counts 91.19 and prints 91.1 cut it off; one that prints 91.2 rounded it.
pub fn prints_as(exact: Decimal, printed: Decimal) -> bool {
    let places = printed.scale();
    let ways =
        [RoundingStrategy::MidpointAwayFromZero, RoundingStrategy::MidpointNearestEven, RoundingStrategy::ToZero];
    ways.into_iter().any(|way| exact.round_dp_with_strategy(places, way) == printed)
}

/// `exact` as a reader would print it beside `printed`: two places more than it has at most, no trailing zeros.
pub fn shown(exact: Decimal, printed: Decimal) -> String {
    let places = (printed.scale() + 1).max(2);
    exact.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero).normalize().to_string()
}

/// What the figures come to in the base unit; `None` beyond what the program computes with.
pub fn total(parts: &[&Metric]) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(value(part)))
}

/// An amount in the base unit as a figure in the unit of `like`: 436000 as 43.6万元.
pub fn in_unit_of(like: &Metric, amount: Decimal) -> Option<String> {
    let printed = amount.checked_mul(like.quantity.value)?.checked_div(value(like))?;
    Some(format!("{}{}", printed.round_dp(8).normalize(), like.quantity.unit))
}

/// `a + b + c` of figures as printed.
pub fn sum_shown(parts: &[&str]) -> String {
    parts.join(" + ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_two_characters() {
        assert!(shares_a_word("反馈问题", "完成整改问题"));
        assert!(!shares_a_word("盘亏", "报废处置设备"));
        assert!(!shares_a_word("", "问题") && !shares_a_word("题", "问题"));
    }

    #[test]
    fn a_rate_may_be_rounded_or_cut_off() {
        let share = |part: i64, whole: i64| percent(part.into(), whole.into()).unwrap_or_default();
        let rate = |text: &str| text.parse::<Decimal>().unwrap_or_default();
        for (part, whole, printed, fits) in [
            (33, 37, "89.2", true),
            (33, 37, "89.1", true),
            (33, 37, "89", true),
            (33, 37, "89.19", true),
            (33, 37, "89.3", false),
            (33, 37, "90", false),
            (1, 8, "12.5", true),
            (1, 8, "13", true),
            (1, 8, "12", true),
            (37, 37, "100", true),
        ] {
            assert_eq!(prints_as(share(part, whole), rate(printed)), fits, "{part}/{whole} as {printed}");
        }
        assert_eq!(percent(Decimal::ONE, Decimal::ZERO), None);
    }

    #[test]
    fn results_are_shown_one_place_finer_than_the_text() {
        let (exact, printed) = (Decimal::new(9_189_189, 5), Decimal::new(912, 1));
        assert_eq!(shown(exact, printed), "91.89");
        assert_eq!(shown(Decimal::from(90), printed), "90");
    }
}
