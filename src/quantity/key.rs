//! The key: the canonical name by which years and units are compared.
//!
//! A pure function of the name, its unit, its size condition and its change. In this order:
//!
//! 1. full-width letters and digits become half-width; white space, quotation marks and 的, 了, 已, 共 are dropped where
//!    they are no part of a word (目的 and 公共 stay);
//! 2. a size condition leaves the name and is written behind it in one form: `亿元以上签约项目` and `签约1亿元及以上的项目`
//!    both end in `[>=1亿元]`;
//! 3. a verb of growth or decline at the end is written `[增]` or `[降]`;
//! 4. aliases give way to the canonical word, longest first, never inside a longer word: 高企总数 → 高新技术企业总数, but
//!    高新技术企业 stays as it is;
//! 5. a verb at the end goes to the front: 科技型中小企业入库 → 入库科技型中小企业;
//! 6. words that only say that something is counted go: 签约项目数, 签约项目个数 → 签约项目; 罚款金额 → 罚款. What tells
//!    two indicators apart (总数, 新增, 累计 and all words of `never_merge.tsv`) stays.
//!
//! ```text
//! 高企总数, 家                → 高新技术企业总数
//! 签约亿元以上项目, 个        → 签约项目[>=1亿元]
//! 地区生产总值增长, %, up     → 地区生产总值[增]
//! ```

use crate::Class;
use crate::Lexicon;
use crate::lexicon::NamingClass;
use crate::model::{Change, Comparison, Dimension, Direction, Threshold};
use crate::scan::is_han;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// What a key is made from.
pub(super) struct Named<'a> {
    pub name: &'a str,
    pub unit: &'a str,
    pub dimension: Dimension,
    /// The size condition, and its words as printed.
    pub limit: Option<(&'a Threshold, &'a str)>,
    pub change: Option<Change>,
}

/// The key of a name.
pub(super) fn key(named: &Named<'_>, lexicon: &Lexicon) -> String {
    let mut key = plain(named.name);
    let mut marks = String::new();
    if let Some((threshold, words)) = named.limit {
        key = without_limit(&key, &plain(words));
        marks.push_str(&limit(threshold, lexicon));
    }
    if let Some(change) = named.change
        && let Some((len, _)) = lexicon.change.suffix_of(&key).filter(|(len, _)| *len < key.len())
    {
        key.truncate(key.len() - len);
        marks.push_str(if change.direction == Direction::Up { "[增]" } else { "[降]" });
    }
    key = canonical(key, lexicon);
    key = verb_first(key, lexicon);
    key = without_counting_word(key, named, lexicon);
    key + &marks
}

/// Step 1: half width, no white space, no quotation marks, no particles.
fn plain(name: &str) -> String {
    let folded = if name.chars().all(has_one_form) { Cow::Borrowed(name) } else { name.nfkc().collect() };
    if !folded.contains(is_left_out) {
        return folded.into_owned();
    }
    let letters = || folded.chars().filter(|c| !c.is_whitespace() && !is_quotation_mark(*c));
    let mut kept = String::with_capacity(folded.len());
    let (mut before, mut rest) = (None, letters().peekable());
    while let Some(c) = rest.next() {
        if !is_particle(before, c, rest.peek().copied()) {
            kept.push(c);
        }
        before = Some(c);
    }
    if kept.is_empty() { letters().collect() } else { kept }
}

/// Whether step 1 leaves the character out somewhere; most names have none of them.
fn is_left_out(c: char) -> bool {
    matches!(c, '的' | '了' | '已' | '共') || c.is_whitespace() || is_quotation_mark(c)
}

/// Whether compatibility folding leaves the character alone wherever it stands; most names have no other.
fn has_one_form(c: char) -> bool {
    c.is_ascii() || is_han(c)
}

fn is_quotation_mark(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '「' | '」' | '"' | '\'' | '《' | '》' | '·')
}

/// Whether `c` between these two is a particle, not a part of a word.
fn is_particle(before: Option<char>, c: char, after: Option<char>) -> bool {
    match c {
        '的' => before != Some('目') && after != Some('士'),
        '了' => !after.is_some_and(|c| "解结断却".contains(c)) && before != Some('为'),
        '已' => true,
        // 共 is an adverb only where a name begins or ends with it.
        '共' => {
            before.is_none() && !after.is_some_and(|c| "青产享同建和识性商通".contains(c))
                || after.is_none() && before != Some('公')
        }
        _ => false,
    }
}

