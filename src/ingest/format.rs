//! Which format a file has: by its first bytes, else by its extension.

use crate::i18n::Text;
use std::path::Path;

/// A file format. To read a further one, give it a file beside `text.rs` and an arm in `ingest::from_bytes`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// A web page.
    Html,
    /// Word, zipped XML.
    Docx,
    /// Word or WPS, binary.
    Doc,
    /// PDF.
    Pdf,
}

struct Row {
    format: Format,
    extensions: &'static [&'static str],
    /// First bytes, lower case where they are letters.
    magic: &'static [&'static [u8]],
    description: Text,
}

const ROWS: &[Row] = &[
    Row {
        format: Format::Text, extensions: &["txt"], magic: &[], description: Text::new("文本文件", "a text file")
    },
    Row {
        format: Format::Html,
        extensions: &["html", "htm"],
        magic: &[b"<!doctype html", b"<html"],
        description: Text::new("网页", "a web page"),
    },
    Row {
        format: Format::Docx,
        extensions: &["docx"],
        magic: &[b"pk\x03\x04"],
        description: Text::new("Word 文档（.docx 或压缩包）", "a Word document (.docx, or another zip archive)"),
    },
    Row {
        format: Format::Doc,
        extensions: &["doc", "wps"],
        magic: &[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
        description: Text::new("旧版 Word 或 WPS 文档", "an old Word or WPS document"),
    },
    Row {
        format: Format::Pdf,
        extensions: &["pdf"],
        magic: &[b"%pdf-"],
        description: Text::new("PDF 文件", "a PDF file"),
    },
];

impl Format {
    /// The format of a file with these first bytes; what no signature tells is text.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let bytes = bytes.trim_ascii_start();
        let begins = |magic: &&[u8]| bytes.get(..magic.len()).is_some_and(|head| head.eq_ignore_ascii_case(magic));
        ROWS.iter().find(|row| row.magic.iter().any(begins)).map_or(Self::Text, |row| row.format)
    }

    /// The format that a file's extension stands for, whatever its case.
    #[must_use]
    pub fn of_extension(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        ROWS.iter().find(|row| row.extensions.contains(&extension.as_str())).map(|row| row.format)
    }

    /// Whether the program reads it yet.
    #[must_use]
    pub fn is_read(self) -> bool {
        self == Self::Text
    }

    /// The format in words, with its article in English.
    #[must_use]
    pub fn description(self) -> Text {
        self.row().description
    }

    /// Its usual extension; `source.format` in the output.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.row().extensions[0]
    }

    fn row(self) -> &'static Row {
        ROWS.iter().find(|row| row.format == self).unwrap_or(&ROWS[0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_by_first_bytes() {
        for (bytes, want) in [
            (&b""[..], Format::Text),
            ("一、学习不够".as_bytes(), Format::Text),
            (b"<5", Format::Text),
            (b"PK", Format::Text),
            (b"\xef\xbb\xbf\r\n<!DOCTYPE HTML PUBLIC", Format::Html),
            (b"PK\x03\x04\x14", Format::Docx),
            (b"%PDF-1.7", Format::Pdf),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format::Doc),
        ] {
            assert_eq!(Format::of_bytes(bytes), want, "{bytes:?}");
        }
    }

    #[test]
    fn formats_by_extension() {
        for (path, want) in
            [("a.TXT", Some(Format::Text)), ("b.wps", Some(Format::Doc)), ("c.json", None), ("txt", None)]
        {
            assert_eq!(Format::of_extension(Path::new(path)), want, "{path}");
        }
    }
}
