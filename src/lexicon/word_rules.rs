//! Rules that are mere lists of words: their cards in `word_rules.tsv`, their words in `rule_words.tsv`.

use super::load::{Loader, class};
use super::table::Row;
use super::{DictError, Expected, RuleScope, WordSense, Words, files};
use crate::model::Severity;

/// A rule that is a list of words.
pub struct WordRule {
    /// Letter and three digits.
    pub code: Box<str>,
    /// Name in kebab case.
    pub name: Box<str>,
    /// How much its findings matter.
    pub severity: Severity,
    /// Where it looks.
    pub scope: RuleScope,
    /// What it finds, in Chinese and in English.
    pub finds: [Box<str>; 2],
    /// Why it matters, in Chinese and in English.
    pub why: [Box<str>; 2],
    /// A sentence on which it fires.
    pub flagged: Box<str>,
    /// A sentence on which it stays quiet.
    pub passes: Box<str>,
    /// Where the requirement comes from, in Chinese and in English.
    pub source: [Box<str>; 2],
    /// Its words.
    pub words: Words<WordSense>,
}

/// The rules in force. A rule whose own example holds none of its words is a fault.
pub(super) fn read(loader: &mut Loader) -> Vec<WordRule> {
    let mut rules: Vec<WordRule> = Vec::new();
    let mut examples = Vec::new();
    let mut words: Vec<Vec<(Box<str>, WordSense)>> = Vec::new();
    loader.each(&files::WORD_RULES, |row| {
        rules.push(rule(row)?);
        words.push(Vec::new());
        examples.push(row.bad_cell(8, Expected::FlaggedSentence));
        Ok(())
    });
    loader.each(&files::RULE_WORDS, |row| {
        let rule = rules.iter().position(|rule| *rule.code == *row.cells[1]);
        let rule = rule.ok_or_else(|| row.bad_cell(1, Expected::KnownRule))?;
        words[rule].push((row.cells[0].into(), class(row, 2)?));
        Ok(())
    });
    for ((rule, words), fault) in rules.iter_mut().zip(words).zip(examples) {
        rule.words = words.into_iter().collect();
        let fires = rule.words.find_in(&rule.flagged).any(|(_, sense)| *sense == WordSense::Flag);
        if !fires {
            loader.faults.push(fault);
        }
    }
    rules
}

fn rule(row: &Row<'_>) -> Result<WordRule, DictError> {
    let cell = |column: usize| Box::from(row.cells[column]);
    if !is_code(row.cells[0]) {
        return Err(row.bad_cell(0, Expected::RuleCode));
    }
    if row.cells[9] == row.cells[8] {
        return Err(row.bad_cell(9, Expected::PassingSentence));
    }
    Ok(WordRule {
        code: cell(0),
        name: cell(1),
        severity: class(row, 2)?,
        scope: class(row, 3)?,
        finds: [cell(4), cell(5)],
        why: [cell(6), cell(7)],
        flagged: cell(8),
        passes: cell(9),
        source: [cell(10), cell(11)],
        words: Words::default(),
    })
}

/// A capital letter and three digits.
fn is_code(code: &str) -> bool {
    let bytes = code.as_bytes();
    bytes.len() == 4 && bytes[0].is_ascii_uppercase() && bytes[1..].iter().all(u8::is_ascii_digit)
}
