//! Why an index could not be used.

use crate::i18n::{Lang, Text};
use std::path::PathBuf;

/// A fault of an index file, with its path.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
#[non_exhaustive]
pub enum IndexError {
    /// It cannot be read.
    Unreadable {
        /// Path as given.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// It cannot be written.
    Unwritable {
        /// Path as given.
        path: PathBuf,
        /// Why.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// It is no index.
    Foreign {
        /// Path as given.
        path: PathBuf,
    },
    /// It is an index of another version of the format.
    Version {
        /// Path as given.
        path: PathBuf,
        /// The version that was found.
        found: u32,
    },
    /// Its bytes are not those that were written.
    Damaged {
        /// Path as given.
        path: PathBuf,
        /// Where: the table and row, or what the database says.
        place: String,
    },
}

impl IndexError {
    /// What happened, to which file, and what can be done about it.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Unreadable { path, source } => UNREADABLE.fill(lang, &[&path.display(), source]),
            Self::Unwritable { path, source } => UNWRITABLE.fill(lang, &[&path.display(), source]),
            Self::Foreign { path } => FOREIGN.fill(lang, &[&path.display()]),
            Self::Version { path, found } => VERSION.fill(lang, &[&path.display(), found, &super::FORMAT]),
            Self::Damaged { path, place } => DAMAGED.fill(lang, &[&path.display(), place]),
        }
    }
}

const UNREADABLE: Text = Text::new(
    "{0}：索引无法读取（{1}）；请检查路径和读权限，或用 zhenggai index 建立",
    "{0}: the index cannot be read ({1}); check path and permissions, or build it with `zhenggai index`",
);
const UNWRITABLE: Text = Text::new(
    "{0}：索引无法写入（{1}）；请检查文件夹是否存在、有无写权限、磁盘是否已满",
    "{0}: the index cannot be written ({1}); check that its folder exists and allows it, and that the disk is not full",
);
const FOREIGN: Text = Text::new(
    "{0}：不是 zhenggai 的索引（文件开头不符）；请给出由 zhenggai index 建立的文件",
    "{0}: not an index of zhenggai (by the head of the file); give a file that `zhenggai index` made",
);
const VERSION: Text = Text::new(
    "{0}：索引的格式版本是 {1}，本程序读 {2}；请用本程序的 zhenggai index 重新建立",
    "{0}: the index has format version {1}, this program reads {2}; build it again with this program's `zhenggai index`",
);
const DAMAGED: Text = Text::new(
    "{0}：索引已损坏（{1}）；请用 zhenggai index 重新建立，或换用备份",
    "{0}: the index is damaged ({1}); build it again with `zhenggai index`, or use a backup",
);
