//! Rules that are mere lists of words: their cards and words come from the dictionaries, built in or the user's own.

use super::{Bilingual, Card, Docs, Draft, Page, Rule};
use crate::lexicon::{RuleScope, WordRule, WordSense};
use crate::model::{Message, NodeKind, Specificity};
use crate::{Lexicon, Span};
use std::borrow::Cow;

/// A rule of `word_rules.tsv`.
struct WordList {
    card: Card,
    /// Its place among the rules of the dictionaries.
    index: usize,
}

/// The rules of words that these dictionaries hold.
pub(super) fn all(lexicon: &Lexicon) -> impl Iterator<Item = Box<dyn Rule>> + '_ {
    lexicon.word_rules.iter().enumerate().map(|(index, rule)| Box::new(WordList { card: card(rule), index }) as Box<_>)
}

fn card(rule: &WordRule) -> Card {
    let [finds, why, source] = [&rule.finds, &rule.why, &rule.source].map(|[zh, en]| Bilingual::read(zh, en));
    let (code, zh) = (&rule.code, "关闭；词在 rule_words.tsv，可在词典文件夹里增减");
    let en =
        "turns it off; its words stand in rule_words.tsv, and a dictionary folder may add to them or take some away";
    Card {
        code: Cow::Owned(rule.code.to_string()),
        name: Cow::Owned(rule.name.to_string()),
        severity: rule.severity,
        docs: Docs {
            finds,
            why,
            flagged: Cow::Owned(as_notice(&rule.flagged)),
            passes: Cow::Owned(as_notice(&rule.passes)),
            configure: Bilingual::read(&format!("--ignore {code} {zh}"), &format!("--ignore {code} {en}")),
            source,
        },
    }
}

/// The example sentence as that of a measure.
fn as_notice(sentence: &str) -> String {
    format!("（一）整改不够到位\n一是加强整改。{sentence}")
}

impl Rule for WordList {
    fn card(&self) -> &Card {
        &self.card
    }

    fn check(&self, page: &Page<'_>, found: &mut Vec<Draft>) {
        let Some(rule) = page.lexicon.word_rules.get(self.index) else { return };
        for (id, action) in page.nodes(NodeKind::Action) {
            if rule.scope == RuleScope::Unchecked && action.specificity == Some(Specificity::Specific) {
                continue;
            }
            let words = page.said().rules[self.index].within(action.span);
            let places = words.filter(|(_, sense)| *sense == WordSense::Flag).map(|(place, _)| place);
            found.extend(places.filter(|place| !is_counted(page, *place)).map(|place| {
                let message = Message::new("“{words}”：{finds}，请核对", "“{words}”: {finds_en}, please check");
                let message = message.with("words", page.words(place));
                let docs = &self.card.docs.finds;
                let message = message.with("finds", short(docs, crate::i18n::Lang::Zh));
                Draft::new(place, message.with("finds_en", short(docs, crate::i18n::Lang::En))).of(id)
            }));
        }
    }
}

/// What a rule finds, without its examples.
fn short(finds: &Bilingual, lang: crate::i18n::Lang) -> String {
    let words = finds.get(lang);
    words.split(['：', ':']).next().unwrap_or(words).to_owned()
}

/// 基本完成2个: a state that is counted can be checked.
fn is_counted(page: &Page<'_>, place: Span) -> bool {
    page.text[place.hi()..].starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::Lexicon;
    use crate::lint::Registry;
    use crate::lint::sample::quotes;

    #[test]
    fn words_that_are_excused_or_counted_are_quiet() {
        let registry = Registry::new(&Lexicon::builtin());
        for (rule, text, want) in [
            ("weasel-completion", "目前人事档案整理工作已基本完成。", &["基本完成"][..]),
            ("weasel-completion", "目前基本完成2个，推进中1个。", &[]),
            ("unverifiable-effect", "窗口服务能力明显提升。", &["能力明显提升"]),
            ("unverifiable-effect", "窗口服务能力明显提升，群众满意率由83%升至94%。", &[]),
            ("escape-clause", "条件成熟时启动办公用房调整。", &["条件成熟时"]),
            ("escape-clause", "原则上同意该方案，6月底前启动办公用房调整。", &[]),
        ] {
            let found = registry.get(rule).map(|rule| quotes(rule, &super::as_notice(text))).unwrap_or_default();
            assert_eq!(found, want, "{rule} {text}");
        }
    }
}
