//! List markers: `一、` `（一）` `1.` `（1）` `①` `一是` `首先，` `第一，` `•`.
//!
//! A token says where a marker could be by its own form: not inside a quotation, a title or a word, no decimal, no item of a
//! law. Whether it opens an item in this notice (`…，二是…` does so only behind an `一是` that does) the outline decides.

use super::marks::Marks;
use crate::charset::Chars;
use crate::{Lexicon, Span};

/// How a marker is written; half and full width are one style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MarkerStyle {
    /// 第一部分
    Part,
    /// 一、
    HanComma,
    /// （一）, ㈠
    HanParen,
    /// 1.
    DigitDot,
    /// 1、
    DigitComma,
    /// （1）, ⑴
    DigitParen,
    /// 1）
    DigitHalfParen,
    /// ①, ❶
    Circled,
    /// Ⅰ.
    Roman,
    /// a), A.
    Letter,
    /// 第一，
    Ordinal,
    /// 首先，其次，
    Order,
    /// 其一，
    OneOf,
    /// 一是
    Chain,
    /// 一要: advice, not yet done.
    ChainMust,
    /// •, ——
    Bullet,
}

/// What a token stands behind, on its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Nothing but white space.
    LineStart,
    /// 。；！？
    Stop,
    /// A colon.
    Colon,
    /// A wide gap.
    Gap,
    /// A comma.
    Comma,
    /// Other characters.
    Inside,
}

/// A place where a list marker may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MarkerToken {
    /// Its characters.
    pub span: Span,
    /// How it is written.
    pub style: MarkerStyle,
    /// Its number, from 1; 0 where the style has none.
    pub ordinal: u32,
    /// What it stands behind.
    pub place: Place,
}

/// Collects what has the form of a marker; whether it stands free shows when all paired marks are known.
#[derive(Default)]
pub(super) struct Markers {
    forms: Vec<(Span, MarkerStyle, u32)>,
}

impl Markers {
    /// The character `c`, one of the [`OPENERS`], stands at byte `at` behind `before`.
    pub(super) fn take(&mut self, text: &str, at: usize, c: char, before: char) {
        if let Some((len, style, ordinal)) = form(c, &text[at..], before) {
            self.forms.push((Span::new(at, at + len), style, ordinal));
        }
    }

    /// The markers.
    pub(super) fn finish(self, text: &str, marks: &Marks, lexicon: &Lexicon) -> Vec<MarkerToken> {
        let mut found: Vec<MarkerToken> = Vec::with_capacity(self.forms.len());
        for (span, style, ordinal) in self.forms {
            if found.last().is_some_and(|last| span.lo() < last.span.hi()) {
                continue;
            }
            let place = place(text, span.lo());
            if stands_free(text, span, style, place, marks)
                && lexicon.marker_traps.suffix_of(&text[..span.hi()]).is_none()
            {
                found.push(MarkerToken { span, style, ordinal, place });
            }
        }
        keep_orders_in_chains(text, found)
    }
}

/// What the characters before `at` are.
pub(super) fn place(text: &str, at: usize) -> Place {
    let mut gap = 0;
    for c in text[..at].chars().rev() {
        match c {
            '\n' | '\r' | '\u{2028}' | '\u{feff}' => return Place::LineStart,
            ' ' | '\u{a0}' | '*' => gap += 1,
            '\t' | '\u{3000}' => gap += 2,
            _ if ends_sentence(c) => return Place::Stop,
            '：' | ':' | '】' => return Place::Colon,
            '，' | ',' | '、' if gap < 2 => return Place::Comma,
            _ if gap >= 2 => return Place::Gap,
            _ => return Place::Inside,
        }
    }
    Place::LineStart
}

/// Whether `c` is one of the common Chinese characters.
#[must_use]
pub fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Whether `c` ends a sentence or a clause of a list.
#[must_use]
pub fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '；' | '！' | '？' | ';' | '!' | '?' | '…')
}

