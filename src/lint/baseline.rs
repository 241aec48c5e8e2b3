//! Findings that are known: a file written once, so that later only what is new is reported.
//!
//! Comes in: findings, one after the other, or the text of the file. Goes out: whether a finding is known, the known ones that
//! did not come again, and the text of the file. A finding is known by its rule and words and not by its place, so that an
//! edit elsewhere changes nothing; where the same words were found twice, two are known.

use crate::i18n::{Lang, Text};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Version of the file's form.
const VERSION: u32 = 1;

/// Digits of the checksum of the words.
const DIGITS: usize = 16;

/// Characters of the words that the file shows to its reader.
const SHOWN: usize = 24;

/// The findings that are known.
#[derive(Debug, Default)]
pub struct Baseline {
    known: BTreeMap<(String, String), Known>,
}

#[derive(Debug)]
struct Known {
    count: usize,
    words: String,
}

/// The file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    findings: Vec<Row>,
}

/// Findings of one rule and the same words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Code of the rule.
    pub rule: String,
    /// The beginning of the words.
    pub words: String,
    /// First digits of the SHA-256 of the words without white space.
    pub hash: String,
    /// How many there are.
    pub count: usize,
}

/// A file that is no baseline.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
pub struct BaselineFault {
    path: PathBuf,
    why: String,
}

impl Baseline {
    /// Reads the text of the file at `path`.
    ///
    /// # Errors
    /// Text of another form or version.
    pub fn read(path: &Path, text: &str) -> Result<Self, BaselineFault> {
        let fault = |why: String| BaselineFault { path: path.to_owned(), why };
        let file: File = serde_json::from_str(text).map_err(|error| fault(error.to_string()))?;
        if file.version != VERSION {
            return Err(fault(format!("version {}", file.version)));
        }
        let rows = file.findings.into_iter();
        Ok(Self {
            known: rows.map(|row| ((row.rule, row.hash), Known { count: row.count, words: row.words })).collect(),
        })
    }

    /// Makes a finding of the rule of that code at these words known.
    pub fn add(&mut self, rule: &str, words: &str) {
        let shown = words.chars().take(SHOWN).collect();
        self.known.entry(key(rule, words)).or_insert(Known { count: 0, words: shown }).count += 1;
    }

    /// Whether a finding of the rule of that code at these words is known; each known one stands for one finding.
    pub fn take(&mut self, rule: &str, words: &str) -> bool {
        let known = self.known.get_mut(&key(rule, words)).filter(|known| known.count > 0);
        known.is_some_and(|known| {
            known.count -= 1;
            true
        })
    }

    /// What is known and was not taken, by rule.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let left = self.known.iter().filter(|(_, known)| known.count > 0);
        left.map(|((rule, hash), known)| Row {
            rule: rule.clone(),
            words: known.words.clone(),
            hash: hash.clone(),
            count: known.count,
        })
        .collect()
    }

    /// The text of the file.
    #[must_use]
    pub fn file(&self) -> String {
        let file = File { version: VERSION, findings: self.rows() };
        serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
    }
}

fn key(rule: &str, words: &str) -> (String, String) {
    let words: String = words.split_whitespace().collect();
    let digest = Sha256::digest(words.as_bytes());
    let mut hash: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    hash.truncate(DIGITS);
    (rule.to_owned(), hash)
}

impl BaselineFault {
    /// What is wrong, with the remedy.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        const FAULT: Text = Text::new(
            "{0}：不是 lint --write-baseline 写出的基线文件（{1}）；请重新生成",
            "{0}: no baseline as lint --write-baseline writes it ({1}); write it anew",
        );
        FAULT.fill(lang, &[&self.path.display(), &self.why])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(findings: &[(&str, &str)]) -> Baseline {
        let mut baseline = Baseline::default();
        findings.iter().for_each(|(rule, words)| baseline.add(rule, words));
        baseline
    }

    #[test]
    fn each_known_finding_stands_for_one() {
        let file = of(&[("N001", "重复信访件25件"), ("V001", "提高 站位"), ("N001", "重复信访件25件")]).file();
        let mut baseline = Baseline::read(Path::new("b.json"), &file).unwrap();
        assert_eq!(baseline.file(), file);
        for (rule, words, known) in [
            ("N001", "重复信访件25件", true),
            ("N002", "重复信访件25件", false),
            ("N001", "重复信访件26件", false),
            ("V001", "提高站\n位", true),
            ("V001", "提高站位", false),
        ] {
            assert_eq!(baseline.take(rule, words), known, "{rule} {words}");
        }
        let left: Vec<_> = baseline.rows().into_iter().map(|row| (row.rule, row.words, row.count)).collect();
        assert_eq!(left, [("N001".to_owned(), "重复信访件25件".to_owned(), 1)]);
    }

    #[test]
    fn another_file_is_refused() {
        for text in
            ["", "{}", "[]", r#"{"version": 2, "findings": []}"#, r#"{"version": 1, "findings": [], "more": 1}"#]
        {
            let fault = Baseline::read(Path::new("b.json"), text).expect_err(text).message(Lang::Zh);
            assert!(fault.starts_with("b.json：不是 lint --write-baseline"), "{fault}");
        }
    }
}
