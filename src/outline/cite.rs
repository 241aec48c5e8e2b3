//! Cited documents: `《关于…的通知》（安政办〔2023〕23号）`, a title alone, a number alone.

use crate::Span;
use crate::model::{CitedDocument, Outline};
use crate::scan::Scan;

/// Longest name of an issuing body before the year, in characters: 国水电计.
const ISSUER: usize = 12;

/// The documents cited in `text`.
pub(super) fn documents(text: &str, scan: &Scan, outline: &Outline) -> Vec<CitedDocument> {
    let mut numbers = scan.marks.brackets.iter().flat_map(|bracket| inner_numbers(text, *bracket)).peekable();
    let mut found: Vec<CitedDocument> = Vec::new();
    for title in &scan.marks.titles {
        while let Some(number) = numbers.next_if(|number| number.lo() < title.lo()) {
            cite(text, number, &mut found);
        }
        let words = Span::new(title.lo() + '《'.len_utf8(), title.hi() - '》'.len_utf8());
        found.push(CitedDocument { title: Some(words), number: None, span: *title, node: None });
    }
    for number in numbers {
        cite(text, number, &mut found);
    }
    found.sort_by_key(|document| document.span);
    for document in &mut found {
        document.node = outline.innermost(document.span.lo());
    }
    found
}

/// Gives a number to the title before it, or lets it stand alone.
fn cite(text: &str, number: Span, found: &mut Vec<CitedDocument>) {
    if let Some(last) = found.last_mut()
        && last.number.is_none()
        && last.span.hi() <= number.lo()
        && follows(&text[last.span.hi()..number.lo()])
    {
        last.number = Some(number);
        let close =
            text[number.hi()..].starts_with(['）', ')']) && text[last.span.hi()..number.lo()].contains(['（', '(']);
        let end = number.hi() + if close { text[number.hi()..].chars().next().map_or(0, char::len_utf8) } else { 0 };
        last.span = Span::new(last.span.lo(), end);
        return;
    }
    if found.last().is_some_and(|last| last.span.overlaps(number)) {
        return;
    }
    found.push(CitedDocument { title: None, number: Some(number), span: number, node: None });
}

/// What may stand between a title and its number.
fn follows(between: &str) -> bool {
    let bare = between.trim_matches(|c: char| c.is_whitespace() || matches!(c, '（' | '(' | '〈'));
    matches!(bare, "" | "文件" | "的通知" | "通知" | "试行）" | "文号：" | "文号")
}

/// The document numbers whose year stands in this bracket: `〔2023〕`, or inside it.
fn inner_numbers(text: &str, bracket: Span) -> Vec<Span> {
    if let Some(number) = number(text, bracket) {
        return vec![number];
    }
    let words = bracket.slice(text);
    let mut found = Vec::new();
    let mut from = words.chars().next().map_or(0, char::len_utf8);
    while let Some(open) = words.get(from..).and_then(|rest| rest.find(['〔', '[', '［', '【'])) {
        let start = from + open;
        let Some(close) = words[start..].find(['〕', ']', '］', '】']) else { break };
        let end = start + close + words[start + close..].chars().next().map_or(0, char::len_utf8);
        found.extend(number(text, Span::new(bracket.lo() + start, bracket.lo() + end)));
        from = end;
    }
    found
}

/// The document number around a year in brackets.
fn number(text: &str, year: Span) -> Option<Span> {
    let inner = year.slice(text).trim_matches(['〔', '〕', '[', ']', '［', '］', '（', '）', '(', ')', '【', '】']);
    if inner.len() != 4 || !inner.bytes().all(|b| b.is_ascii_digit()) || !matches!(&inner[..2], "19" | "20") {
        return None;
    }
    let rest = &text[year.hi()..];
    let lead = if rest.starts_with('第') { '第'.len_utf8() } else { 0 };
    let digits = rest[lead..].bytes().take_while(u8::is_ascii_digit).count();
    let round = year.slice(text).starts_with(['（', '(']);
    let tail = &rest[lead + digits..];
    let numbered = tail.starts_with('号');
    if digits == 0 || digits > 5 || round && !numbered {
        return None;
    }
    let end = year.hi() + lead + digits + if numbered { '号'.len_utf8() } else { 0 };
    Some(Span::new(issuer(text, year.lo()), end))
}

/// Where the issuing body's short name begins that ends at `at`.
fn issuer(text: &str, at: usize) -> usize {
    let mut start = at;
    for c in text[..at].chars().rev().take(ISSUER) {
        if !c.is_alphabetic() {
            break;
        }
        start -= c.len_utf8();
    }
    let words = &text[start..at];
    let lead = [
        "按照", "根据", "依据", "印发", "转发", "文件", "通过", "落实", "执行", "出台", "下发", "以", "和", "及", "据",
        "按", "照",
    ]
    .into_iter()
    .filter_map(|word| words.rfind(word).map(|found| found + word.len()))
    .max()
    .unwrap_or(0);
    start + lead
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, want: &[(&str, &str, &str)]) {
        let scan = crate::scan::scan(text, &crate::Lexicon::builtin());
        let part = |span: Option<Span>| span.map_or("", |span| span.slice(text));
        let found = documents(text, &scan, &Outline::default());
        let got: Vec<_> = found.iter().map(|d| (part(d.title), part(d.number), d.span.slice(text))).collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn citations() {
        check(
            "按《三项制度的通知》（安政办〔2023〕23号）要求",
            &[("三项制度的通知", "安政办〔2023〕23号", "《三项制度的通知》（安政办〔2023〕23号）")],
        );
        check(
            "制定《办法（试行）》〔2024〕73号）文件",
            &[("办法（试行）", "〔2024〕73号", "《办法（试行）》〔2024〕73号")],
        );
        check("印发规程文件（安开财〔2024〕41号），", &[("", "安开财〔2024〕41号", "安开财〔2024〕41号")]);
        check("根据柳发〔2023〕19号", &[("", "柳发〔2023〕19号", "柳发〔2023〕19号")]);
        check(
            "《甲》《乙》（乙办[2018]14号）",
            &[("甲", "", "《甲》"), ("乙", "乙办[2018]14号", "《乙》（乙办[2018]14号）")],
        );
    }

    #[test]
    fn near_misses() {
        check("（2023）年，（2024）3个，2024年", &[]);
    }
}
