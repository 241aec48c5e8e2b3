//! Faults of dictionaries, in the user's language.

use std::error::Error;
use zhenggai::i18n::{Lang, Text};
use zhenggai::lexicon::DictError;

/// A fault in a dictionary, with its cause.
pub fn dictionary(error: &DictError, lang: Lang) -> anyhow::Error {
    let said = match (lang, error) {
        (Lang::Zh, DictError::Header { path, line, expected, found }) => {
            format!("{}:{line}：表头是“{found}”，应为“{expected}”", path.display())
        }
        (Lang::Zh, DictError::Columns { path, line, expected, found }) => {
            format!("{}:{line}：有 {found} 列，应为 {expected} 列（以制表符分隔），且第一列不能为空", path.display())
        }
        (Lang::Zh, DictError::Cell { path, line, found, expected }) => {
            format!("{}:{line}：“{found}”不可用，应为 {expected}", path.display())
        }
        (Lang::Zh, DictError::Duplicate { path, line, entry, first }) => {
            format!("{}:{line}：“{entry}”与第 {first} 行重复", path.display())
        }
        (Lang::Zh, DictError::Space { path, line, cell }) => {
            format!("{}:{line}：“{cell}”前后有空格", path.display())
        }
        (Lang::Zh, DictError::NothingToRemove { path, line, entry }) => {
            format!("{}:{line}：“{entry}”要去掉的词不在内置词典里", path.display())
        }
        (Lang::Zh, DictError::AliasCycle { path, line, alias }) => {
            format!("{}:{line}：别名“{alias}”绕回了自己", path.display())
        }
        (Lang::Zh, DictError::UnknownFile { path, known }) => {
            format!("{}：没有这个名字的词典；可用的有 {known}", path.display())
        }
        (Lang::Zh, DictError::Io { path, .. }) => format!("{}：无法读取；请检查路径和权限", path.display()),
        _ => error.to_string(),
    };
    with_cause(said, error, lang)
}

fn with_cause(said: String, error: &dyn Error, lang: Lang) -> anyhow::Error {
    const CAUSE: Text = Text::new("{0}（{1}）", "{0} ({1})");
    match error.source() {
        Some(cause) => anyhow::anyhow!(CAUSE.fill(lang, &[&said, &cause])),
        None => anyhow::anyhow!(said),
    }
}
