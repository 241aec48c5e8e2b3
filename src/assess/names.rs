//! Where a name begins: the seat of a body before it, or the words that no dictionary knows as common ones.

use crate::lexicon::{EvidenceClass, Tagged};
use crate::scan::is_han;
use crate::{Lexicon, Span};

/// Characters between the seat and the end of a body's name.
const SEAT: usize = 10;

/// Where the seat (市, 县, 区…) of a body stands, the end of whose name follows `before`.
pub(super) fn seat(before: &str) -> Option<usize> {
    let mut near = before.char_indices().rev().take_while(|(_, c)| is_han(*c)).take(SEAT).peekable();
    let mut after = ' ';
    while let Some((at, c)) = near.next() {
        // 省级, 县内 name no seat.
        let seat = matches!(c, '省' | '市' | '县' | '区' | '州') && !"级内外里直场民".contains(after);
        after = c;
        if seat && near.peek().is_none_or(|(_, before)| !"全各上在本社园辖小跨".contains(*before)) {
            return Some(at);
        }
    }
    None
}

/// Where the two characters of Chinese that end `before` begin.
pub(super) fn two_before(before: &str) -> Option<usize> {
    before.char_indices().rev().take_while(|(_, c)| is_han(*c)).nth(1).map(|(at, _)| at)
}

/// Where the number stands that tells one of many from the others: 3号楼, 二标段.
pub(super) fn number(before: &str) -> Option<usize> {
    let count = before.strip_suffix('号').unwrap_or(before);
    let numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    count.char_indices().rev().take_while(|(_, c)| numeral(*c)).last().map(|(at, _)| at)
}

/// Where the name of a way begins that is told by its ends: 上湾至王家坳道路.
pub(super) fn stretch(before: &str) -> Option<usize> {
    let near = || before.char_indices().rev().take_while(|(_, c)| is_han(*c)).take(SEAT);
    let to = near().position(|(_, c)| c == '至')?;
    let from = near().skip(to + 1).nth(1)?.0;
    (to > 1).then_some(from)
}

/// Where the name of a place begins that ends `before`.
pub(super) fn place(before: &str, lexicon: &Lexicon) -> Option<usize> {
    let from = before.char_indices().rev().take_while(|(_, c)| is_han(*c)).take(REACH).last()?.0;
    let last = lexicon.segmenter().tag(&before[from..]).into_iter().next_back()?;
    let named = is_place(last) || matches!(last.tag, "nr" | "nz" | "nrt" | "nt" | "j");
    named.then(|| before.len() - last.word.len())
}

/// Where the quoted name begins that ends in the words `end`: “国富产业投资公司”, but not “影子公司”.
pub(super) fn quoted(words: &str, end: Span) -> Option<usize> {
    if !words[end.hi()..].starts_with('”') {
        return None;
    }
    let from = words[..end.lo()].rfind('“')? + '“'.len_utf8();
    let name = &words[from..end.lo()];
    (name.chars().count() > 2 && name.chars().all(is_han)).then_some(from)
}

/// Characters before its last word in which a name is looked for.
const REACH: usize = 8;

/// Where the proper name that ends in the words `end` begins. A proper name holds the name of a place or a brand, or falls
/// apart into single characters, because it is in no dictionary; before 镇 or 村 any noun will do that is no common
/// attribute of them.
pub(super) fn proper(words: &str, end: Span, lexicon: &Lexicon) -> Option<usize> {
    let before = &words[..end.lo()];
    let from = before.char_indices().rev().take_while(|(_, c)| is_han(*c)).take(REACH).last()?.0;
    let tagged = lexicon.segmenter().tag(&words[from..end.hi()]);
    let settled = lexicon.evidence.get(end.slice(words)) == Some(&EvidenceClass::Settlement);
    let mut at = end.hi();
    let mut single = false;
    for word in tagged.into_iter().rev() {
        let (last, near) = (at > end.lo(), at == end.lo());
        at -= word.word.len();
        match sort(word, last.then(|| end.slice(words)), settled, lexicon) {
            // 出村, 包村: what is done to it.
            Sort::Single if near && word.tag.starts_with(['v', 'd']) => return None,
            Sort::Name => return Some(at),
            Sort::Single if single => return Some(at),
            Sort::Single => single = true,
            Sort::Noun => single = false,
            Sort::Close => return None,
        }
    }
    None
}

