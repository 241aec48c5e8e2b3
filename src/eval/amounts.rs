//! When two amounts are the same, whether 万/亿 stands in the value or in the unit (18.5 万平方米 = 185000 平方米).

use unicode_normalization::UnicodeNormalization;

/// Units of which 千 is a part, and no factor: 千克 is not a thousand 克 here.
const THOUSANDS: &[&str] = &["克", "米", "瓦", "瓦时", "伏", "卡"];

/// A number, its upper end where it is a range, and its unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount<'a> {
    pub value: Option<f64>,
    pub upper: Option<f64>,
    pub unit: &'a str,
}

impl Amount<'_> {
    /// Whether both are the same amount of the same unit.
    pub fn same(self, other: Amount<'_>) -> bool {
        let (unit, factor) = split_unit(self.unit);
        let (other_unit, other_factor) = split_unit(other.unit);
        let scaled = |value: Option<f64>, factor: f64| value.map(|value| value * factor);
        unit == other_unit
            && same_value(scaled(self.value, factor), scaled(other.value, other_factor))
            && same_value(scaled(self.upper, factor), scaled(other.upper, other_factor))
    }
}

/// Whether two numbers agree to four digits; a number that is missing agrees with none.
pub(super) fn same_value(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-4 * a.abs().max(1.0),
        (a, b) => a.is_none() && b.is_none(),
    }
}

/// Whether two units are the same but for width and a few other spellings.
pub(super) fn same_unit(a: &str, b: &str) -> bool {
    plain_unit(a) == plain_unit(b)
}

/// `(平方米, 10000)` for `万平方米`.
fn split_unit(unit: &str) -> (String, f64) {
    let unit = plain_unit(unit);
    let mut rest = unit.as_str();
    let mut factor = 1.0;
    while let Some((step, tail)) = leading_factor(rest) {
        if step == 1e3 && THOUSANDS.contains(&tail) {
            break;
        }
        factor *= step;
        rest = tail;
    }
    (rest.to_owned(), factor)
}

fn leading_factor(unit: &str) -> Option<(f64, &str)> {
    let first = unit.chars().next()?;
    let factor = match first {
        '十' => 1e1,
        '百' => 1e2,
        '千' => 1e3,
        '万' => 1e4,
        '亿' => 1e8,
        _ => return None,
    };
    let tail = &unit[first.len_utf8()..];
    (!tail.is_empty()).then_some((factor, tail))
}

fn plain_unit(unit: &str) -> String {
    let unit: String = unit.nfkc().collect();
    match unit.as_str() {
        "m2" => "平方米".into(),
        "个百分点" => "百分点".into(),
        "km" => "公里".into(),
        "元人民币" => "元".into(),
        _ => unit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units() {
        for (unit, plain, factor) in [
            ("万平方米", "平方米", 1e4),
            ("十万亿元", "元", 1e13),
            ("千克", "千克", 1.0),
            ("万千瓦", "千瓦", 1e4),
            ("千人", "人", 1e3),
            ("万", "万", 1.0),
            ("㎡", "平方米", 1.0),
            ("％", "%", 1.0),
            // Read as a hundred 分点, on both sides alike.
            ("个百分点", "分点", 1e2),
            ("", "", 1.0),
        ] {
            assert_eq!(split_unit(unit), (plain.to_owned(), factor), "{unit}");
        }
    }

    #[test]
    fn amounts() {
        let amount = |value, upper, unit| Amount { value: Some(value), upper, unit };
        for (a, b, want) in [
            (amount(18.5, None, "万平方米"), amount(185_000.0, None, "平方米"), true),
            (amount(0.3333, None, "比例"), amount(1.0 / 3.0, None, "比例"), true),
            (amount(2.5, None, "亿元"), amount(2.5, None, "万元"), false),
            (amount(5.0, Some(10.0), "个"), amount(5.0, None, "个"), false),
            (amount(5.0, None, "个"), amount(6.0, None, "个"), false),
        ] {
            assert_eq!(a.same(b), want, "{a:?} {b:?}");
        }
    }
}
