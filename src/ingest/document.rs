//! A decoded text and where it came from.

use crate::Span;
use crate::model::{Warning, WarningCode};

/// Places of undecodable bytes that are listed one by one; the rest is counted.
const LISTED: usize = 100;

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
    warnings: Vec<Warning>,
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
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
        Self::decoded(text, Source::default(), false)
    }

    /// A document of decoded text; `guessed` says that nothing proves the encoding.
    pub(super) fn decoded(text: String, source: Source, guessed: bool) -> Self {
        let text = if text.contains("\r\n") { text.replace("\r\n", "\n") } else { text };
        let mut warnings = undecodable(&text);
        if guessed {
            warnings.push(Warning {
                code: WarningCode::EncodingGuessed,
                span: None,
                args: vec![source.encoding.clone()],
            });
        }
        Self { text, source, warnings }
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

    /// What happened on the way to the text: bytes that could not be decoded, a guessed encoding.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }
}

/// The runs of U+FFFD in `text`: each with its line and length, those beyond [`LISTED`] as one count.
fn undecodable(text: &str) -> Vec<Warning> {
    let mut places: Vec<(Span, usize)> = Vec::new();
    let (mut line, mut seen, mut unlisted) = (1, 0, 0);
    for (at, mark) in text.match_indices('\u{fffd}') {
        let place = Span::new(at, at + mark.len());
        if let Some((last, _)) = places.last_mut().filter(|(last, _)| last.end == place.start) {
            *last = last.to(place);
        } else if places.len() == LISTED {
            unlisted += 1;
        } else {
            line += memchr::memchr_iter(b'\n', &text.as_bytes()[seen..at]).count();
            seen = at;
            places.push((place, line));
        }
    }
    let warning = |span, args| Warning { code: WarningCode::UndecodableBytes, span, args };
    let mut warnings: Vec<_> = places
        .iter()
        .map(|(span, line)| warning(Some(*span), vec![line.to_string(), (span.len() / 3).to_string()]))
        .collect();
    if unlisted > 0 {
        warnings.push(warning(None, vec![unlisted.to_string()]));
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undecodable_bytes_are_placed() {
        let document = Document::from_text("整\u{fffd}\u{fffd}改\r\n完\u{fffd}成");
        let places: Vec<_> = document.warnings().iter().map(|w| (w.span, w.args.join(" "))).collect();
        assert_eq!(places, [(Some(Span::new(3, 9)), "1 2".into()), (Some(Span::new(16, 19)), "2 1".into())]);
        assert_eq!(Document::from_text(&"\u{fffd}整".repeat(1000)).warnings().len(), LISTED + 1);
    }
}
