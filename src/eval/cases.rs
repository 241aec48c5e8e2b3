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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lexicon;
    use crate::eval::{Figure, evaluate};

    const GOLD: &str = r#"{"header": {"title": null}, "outline": [], "metrics": [{"quote": "印发通知2份", "num": "2份",
        "name": "通知", "value": 2, "unit": "份"}]}"#;

    fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            std::fs::write(folder.path().join(name), bytes).unwrap();
        }
        folder
    }

    #[test]
    fn only_annotated_texts_are_cases() {
        let folder = folder(&[
            ("b.txt", "\u{feff}印发通知2份。".as_bytes()),
            ("b.json", GOLD.as_bytes()),
            ("a.txt", b""),
            ("pairs.json", b"{}"),
        ]);
        let cases = Case::read_folder(folder.path()).unwrap();
        assert_eq!(cases.iter().map(|case| case.name.as_str()).collect::<Vec<_>>(), ["b"]);
        let report = evaluate(folder.path(), &Lexicon::builtin()).unwrap();
        assert_eq!(report.get(Figure::Header).unwrap().recall, 1.0);
        assert_eq!(report.get(Figure::Detect).unwrap().gold, 1);
    }

    #[test]
    fn faults_name_file_and_place() {
        let other = GOLD.replace("\"num\": \"2份\"", "\"num\": \"3份\"");
        let broken = GOLD.replace("2, \"unit\"", "\"2\", \"unit\"");
        let cases: [(&str, &[u8], &str, &str); 4] = [
            ("印发通知2份", other.as_bytes(), "a.json", "metrics[0].num: occurrence 1 of `3份` not found in its quote"),
            (
                "印发2份",
                GOLD.as_bytes(),
                "a.json",
                "metrics[0].quote: occurrence 1 of `印发通知2份` not found in the text",
            ),
            ("印发通知2份", broken.as_bytes(), "a.json", "expected f64 at line 2"),
            ("", b"", "a.json", "EOF while parsing a value at line 1"),
        ];
        for (text, gold, file, place) in cases {
            let folder = folder(&[("a.txt", text.as_bytes()), ("a.json", gold)]);
            let error = evaluate(folder.path(), &Lexicon::builtin()).unwrap_err();
            let said = error.to_string();
            assert!(said.contains(file) && said.contains(place), "{said}");
        }
    }

    #[test]
    fn a_folder_without_notices_is_an_error() {
        let folder = folder(&[("a.txt", b""), ("b.json", b"")]);
        assert!(matches!(Case::read_folder(folder.path()), Err(EvalError::NoNotices { .. })));
        assert!(matches!(Case::read_folder(&folder.path().join("none")), Err(EvalError::Read { .. })));
        std::fs::write(folder.path().join("a.json"), GOLD).unwrap();
        std::fs::write(folder.path().join("a.txt"), b"ab\xff").unwrap();
        assert!(matches!(Case::read_folder(folder.path()), Err(EvalError::NotUtf8 { offset: 2, .. })));
    }
}
