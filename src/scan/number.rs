//! Numbers in digits or Chinese numerals, with their exact values.
//!
//! A number ends before 万/亿 that multiplies digits (`2.7万`): whether that belongs to the value or to the unit is decided
//! where the unit is known. In Chinese numerals (`三千二百万`) the multipliers are part of the number.

use super::is_han;
use crate::Span;
use crate::charset::Chars;
use rust_decimal::Decimal;

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// 1,236.5 (half or full width).
    Digits,
    /// 三千二百, 两, 廿.
    Chinese,
}

/// A number as it stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberToken {
    /// Its characters.
    pub span: Span,
    /// Its value; `None` where it has more digits than the program computes with.
    pub value: Option<Decimal>,
    /// The upper value of neighbouring numerals: 七八 is 7 to 8.
    pub upper: Option<Decimal>,
    /// How it is written.
    pub form: Form,
}

/// Most significant digits that a number may have; longer ones are codes, not quantities.
const MOST_DIGITS: usize = 20;

/// What a number may begin with.
pub(super) const NUMERALS: Chars = Chars {
    each: &[
        '零', '〇', '○', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '廿', '卅',
        '万', '亿', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾', '佰', '仟',
    ],
    ranges: &[('0', '9'), ('０', '９')],
};

/// Collects the numbers of a text.
#[derive(Default)]
pub(super) struct Numbers {
    pub found: Vec<NumberToken>,
    /// End of what has been read.
    reached: usize,
}

impl Numbers {
    /// The numeral `c` stands at byte `start`.
    pub(super) fn take(&mut self, text: &str, start: usize, c: char) {
        if start < self.reached {
            return;
        }
        let rest = &text[start..];
        if let Some(len) = stray_formal(c, rest) {
            self.reached = start + len;
            return;
        }
        let token = match digit(rest) {
            Some(_) => spaced_out(text, start).unwrap_or_else(|| digits(rest, start)),
            None => chinese(rest, start),
        };
        self.reached = token.span.hi();
        self.found.push(token);
    }
}

/// Numerals of cheques.
const FORMAL: [char; 12] = ['壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾', '佰', '仟'];

/// Length of a formal numeral `c` that stands alone and so is part of a word: 伍 in 队伍, 陆 in 陆续.
fn stray_formal(c: char, rest: &str) -> Option<usize> {
    if !FORMAL.contains(&c) {
        return None;
    }
    let joined = rest[c.len_utf8()..].starts_with(|c| FORMAL.contains(&c) || matches!(c, '万' | '亿'));
    (!joined).then_some(c.len_utf8())
}

fn full_width(c: char) -> Option<u32> {
    ('０'..='９').contains(&c).then(|| c as u32 - '０' as u32)
}

/// The digit that `text` begins with, and its length in bytes.
fn digit(text: &str) -> Option<(u32, usize)> {
    match text.as_bytes().first()? {
        byte @ b'0'..=b'9' => Some((u32::from(byte - b'0'), 1)),
        0..=0x7f => None,
        _ => full_width(text.chars().next()?).map(|value| (value, 3)),
    }
}

/// Longest stretch, in characters, of a number whose characters damaged text sets apart.
const LONGEST_SPACED: usize = 24;