/// What a word says of the name that it stands in.
enum Sort {
    /// It makes the name a proper one.
    Name,
    /// A character that no word holds: two of them are a name.
    Single,
    /// It may stand in a name.
    Noun,
    /// It stands in no name.
    Close,
}

/// `end`: the word that ends the name, where `word` holds it.
fn sort(word: Tagged<'_>, end: Option<&str>, settled: bool, lexicon: &Lexicon) -> Sort {
    let stem = end.map_or(word.word, |end| word.word.strip_suffix(end).unwrap_or(""));
    let count = stem.chars().count();
    let tag = word.tag.as_bytes().first().copied().unwrap_or(b'x');
    if count == 0 {
        return Sort::Noun;
    }
    if lexicon.status.get(stem).is_some() || lexicon.status.get(word.word).is_some() {
        return Sort::Close;
    }
    if lexicon.evidence.get(stem) == Some(&EvidenceClass::Common) {
        return if settled { Sort::Close } else { Sort::Noun };
    }
    match count {
        1 if OPENS.contains(stem) => Sort::Close,
        1 if end.is_some() => Sort::Noun,
        1 if b"pcurmqfw".contains(&tag) => Sort::Close,
        1 => Sort::Single,
        _ if is_place(word) || end.is_none() && is_brand(word, count) => Sort::Name,
        2 | 3 if settled && tag == b'n' && end.is_none() => Sort::Name,
        _ if b"pcurmqfwdtailz".contains(&tag) || word.tag == "v" => Sort::Close,
        _ => Sort::Noun,
    }
}

/// Characters that are no part of a name: verbs, prepositions, units of government without a name.
const OPENS: &str = "省市县区乡镇村组校院局所站我本各全该对在向为由与和到进入驻建设办使让将把被从以按经请赴带抓管送";

/// Names of places but the country's.
fn is_place(word: Tagged<'_>) -> bool {
    matches!(word.tag, "ns" | "nrfg") && !word.word.starts_with(['中', '国', '全'])
}

/// Names of persons and brands, which in few characters are seldom something else.
fn is_brand(word: Tagged<'_>, count: usize) -> bool {
    matches!(count, 2 | 3) && matches!(word.tag, "nr" | "nz")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proper_names() {
        let lexicon = Lexicon::builtin();
        let name = |words: &'static str, end: &str| {
            let lo = words.find(end).expect("the end of a name");
            let at = Span::new(lo, lo + end.len());
            proper(words, at, &lexicon).map(|from| &words[from..at.hi()])
        };
        for (words, end, want) in [
            ("在龙口镇设立", "镇", Some("龙口镇")),
            ("乌石村连片撂荒地", "村", Some("乌石村")),
            ("向金沙米业发放", "米业", Some("金沙米业")),
            ("向阳村修路", "村", Some("向阳村")),
            ("推广至试点镇", "镇", None),
            ("引导小区成立业委会", "小区", None),
            ("推进老旧小区改造", "小区", None),
            ("到各村公示", "村", None),
            ("理清工作思路", "路", None),
            ("督促物业公司整改", "公司", None),
            ("安新公司完成变更", "公司", Some("安新公司")),
            ("向恒泰酒店催收", "酒店", Some("恒泰酒店")),
            ("租金入村集体账户", "村", None),
            ("新建项目实行减量置换", "项目", None),
            ("健全现代医院制度", "医院", None),
        ] {
            assert_eq!(name(words, end), want, "{words}");
        }
    }
}
