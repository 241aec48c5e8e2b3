//! Fixed terms in a text, minus those that a longer unit takes the numeral from: 十分 is no term in 十分钟.

use super::{Hits, Lexicon, TermClass};
use crate::Span;

impl Lexicon {
    /// The fixed terms among the `hits` in `text`, leftmost first and longest at each place, not overlapping.
    pub(crate) fn terms_among<'t>(
        &'t self,
        hits: &'t Hits<TermClass>,
        text: &'t str,
    ) -> impl Iterator<Item = (Span, TermClass)> + 't {
        let terms = hits.within(Span::new(0, text.len()));
        terms.filter(|(span, _)| !self.unit_reaches_past(*span, text) && !cuts_a_number(*span, text))
    }

    fn unit_reaches_past(&self, term: Span, text: &str) -> bool {
        let rest = &text[term.lo()..];
        let numeral = rest.len() - rest.trim_start_matches(is_numeral).len();
        let after = &rest[numeral..];
        let unit = self.units.prefix_of(after).map_or(0, |(len, _)| len);
        let trapped = self.unit_traps.prefix_of(after).is_some_and(|(trap, ())| trap > unit);
        numeral > 0 && unit > 0 && !trapped && numeral + unit > term.len()
    }
}

/// Whether the digits at an end of the term go on outside it (`12345` in 12345678.95万元).
fn cuts_a_number(term: Span, text: &str) -> bool {
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let (bytes, words) = (text.as_bytes(), term.slice(text).as_bytes());
    let decimal = bytes.get(term.hi()) == Some(&b'.') && digit(bytes.get(term.hi() + 1));
    let before = term.lo().checked_sub(1).and_then(|at| bytes.get(at));
    digit(words.first()) && digit(before) || digit(words.last()) && (digit(bytes.get(term.hi())) || decimal)
}

fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' | '万' | '亿')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_unit_takes_the_numeral() {
        let lexicon = Lexicon::builtin();
        for (text, want) in [
            ("十分重要", Some("十分")),
            ("十分钟内到场", None),
            ("一批项目", Some("一批")),
            ("分一批次发放", None),
            ("九江市", Some("九江")),
            ("三重一大事项3件", Some("三重一大")),
            ("三公里管网", None),
            ("五小时", None),
            ("新建公厕一座", None),
            ("整改措施五项", None),
            ("队伍一支", Some("队伍")),
            ("12345热线", Some("12345")),
            ("投入12345678.95万元", None),
            ("投入12345.6万元", None),
            ("电话2112345", None),
        ] {
            let hits = crate::lexicon::Found::all_in(text, &lexicon).terms;
            let found = lexicon.terms_among(&hits, text).next().map(|(span, _)| span.slice(text));
            assert!(
                found.map_or(want.is_none(), |found| want.is_some_and(|want| found.starts_with(want))),
                "{text}: {found:?}"
            );
        }
    }
}
