//! Annotated notices of a folder.

use super::anchors::Anchors;
use super::error::EvalError;
use super::gold::Gold;
use crate::Document;
use std::path::{Path, PathBuf};

/// A notice with its annotation.
#[derive(Debug)]
pub struct Case {
    /// Name of the files without their endings.
    pub name: String,
    /// The notice.
    pub document: Document,
    pub(super) gold: Gold,
    path: PathBuf,
}

impl Case {
    /// All annotated notices of `folder`, by name: each `NAME.txt` that has a `NAME.json` beside it.
    ///
    /// # Errors
    /// Files that cannot be read, text that is not UTF-8, annotations of another form, a folder without any.
    pub fn read_folder(folder: &Path) -> Result<Vec<Self>, EvalError> {
        let texts = annotated_texts(folder).map_err(|source| EvalError::Read { path: folder.into(), source })?;
        if texts.is_empty() {
            return Err(EvalError::NoNotices { path: folder.into() });
        }
        texts.iter().map(|text| Self::read(text)).collect()
    }

    fn read(text: &Path) -> Result<Self, EvalError> {
        let path = text.with_extension("json");
        let gold =
            serde_json::from_slice(&bytes(&path)?).map_err(|source| EvalError::Form { path: path.clone(), source })?;
        let name = text.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { name, document: Document::from_text(&utf8(text)?), gold, path })
    }

    /// The text, ready to be searched for the annotation's quotes.
    pub(super) fn anchors(&self) -> Anchors<'_> {
        Anchors::new(self.document.text(), &self.path)
    }
}

fn annotated_texts(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "txt") && path.with_extension("json").exists() {
            texts.push(path);
        }
    }
    texts.sort();
    Ok(texts)
}

fn bytes(path: &Path) -> Result<Vec<u8>, EvalError> {
    std::fs::read(path).map_err(|source| EvalError::Read { path: path.into(), source })
}

fn utf8(path: &Path) -> Result<String, EvalError> {
    String::from_utf8(bytes(path)?)
        .map_err(|error| EvalError::NotUtf8 { path: path.into(), offset: error.utf8_error().valid_up_to() })
}