/// First characters of all that [`form`] knows.
pub(super) const OPENERS: Chars = Chars {
    each: &[
        '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '（', '(', '第', '其', '首', '再', '最', '•', '●',
        '◆', '■', '◇', '★', '▪', '►', '◎', '—', '─',
    ],
    ranges: &[
        ('0', '9'),
        ('０', '９'),
        ('①', '⑳'),
        ('❶', '❿'),
        ('⑴', '⒇'),
        ('⒈', '⒛'),
        ('㈠', '㈩'),
        ('Ⅰ', 'Ⅻ'),
        ('a', 'z'),
        ('A', 'Z'),
    ],
};

type Form = (usize, MarkerStyle, u32);

/// The marker that `rest`, whose first character is `c`, begins with: its length in bytes, style and number.
fn form(c: char, rest: &str, before: char) -> Option<Form> {
    match c {
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' => han(rest, before),
        '0'..='9' | '０'..='９' => digit(rest, before),
        '（' | '(' => paren(rest),
        '第' | '其' => counted(c, rest),
        '首' | '再' | '最' => order(rest),
        '①'..='⑳' => Some((3, MarkerStyle::Circled, c as u32 - '①' as u32 + 1)),
        '❶'..='❿' => Some((3, MarkerStyle::Circled, c as u32 - '❶' as u32 + 1)),
        '⑴'..='⒇' => Some((3, MarkerStyle::DigitParen, c as u32 - '⑴' as u32 + 1)),
        '⒈'..='⒛' => Some((3, MarkerStyle::DigitDot, c as u32 - '⒈' as u32 + 1)),
        '㈠'..='㈩' => Some((3, MarkerStyle::HanParen, c as u32 - '㈠' as u32 + 1)),
        'Ⅰ'..='Ⅻ' => separated(&rest[3..], &['、', '.', '．'])
            .map(|len| (3 + len, MarkerStyle::Roman, c as u32 - 'Ⅰ' as u32 + 1)),
        'a'..='z' | 'A'..='Z' if !before.is_ascii_alphanumeric() => separated(&rest[1..], &[')', '）', '.', '、'])
            .filter(|len| !rest[1 + len..].starts_with(|c: char| c.is_ascii_alphanumeric()))
            .map(|len| (1 + len, MarkerStyle::Letter, c.to_ascii_lowercase() as u32 - 'a' as u32 + 1)),
        '•' | '●' | '◆' | '■' | '◇' | '★' | '▪' | '►' | '◎' => {
            Some((c.len_utf8(), MarkerStyle::Bullet, 0))
        }
        '—' | '─' if rest[c.len_utf8()..].starts_with(c) => Some((2 * c.len_utf8(), MarkerStyle::Bullet, 0)),
        _ => None,
    }
}

/// Length of the separator that `rest` begins with.
fn separated(rest: &str, marks: &[char]) -> Option<usize> {
    rest.chars().next().filter(|c| marks.contains(c)).map(char::len_utf8)
}

/// `一、`, `一.`, `一是`, `一要`.
fn han(rest: &str, before: char) -> Option<Form> {
    if han_digit(before).is_some() || matches!(before, '第' | '百' | '千' | '万' | '两' | '〇') {
        return None;
    }
    let (ordinal, len) = han_number(rest)?;
    let tail = &rest[len..];
    let c = tail.chars().next()?;
    let whole = len + c.len_utf8();
    let next = &rest[whole..];
    match plain_mark(c) {
        '、' | '.' | '．' if han_number(next).is_some_and(|(n, _)| n == ordinal + 1) => None,
        '、' | '.' | '．' => Some((whole, MarkerStyle::HanComma, ordinal)),
        '是' if !next.starts_with('否') => Some((whole, MarkerStyle::Chain, ordinal)),
        '要' if !next.starts_with(['求', '素', '件', '闻']) => Some((whole, MarkerStyle::ChainMust, ordinal)),
        _ => None,
    }
}

/// Look-alikes of 、 that character sets and input methods bring: ﹑ ､ ‚.
fn plain_mark(c: char) -> char {
    if matches!(c, '﹑' | '､' | '‚') { '、' } else { c }
}

/// `1.`, `1、`, `1）`.
fn digit(rest: &str, before: char) -> Option<Form> {
    if before.is_ascii_alphanumeric()
        || full_digit(before).is_some()
        || matches!(before, '.' | '．' | '-' | '—' | '第' | '/')
    {
        return None;
    }
    let (ordinal, len) = number(rest)?;
    let c = rest[len..].chars().next()?;
    let whole = len + c.len_utf8();
    let next = &rest[whole..];
    let style = match plain_mark(c) {
        '.' | '．' if begins_number(next) && !begins_year(next) => return None,
        '.' | '．' => MarkerStyle::DigitDot,
        '、' if number(next).is_some_and(|(n, len)| n == ordinal + 1 && !begins_number(&next[len..])) => return None,
        '、' => MarkerStyle::DigitComma,
        ')' | '）' => MarkerStyle::DigitHalfParen,
        _ => return None,
    };
    (ordinal > 0).then_some((whole, style, ordinal))
}

/// `（一）`, `(1)`.
fn paren(rest: &str) -> Option<Form> {
    let open = separated(rest, &['（', '('])?;
    let inner = rest[open..].trim_start_matches([' ', '\u{a0}']);
    let skipped = rest.len() - inner.len();
    let (ordinal, len, style) = match han_number(inner) {
        Some((ordinal, len)) => (ordinal, len, MarkerStyle::HanParen),
        None => number(inner).map(|(ordinal, len)| (ordinal, len, MarkerStyle::DigitParen))?,
    };
    let tail = &inner[len..];
    let spaces = tail.len() - tail.trim_start_matches([' ', '\u{a0}']).len();
    let close = separated(&tail[spaces..], &['）', ')'])?;
    let whole = skipped + len + spaces + close;
    (ordinal > 0).then_some((whole, style, ordinal))
}

/// `第一，`, `其一，`.
fn counted(c: char, rest: &str) -> Option<Form> {
    let lead = c.len_utf8();
    if c == '其' && rest.starts_with("其次") {
        return order(rest);
    }
    let (ordinal, len) = han_number(&rest[lead..])?;
    let tail = &rest[lead + len..];
    if c == '第' && tail.starts_with("部分") {
        let whole = lead + len + "部分".len();
        let mark = separated(&rest[whole..], &['：', ':', '、', ' ', '\u{3000}']);
        return mark.map(|mark| {
            (whole + if rest[whole..].starts_with([' ', '\u{3000}']) { 0 } else { mark }, MarkerStyle::Part, ordinal)
        });
    }
    let separator = separated(tail, if c == '其' { &['，', ',', '、', '：', '是'] } else { &['，', ',', '、', '：'] })?;
    if han_number(&tail[separator..]).is_some() {
        return None;
    }
    let style = if c == '其' { MarkerStyle::OneOf } else { MarkerStyle::Ordinal };
    Some((lead + len + separator, style, ordinal))
}

/// `首先，其次，再次，最后，`; 最后 has no number of its own.
fn order(rest: &str) -> Option<Form> {
    let (word, ordinal) =
        [("首先", 1), ("其次", 2), ("再次", 3), ("最后", 0)].into_iter().find(|(word, _)| rest.starts_with(word))?;
    let separator = separated(&rest[word.len()..], &['，', ',', '是', '要', '：'])?;
    let kept = if rest[word.len()..].starts_with(['，', ',', '：']) { separator } else { 0 };
    Some((word.len() + kept, MarkerStyle::Order, ordinal))
}

/// The value of a numeral from one to ten.
fn han_digit(c: char) -> Option<u32> {
    if c == '十' { Some(10) } else { super::number::han_digit(c) }
}

/// A Chinese numeral from 1 to 99 at the start of `text`, and its length in bytes.
fn han_number(text: &str) -> Option<(u32, usize)> {
    let mut digits = [0; 4];
    let mut count = 0;
    for c in text.chars() {
        let Some(value) = han_digit(c) else { break };
        *digits.get_mut(count)? = value;
        count += 1;
    }
    let ordinal = match digits[..count] {
        [value] => value,
        [10, unit] if unit < 10 => 10 + unit,
        [ten, 10] if ten < 10 => ten * 10,
        [ten, 10, unit] if ten < 10 && unit < 10 => ten * 10 + unit,
        _ => return None,
    };
    Some((ordinal, count * 3))
}

fn full_digit(c: char) -> Option<u32> {
    ('０'..='９').contains(&c).then(|| c as u32 - '０' as u32)
}

/// One to three digits at the start of `text`, and their length in bytes.
pub(super) fn number(text: &str) -> Option<(u32, usize)> {
    let mut value = 0;
    let mut len = 0;
    for (count, c) in text.chars().enumerate() {
        let Some(digit) = c.to_digit(10).or_else(|| full_digit(c)) else { break };
        if count == 3 {
            return None;
        }
        value = value * 10 + digit;
        len += c.len_utf8();
    }
    (len > 0).then_some((value, len))
}

fn begins_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || full_digit(c).is_some())
}