/// A number whose characters damaged text sets apart by single spaces, in front of its unit: 2 6 个, 11 . 7 万元, 32,6 00 余条.
/// `None` where the stretch may be two numbers.
fn spaced_out(text: &str, start: usize) -> Option<NumberToken> {
    let bytes = text.as_bytes()[start..].iter().take(LONGEST_SPACED);
    if !bytes.take_while(|byte| matches!(byte, b'0'..=b'9' | b'.' | b',' | b' ')).any(|byte| *byte == b' ') {
        return None;
    }
    let before = text[..start].chars().next_back();
    if before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '第' | '表' | '图' | '.' | ',')) {
        return None;
    }
    let (mut plain, mut end, mut spaces) = (String::new(), start, 0);
    for c in text[start..].chars().take(LONGEST_SPACED) {
        match c {
            '0'..='9' | '.' | ',' => plain.push(c),
            ' ' if !text[..end].ends_with(' ') => spaces += 1,
            _ => break,
        }
        end += c.len_utf8();
    }
    let stretch = text[start..end].trim_end_matches([' ', ',', '.']);
    let groups: Vec<&str> = stretch.split(' ').collect();
    let next = text[end..].chars().next()?;
    let damaged = spaces > 0 && groups.len() > 1 && groups[0].len() <= 4 && groups.iter().any(|group| group.len() <= 2);
    let unit = is_han(next) || matches!(next, '%' | '％' | '‰');
    let token = digits(plain.trim_end_matches([',', '.']), start);
    let whole = token.span.len() == plain.trim_end_matches([',', '.']).len();
    (damaged && unit && whole && end - start <= stretch.len() + 1)
        .then(|| NumberToken { span: Span::new(start, start + stretch.len()), ..token })
}

/// The figures of a number in digits.
#[derive(Default)]
struct Figures {
    /// All digits as one integer.
    digits: i128,
    /// How many characters it has so far, the decimal point counted; they are counted a little past [`MOST_DIGITS`] only.
    count: usize,
    /// Digits behind the decimal point.
    scale: Option<u32>,
}

impl Figures {
    fn push(&mut self, digit: u32) {
        // A code of thousands of digits is only measured, never stored.
        if self.count <= MOST_DIGITS {
            self.digits = self.digits * 10 + i128::from(digit);
            self.count += 1;
            self.scale = self.scale.map(|scale| scale + 1);
        }
    }

    fn point(&mut self) {
        self.count += 1;
        self.scale = Some(0);
    }

    fn value(&self) -> Option<Decimal> {
        let short = self.count <= MOST_DIGITS;
        short.then(|| Decimal::try_from_i128_with_scale(self.digits, self.scale.unwrap_or(0)).ok()).flatten()
    }
}

/// Reads a number in digits from the start of `rest`.
fn digits(rest: &str, start: usize) -> NumberToken {
    let mut figures = Figures::default();
    let mut end = run_of_digits(rest, &mut figures);
    if (1..=3).contains(&figures.count) && !rest.starts_with(['0', '０']) {
        while let Some(group) = thousands_group(&rest[end..]) {
            end += group.skip;
            end += run_of_digits(&rest[end..], &mut figures);
        }
    }
    if let Some(point) = decimal_point(&rest[end..]) {
        figures.point();
        end += point;
        end += run_of_digits(&rest[end..], &mut figures);
    }
    NumberToken { span: Span::new(start, start + end), value: figures.value(), upper: None, form: Form::Digits }
}

/// Adds the digits at the start of `rest` to `figures`; returns their length in bytes.
fn run_of_digits(rest: &str, figures: &mut Figures) -> usize {
    let mut end = 0;
    while let Some((value, len)) = digit(&rest[end..]) {
        figures.push(value);
        end += len;
    }
    end
}

struct Group {
    /// Bytes of the separator.
    skip: usize,
}

/// A separator followed by exactly three digits: `,` or `，`, or one space in damaged text.
fn thousands_group(rest: &str) -> Option<Group> {
    let separator = rest.chars().next().filter(|c| matches!(c, ',' | '，' | ' ' | '\u{a0}' | '\u{2009}'))?;
    let skip = separator.len_utf8();
    let mut end = skip;
    for _ in 0..3 {
        end += digit(&rest[end..])?.1;
    }
    if digit(&rest[end..]).is_some() {
        return None;
    }
    // `12，345` in full width is a list as often as a number: read it as one only before a unit or a decimal point.
    let spaced = separator != ',';
    let next = rest[end..].chars().next();
    let closed = next.is_none_or(|c| matches!(c, '，' | '、' | '。' | '；' | ',' | ';' | '\n' | '-' | '—'));
    (!(spaced && closed)).then_some(Group { skip })
}

