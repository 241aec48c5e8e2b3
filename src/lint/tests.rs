//! The catalogue as a whole: codes, names, documentation, and that every example behaves as stated.

use super::sample::quotes;
use super::{Family, Registry};
use crate::Lexicon;
use crate::i18n::Lang;

fn registry() -> Registry {
    Registry::new(&Lexicon::builtin())
}

#[test]
fn codes_are_unique_and_name_their_family() {
    let registry = registry();
    let codes: Vec<_> = registry.cards().map(|card| card.code.to_string()).collect();
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{codes:?}");
    for card in registry.cards() {
        let digits = card.code[1..].chars().filter(char::is_ascii_digit).count();
        assert!(
            card.family().is_some_and(|f| f != Family::User) && digits == 3 && card.code.len() == 4,
            "{}",
            card.code
        );
        assert!(card.name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", card.name);
    }
}

#[test]
fn names_are_unique() {
    let registry = registry();
    let mut names: Vec<_> = registry.cards().map(|card| card.name.to_string()).collect();
    names.sort();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
}

#[test]
fn nothing_is_left_undocumented() {
    for card in registry().cards() {
        let docs = &card.docs;
        for words in [&docs.finds, &docs.why, &docs.configure, &docs.source] {
            assert!(!words.get(Lang::Zh).is_empty() && !words.get(Lang::En).is_empty(), "{}", card.code);
        }
    }
}

#[test]
fn examples_behave_as_stated() {
    for rule in registry().iter() {
        let card = rule.card();
        assert!(!quotes(rule, &card.docs.flagged).is_empty(), "{} {} does not fire", card.code, card.name);
        assert_eq!(quotes(rule, &card.docs.passes), [""; 0], "{} {} fires", card.code, card.name);
    }
}
