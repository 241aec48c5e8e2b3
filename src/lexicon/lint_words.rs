//! The words that several rules of the lint room look for all over a notice, and those that stand in one.

use super::sweep::{Hits, Lists, Sweep};
use super::{Lexicon, LintCue, VagueClass, WordSense};
use crate::Class;

/// What the dictionaries know of such a word.
#[derive(Clone, Copy)]
pub(crate) enum LintWord {
    Cue(LintCue),
    Vague(VagueClass),
    /// A word of the rule with that place in the dictionaries.
    Rule(usize, WordSense),
}

/// Classes that are looked for all over a notice; the others are asked for in the words around a figure.
const EVERYWHERE: [LintCue; 7] = [
    LintCue::AsOf,
    LintCue::Past,
    LintCue::Promise,
    LintCue::Aimless,
    LintCue::Activity,
    LintCue::Result,
    LintCue::Unnamed,
];

/// The words of the rules that stand in a text.
pub(crate) struct LintWords {
    /// In the order of the classes; empty for those that are not looked for everywhere.
    cues: Vec<Hits<()>>,
    /// Vague words.
    pub vague: Hits<VagueClass>,
    /// Those of each rule that is a list of words.
    pub rules: Vec<Hits<WordSense>>,
}

impl LintWords {
    /// All of them in `text`.
    pub fn all_in(text: &str, lexicon: &Lexicon) -> Self {
        let cues = LintCue::WORDS.iter().map(|_| Hits::default()).collect();
        let rules = lexicon.word_rules.iter().map(|_| Hits::default()).collect();
        let mut found = Self { cues, vague: Hits::default(), rules };
        lexicon.lint_sweep().each_in(text, |word, known| match known {
            LintWord::Cue(class) => found.cues[class as usize].push(word, ()),
            LintWord::Vague(class) => found.vague.push(word, class),
            LintWord::Rule(rule, sense) => found.rules[rule].push(word, sense),
        });
        found
    }

    /// Those of a class that is looked for everywhere.
    pub fn of(&self, class: LintCue) -> &Hits<()> {
        debug_assert!(EVERYWHERE.contains(&class));
        &self.cues[class as usize]
    }
}

/// The lists of `lexicon` that are looked for everywhere.
pub(super) fn sweep(lexicon: &Lexicon) -> Sweep<LintWord> {
    let mut lists = Lists::default().with(&lexicon.vague, |(class, _)| LintWord::Vague(class));
    for class in EVERYWHERE {
        lists = lists.with(lexicon.lint.of(class), |()| LintWord::Cue(class));
    }
    for (at, rule) in lexicon.word_rules.iter().enumerate() {
        lists = lists.with(&rule.words, |sense| LintWord::Rule(at, sense));
    }
    lists.into_sweep()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    #[test]
    fn as_by_searching_for_each_list() {
        let lexicon = Lexicon::builtin();
        let text =
            "下一步将尽快完成改造，进一步压实责任，召开会议，基本完成整改，由相关部门负责，截至6月底取得明显成效。";
        let found = LintWords::all_in(text, &lexicon);
        let whole = Span::new(0, text.len());
        for class in EVERYWHERE {
            let want: Vec<Span> = lexicon.lint.of(class).find_in(text).map(|(at, ())| at).collect();
            assert_eq!(found.of(class).within(whole).map(|(at, ())| at).collect::<Vec<_>>(), want, "{class:?}");
        }
        let want: Vec<_> = lexicon.vague.find_in(text).map(|(at, (class, _))| (at, *class)).collect();
        assert_eq!(found.vague.within(whole).collect::<Vec<_>>(), want);
        assert!(!want.is_empty());
        for (rule, hits) in lexicon.word_rules.iter().zip(&found.rules) {
            let want: Vec<_> = rule.words.find_in(text).map(|(at, sense)| (at, *sense)).collect();
            assert_eq!(hits.within(whole).collect::<Vec<_>>(), want, "{}", rule.code);
        }
    }
}