/// Length of a decimal point that a digit follows.
fn decimal_point(rest: &str) -> Option<usize> {
    let point = rest.chars().next().filter(|c| matches!(c, '.' | '．' | '﹒'))?;
    digit(&rest[point.len_utf8()..]).map(|_| point.len_utf8())
}

/// What a Chinese numeral is worth.
#[derive(Clone, Copy, PartialEq)]
enum Numeral {
    /// 零 to 九.
    Digit(u32),
    /// 十, 百, 千.
    Small(u32),
    /// 万, 亿.
    Large(u64),
}

fn numeral(c: char) -> Option<Numeral> {
    Some(match c {
        '零' | '〇' | '○' => Numeral::Digit(0),
        '一' | '壹' => Numeral::Digit(1),
        '二' | '两' | '贰' => Numeral::Digit(2),
        '三' | '叁' => Numeral::Digit(3),
        '四' | '肆' => Numeral::Digit(4),
        '五' | '伍' => Numeral::Digit(5),
        '六' | '陆' => Numeral::Digit(6),
        '七' | '柒' => Numeral::Digit(7),
        '八' | '捌' => Numeral::Digit(8),
        '九' | '玖' => Numeral::Digit(9),
        '十' | '拾' => Numeral::Small(10),
        '百' | '佰' => Numeral::Small(100),
        '千' | '仟' => Numeral::Small(1000),
        '廿' => Numeral::Small(20),
        '卅' => Numeral::Small(30),
        '万' => Numeral::Large(10_000),
        '亿' => Numeral::Large(100_000_000),
        _ => return None,
    })
}