/// `2023年`: a year may follow the dot of a marker, another number makes it a decimal.
fn begins_year(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4 && text[4..].starts_with('年')
}

/// Ordinal of a label: `1`, `一`, `（一）`; with its length in bytes.
pub(super) fn label_number(text: &str) -> Option<(u32, usize)> {
    paren(text).map(|(len, _, ordinal)| (ordinal, len)).or_else(|| han_number(text)).or_else(|| number(text))
}

/// Whether nothing around the marker makes it part of something else.
fn stands_free(text: &str, span: Span, style: MarkerStyle, place: Place, marks: &Marks) -> bool {
    let at = span.lo();
    let needs_line = matches!(style, MarkerStyle::Bullet | MarkerStyle::Letter | MarkerStyle::Part);
    let inner = marks.quote_at(at).is_some()
        || marks.in_title(at)
        || marks.bracket_at(at).is_some_and(|bracket| bracket.lo() < at);
    // 第三条（一）, 附件（1）, 9：1、
    let behind = text[..at].chars().next_back();
    let bound = matches!(place, Place::Inside | Place::Comma)
        && (behind.is_some_and(|c| matches!(c, '条' | '款' | '第' | '件' | '项'))
            || text[span.hi()..].starts_with(['项', '款', '目']))
        || place == Place::Colon
            && text[..at].chars().rev().nth(1).is_some_and(|c| c.is_ascii_digit())
            && style == MarkerStyle::DigitComma;
    !inner && !bound && (!needs_line || place == Place::LineStart)
}

