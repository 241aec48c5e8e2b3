//! Which rules run: chosen by code, by name, or by the beginning of a code.

use super::{Card, Registry};
use crate::i18n::{Lang, Text};
use crate::toml_file::nearest;
use std::collections::BTreeSet;

/// Every rule.
const ALL: &str = "all";

/// What a user chose; each word is a code (`N001`), a name (`part-exceeds-whole`), the beginning of a code (`N`, `N0`) or
/// `all`, whatever the case of its letters.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// The rules that run; all of them where nothing is said.
    pub select: Vec<String>,
    /// Rules that run besides.
    pub extend: Vec<String>,
    /// Rules that do not run.
    pub ignore: Vec<String>,
}

/// A word that chooses no rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
pub struct UnknownRule {
    word: String,
    like: Option<String>,
}

impl Selection {
    /// Codes of the rules that do not run. Where one word takes a rule in and another leaves it out, the closer one decides
    /// (`N001` is closer than `N`); of two equally close ones, that which leaves it out.
    ///
    /// # Errors
    /// A word that chooses no rule.
    ///
    /// ```
    /// use zhenggai::Lexicon;
    /// use zhenggai::lint::{Registry, Selection};
    /// let rules = Registry::new(&Lexicon::builtin());
    /// let only_numbers = Selection { select: vec!["N".into()], ..Selection::default() };
    /// let off = only_numbers.off(&rules)?;
    /// assert!(off.contains("V001") && !off.contains("N001"));
    /// # Ok::<(), zhenggai::lint::UnknownRule>(())
    /// ```
    pub fn off(&self, rules: &Registry) -> Result<BTreeSet<String>, UnknownRule> {
        for word in self.select.iter().chain(&self.extend).chain(&self.ignore) {
            if !Self::knows(word, rules) {
                return Err(UnknownRule { word: word.clone(), like: like(word, rules) });
            }
        }
        Ok(rules.cards().filter(|card| !self.takes(card)).map(|card| card.code.to_string()).collect())
    }

    /// Whether the word chooses a rule.
    #[must_use]
    pub fn knows(word: &str, rules: &Registry) -> bool {
        rules.cards().any(|card| closeness(word, card).is_some())
    }

    /// Whether the word chooses the rule of that code and name.
    #[must_use]
    pub fn chooses(word: &str, code: &str, name: &str) -> bool {
        closeness_to(word, code, name).is_some()
    }

    /// The codes and names of all rules, which a word may have meant.
    #[must_use]
    pub fn words(rules: &Registry) -> Vec<&str> {
        rules.cards().flat_map(|card| [&*card.name, &*card.code]).collect()
    }

    fn takes(&self, card: &Card) -> bool {
        let closest = |words: &[String]| words.iter().filter_map(|word| closeness(word, card)).max();
        let chosen = if self.select.is_empty() { Some(0) } else { closest(&self.select) };
        chosen.max(closest(&self.extend)) > closest(&self.ignore)
    }
}

/// How closely the word names the rule, if it does: the letters of its code that it fixes.
fn closeness(word: &str, card: &Card) -> Option<usize> {
    closeness_to(word, &card.code, &card.name)
}

fn closeness_to(word: &str, code: &str, name: &str) -> Option<usize> {
    let begins = code.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    if name.eq_ignore_ascii_case(word) {
        Some(code.len())
    } else if word.eq_ignore_ascii_case(ALL) {
        Some(0)
    } else {
        (begins && !word.is_empty()).then_some(word.len())
    }
}

fn like(word: &str, rules: &Registry) -> Option<String> {
    nearest(word, &Selection::words(rules)).map(str::to_owned)
}

impl UnknownRule {
    /// The word.
    #[must_use]
    pub fn word(&self) -> &str {
        &self.word
    }

    /// What is wrong, with what may have been meant.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        const LIKE: Text = Text::new("没有规则“{0}”，是否想写“{1}”？", "no rule `{0}`, did you mean `{1}`?");
        const UNKNOWN: Text =
            Text::new("没有规则“{0}”；全部规则：zhenggai rule --all", "no rule `{0}`; every rule: zhenggai rule --all");
        match &self.like {
            Some(like) => LIKE.fill(lang, &[&self.word, like]),
            None => UNKNOWN.fill(lang, &[&self.word]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lexicon;

    fn words(words: &str) -> Vec<String> {
        words.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn the_closer_word_decides() {
        let rules = Registry::new(&Lexicon::builtin());
        for (select, extend, ignore, runs, rests) in [
            ("", "", "", "V001 N001 H001", ""),
            ("N", "", "", "N001", "V001 H001"),
            ("n0", "", "", "N001", "V001"),
            ("", "", "N", "V001", "N001 N002"),
            ("N001", "", "N", "N001", "N002 V001"),
            ("N", "", "N001", "N002", "N001"),
            ("N001", "", "N001", "", "N001"),
            ("N", "vague-measure", "", "N001 V001", "H001"),
            ("all", "", "part-exceeds-whole", "N002", "N001"),
            ("", "N001", "all", "N001", "V001"),
        ] {
            let selection = Selection { select: words(select), extend: words(extend), ignore: words(ignore) };
            let off = selection.off(&rules).expect("known rules");
            for code in words(runs) {
                assert!(!off.contains(&code), "{select}+{extend}-{ignore}: {code} should run");
            }
            for code in words(rests) {
                assert!(off.contains(&code), "{select}+{extend}-{ignore}: {code} should rest");
            }
        }
    }

    #[test]
    fn an_unknown_word_is_told_with_a_like_one() {
        let rules = Registry::new(&Lexicon::builtin());
        let fault = |word: &str| {
            let selection = Selection { ignore: words(word), ..Selection::default() };
            selection.off(&rules).err().map(|fault| fault.message(Lang::En))
        };
        assert_eq!(fault("vague-mesure").as_deref(), Some("no rule `vague-mesure`, did you mean `vague-measure`?"));
        assert_eq!(
            fault("完全不同的词语").as_deref(),
            Some("no rule `完全不同的词语`; every rule: zhenggai rule --all")
        );
        assert_eq!(fault("vague-measure"), None);
    }
}
