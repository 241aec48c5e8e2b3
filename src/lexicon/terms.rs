//! Fixed terms in a text, minus those that a longer unit takes the numeral from: 十分 is no term in 十分钟.

use super::{Lexicon, TermClass};
use crate::Span;

impl Lexicon {
    /// The fixed terms of `text`, leftmost first and longest at each place, not overlapping.
    pub fn terms_in<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (Span, TermClass)> + 't {
        let terms = self.fixed_terms.find_in(text).map(|(span, class)| (span, *class));
        terms.filter(|(span, _)| !self.unit_reaches_past(*span, text))
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
        ] {
            let found = lexicon.terms_in(text).next().map(|(span, _)| span.slice(text));
            assert!(
                found.map_or(want.is_none(), |found| want.is_some_and(|want| found.starts_with(want))),
                "{text}: {found:?}"
            );
        }
    }
}