/// The value of a numeral from one to nine.
pub(super) fn han_digit(c: char) -> Option<u32> {
    Some(match c {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// Reads a number in Chinese numerals from the start of `rest`.
fn chinese(rest: &str, start: usize) -> NumberToken {
    let mut numerals = [Numeral::Digit(0); MOST_DIGITS + 1];
    let mut count = 0;
    let mut end = 0;
    for (at, c) in rest.char_indices() {
        let Some(value) = numeral(c) else { break };
        end = at + c.len_utf8();
        if let Some(place) = numerals.get_mut(count) {
            *place = value;
            count += 1;
        }
    }
    let span = Span::new(start, start + end);
    let (value, upper) = evaluate(&numerals[..count]);
    NumberToken { span, value, upper, form: Form::Chinese }
}

fn evaluate(numerals: &[Numeral]) -> (Option<Decimal>, Option<Decimal>) {
    if numerals.len() > MOST_DIGITS {
        return (None, None);
    }
    if let [Numeral::Digit(only)] = numerals {
        return (Some((*only).into()), None);
    }
    if let [Numeral::Digit(low), Numeral::Digit(high)] = numerals
        && *high == low + 1
        && *low > 0
    {
        return (Some((*low).into()), Some((*high).into()));
    }
    if numerals.len() > 1 && numerals.iter().all(|n| matches!(n, Numeral::Digit(_))) {
        return (positional(numerals), None);
    }
    (structured(numerals), None)
}

/// 二〇二四 is read digit by digit.
fn positional(numerals: &[Numeral]) -> Option<Decimal> {
    let digit = |numeral: &Numeral| if let Numeral::Digit(digit) = numeral { i128::from(*digit) } else { 0 };
    let value = numerals.iter().fold(0, |value, numeral| value * 10 + digit(numeral));
    Decimal::try_from_i128_with_scale(value, 0).ok()
}

/// 三千二百, 一亿二千万, 十五.
fn structured(numerals: &[Numeral]) -> Option<Decimal> {
    let (mut total, mut section, mut digit) = (0_u128, 0_u128, None::<u128>);
    for numeral in numerals {
        match *numeral {
            Numeral::Digit(value) => digit = Some(value.into()),
            Numeral::Small(factor) => section += digit.take().unwrap_or(1) * u128::from(factor),
            Numeral::Large(factor) => {
                section += digit.take().unwrap_or(0);
                let counted = if section == 0 && total == 0 { 1 } else { section };
                // 一万亿: the larger unit multiplies all that stands before it.
                total = if counted == 0 || total < u128::from(factor) && total > 0 {
                    (total + section).checked_mul(factor.into())?
                } else {
                    total + counted.checked_mul(factor.into())?
                };
                section = 0;
            }
        }
    }
    let value = total + section + digit.unwrap_or(0);
    i128::try_from(value).ok().and_then(|value| Decimal::try_from_i128_with_scale(value, 0).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<NumberToken> {
        crate::scan::scan(text, &crate::Lexicon::builtin()).numbers
    }

    fn check(text: &str, want: &[(&str, &str)]) {
        let got: Vec<_> = numbers(text)
            .iter()
            .map(|n| (n.span.slice(text), n.value.map_or("-".to_owned(), |v| v.to_string())))
            .collect();
        let want: Vec<_> = want.iter().map(|(words, value)| (*words, (*value).to_owned())).collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn digits_of_all_shapes() {
        check("共1,236.5万元", &[("1,236.5", "1236.5"), ("万", "10000")]);
        check("４.６万人", &[("４.６", "4.6"), ("万", "10000")]);
        check("5 300 余个", &[("5 300", "5300")]);
        check("2 187人", &[("2 187", "2187")]);
        check("12,345,678元", &[("12,345,678", "12345678")]);
        check("2，140人次", &[("2，140", "2140")]);
        check("60.95%", &[("60.95", "60.95")]);
        check("007号", &[("007", "7")]);
    }

    #[test]
    fn lists_are_no_thousands() {
        check("12，345。", &[("12", "12"), ("345", "345")]);
        check("4.5,6", &[("4.5", "4.5"), ("6", "6")]);
        check("1,23人", &[("1", "1"), ("23", "23")]);
        check("1,2345人", &[("1", "1"), ("2345", "2345")]);
        check("第3.", &[("3", "3")]);
    }

    #[test]
    fn chinese_numerals() {
        for (text, value) in [
            ("三千二百", "3200"),
            ("两万", "20000"),
            ("一百零五", "105"),
            ("廿", "20"),
            ("十五", "15"),
            ("一亿二千万", "120000000"),
            ("一万亿", "1000000000000"),
            ("壹佰", "100"),
            ("二〇二四", "2024"),
            ("百", "100"),
        ] {
            check(text, &[(text, value)]);
        }
    }

    #[test]
    fn damaged_numbers_are_joined_before_their_unit() {
        check("共2 6 个", &[("2 6", "26")]);
        check("资金11 . 7 万元", &[("11 . 7", "11.7"), ("万", "10000")]);
        check("数据32,6 00 余条", &[("32,6 00", "32600")]);
        check("迁移1,0 52座", &[("1,0 52", "1052")]);
        check("序号 1 2 3\n", &[("1", "1"), ("2", "2"), ("3", "3")]);
        check("2023 2024 年", &[("2023", "2023"), ("2024", "2024")]);
        check("表1 6个单位", &[("1", "1"), ("6", "6")]);
    }

    #[test]
    fn formal_numerals_alone_are_parts_of_words() {
        check("队伍一支", &[("一", "1")]);
        check("陆续伍拾万", &[("伍拾万", "500000")]);
    }

    #[test]
    fn neighbours_are_a_range() {
        let token = numbers("七八个")[0];
        assert_eq!((token.value, token.upper), (Some(7.into()), Some(8.into())));
        assert_eq!(numbers("八七")[0].upper, None);
    }

    #[test]
    fn endless_numbers_have_no_value() {
        for text in ["9".repeat(5000), "九".repeat(5000), "千".repeat(5000), format!("0.{}", "1".repeat(5000))] {
            let tokens = numbers(&text);
            assert_eq!(tokens.len(), 1);
            assert_eq!((tokens[0].span.len(), tokens[0].value), (text.len(), None));
        }
    }
}
