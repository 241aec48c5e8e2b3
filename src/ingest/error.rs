//! Why a file gave no document.

use super::Format;
use crate::i18n::{Lang, Text};
use std::path::{Path, PathBuf};

/// A file that gave no document, with its path.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
#[non_exhaustive]
pub enum IngestError {
    /// There is nothing of that name.
    Missing {
        /// Path as given.
        path: PathBuf,
    },
    /// It is there and cannot be read.
    Unreadable {
        /// Path as given.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A folder where a file was expected.
    Folder {
        /// Path as given.
        path: PathBuf,
    },
    /// A folder that holds no file of a known format.
    NoNotices {
        /// Path as given.
        path: PathBuf,
    },
    /// A format that is recognised and not read yet.
    UnreadFormat {
        /// Path as given.
        path: PathBuf,
        /// The format.
        format: Format,
    },
    /// Bytes that are no text in any encoding.
    Binary {
        /// Path as given.
        path: PathBuf,
    },
    /// Larger than offsets can count.
    TooLarge {
        /// Path as given.
        path: PathBuf,
    },
}

impl IngestError {
    /// The file or folder that it speaks of.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Missing { path }
            | Self::Unreadable { path, .. }
            | Self::Folder { path }
            | Self::NoNotices { path }
            | Self::UnreadFormat { path, .. }
            | Self::Binary { path }
            | Self::TooLarge { path } => path,
        }
    }

    /// What happened, to which file, and what can be done about it.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Missing { path } => MISSING.fill(lang, &[&path.display()]),
            Self::Unreadable { path, source } => UNREADABLE.fill(lang, &[&path.display(), source]),
            Self::Folder { path } => FOLDER.fill(lang, &[&path.display()]),
            Self::NoNotices { path } => NO_NOTICES.fill(lang, &[&path.display()]),
            Self::UnreadFormat { path, format } => {
                UNREAD_FORMAT.fill(lang, &[&path.display(), &format.description().get(lang)])
            }
            Self::Binary { path } => BINARY.fill(lang, &[&path.display()]),
            Self::TooLarge { path } => TOO_LARGE.fill(lang, &[&path.display()]),
        }
    }
}

const MISSING: Text = Text::new(
    "{0}：没有这个文件或文件夹；请检查路径（含空格的路径要加引号）",
    "{0}: no such file or folder; check the path (quote it if it holds spaces)",
);
const UNREADABLE: Text =
    Text::new("{0}：无法读取（{1}）；请检查文件权限", "{0}: cannot be read ({1}); check its permissions");
const FOLDER: Text = Text::new(
    "{0}：这是文件夹，此处需要一个文件；要读整个文件夹请用 parse 或 metrics",
    "{0}: is a folder, a file is needed here; `parse` and `metrics` read whole folders",
);
const NO_NOTICES: Text = Text::new(
    "{0}：文件夹里没有可读的通报；请放入 .txt 文本文件，其他扩展名的文本请直接给出文件路径",
    "{0}: no notice in this folder; put .txt files there, or name text files with other extensions one by one",
);
const UNREAD_FORMAT: Text = Text::new(
    "{0}：是{1}，目前只读纯文本；请另存为 .txt（UTF-8 或 GB18030）再试",
    "{0}: is {1}, only plain text is read so far; save it as .txt (UTF-8 or GB18030) first",
);
const BINARY: Text = Text::new(
    "{0}：不是文本文件；若确是文本，请用 --encoding 指明编码",
    "{0}: is no text; if it is one, name its encoding with --encoding",
);
const TOO_LARGE: Text = Text::new(
    "{0}：超过 4 GiB，无法读取；请拆成一份通报一个文件",
    "{0}: is larger than 4 GiB; split it, one notice a file",
);