/// `首先` opens a list only where `其次` follows in the same paragraph, and the others only behind it.
fn keep_orders_in_chains(text: &str, found: Vec<MarkerToken>) -> Vec<MarkerToken> {
    let mut kept: Vec<MarkerToken> = Vec::with_capacity(found.len());
    let orders: Vec<MarkerToken> = found.iter().filter(|m| m.style == MarkerStyle::Order).copied().collect();
    let mut next = 0;
    let mut last = 0;
    for mut marker in found {
        if marker.style == MarkerStyle::Order {
            next += 1;
            let follows = orders.get(next).is_some_and(|after| {
                after.ordinal == 2 && after.span.lo() - marker.span.lo() < 9_000 && marker.ordinal == 1
            });
            let continues = last > 0 && (marker.ordinal == last + 1 || marker.ordinal == 0);
            if !(follows || continues) {
                last = 0;
                continue;
            }
            if marker.ordinal == 0 {
                marker.ordinal = last + 1;
            }
            last = marker.ordinal;
        }
        kept.push(marker);
    }
    debug_assert!(kept.iter().all(|m| m.span.hi() <= text.len()));
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn markers(text: &str) -> Vec<MarkerToken> {
        crate::scan::scan(text, &Lexicon::builtin()).markers
    }

    fn check(text: &str, want: &[(&str, u32)]) {
        let found = markers(text);
        let got: Vec<_> = found.iter().map(|m| (m.span.slice(text), m.ordinal)).collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn forms() {
        check("一、甲\n（二）乙\n(三)丙\n㈣丁", &[("一、", 1), ("（二）", 2), ("(三)", 3), ("㈣", 4)]);
        check("1.甲。2．乙。3、丙", &[("1.", 1), ("2．", 2), ("3、", 3)]);
        check("（1）甲\n2）乙\n⑶丙\n④丁\n❺戊", &[("（1）", 1), ("2）", 2), ("⑶", 3), ("④", 4), ("❺", 5)]);
        check("一是甲。二要乙。第三，丙。其四，丁", &[("一是", 1), ("二要", 2), ("第三，", 3), ("其四，", 4)]);
        check("首先，甲。其次，乙。最后，丙。", &[("首先，", 1), ("其次，", 2), ("最后，", 3)]);
        check("十一、甲\n二十、乙\n二十三、丙", &[("十一、", 11), ("二十、", 20), ("二十三、", 23)]);
        check("• 甲\n—— 乙\na)丙\nⅡ、丁", &[("•", 0), ("——", 0), ("a)", 1), ("Ⅱ、", 2)]);
        check("1.2023年底前完成", &[("1.", 1)]);
        check("第一部分　总体情况\n第二部分：任务", &[("第一部分", 1), ("第二部分：", 2)]);
        check("一﹑甲\n1､乙", &[("一﹑", 1), ("1､", 1)]);
    }

    #[test]
    fn near_misses() {
        check("1.5亿元，2.0版，3.12植树节", &[]);
        check("小学一、二年级，开展一、二轮巡察", &[]);
        check("思想统一是前提，之一是，唯一是", &[]);
        check("他指出，“一是要把底数摸清，二是要管好”", &[]);
        check("按照第三条第（一）项、第（二）款", &[]);
        check("落实“第一议题”，第一责任人", &[]);
        check("《办法（一）》和（含1）", &[]);
        check("首先感谢大家，首先，要学。", &[]);
        check("2022年1月14日", &[]);
        check("项目1、2号楼", &[]);
        check("方案第一部分 明确了任务，第一部分人已到岗", &[]);
    }

    #[test]
    fn places() {
        let text = "一、甲：1.乙。2.丙，3.丁　　4.戊己（五）";
        let places: Vec<_> = markers(text).iter().map(|m| m.place).collect();
        use Place::{Colon, Comma, Gap, Inside, LineStart, Stop};
        assert_eq!(places, [LineStart, Colon, Stop, Comma, Gap, Inside]);
    }
}
