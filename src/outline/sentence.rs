//! Sentences of a measure: cut at 。；！？ and line ends, not inside titles, quotations and brackets.

use crate::Span;
use crate::scan::{Stop, Stops, ends_sentence};

/// Cuts `span` into sentences, each with the mark that ends it, trimmed; `kept` takes them in place of what it holds.
pub(super) fn sentences(text: &str, span: Span, stops: &Stops, kept: &mut Vec<Span>) {
    kept.clear();
    let mut start = span.lo();
    let ends = stops.within(span).iter().filter(|stop| cuts(text, span, stop)).map(Stop::hi);
    for end in ends.chain([span.hi()]) {
        let sentence = Span::new(start, end).trim(text);
        start = end;
        if sentence.is_empty() {
            continue;
        }
        // A mark alone belongs to the sentence before it.
        match kept.last_mut() {
            Some(last) if !sentence.slice(text).contains(char::is_alphanumeric) => *last = last.to(sentence),
            _ => kept.push(sentence),
        }
    }
}

/// Whether a sentence of `span` ends at this stop: at a mark outside titles, quotations and brackets, with a quoted sentence, or
/// with the line.
fn cuts(text: &str, span: Span, stop: &Stop) -> bool {
    match stop.mark {
        '\n' | '\r' => true,
        '”' | '」' => stop.lo() > span.lo() && !text[..stop.lo()].ends_with('；'),
        '…' => false,
        mark => !stop.enclosed && ends_sentence(mark),
    }
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
        let stops = crate::scan::scan(text, &crate::Lexicon::builtin()).stops;
        let mut found = Vec::new();
        sentences(text, Span::new(0, text.len()), &stops, &mut found);
        let got: Vec<_> = found.iter().map(|sentence| sentence.slice(text)).collect();
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