/// Step 2: the name without the words of its size condition.
fn without_limit(name: &str, words: &str) -> String {
    let Some(at) = name.find(words).filter(|_| !words.is_empty()) else { return name.to_owned() };
    let (before, after) = (&name[..at], &name[at + words.len()..]);
    let before = ["不超过", "不低于", "不少于", "超过", "高于", "大于", "低于", "小于", "不足", "超", "满", "单价"]
        .iter()
        .find_map(|word| before.strip_suffix(word))
        .unwrap_or(before);
    let after =
        ["及以上", "及以下", "以上", "以下", "以内"].iter().find_map(|word| after.strip_prefix(word)).unwrap_or(after);
    let rest = format!("{before}{after}");
    if rest.is_empty() { name.to_owned() } else { rest }
}

/// A size condition in one form: in the base unit, with 万 and 亿 where they make it short.
fn limit(threshold: &Threshold, lexicon: &Lexicon) -> String {
    let known = lexicon.units.get(&threshold.unit);
    let value = known.and_then(|unit| threshold.value.checked_mul(unit.factor)).unwrap_or(threshold.value);
    let unit = known.map_or(threshold.unit.as_str(), |unit| &unit.base);
    let scales = [(Decimal::from(100_000_000), "亿"), (Decimal::from(10_000), "万"), (Decimal::ONE, "")];
    let (scale, word) = scales.into_iter().find(|(scale, _)| value >= *scale).unwrap_or((Decimal::ONE, ""));
    format!("[{}{}{word}{unit}]", Comparison::word(threshold.op), (value / scale).normalize())
}

/// Step 4: aliases replaced, from left to right. A canonical word stands for itself and is passed over whole.
fn canonical(name: String, lexicon: &Lexicon) -> String {
    let mut key = String::new();
    // What stands in `key` already, and where the next alias may begin.
    let (mut copied, mut at) = (0, 0);
    while let Some((hit, word)) = lexicon.aliases.find_in(&name[at..]).next() {
        let (lo, hi) = (at + hit.lo(), at + hit.hi());
        if replaces(&name, lo..hi, word, lexicon) {
            key.push_str(&name[copied..lo]);
            key.push_str(word);
            (copied, at) = (hi, hi);
        } else {
            at = lo + name[lo..].chars().next().map_or(0, char::len_utf8);
        }
    }
    if copied == 0 {
        return name;
    }
    key.push_str(&name[copied..]);
    key
}

/// Whether the alias at `place` of the name gives way to `word`.
fn replaces(name: &str, place: Range<usize>, word: &str, lexicon: &Lexicon) -> bool {
    let alias = &name[place.clone()];
    if alias == word {
        return true;
    }
    // 贷款余额 stands for 本外币贷款余额 by itself or behind a verb, not in 不良贷款余额.
    let before = &name[..place.start];
    let alone = || before.is_empty() || lexicon.naming.of(NamingClass::Act).get(before).is_some();
    let widens = word.len() > alias.len() && word.ends_with(alias);
    (!widens || alone()) && is_whole_word(name, place.start, alias.len(), lexicon)
}

/// Whether no word of `name` reaches over either end of the alias (低保 in 最低保障 is none).
fn is_whole_word(name: &str, at: usize, len: usize, lexicon: &Lexicon) -> bool {
    let mut end = 0;
    let crossed = lexicon.segmenter().tag(name).iter().any(|word| {
        let start = end;
        end += word.word.len();
        start < at && at < end || start < at + len && at + len < end
    });
    !crossed
}

/// Step 5: a verb of two characters or more behind its noun goes before it. Verbs that are nouns as well (改造, 培训) stay.
fn verb_first(name: String, lexicon: &Lexicon) -> String {
    let acts = lexicon.naming.of(NamingClass::Act);
    let Some((len, ())) = acts.suffix_of(&name).filter(|(len, ())| *len >= "入库".len() && *len < name.len()) else {
        return name;
    };
    let (noun, verb) = name.split_at(name.len() - len);
    let tagged = lexicon.segmenter().tag(&name);
    let is_verb = tagged.last().is_some_and(|word| word.word == verb && word.tag != "vn");
    let after_noun = tagged.len() >= 2 && tagged[tagged.len() - 2].tag.starts_with(['n', 'j', 'l']);
    let acts_already = tagged.first().is_some_and(|word| acts.get(word.word).is_some());
    if is_verb && after_noun && !acts_already && noun.chars().count() >= 2 { format!("{verb}{noun}") } else { name }
}

