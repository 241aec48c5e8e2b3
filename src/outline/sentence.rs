//! Sentences of a measure: cut at 。；！？ and line ends, not inside titles, quotations and brackets.

use super::heading::enclosed;
use crate::Span;
use crate::scan::{Marks, ends_sentence};

/// Cuts `span` into sentences, each with the mark that ends it, trimmed.
pub(super) fn sentences(text: &str, span: Span, marks: &Marks) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = span.lo();
    let mut before = ' ';
    for (at, c) in span.slice(text).char_indices() {
        let place = span.lo() + at;
        let end = place + c.len_utf8();
        let quoted_end = matches!(c, '”' | '」') && ends_sentence(before) && before != '；';
        let cuts = c == '\n' || c == '\r' || ends_sentence(c) && c != '…' && !enclosed(marks, place) || quoted_end;
        if cuts {
            found.push(Span::new(start, end));
            start = end;
        }
        before = c;
    }
    found.push(Span::new(start, span.hi()));
    let mut kept: Vec<Span> = Vec::with_capacity(found.len());
    for sentence in found {
        let sentence = sentence.trim(text);
        let words = sentence.slice(text);
        if words.is_empty() {
            continue;
        }
        // A mark alone belongs to the sentence before it.
        match kept.last_mut() {
            Some(last) if !words.contains(char::is_alphanumeric) => *last = last.to(sentence),
            _ => kept.push(sentence),
        }
    }
    kept
}

/// A sentence without the mark that ends it.
pub(super) fn bare(text: &str, sentence: Span) -> Span {
    let words = sentence.slice(text);
    let kept = words.trim_end_matches(|c: char| ends_sentence(c) || c.is_whitespace()).len();
    if kept == 0 { sentence } else { Span::new(sentence.lo(), sentence.lo() + kept) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, want: &[&str]) {
        let marks = crate::scan::scan(text, &crate::Lexicon::builtin()).marks;
        let got: Vec<_> = sentences(text, Span::new(0, text.len()), &marks).iter().map(|s| s.slice(text)).collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn cuts() {
        check("健全制度。印发通知2份；召开会议！", &["健全制度。", "印发通知2份；", "召开会议！"]);
        check("完成93.5%;收回3万元.\n其余推进", &["完成93.5%;", "收回3万元.", "其余推进"]);
        check("印发《通知；办法》。学习“一是；二是”精神。", &["印发《通知；办法》。", "学习“一是；二是”精神。"]);
        check("他说：“要抓紧。”随后开会。", &["他说：“要抓紧。”", "随后开会。"]);
        check("完成。。", &["完成。。"]);
        check("", &[]);
    }
}
