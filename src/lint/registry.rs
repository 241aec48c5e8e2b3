//! All rules in force, by code.

use super::{Card, Rule, rules, word_list};
use crate::Lexicon;

/// The rules in force: those of the program, and those that the dictionaries add.
pub struct Registry {
    rules: Vec<Box<dyn Rule>>,
}

impl Registry {
    /// The rules of the program and of these dictionaries, in the order of their codes.
    #[must_use]
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut rules = rules::all();
        rules.extend(word_list::all(lexicon));
        rules.sort_by(|a, b| a.card().code.cmp(&b.card().code));
        Self { rules }
    }

    /// The rules, in the order of their codes.
    pub fn iter(&self) -> impl Iterator<Item = &dyn Rule> {
        self.rules.iter().map(AsRef::as_ref)
    }

    /// The cards of the rules, in the order of their codes.
    pub fn cards(&self) -> impl Iterator<Item = &Card> {
        self.iter().map(Rule::card)
    }

    /// The rule of that code or name, whatever the case of its letters.
    #[must_use]
    pub fn get(&self, code_or_name: &str) -> Option<&dyn Rule> {
        let named = |name: &str| name.eq_ignore_ascii_case(code_or_name);
        self.iter().find(|rule| named(&rule.card().code) || named(&rule.card().name))
    }
}
