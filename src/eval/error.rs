//! What can be wrong with a folder of annotated notices.

use crate::i18n::{Lang, Text};
use std::path::PathBuf;

/// Why no figures can be given.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
#[non_exhaustive]
pub enum EvalError {
    /// A file or folder cannot be read.
    Read {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The text of an annotated notice is not UTF-8.
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// First byte that is not UTF-8.
        offset: usize,
    },
    /// The folder holds no annotated notice.
    NoNotices {
        /// The folder.
        path: PathBuf,
    },
    /// An annotation or a prediction is not of the expected form; the source gives line and column.
    Form {
        /// The file.
        path: PathBuf,
        /// What was expected and what was found.
        source: serde_json::Error,
    },
    /// A parsed notice cannot be read back from its own JSON form.
    Contract {
        /// What was expected and what was found.
        #[from]
        source: serde_json::Error,
    },
    /// A quote of an annotation does not stand in its text as often as it says.
    QuoteNotFound {
        /// The annotation.
        path: PathBuf,
        /// Path to the entry in the file, positions from 0: `metrics[3].num`.
        at: String,
        /// The words that were sought.
        quote: String,
        /// Which occurrence, from 1.
        nth: usize,
        /// What was searched.
        within: Within,
    },
}

/// Where a quote was sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// In the notice's text.
    Text,
    /// In the quote that holds it.
    Quote,
}

impl EvalError {
    /// What is wrong, in which file and where.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Read { path, source } => READ.fill(lang, &[&path.display(), source]),
            Self::NotUtf8 { path, offset } => NOT_UTF8.fill(lang, &[&path.display(), offset]),
            Self::NoNotices { path } => NO_NOTICES.fill(lang, &[&path.display()]),
            Self::Form { path, source } => FORM.fill(lang, &[&path.display(), source]),
            Self::Contract { source } => CONTRACT.fill(lang, &[source]),
            Self::QuoteNotFound { path, at, quote, nth, within } => {
                let text = if *within == Within::Text { NOT_IN_TEXT } else { NOT_IN_QUOTE };
                text.fill(lang, &[&path.display(), at, nth, quote])
            }
        }
    }
}

const READ: Text = Text::new("{0}：无法读取（{1}）", "{0}: cannot be read ({1})");
const NOT_UTF8: Text = Text::new(
    "{0}：自第 {1} 字节起不是 UTF-8；标注的通报须为 UTF-8 文本",
    "{0}: not UTF-8 from byte {1} on; annotated notices are UTF-8 text",
);
const NO_NOTICES: Text = Text::new(
    "{0}：没有标注的通报；需要 名称.txt 与同名的 名称.json",
    "{0}: no annotated notice; expected NAME.txt with NAME.json beside it",
);
const FORM: Text = Text::new("{0}：格式不符（{1}）", "{0}: not of the expected form ({1})");
const CONTRACT: Text =
    Text::new("解析结果不合 JSON 约定（{0}）", "a parsed notice is not in the shape of the JSON contract ({0})");
const NOT_IN_TEXT: Text =
    Text::new("{0}：{1}：正文里找不到第 {2} 处“{3}”", "{0}: {1}: occurrence {2} of `{3}` not found in the text");
const NOT_IN_QUOTE: Text =
    Text::new("{0}：{1}：引文里找不到第 {2} 处“{3}”", "{0}: {1}: occurrence {2} of `{3}` not found in its quote");
