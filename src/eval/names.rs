//! When two names say the same.

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

/// Words that may end one of two equal names and be left out of the other.
const ENDINGS: &[&str] =
    &["数", "数量", "总数", "个数", "人数", "户数", "家数", "件数", "额", "金额", "总额", "人次", "面积", "资金"];

/// Words that turn a name into that of another indicator.
const APART: &[&str] = &["未", "不", "新增", "净增", "累计", "规下", "限下", "其余", "剩余"];

/// Least likeness of two names that differ in their words.
const ALIKE: f64 = 0.7;

/// The letters, digits and characters of `words`, width folded (NFKC).
pub(super) fn plain(words: &str) -> String {
    words.nfkc().filter(|c| c.is_alphanumeric()).collect()
}

/// Likeness of two strings: the Dice coefficient of their plain characters, 0 to 1; two empty ones are alike.
pub(super) fn dice(a: &str, b: &str) -> f64 {
    let (a, b) = (plain(a), plain(b));
    let mut counts: FxHashMap<char, usize> = FxHashMap::default();
    for c in a.chars() {
        *counts.entry(c).or_default() += 1;
    }
    let mut both = 0;
    for c in b.chars() {
        if let Some(left) = counts.get_mut(&c).filter(|left| **left > 0) {
            *left -= 1;
            both += 1;
        }
    }
    let total = a.chars().count() + b.chars().count();
    if total == 0 { 1.0 } else { (2 * both) as f64 / total as f64 }
}

/// Whether `name` is one of the annotated names but for a word such as 数 or 金额, or says nothing opposite and shares most
/// of its characters with one.
pub(super) fn right_name<'g>(name: &str, annotated: impl IntoIterator<Item = &'g str>) -> bool {
    let name = plain(name);
    annotated.into_iter().any(|gold| {
        let gold = plain(gold);
        name == gold
            || (!name.is_empty()
                && !gold.is_empty()
                && (longer_by_ending(&name, &gold) || longer_by_ending(&gold, &name)))
            || (APART.iter().all(|word| name.contains(word) == gold.contains(word)) && dice(&name, &gold) >= ALIKE)
    })
}

fn longer_by_ending(long: &str, short: &str) -> bool {
    long.strip_prefix(short).is_some_and(|ending| ENDINGS.contains(&ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (name, gold, want) in [
            ("高企总数", "高企总数", true),
            ("高企", "高企总数", true),
            ("清退资金额", "清退资金", true),
            ("Ｇ５基站", "G5基站", true),
            ("科技型中小企业入库", "入库科技型中小企业", true),
            ("新增高新技术企业", "高新技术企业", false),
            ("未整改问题", "整改问题", false),
            ("培训", "会议", false),
            ("", "会议", false),
            ("", "总数", false),
        ] {
            assert_eq!(right_name(name, [gold]), want, "{name} / {gold}");
        }
        assert!(right_name("高企数", ["企业", "高企数"]));
    }

    #[test]
    fn likeness() {
        for (a, b, want) in [("整改", "改整", 1.0), ("整改", "整治", 0.5), ("，", "。", 1.0), ("整改", "", 0.0)]
        {
            assert_eq!(dice(a, b), want, "{a} {b}");
        }
    }
}