/// Step 6: 数, 个数, 数量, 金额 behind a name of more than one word.
fn without_counting_word(name: String, named: &Named<'_>, lexicon: &Lexicon) -> String {
    let words: &[&str] = match named.dimension {
        Dimension::Count if name.ends_with(['数', '量']) => &[&format!("{}数", named.unit), "数量", "个数", "数"],
        Dimension::Money => &["金额"],
        _ => return name,
    };
    let counts = |word: &&str| name.ends_with(word) && lexicon.never_merge.get(word).is_none();
    let Some(word) = words.iter().copied().find(counts) else { return name };
    let rest = &name[..name.len() - word.len()];
    // 总数, 指数, 次数, 人数 are words of their own.
    let one_word = word == "数" && rest.ends_with(WORDS_IN_NUMBER);
    // 涉及 alone is no name: 涉及金额 stays whole.
    let unsaid = lexicon.naming.of(NamingClass::Halt).get(rest).is_some();
    if one_word || unsaid || rest.chars().nth(1).is_none() { name } else { rest.to_owned() }
}

/// Characters that make one word with 数 behind them.
const WORDS_IN_NUMBER: [char; 12] = ['总', '指', '系', '分', '倍', '基', '次', '人', '天', '参', '函', '户'];

#[cfg(test)]
mod tests {
    use super::super::sample::lexicon;
    use super::*;
    use crate::Span;
    use crate::model::Basis;

    fn make(name: &str, unit: &str, dimension: Dimension) -> String {
        key(&Named { name, unit, dimension, limit: None, change: None }, lexicon())
    }

    fn check(dimension: Dimension, unit: &str, cases: &[(&str, &str)]) {
        for (name, want) in cases {
            assert_eq!(make(name, unit, dimension), *want, "{name}");
        }
    }

    #[test]
    fn aliases_give_way_to_the_canonical_word() {
        check(
            Dimension::Count,
            "家",
            &[
                ("高企总数", "高新技术企业总数"),
                ("高新技术企业总数", "高新技术企业总数"),
                ("新增高企", "新增高新技术企业"),
                ("最低保障线", "最低保障线"),
            ],
        );
    }

    #[test]
    fn counting_words_go_and_telling_ones_stay() {
        check(
            Dimension::Count,
            "个",
            &[
                ("签约项目数", "签约项目"),
                ("签约项目个数", "签约项目"),
                ("项目总数", "项目总数"),
                ("综合指数", "综合指数"),
                ("新增项目", "新增项目"),
                ("“一老一小”的项目", "一老一小项目"),
                ("公共厕所", "公共厕所"),
                ("签约 项目", "签约项目"),
                ("科技型中小企业入库", "入库科技型中小企业"),
                ("移交线索", "移交问题线索"),
                ("了结案件", "了结案件"),
            ],
        );
        check(
            Dimension::Money,
            "万元",
            &[("罚款金额", "罚款"), ("涉及金额", "涉及金额"), ("销售额", "销售额"), ("不良贷款余额", "不良贷款余额")],
        );
        check(Dimension::Ratio, "%", &[("综合指数", "综合指数")]);
    }

    #[test]
    fn conditions_have_one_form() {
        let limited = |name: &str, words: &str, value: i64, unit: &str| {
            let threshold =
                Threshold { op: Comparison::AtLeast, value: value.into(), unit: unit.into(), span: Span::new(0, 0) };
            key(
                &Named {
                    name,
                    unit: "个",
                    dimension: Dimension::Count,
                    limit: Some((&threshold, words)),
                    change: None,
                },
                lexicon(),
            )
        };
        for (name, words, value, unit) in [
            ("签约亿元以上项目", "亿元以上", 1, "亿元"),
            ("签约1亿元及以上的项目", "1亿元", 1, "亿元"),
            ("签约10000万元以上项目", "10000万元以上", 10000, "万元"),
        ] {
            assert_eq!(limited(name, words, value, unit), "签约项目[>=1亿元]", "{name}");
        }
        assert_eq!(limited("签约项目", "5000万元以上", 5000, "万元"), "签约项目[>=5000万元]");
    }

    #[test]
    fn changes_are_marked() {
        let up = Change { direction: Direction::Up, basis: Some(Basis::YearOnYear) };
        let named = |name, change| Named { name, unit: "%", dimension: Dimension::Ratio, limit: None, change };
        assert_eq!(key(&named("地区生产总值增长", Some(up)), lexicon()), "地区生产总值[增]");
        assert_eq!(key(&named("GDP增长", Some(up)), lexicon()), "地区生产总值[增]");
        // The later value of a pair carries a change and is a level all the same.
        assert_eq!(key(&named("开工率", Some(up)), lexicon()), "开工率");
    }

    #[test]
    fn a_key_is_its_own_key() {
        for name in ["高企总数", "签约项目数", "科技型中小企业入库", "GDP"] {
            let once = make(name, "个", Dimension::Count);
            assert_eq!(make(&once, "个", Dimension::Count), once, "{name}");
        }
    }
}
