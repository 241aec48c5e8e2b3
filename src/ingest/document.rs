//! A decoded text and where it came from.

/// The decoded text of a notice with the facts of its source.
///
/// ```
/// let document = zhenggai::Document::from_text("一、学习不够深入\n");
/// assert_eq!(document.text(), "一、学习不够深入\n");
/// ```
#[derive(Debug, Clone)]
pub struct Document {
    text: String,
    source: Source,
}

/// Facts of a document's source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// Path as given; `-` for standard input, empty for a plain string.
    pub path: String,
    /// Format: `txt`.
    pub format: String,
    /// Encoding by its standard name.
    pub encoding: String,
    /// SHA-256 of the raw bytes, in hexadecimal.
    pub sha256: String,
}

impl Document {
    /// A document of a plain string: byte-order mark removed, CRLF read as LF.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
        Self { text, source: Source::default() }
    }

    /// The decoded text that all spans count in.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where it came from.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }
}
