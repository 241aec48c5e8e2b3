//! What can be wrong with a dictionary.

use crate::i18n::{Lang, Text};
use std::path::{Path, PathBuf};

/// A fault in a dictionary, with its place.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
#[non_exhaustive]
pub enum DictError {
    /// The header line does not name the columns.
    Header {
        /// File.
        path: PathBuf,
        /// Line, from 1.
        line: u32,
        /// Columns of this dictionary.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// A line has too few or too many columns, or an empty entry.
    Columns {
        /// File.
        path: PathBuf,
        /// Line, from 1.
        line: u32,
        /// Columns of this dictionary.
        expected: usize,
        /// Columns of this line.
        found: usize,
    },
    /// A cell holds none of the words allowed there.
    Cell {
        /// File.
        path: PathBuf,
        /// Line, from 1.
        line: u32,
        /// What stands there.
        found: String,
        /// What may stand there.
        expected: Expected,
    },
    /// An entry stands twice.
    Duplicate {
        /// File.
        path: PathBuf,
        /// Line, from 1.
        line: u32,
        /// The entry.
        entry: String,
        /// Line of its first occurrence.
        first: u32,
    },
    /// A cell begins or ends with white space, which no text would match.
    Space {
        /// File.
        path: PathBuf,
        /// Line, from 1.
        line: u32,
        /// The cell.
        cell: String,
    },
    /// A row takes away a word that is not built in.
    NothingToRemove {
        /// File.
        path: PathBuf,
        /// Line, from 1.
        line: u32,
        /// The entry with its mark.
        entry: String,
    },
    /// Aliases lead back to themselves.
    AliasCycle {
        /// File.
        path: PathBuf,
        /// Line, from 1.
        line: u32,
        /// The alias.
        alias: String,
    },
    /// A file of the folder is no dictionary that the program knows.
    UnknownFile {
        /// File.
        path: PathBuf,
        /// Names of all dictionaries.
        known: String,
    },
    /// The folder holds no dictionary.
    NoDictionary {
        /// Folder.
        path: PathBuf,
        /// Names of all dictionaries.
        known: String,
    },
    /// The file could not be read.
    Io {
        /// File or folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

/// What may stand in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Expected {
    /// One of these words.
    OneOf(String),
    /// A whole number.
    Frequency,
    /// A whole number from 0 to 255.
    Weight,
    /// A decimal number.
    Factor,
    /// A decimal number above zero.
    FactorAboveZero,
    /// The name that an alias stands for.
    CanonicalName,
    /// A letter and three digits that no other rule has.
    RuleCode,
    /// The code of a rule in `word_rules.tsv`.
    KnownRule,
    /// A sentence that holds a word of the rule.
    FlaggedSentence,
    /// A sentence that holds none of the rule's words, or one beside something to check.
    PassingSentence,
}

impl Expected {
    fn message(&self, lang: Lang) -> String {
        let text = match self {
            Self::OneOf(words) => return Text::new("{0} 之一", "one of {0}").fill(lang, &[words]),
            Self::Frequency => Text::new("词频（整数）", "a frequency"),
            Self::Weight => Text::new("0 到 255 的权重", "a weight from 0 to 255"),
            Self::Factor => Text::new("十进制系数", "a decimal factor"),
            Self::FactorAboveZero => Text::new("大于零的系数", "a factor above zero"),
            Self::CanonicalName => Text::new("规范名称", "a canonical name"),
            Self::RuleCode => Text::new("规则代码（如 U001）", "the code of a rule, such as U001"),
            Self::KnownRule => Text::new("word_rules.tsv 里的规则代码", "the code of a rule in word_rules.tsv"),
            Self::FlaggedSentence => Text::new("含有该规则所列词的例句", "a sentence with a word of the rule"),
            Self::PassingSentence => Text::new("不同于 flagged 的例句", "a sentence other than that of `flagged`"),
        };
        text.get(lang).to_owned()
    }
}

impl DictError {
    /// The file, and the line in it; 0 where the fault is the whole file's.
    #[must_use]
    pub fn place(&self) -> (&Path, u32) {
        match self {
            Self::Header { path, line, .. }
            | Self::Columns { path, line, .. }
            | Self::Cell { path, line, .. }
            | Self::Duplicate { path, line, .. }
            | Self::Space { path, line, .. }
            | Self::NothingToRemove { path, line, .. }
            | Self::AliasCycle { path, line, .. } => (path, *line),
            Self::UnknownFile { path, .. } | Self::NoDictionary { path, .. } | Self::Io { path, .. } => (path, 0),
        }
    }

    /// What is wrong, in which file and line.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Header { path, line, expected, found } => {
                HEADER.fill(lang, &[&path.display(), line, found, expected])
            }
            Self::Columns { path, line, expected, found } => {
                COLUMNS.fill(lang, &[&path.display(), line, found, expected])
            }
            Self::Cell { path, line, found, expected } => {
                CELL.fill(lang, &[&path.display(), line, found, &expected.message(lang)])
            }
            Self::Duplicate { path, line, entry, first } => {
                DUPLICATE.fill(lang, &[&path.display(), line, entry, first])
            }
            Self::Space { path, line, cell } => SPACE.fill(lang, &[&path.display(), line, cell]),
            Self::NothingToRemove { path, line, entry } => {
                NOTHING_TO_REMOVE.fill(lang, &[&path.display(), line, entry])
            }
            Self::AliasCycle { path, line, alias } => ALIAS_CYCLE.fill(lang, &[&path.display(), line, alias]),
            Self::UnknownFile { path, known } => UNKNOWN_FILE.fill(lang, &[&path.display(), known]),
            Self::NoDictionary { path, known } => NO_DICTIONARY.fill(lang, &[&path.display(), known]),
            Self::Io { path, source } => IO.fill(lang, &[&path.display(), source]),
        }
    }
}

const HEADER: Text = Text::new("{0}:{1}：表头是“{2}”，应为“{3}”", "{0}:{1}: header is `{2}`, expected `{3}`");
const COLUMNS: Text = Text::new(
    "{0}:{1}：有 {2} 列，应为 {3} 列（以制表符分隔），且第一列不能为空",
    "{0}:{1}: {2} columns, expected {3} with a first one that is not empty",
);
const CELL: Text = Text::new("{0}:{1}：“{2}”不可用，应为{3}", "{0}:{1}: `{2}`, expected {3}");
const DUPLICATE: Text = Text::new("{0}:{1}：“{2}”与第 {3} 行重复", "{0}:{1}: `{2}` stands here and in line {3}");
const SPACE: Text = Text::new("{0}:{1}：“{2}”首尾有空白", "{0}:{1}: white space around `{2}`");
const NOTHING_TO_REMOVE: Text =
    Text::new("{0}:{1}：“{2}”要去掉的词不在内置词典里", "{0}:{1}: `{2}` takes away a word that is not built in");
const ALIAS_CYCLE: Text = Text::new("{0}:{1}：别名“{2}”绕回了自己", "{0}:{1}: alias `{2}` leads back to itself");
const UNKNOWN_FILE: Text =
    Text::new("{0}：没有这个名字的词典；可用的有 {1}", "{0}: no dictionary of that name; known are {1}");
const NO_DICTIONARY: Text =
    Text::new("{0}：文件夹里没有词典；可用的文件名有 {1}", "{0}: no dictionary in this folder; known names are {1}");
const IO: Text = Text::new("{0}：无法读取（{1}）；请检查路径和权限", "{0}: cannot be read ({1})");
